"""A remedy is ordered, carried out and verified by somebody else; nobody closes his own."""

from datetime import date, datetime

import pytest
from django.db import IntegrityError, transaction

from motcua.base.clock import VIETNAM
from motcua.base.errors import NotFound, NotPermitted
from motcua.events.models import Event
from motcua.inspection import commands as inspection
from motcua.inspection.errors import ReasonNeeded
from motcua.inspection.models import Finding
from motcua.inspection.tests.test_run import LATER
from motcua.organisations.models import Absence, Post, Role
from motcua.remedies import commands
from motcua.remedies.commands import Order, Shown
from motcua.remedies.errors import (
    BadDeadline,
    BadLink,
    CaseChanged,
    EvidenceNeeded,
    NotAtThisPoint,
    NothingToOrder,
    OwnRemedy,
)
from motcua.remedies.models import Case, Evidence, Remedy
from motcua.remedies.tests.scenes import DAY, NOTE, SELF_CLOSING, Scene, common


def test_an_order_names_owner_deed_and_the_end_of_the_last_working_day(scene: Scene) -> None:
    remedy = scene.ordered(days=5)  # Monday 10 April 2023, 9:00
    assert (remedy.owner, remedy.ordered_by, remedy.state) == (scene.town.officer, scene.town.leader, "assigned")
    assert remedy.due_at == datetime(2023, 4, 17, 17, 0, tzinfo=VIETNAM)
    case = scene.case()
    assert (case.state, case.version) == ("mending", 1)
    assert Event.objects.get(stream=case.stream, kind="remedy.ordered").data["remedies"][0]["remedy"] == remedy.pk


def test_a_template_brings_words_and_days_which_may_be_changed(scene: Scene) -> None:
    pk, by = scene.finding().pk, scene.town.leader
    own = commands.order(pk, Order(scene.town.officer, "training"), **common(by))
    assert (own.action, own.working_days) == ("Tập huấn, quán triệt quy định", 15)
    changed = commands.order(pk, Order(scene.town.officer, "training", "Tập huấn nửa ngày", 2), **common(by, 1))
    assert (changed.action, changed.working_days) == ("Tập huấn nửa ngày", 2)


@pytest.mark.parametrize(("asked", "error"), [
    ({"action": "x", "days": 0}, BadDeadline), ({"action": "x", "days": 251}, BadDeadline),
    ({"action": "x"}, BadDeadline),
    ({"action": " ", "days": 3}, ReasonNeeded), ({"template": "cups"}, NotFound),
])  # fmt: skip
def test_an_order_that_does_not_hold_together_is_refused(
    scene: Scene, asked: dict[str, object], error: type[Exception]
) -> None:
    order = Order(scene.town.officer, **asked)  # type: ignore[arg-type]
    with pytest.raises(error):
        commands.order(scene.finding().pk, order, **common(scene.town.leader))
    assert not Remedy.objects.exists()


def test_the_owner_is_of_the_unit(scene: Scene) -> None:
    with pytest.raises(NotFound):
        commands.order(scene.finding().pk, Order(scene.town.stranger, "training"), **common(scene.town.leader))


def test_all_findings_of_a_cause_are_ordered_at_once_and_no_one_twice(scene: Scene) -> None:
    for _ in range(2):
        scene.town.forwarded()
    inspection.run(now=LATER)
    group = Finding.objects.filter(signal=SELF_CLOSING)[0].group
    contested = Finding.objects.filter(group=group).order_by("pk")[0]
    commands.contest(contested.pk, text="x", **common(scene.town.leader))
    asked = Order(scene.town.officer, "apologise")
    made = commands.order_group(group, asked, by=scene.town.leader, now=LATER)
    assert len(made) == 2
    assert contested.pk not in {one.case.finding_id for one in made}
    assert set(Case.objects.exclude(finding=contested).values_list("state", flat=True)) == {"mending"}
    with pytest.raises(NothingToOrder):
        commands.order_group(group, asked, by=scene.town.leader, now=LATER)
    assert len(commands.order_group(group, Order(scene.town.officer, "plan"), by=scene.town.leader, now=LATER)) == 2


def test_a_cause_of_another_unit_is_not_there(scene: Scene) -> None:
    group, asked = scene.finding().group, Order(scene.town.officer, "plan")
    with pytest.raises(NotFound):
        commands.order_group(group, asked, by=scene.town.stranger, now=LATER)
    with pytest.raises(NotPermitted):
        commands.order_group(group, asked, by=scene.town.officer, now=LATER)


def test_only_the_owner_begins_and_reports(scene: Scene) -> None:
    remedy = scene.ordered()
    for who in ("leader", "second_officer", "inspector"):
        user = getattr(scene.town, who)
        with pytest.raises(NotPermitted):
            commands.begin(remedy.pk, **common(user, 1))
        with pytest.raises(NotPermitted):
            commands.report(remedy.pk, text="x", shown=[NOTE], **common(user, 1))
    begun = commands.begin(remedy.pk, **common(scene.town.officer, 1))
    assert (begun.state, begun.begun_at) == ("begun", LATER)


def test_a_report_shows_what_was_done(scene: Scene) -> None:
    remedy, by = scene.ordered(), scene.town.officer
    for text, shown, error in (
        ("", [NOTE], ReasonNeeded), ("Đã làm", [], EvidenceNeeded), ("Đã làm", [Shown(" ")], EvidenceNeeded),
        ("Đã làm", [Shown(link="javascript:alert(1)")], BadLink),
    ):  # fmt: skip
        with pytest.raises(error), transaction.atomic():
            commands.report(remedy.pk, text=text, shown=shown, **common(by, 1))
    assert not Evidence.objects.exists()
    done = commands.report(remedy.pk, text="Đã làm", shown=[NOTE, Shown(link="/work")], **common(by, 1))
    assert (done.state, done.case.state, done.evidence.count()) == ("reported", "reported", 2)


