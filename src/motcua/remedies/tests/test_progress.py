"""Progress: one reading for page, workbook and tests; earned points; who sees what; no more queries for more."""

import io
from datetime import datetime, timedelta
from typing import Any

import pytest
from openpyxl import load_workbook

from motcua.base import clock
from motcua.base.clock import VIETNAM
from motcua.dossiers.tests.conftest import person
from motcua.inspection.law import SAMPLE_SET
from motcua.inspection.models import Finding
from motcua.inspection.signals import registry
from motcua.inspection.tests.test_pages import client_of
from motcua.inspection.tests.test_run import LATER
from motcua.organisations.models import Role, Unit
from motcua.remedies import queries
from motcua.remedies.commands import follow
from motcua.remedies.earning import Earned, earned
from motcua.remedies.models import Case
from motcua.remedies.pages.drawing import lines
from motcua.remedies.progress import progress, week_begun
from motcua.remedies.queries import Week
from motcua.remedies.tests.scenes import DAY, Scene
from motcua.remedies.workbook import progress_book

LEAVES = {"a.one": 3, "a.two": 2}
MONDAY = datetime(2023, 4, 3, 9, tzinfo=VIETNAM)
COUNTED = 0


def laid(unit: Unit, found: datetime, closed: datetime | None, state: str = "mended", again: Case | None = None,
         signal: str = "DUT01") -> Case:  # fmt: skip
    """A case of a finding of its own, which ends with it."""
    global COUNTED  # noqa: PLW0603 - a key of its own
    COUNTED += 1
    finding = Finding.objects.create(
        signal=signal, key=f"x:{COUNTED}", subject=f"x:{COUNTED}", unit=unit, group="x", severity=1, ground="x",
        state="withdrawn" if closed else "open", since=found, opened_at=found, closed_at=closed,
        values={"ref": "x", "branch": "x", "thing": "x", "days": 3, "minutes": 9},
    )  # fmt: skip
    return Case.objects.create(
        finding=finding, episode=1, unit=unit, found_at=found, noted_at=found, state=state, closed_at=closed,
        closed_because="x" if state in {"dropped", "explained"} else "", previous=again,
    )  # fmt: skip


@pytest.fixture
def mended(scene: Scene) -> Scene:
    """The ward mended four, in 0, 1, 4 and 7 days, and dropped one; the other ward three, each in 7; one came back."""
    ward, other = scene.town.ward, scene.town.other_ward
    held = [laid(ward, MONDAY, MONDAY + days * DAY) for days in (0, 1, 4, 6)]
    laid(ward, MONDAY, MONDAY + 2 * DAY, "dropped")
    for _ in range(3):
        laid(other, MONDAY - 7 * DAY, MONDAY, signal="EQP02")
    laid(ward, MONDAY + 5 * DAY, None, "noted", held[0])
    return scene


# Points


def test_a_leaf_is_earned_once_however_much_of_it_was_mended() -> None:
    assert earned([(1, "a.one"), (1, "a.one"), (1, "a.two")], [], LEAVES) == {1: Earned(("a.one", "a.two"), 5)}


def test_a_leaf_of_which_anything_still_stands_earns_nothing() -> None:
    assert earned([(1, "a.one"), (2, "a.one")], [(1, "a.one")], LEAVES) == {2: Earned(("a.one",), 3)}


def test_a_leaf_that_stands_elsewhere_is_no_hindrance() -> None:
    assert earned([(1, "a.one")], [(2, "a.one"), (1, "a.two")], LEAVES) == {1: Earned(("a.one",), 3)}


def test_what_the_set_does_not_know_is_none_of_its_leaves() -> None:
    assert earned([(1, "b")], [], LEAVES) == {}
    assert earned([], [(1, "a.one")], LEAVES) == {}


def test_a_leaf_whole_again_is_earned_and_lost_when_its_finding_is_open_or_accepted(mended: Scene) -> None:
    points = SAMPLE_SET.on(LATER.date()).leaves.value[registry()["EQP02"].criterion]
    other = mended.town.other_ward

    def earned_there() -> int:
        return next(
            one.earned.points for one in progress(mended.town.inspector, LATER).units if one.unit_id == other.pk
        )

    assert earned_there() == points > 0
    finding = Finding.objects.filter(unit=other, signal="EQP02")[0]
    for state in ("open", "easing", "accepted"):
        finding.state, finding.accepted_until, finding.accepted_because = state, LATER + DAY, "x"
        finding.save()
        assert earned_there() == 0, state


# The numbers


