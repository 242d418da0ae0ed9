"""What is decided of a case: who may, when, once; and what becomes of its finding."""

import pytest

from motcua.base.errors import NotFound, NotPermitted
from motcua.events.models import Event
from motcua.inspection import commands as inspection
from motcua.inspection.errors import ReasonNeeded
from motcua.inspection.tests.test_run import LATER
from motcua.remedies import commands
from motcua.remedies.errors import AlreadyContested, CaseChanged, CauseNeeded, NotAtThisPoint, OwnRemedy
from motcua.remedies.models import Case
from motcua.remedies.tests.scenes import DAY, SELF_CLOSING, Scene, common

CAUSE = {"cause": "Chưa phân công", "cause_code": "staff"}


def confirm(scene: Scene, seen: int = 0, **more: object) -> Case:
    given = {**CAUSE, "responsible": scene.town.officer, **more}
    return commands.confirm(scene.finding().pk, **given, **common(scene.town.inspector, seen))  # type: ignore[arg-type]


def kinds(case: Case) -> list[str]:
    return list(Event.objects.filter(stream=case.stream).order_by("seq").values_list("kind", flat=True))


def test_the_first_decision_makes_the_case_and_the_record_tells_it(scene: Scene) -> None:
    case = confirm(scene)
    assert (case.state, case.version, case.episode, case.previous) == ("concluded", 1, 1, None)
    assert (case.cause_code, case.responsible, case.confirmed_by) == ("staff", scene.town.officer, scene.town.inspector)
    assert kinds(case) == ["case.noted", "case.confirmed"]


@pytest.mark.parametrize("given", [{"cause": " ", "cause_code": ""}])
def test_what_is_confirmed_has_a_cause(scene: Scene, given: dict[str, str]) -> None:
    with pytest.raises(CauseNeeded):
        confirm(scene, **given)
    assert not Case.objects.exists()


def test_a_cause_is_of_the_table_and_the_responsible_of_the_unit(scene: Scene) -> None:
    with pytest.raises(NotFound):
        confirm(scene, cause_code="cups")
    with pytest.raises(NotFound):
        confirm(scene, responsible=scene.town.stranger)


def test_whoever_saw_an_older_case_decides_nothing(scene: Scene) -> None:
    confirm(scene)
    with pytest.raises(CaseChanged):
        commands.contest(scene.finding().pk, text="Không phải", **common(scene.town.leader, seen=0))


def test_a_case_is_confirmed_once(scene: Scene) -> None:
    confirm(scene)
    with pytest.raises(NotAtThisPoint):
        confirm(scene, seen=1)


def test_a_contest_that_is_upheld_leaves_the_case_concluded_and_cannot_be_repeated(scene: Scene) -> None:
    pk, town = scene.finding().pk, scene.town
    with pytest.raises(ReasonNeeded):
        commands.contest(pk, text=" ", **common(town.leader))
    commands.contest(pk, text="Đã chuyển đúng hạn trên giấy", **common(town.leader))
    with pytest.raises(NotAtThisPoint):
        scene.ordered(seen=1)
    case = commands.answer(pk, text="Phần mềm ghi quá hạn", stands=True, **common(town.inspector, 1))
    assert (case.state, scene.finding().state) == ("concluded", "open")
    with pytest.raises(AlreadyContested):
        commands.contest(pk, text="Vẫn không phải", **common(town.leader, 2))


def test_a_contest_that_is_right_drops_the_case_and_withdraws_the_finding(scene: Scene) -> None:
    pk, town = scene.finding().pk, scene.town
    commands.contest(pk, text="Hồ sơ thử", **common(town.leader))
    case = commands.answer(pk, text="Đúng là hồ sơ thử", stands=False, **common(town.inspector, 1))
    assert (case.state, case.closed_because, case.closed_by) == ("dropped", "Đúng là hồ sơ thử", town.inspector)
    assert scene.finding().state == "withdrawn"


