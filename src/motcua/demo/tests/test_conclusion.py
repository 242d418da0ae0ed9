"""The conclusion hangs on its causes one by one."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import transaction

from motcua.demo.tests.conclusions import concluded
from motcua.demo.year import END, lay_year
from motcua.demo.year.plants import Plan
from motcua.inspection.commands import run
from motcua.organisations.models import Unit

FEW = 24 * 30
SEED = 5


@contextmanager
def year() -> Iterator[dict[str, str]]:
    """The sentences of a year that is laid, looked over, and gone afterwards."""
    with transaction.atomic():
        lay_year(seed=SEED, number=FEW)
        run(now=END, everything=True)
        yield {one.code: one.text for one in concluded().sentences}
        transaction.set_rollback(True)


@pytest.mark.django_db
def test_a_cause_that_was_not_planted_changes_exactly_its_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    """One thin portal less and one unit of wrong formats less: two causes, two sentences, one year laid for both."""
    with year() as before:
        pass
    planned, less = Plan.units_of, {"POR01", "FMT01"}

    def units_of(self: Plan, of: str) -> list[Unit]:
        units = list(planned(self, of))
        return units[1:] if of in less else units

    monkeypatch.setattr(Plan, "units_of", units_of)
    monkeypatch.setattr(Plan, "here", lambda self, of, unit: unit in self.units_of(of))
    with year() as after:
        changed = {code for code in before.keys() | after.keys() if before.get(code) != after.get(code)}
    assert changed == less