def test_the_headline_counts_what_ended_in_the_weeks_and_what_is_open(mended: Scene) -> None:
    held = progress(mended.town.inspector, LATER)
    assert (held.closed, held.mended, held.explained, held.dropped, held.open) == (8, 7, 0, 1, 1)
    assert [(one.name, one.mended, one.open) for one in held.units] == [("Phường Mẫu 2", 4, 1), ("Phường Mẫu 3", 3, 0)]
    assert held.fastest is not None
    assert (held.fastest.name, held.fastest.pace.working_days.median) == ("Phường Mẫu 2", 1)
    assert (held.pace.calendar_days.number, held.pace.calendar_days.median, held.pace.calendar_days.p90) == (7, 6, 7)
    assert held.pace.working_days.median == 4


def test_the_weeks_of_all_are_the_sums_of_the_units(mended: Scene) -> None:
    held = progress(mended.town.inspector, LATER, number=26)
    assert len(held.weeks) == 26
    by_unit = queries.weeks(mended.town.inspector, LATER, number=26)
    for place, week in enumerate(held.weeks):
        column = [weeks[place] for weeks in by_unit.values()]
        assert (week.open, week.mended) == (sum(one.open for one in column), sum(one.mended for one in column))


def test_two_mended_are_too_few_for_a_middle_and_three_enough(scene: Scene) -> None:
    for number, says in ((2, False), (3, True)):
        for _ in range(number - Case.objects.count()):
            laid(scene.town.ward, MONDAY, MONDAY + DAY)
        text = client_of(scene.town.inspector).get("/remedies/progress").content.decode()
        assert ("chưa đủ số liệu" not in text) == says
        assert ("Chưa đủ số liệu" not in text) == says


def test_the_fastest_is_named_only_beside_another(scene: Scene) -> None:
    for _ in range(3):
        laid(scene.town.ward, MONDAY, MONDAY + DAY)
    assert progress(scene.town.inspector, LATER).fastest is None


def test_what_ended_before_the_first_week_is_not_counted(scene: Scene) -> None:
    begun = week_begun(LATER, 12)
    laid(scene.town.ward, begun - 9 * DAY, begun)
    laid(scene.town.ward, begun - 9 * DAY, begun + timedelta(seconds=1))
    held = progress(scene.town.inspector, LATER)
    assert (held.mended, held.pace.working_days.number) == (1, 1)


def test_what_came_back_is_told_by_signal_with_its_units_and_cases(mended: Scene) -> None:
    (found,) = progress(mended.town.inspector, LATER).again
    assert (found.signal, found.cases, found.repeats, found.units) == ("DUT01", 6, 1, (("Phường Mẫu 2", 1),))
    assert [one.previous_id is not None for one in found.shown] == [True]


def test_what_nobody_took_up_is_told_apart(scene: Scene) -> None:
    number = Finding.objects.filter(state="open").count()
    assert number > 1
    scene.ordered()
    held = progress(scene.town.inspector, LATER)
    assert (held.untaken, held.open) == (number - 1, 1)
    assert held.others == ("Phường Mẫu 3", "Thị xã Mẫu")


def test_one_unit_alone(mended: Scene) -> None:
    held = progress(mended.town.inspector, LATER, unit_id=mended.town.other_ward.pk)
    assert ([one.name for one in held.units], held.mended, held.again, held.untaken) == (["Phường Mẫu 3"], 3, (), 0)


# Who sees what


def test_a_unit_sees_its_own_and_no_other(mended: Scene) -> None:
    assert [one.name for one in progress(mended.town.leader, LATER).units] == ["Phường Mẫu 2"]
    other = mended.town.ward.pk
    assert progress(mended.town.stranger, LATER, unit_id=other).units == ()
    text = client_of(mended.town.stranger).get("/remedies/progress", {"unit": other}).content.decode()
    assert "Phường Mẫu 2" not in text


def test_the_head_of_the_town_is_told_that_he_sees_a_part_and_earns_nothing_of_it(scene: Scene) -> None:
    assert scene.town.ward.parent is not None
    chairman = person(scene.town.ward.parent, Role.LEADER, "chairman")
    scene.ordered()
    for days in (4, 14):
        follow(now=LATER + days * DAY)
    later = LATER + 14 * DAY
    Case.objects.update(state="mended", closed_at=later - DAY)
    held = progress(chairman, later)
    assert (held.partial, held.mended, held.points) == (True, 1, 0)
    assert not progress(scene.town.inspector, later).partial
    assert not progress(scene.town.leader, later).partial


# The page and the workbook