@pytest.mark.parametrize(("end", "state"), [(commands.drop, "dropped"), (commands.explain, "explained")])
def test_dropping_and_explaining_need_a_reason_withdraw_the_finding_and_lift_what_was_ordered(
    scene: Scene, end: object, state: str
) -> None:
    remedy, pk = scene.ordered(), scene.finding().pk
    with pytest.raises(ReasonNeeded):
        end(pk, reason="", **common(scene.town.inspector, 1))  # type: ignore[operator]
    case = end(pk, reason="Thiên tai", **common(scene.town.inspector, 1))  # type: ignore[operator]
    remedy.refresh_from_db()
    assert (case.state, case.closed_because, case.closed_at) == (state, "Thiên tai", LATER)
    assert (scene.finding().state, remedy.state, remedy.ended_at) == ("withdrawn", "lifted", LATER)


def test_nothing_is_decided_of_a_finding_that_is_closed(scene: Scene) -> None:
    finding = scene.finding()
    inspection.withdraw(finding.pk, reason="Nhầm", by=scene.town.inspector, now=LATER, seen=finding.version)
    with pytest.raises(CaseChanged):
        confirm(scene)


@pytest.mark.parametrize(("act", "who", "error"), [
    ("confirm", "leader", NotPermitted), ("confirm", "officer", NotPermitted), ("confirm", "stranger", NotFound),
    ("contest", "inspector", NotPermitted), ("contest", "officer", NotPermitted), ("contest", "stranger", NotFound),
    ("drop", "leader", OwnRemedy), ("explain", "leader", OwnRemedy), ("drop", "administrator", NotPermitted),
    ("explain", "officer", OwnRemedy), ("order", "officer", NotPermitted), ("order", "inspector", NotPermitted),
    ("order", "stranger", NotFound), ("order", "administrator", NotPermitted),
])  # fmt: skip
def test_who_may_not_is_refused_and_nothing_is_left(scene: Scene, act: str, who: str, error: type[Exception]) -> None:
    pk, user = scene.finding().pk, getattr(scene.town, who)
    given = {
        "confirm": {**CAUSE, "responsible": None}, "contest": {"text": "x"}, "drop": {"reason": "x"},
        "explain": {"reason": "x"}, "order": {},
    }[act]  # fmt: skip
    asked = [commands.Order(scene.town.officer, "training")] if act == "order" else []
    with pytest.raises(error):
        getattr(commands, act)(pk, *asked, **given, **common(user))
    assert not Case.objects.exists()


def test_a_later_case_of_the_same_cause_is_a_repeat_of_the_one_that_was_closed(scene: Scene) -> None:
    commands.explain(scene.finding(SELF_CLOSING).pk, reason="Mất điện", **common(scene.town.inspector))
    first = scene.case(SELF_CLOSING)
    other = scene.finding(SELF_CLOSING)
    other.pk, other.key, other.state = None, "dossier:other", "open"
    for opened, previous in ((LATER - DAY, None), (LATER + DAY, first.pk), (LATER + 366 * DAY, None)):
        other.pk, other.key = None, f"dossier:other-{opened:%j%Y}"
        other.since = other.opened_at = opened
        other.closed_at = None
        other.save(force_insert=True)
        commands.contest(other.pk, text="x", **common(scene.town.leader, now=opened + DAY))
        assert Case.objects.get(finding=other).previous_id == previous


def test_what_was_dropped_does_not_make_the_next_one_a_repeat(scene: Scene) -> None:
    commands.drop(scene.finding(SELF_CLOSING).pk, reason="Nhầm", **common(scene.town.inspector))
    other = scene.finding(SELF_CLOSING)
    other.pk, other.key, other.state, other.closed_at = None, "dossier:other", "open", None
    other.since = other.opened_at = LATER + DAY
    other.save(force_insert=True)
    commands.contest(other.pk, text="x", **common(scene.town.leader, now=LATER + 2 * DAY))
    assert Case.objects.get(finding=other).previous is None
