"""Taking a dossier in: code, number, due moment, receipt, record; and what is refused."""

from datetime import datetime

import pytest

from motcua.base.clock import VIETNAM
from motcua.base.errors import NotPermitted
from motcua.dossiers import commands
from motcua.dossiers.errors import NothingMissing, NotOfThisUnit, PapersMissing, ReasonNeeded
from motcua.dossiers.models import Counter, Dossier, Slip, State
from motcua.dossiers.tests.conftest import NOW, Town
from motcua.events.models import Event


def test_a_received_dossier_has_code_register_number_due_moment_and_receipt(town: Town) -> None:
    dossier = town.dossier()
    assert (dossier.code, dossier.register_number, dossier.register_year) == ("H23.15.02-230315-0001", 1, 2023)
    assert dossier.appointment == datetime(2023, 3, 15, 17, tzinfo=VIETNAM)
    assert Slip.objects.get(dossier=dossier).content["appointment"] == "17 giờ 00 phút, ngày 15 tháng 3 năm 2023"


def test_a_birth_registered_after_three_is_due_the_next_working_day(town: Town) -> None:
    dossier = town.dossier(at=datetime(2023, 3, 15, 15, 20, tzinfo=VIETNAM))
    assert dossier.appointment == datetime(2023, 3, 16, 17, tzinfo=VIETNAM)


def test_the_second_dossier_of_the_day_has_the_next_serial(town: Town) -> None:
    town.dossier()
    assert town.dossier().code == "H23.15.02-230315-0002"


def test_reception_is_in_the_record_with_its_ground(town: Town) -> None:
    dossier = town.dossier()
    event = Event.objects.get(stream=dossier.stream)
    assert (event.kind, event.actor_name) == ("dossier.received", "Mẫu desk")
    assert "Điều 17" in event.ground


def test_the_same_form_sent_twice_gives_one_dossier(town: Town) -> None:
    intake = town.intake()
    first = commands.receive(intake, by=town.desk, now=NOW)
    second = commands.receive(intake, by=town.desk, now=NOW)
    assert (first.pk, Dossier.objects.count()) == (second.pk, 1)


def test_a_missing_paper_is_named_and_no_number_is_used_up(town: Town) -> None:
    with pytest.raises(PapersMissing, match="Tờ khai"):
        commands.receive(town.intake(missing=1), by=town.desk, now=NOW)
    assert (Dossier.objects.count(), Counter.objects.count()) == (0, 0)


@pytest.mark.parametrize("who", ["officer", "leader", "stranger", "inspector", "administrator"])
def test_nobody_but_the_desk_of_the_unit_receives(town: Town, who: str) -> None:
    with pytest.raises(NotPermitted):
        commands.receive(town.intake(), by=getattr(town, who), now=NOW)


def test_a_post_that_has_ended_gives_no_right(town: Town) -> None:
    town.desk.posts.update(valid_to=datetime(2023, 3, 14, tzinfo=VIETNAM).date())
    with pytest.raises(NotPermitted):
        commands.receive(town.intake(), by=town.desk, now=NOW)


def test_guidance_lists_all_that_is_missing_and_starts_no_clock(town: Town) -> None:
    dossier = commands.guide(town.intake(missing=2), reason="", by=town.desk, now=NOW)
    slip = Slip.objects.get(dossier=dossier)
    assert (dossier.state, dossier.code, dossier.due) == (State.GUIDED, None, None)
    assert (slip.form, len(slip.content["missing"])) == ("supplement", 2)


def test_guidance_with_nothing_missing_is_refused(town: Town) -> None:
    with pytest.raises(NothingMissing):
        commands.guide(town.intake(), reason="", by=town.desk, now=NOW)


def test_completion_starts_the_clock_at_completion(town: Town) -> None:
    dossier = commands.guide(town.intake(missing=1), reason="", by=town.desk, now=NOW)
    later = datetime(2023, 3, 17, 8, tzinfo=VIETNAM)
    papers = [commands.PaperIn(row.name, 1, 0, present=True) for row in dossier.papers.all()]
    terms = town.intake().terms_id
    done = commands.complete(dossier.ref, papers=papers, terms_id=terms, by=town.desk, now=later, seen=dossier.version)
    assert (done.state, done.accepted_at, done.code) == (State.RECEIVED, later, "H23.15.02-230317-0001")


def test_a_refusal_needs_a_concrete_reason(town: Town) -> None:
    with pytest.raises(ReasonNeeded):
        commands.refuse_reception(town.intake(), reason=" ", by=town.desk, now=NOW)


def test_a_refusal_ends_the_dossier_with_slip_three(town: Town) -> None:
    dossier = commands.refuse_reception(town.intake(), reason="Không thuộc thẩm quyền", by=town.desk, now=NOW)
    assert (dossier.state, Slip.objects.get(dossier=dossier).form) == (State.NOT_ACCEPTED, "refusal")


def test_a_procedure_that_is_not_of_the_level_is_refused(town: Town) -> None:
    intake = town.intake()
    type(town.ward).objects.filter(pk=town.ward.pk).update(level="province")
    with pytest.raises(NotOfThisUnit):
        commands.receive(intake, by=town.desk, now=NOW)


def test_a_result_handed_over_at_once_is_recorded_without_a_receipt(town: Town) -> None:
    intake = town.intake("2.000884")
    done = commands.receive_at_once(intake, taken_by="Trần Thị Mẫu", by=town.desk, now=NOW)
    kinds = list(Event.objects.filter(stream=done.stream).values_list("kind", flat=True))
    assert (done.state, done.register_number, kinds) == (State.RETURNED, 1, ["dossier.returned_at_once"])
    assert not Slip.objects.filter(dossier=done).exists()


def test_a_birth_is_not_of_the_kind_that_is_returned_at_once(town: Town) -> None:
    with pytest.raises(NotOfThisUnit):
        commands.receive_at_once(town.intake(), taken_by="x", by=town.desk, now=NOW)


def test_a_unit_may_keep_the_older_form_of_its_codes(town: Town) -> None:
    town.ward.code_form = "tt01"
    town.ward.save()
    assert town.dossier().code == "000.02.15.H23-230315-0001"