@pytest.fixture(autouse=True)
def at_later(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages are read at the moment of the scene."""
    monkeypatch.setattr(clock, "now", lambda: LATER)


def test_page_workbook_and_queries_tell_the_same(mended: Scene) -> None:
    user = mended.town.inspector
    client, held = client_of(user), progress(user, LATER)
    page = client.get("/remedies/progress")
    assert page.context["held"] == held
    answer = client.get("/remedies/progress.xlsx")
    book = load_workbook(io.BytesIO(b"".join(answer.streaming_content)))  # type: ignore[attr-defined]
    rows = {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book}
    told: dict[Any, Any] = {row[0]: row[1] for row in rows["Tổng hợp"]}
    pace = queries.pace_of([one for days in queries.took(
        queries.visible_to(user, LATER).filter(state="mended")).values() for one in days])  # fmt: skip
    assert (told["Khắc phục xong"], told["Bị bỏ"], told["Đang mở"], told["Chưa ai theo dõi"]) == (7, 1, 1, held.untaken)
    assert (told["Trung vị, ngày làm việc"], told["P90, ngày lịch"]) == (
        pace.working_days.median, pace.calendar_days.p90)  # fmt: skip
    weeks = queries.weeks(user, LATER)
    assert [row[2:] for row in rows["Theo tuần"][1:13]] == [
        (week.open, week.mended, week.explained, week.dropped) for week in held.weeks
    ]
    assert [row[2:4] for row in rows["Theo tuần"][13:25]] == [
        (week.open, week.mended) for week in weeks[mended.town.ward.pk]
    ]
    assert [row[:4] for row in rows["Từng đơn vị"][1:]] == [("Phường Mẫu 2", 1, 4, 1), ("Phường Mẫu 3", 0, 3, 5)]
    assert rows["Tái diễn"][1] == ("DUT01", registry()["DUT01"].title.vi, "Phường Mẫu 2", 1)
    text = page.content.decode()
    for said in ("đóng 8, còn mở 1", "Đã khắc phục 7", "Nhanh nhất: Phường Mẫu 2", "1 lần trong 6 phát hiện"):
        assert said in text
    shown = page.context["picture"]["weeks"]
    assert f"Đang mở: {'; '.join(str(week.open) for week in shown)}." in text


def test_a_name_is_never_a_formula(mended: Scene) -> None:
    Unit.objects.filter(pk=mended.town.ward.pk).update(short_name='=HYPERLINK("x")')
    book = load_workbook(io.BytesIO(progress_book(progress(mended.town.inspector, LATER))))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if "HYPERLINK" in str(cell.value)]
    assert {(cell.data_type, str(cell.value)[0]) for cell in cells} == {("s", "'")}


def test_an_empty_page_leads_to_what_nobody_took_up(scene: Scene) -> None:
    text = client_of(scene.town.leader).get("/remedies/progress").content.decode()
    assert "Chưa có phát hiện nào được theo dõi khắc phục trong 12 tuần qua." in text
    assert 'href="/remedies?state=untaken"' in text
    assert '<svg class="ways"' not in text
    stranger = client_of(scene.town.stranger).get("/remedies/progress").content.decode()
    assert "Cũng không có phát hiện nào đang chờ theo dõi." in stranger


@pytest.mark.parametrize("asked", ["weeks=13&unit=x", "weeks=-1", "weeks=9999999999", "unit=99999999999999999999"])
def test_what_nobody_offers_is_as_if_it_had_not_been_asked(mended: Scene, asked: str) -> None:
    page = client_of(mended.town.inspector).get(f"/remedies/progress?{asked}")
    assert (page.context["number"], page.context["held"].mended) == (12, 7)


def test_the_page_asks_no_more_for_more_units_and_cases(mended: Scene, django_assert_max_num_queries: Any) -> None:
    town = mended.town
    for number in range(20):
        unit = Unit.objects.create(
            code=f"H23.15.{number + 20}", name=f"X {number}", short_name=f"X {number}", level=town.ward.level,
            kind=town.ward.kind, parent=town.ward.parent, path=f"H23.15/H23.15.{number + 20}",
            valid_from=town.ward.valid_from, one_stop_name="x",
        )  # fmt: skip
        first = laid(unit, MONDAY, MONDAY + DAY)
        laid(unit, MONDAY + DAY, None, "noted", first)
    client = client_of(town.inspector)
    for path in ("/remedies/progress", "/remedies/progress.xlsx"):
        client.get(path)  # calendars are read once in a process
        with django_assert_max_num_queries(22):
            assert client.get(path).status_code == 200


# The picture


def week(open_: int, mended_: int) -> Week:
    return Week(LATER, open_, mended_, 0, 0)


def test_lines_stand_on_nought_and_end_at_the_edges() -> None:
    picture = lines([week(0, 4), week(2, 0), week(4, 1)])
    assert picture["open"] == "0,100.0 500,50.0 1000,0.0"
    assert picture["mended"] == "0,0.0 500,100.0 1000,75.0"


def test_small_lines_share_a_scale_and_nothing_is_flat_on_nought() -> None:
    assert lines([week(2, 0), week(2, 0)], 8)["open"] == "0,75.0 1000,75.0"
    assert lines([week(0, 0), week(0, 0)])["open"] == "0,100.0 1000,100.0"
    assert lines([week(1, 0)])["open"] == "0,0.0"