def test_the_inspector_verifies_and_a_finding_of_the_past_is_closed_as_dealt_with(scene: Scene) -> None:
    remedy = scene.reported()
    done = commands.verify(remedy.pk, **common(scene.town.inspector, remedy.version))
    case = scene.case()
    assert (done.state, done.verified_by, done.verified_how) == ("verified", scene.town.inspector, "person")
    assert (case.state, case.closed_by, case.closed_at) == ("mended", scene.town.inspector, LATER)
    assert scene.finding().state == "withdrawn"


def test_what_the_signal_still_sees_is_not_mended_by_anybodys_word(scene: Scene) -> None:
    remedy = scene.reported(SELF_CLOSING)
    commands.verify(remedy.pk, **common(scene.town.inspector, remedy.version))
    assert (scene.case(SELF_CLOSING).state, scene.finding(SELF_CLOSING).state) == ("reported", "open")


def test_a_case_is_mended_with_its_last_remedy_only(scene: Scene) -> None:
    first = scene.reported()
    scene.ordered(seen=scene.case().version)
    commands.verify(first.pk, **common(scene.town.inspector, first.version))
    assert (scene.case().state, scene.finding().state) == ("mending", "open")


def test_what_is_returned_goes_on_with_its_deadline(scene: Scene) -> None:
    remedy = scene.reported()
    with pytest.raises(ReasonNeeded):
        commands.return_(remedy.pk, reason="", **common(scene.town.inspector, remedy.version))
    back = commands.return_(remedy.pk, reason="Chưa thấy biên bản", **common(scene.town.inspector, remedy.version))
    assert (back.state, back.due_at, back.case.state) == ("returned", remedy.due_at, "mending")
    again = commands.report(remedy.pk, text="Đã bổ sung", shown=[], **common(scene.town.officer, back.version))
    assert again.state == "reported"  # the evidence of the first report counts


@pytest.mark.parametrize(("who", "error"), [
    ("officer", OwnRemedy), ("leader", OwnRemedy), ("second_officer", OwnRemedy), ("stranger", NotFound),
    ("administrator", NotPermitted),
])  # fmt: skip
def test_neither_owner_nor_unit_verifies_or_returns(scene: Scene, who: str, error: type[Exception]) -> None:
    remedy, user = scene.reported(), getattr(scene.town, who)
    with pytest.raises(error):
        commands.verify(remedy.pk, **common(user, remedy.version))
    with pytest.raises(error):
        commands.return_(remedy.pk, reason="x", **common(user, remedy.version))
    assert scene.case().state == "reported"


def test_an_inspector_who_also_works_in_the_unit_judges_nothing_of_it(scene: Scene) -> None:
    both = scene.town.inspector
    Post.objects.create(user=both, unit=scene.town.ward, role=Role.OFFICER, title="x", valid_from=date(2021, 7, 1))
    both._posts_today = None  # asked anew
    remedy = scene.reported()
    with pytest.raises(OwnRemedy):
        commands.verify(remedy.pk, **common(both, remedy.version))
    with pytest.raises(OwnRemedy):
        commands.drop(scene.finding().pk, reason="x", **common(both, scene.case().version))


def test_the_database_too_lets_nobody_verify_his_own(scene: Scene) -> None:
    remedy = scene.reported()
    with pytest.raises(IntegrityError), transaction.atomic():
        Remedy.objects.filter(pk=remedy.pk).update(
            state="verified", verified_how="person", ended_at=LATER, verified_by=remedy.owner
        )


def test_whoever_saw_an_older_remedy_does_nothing(scene: Scene) -> None:
    remedy = scene.reported()
    with pytest.raises(CaseChanged):
        commands.verify(remedy.pk, **common(scene.town.inspector, remedy.version - 1))


def test_what_is_not_reported_is_not_verified(scene: Scene) -> None:
    remedy = scene.ordered()
    with pytest.raises(NotAtThisPoint):
        commands.verify(remedy.pk, **common(scene.town.inspector, remedy.version))


def test_nothing_is_done_to_a_remedy_of_a_closed_case(scene: Scene) -> None:
    remedy = scene.ordered()
    commands.explain(scene.finding().pk, reason="x", **common(scene.town.inspector, 1))
    remedy.refresh_from_db()
    with pytest.raises(NotAtThisPoint):
        commands.begin(remedy.pk, **common(scene.town.officer, remedy.version))


def test_the_number_of_the_letter_is_put_down_by_the_head(scene: Scene) -> None:
    remedy, on = scene.ordered(), date(2023, 4, 10)
    with pytest.raises(NotPermitted):
        commands.note_letter(remedy.pk, number="45/UBND-VP", on=on, **common(scene.town.officer, 1))
    done = commands.note_letter(remedy.pk, number="45/UBND-VP", on=on, **common(scene.town.leader, 1))
    assert (done.order_number, done.order_date) == ("45/UBND-VP", on)


def test_a_stand_in_of_the_owner_works_and_does_not_verify(scene: Scene) -> None:
    remedy = scene.ordered()
    Absence.objects.create(
        user=scene.town.officer, stand_in=scene.town.second_officer, valid_from=date(2023, 4, 1),
        valid_to=date(2023, 4, 30),
    )  # fmt: skip
    second = type(scene.town.second_officer).objects.get(pk=scene.town.second_officer.pk)
    done = commands.report(remedy.pk, text="Đã làm", shown=[NOTE], **common(second, 1, now=LATER + DAY / 24))
    assert done.state == "reported"
