"""A report from the data: figures, demands, sentences. Always in Vietnamese, as the paper is."""

from datetime import datetime

from django.utils.translation import override

from motcua.conclusions.composing.demands import demands
from motcua.conclusions.composing.report import Report, compose
from motcua.conclusions.composing.scopes import scope_of
from motcua.conclusions.figures import reckon
from motcua.organisations.models import Unit


def build(unit: Unit, year: int, at: datetime) -> Report:
    """The conclusion of this unit on that year, as the data stand."""
    scope = scope_of(unit, year, at)
    with override("vi"):
        return compose(scope, reckon(scope), demands(scope))
