"""A unit says what hangs there; the signal's cause is gone when it does."""

from datetime import date

import pytest

from motcua.base.errors import NotPermitted
from motcua.catalogue.commands import post
from motcua.catalogue.models import Posting, Procedure, ProcedureVersion
from motcua.catalogue.queries import posted_by
from motcua.dossiers.tests.conftest import NOW, Town, town
from motcua.events.models import Event

__all__ = ["town"]
TODAY = date(2023, 3, 15)


def codes(town: Town) -> list[str]:
    return [row.version.procedure.code for row in posted_by(town.ward, TODAY)]


def test_nothing_hangs_there_until_somebody_says_so(town: Town) -> None:
    assert codes(town)
    assert not any(row.good for row in posted_by(town.ward, TODAY))
    assert post(town.ward.pk, codes(town), by=town.desk, now=NOW) == len(codes(town))
    assert all(row.good for row in posted_by(town.ward, TODAY))
    assert Event.objects.filter(kind="catalogue.posted", stream=f"postings:{town.ward.pk}").count() == 1


def test_twice_changes_nothing(town: Town) -> None:
    post(town.ward.pk, codes(town), by=town.desk, now=NOW)
    assert post(town.ward.pk, codes(town), by=town.desk, now=NOW) == 0
    assert Event.objects.filter(kind="catalogue.posted").count() == 1


def test_an_old_version_comes_down_when_the_new_one_goes_up(town: Town) -> None:
    code = codes(town)[0]
    now = ProcedureVersion.objects.filter(procedure__code=code).order_by("source_rank")[0]
    old = ProcedureVersion.objects.create(
        procedure=Procedure.objects.get(code=code), number=77, name=now.name, valid_from=date(2010, 1, 1),
        valid_to=date(2012, 1, 1), levels=now.levels, source=now.source, source_rank=now.source_rank,
    )  # fmt: skip
    Posting.objects.create(unit=town.ward, version=old, posted_on=date(2010, 1, 2), changed_at=NOW)
    assert posted_by(town.ward, TODAY)[0].old
    post(town.ward.pk, [code], by=town.desk, now=NOW)
    assert posted_by(town.ward, TODAY)[0].good
    assert Posting.objects.get(version=old).removed_on == TODAY


def test_what_lacked_a_part_is_full_from_today(town: Town) -> None:
    code = codes(town)[0]
    post(town.ward.pk, [code], by=town.desk, now=NOW)
    Posting.objects.update(lacking=["phí, lệ phí"], posted_on=date(2022, 1, 3))
    assert not posted_by(town.ward, TODAY)[0].good
    post(town.ward.pk, [code], by=town.desk, now=NOW)
    assert posted_by(town.ward, TODAY)[0].posted_on == TODAY


def test_another_unit_says_nothing_of_it(town: Town) -> None:
    with pytest.raises(NotPermitted):
        post(town.ward.pk, codes(town), by=town.stranger, now=NOW)
    with pytest.raises(NotPermitted):
        post(town.ward.pk, codes(town), by=town.officer, now=NOW)
