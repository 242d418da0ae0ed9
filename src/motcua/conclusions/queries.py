"""Every read of conclusions; each starts from `visible_to`."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, Final

from django.db.models import QuerySet

from motcua.base.errors import NotFound
from motcua.base.text import Text
from motcua.conclusions import policy
from motcua.conclusions.composing.paper import Issue
from motcua.conclusions.composing.report import Report, demand_of, sentence_of
from motcua.conclusions.composing.scopes import scope_of
from motcua.conclusions.figures import Query, Reckoned, Record
from motcua.conclusions.models import Conclusion, StoredFigure
from motcua.events.models import Event
from motcua.events.queries import of_stream
from motcua.organisations.models import Unit
from motcua.organisations.queries import below

PAGE: Final = 50


def visible_to(user: Any, now: datetime) -> QuerySet[Conclusion]:
    """Whole conclusions `user` may read."""
    return Conclusion.objects.filter(policy.may_see(user, now)).select_related("unit", "drafted_by", "issued_by")


def listed(user: Any, now: datetime) -> list[Conclusion]:
    """Newest year first, without what they say."""
    rows = visible_to(user, now).defer("sentences", "demands")
    return list(rows.order_by("-year", "-pk")[:PAGE])


def conclusion(pk: int, *, user: Any, now: datetime, lock: bool = False) -> Conclusion:
    """One of them. Raises NotFound."""
    rows = visible_to(user, now)
    found = (rows.select_for_update(of=("self",), no_key=True) if lock else rows).filter(pk=pk).first()
    if found is None:
        raise NotFound
    return found


def figure(of: Conclusion, code: str) -> StoredFigure:
    """One figure. Raises NotFound."""
    found = of.figures.filter(code=code).first()
    if found is None:
        raise NotFound
    return found


def figures(of: Conclusion, codes: Iterable[str]) -> list[StoredFigure]:
    """Some figures, without their records."""
    return list(of.figures.filter(code__in=list(codes)).defer("records").order_by("place"))


def report_of(of: Conclusion) -> Report:
    """As it stands: sentences and demands as kept, figures as they were reckoned."""
    rows = of.figures.order_by("place")
    scope = scope_of(of.unit, of.year, of.as_of)
    return Report(scope, {row.code: reckoned(row) for row in rows}, tuple(sentence_of(row) for row in of.sentences),
                  tuple(demand_of(row) for row in of.demands))  # fmt: skip


def reckoned(row: StoredFigure) -> Reckoned:
    """As the composing knows it."""
    query = Query(row.query["statement"], tuple(row.query["parameters"])) if row.query else None
    records = tuple(Record(label, ref, unit) for label, ref, unit in row.records)
    label, how = Text(row.label_vi, row.label_en), Text(row.how_vi, row.how_en)
    return Reckoned(row.code, label, how, row.value, row.text, query, records, tuple(row.parts))


def issue_of(of: Conclusion) -> Issue:
    """What the registrar added."""
    return Issue(of.number, of.issued_on, of.signer, of.deputy)


def story(of: Conclusion) -> QuerySet[Event]:
    """What happened to it, newest first."""
    return of_stream(of.stream)


def units_to_draft(user: Any, now: datetime) -> list[Unit]:
    """Units for which `user` may draft a conclusion."""
    paths = policy.unit_paths(policy.Action.DRAFT, user, now)
    return list(Unit.objects.filter(path__in=paths, valid_to__isnull=True).order_by("path")) or list(
        Unit.objects.filter(path__in=paths).order_by("path"))  # fmt: skip


def own_parts(user: Any, now: datetime) -> list[tuple[Conclusion, Unit]]:
    """Issued conclusions that cover a unit of the reader, with that unit; newest first."""
    units = list(Unit.objects.filter(policy.own_units(user, now)))
    found: list[tuple[Conclusion, Unit]] = []
    for unit in units:
        above = [unit.path[:at] for at, sign in enumerate(unit.path) if sign == "/"] + [unit.path]
        rows = Conclusion.objects.filter(state=Conclusion.State.ISSUED, unit__path__in=above).exclude(unit=unit)
        rows = rows.select_related("unit").defer("sentences").order_by("-year", "-pk")
        found += [(row, unit) for row in rows[:PAGE]]
    return found


def part_of(pk: int, unit_id: int, *, user: Any, now: datetime) -> tuple[Conclusion, Unit]:
    """A unit's part of a conclusion: of his own unit, once issued; of any unit it covers, for who may read the whole.

    Raises NotFound.
    """
    whole = visible_to(user, now).filter(pk=pk).first()
    if whole is not None:
        unit = Unit.objects.filter(below([whole.unit.path]), pk=unit_id).first()
        if unit is not None:
            return whole, unit
    for row, unit in own_parts(user, now):
        if (row.pk, unit.pk) == (pk, unit_id):
            return row, unit
    raise NotFound
