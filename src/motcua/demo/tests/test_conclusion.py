"""The conclusion hangs on its causes one by one."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import transaction

from motcua.demo.tests.conclusions import concluded
from motcua.demo.year import END, lay_year
from motcua.demo.year.plants import Plan
from motcua.inspection.commands import run

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
    """Two causes in turn against one year: laying it again is what takes long."""
    with year() as before:
        pass
    planned = Plan.units_of, Plan.here
    for signal in ("POR01", "FMT01"):

        def units_of(self: Plan, of: str, left_out: str = signal) -> list[object]:
            units = list(planned[0](self, of))
            return units[1:] if of == left_out else units

        monkeypatch.setattr(Plan, "units_of", units_of)
        monkeypatch.setattr(Plan, "here", lambda self, of, unit: unit in self.units_of(of))
        with year() as after:
            changed = {code for code in before.keys() | after.keys() if before.get(code) != after.get(code)}
        assert changed == {signal}
