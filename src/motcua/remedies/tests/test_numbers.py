"""Numbers for pictures: open and mended by week, days to mend, causes that return."""

from datetime import date, datetime, timedelta

from motcua.base.clock import VIETNAM
from motcua.inspection.models import Finding
from motcua.inspection.tests.test_run import LATER
from motcua.remedies import queries
from motcua.remedies.models import Case
from motcua.remedies.tests.scenes import DAY, SELF_CLOSING, Scene

SINCE = date(2023, 1, 1)


def case(
    scene: Scene, number: int, found: datetime, closed: datetime | None, state: str, again: Case | None = None
) -> Case:
    """A case of a finding of its own."""
    finding = scene.finding_of(SELF_CLOSING)
    finding = Finding.objects.create(
        signal=finding.signal, key=f"x:{number}", subject=f"x:{number}", unit=finding.unit, group="x", severity=1,
        ground="x", state="open", since=found, opened_at=found,
    )  # fmt: skip
    return Case.objects.create(
        finding=finding, episode=1, unit=finding.unit, found_at=found, noted_at=found, state=state, closed_at=closed,
        closed_because="x" if state in {"dropped", "explained"} else "", previous=again,
    )  # fmt: skip


def test_weeks_end_on_sunday_and_the_last_one_now(scene: Scene) -> None:
    case(scene, 1, LATER - 10 * DAY, LATER - DAY, "mended")  # mended on Sunday 9 April
    case(scene, 2, LATER - 3 * DAY, None, "mending")
    case(scene, 3, LATER - 3 * DAY, LATER - 2 * DAY, "explained")
    weeks = queries.weeks(scene.town.inspector, LATER, number=3)[scene.town.ward.pk]
    assert [week.ends for week in weeks] == [
        datetime(2023, 4, 3, tzinfo=VIETNAM), datetime(2023, 4, 10, tzinfo=VIETNAM), LATER,
    ]  # fmt: skip
    assert [(week.open, week.mended, week.explained, week.dropped) for week in weeks] == [
        (1, 0, 0, 0), (1, 1, 1, 0), (1, 0, 0, 0),
    ]  # fmt: skip
    assert queries.weeks(scene.town.stranger, LATER) == {}


def test_the_pace_counts_from_the_finding_to_its_mending(scene: Scene) -> None:
    monday = datetime(2023, 4, 3, 9, tzinfo=VIETNAM)
    for number, days in enumerate((0, 1, 4, 7)):
        case(scene, number, monday, monday + days * DAY, "mended")
    case(scene, 9, monday, monday + 2 * DAY, "dropped")
    pace = queries.pace(scene.town.inspector, LATER, since=SINCE)[scene.town.ward.pk]
    assert (pace.calendar_days.number, pace.calendar_days.median, pace.calendar_days.p90) == (4, 1, 7)
    assert (pace.working_days.median, pace.working_days.p90) == (1, 5)
    assert queries.pace(scene.town.inspector, LATER, since=LATER.date() + timedelta(days=1)) == {}


def test_causes_that_return_are_named_with_their_number(scene: Scene) -> None:
    first = case(scene, 1, LATER - 10 * DAY, LATER - 5 * DAY, "mended")
    case(scene, 2, LATER - DAY, None, "noted", first)
    found = queries.returning(scene.town.inspector, LATER, since=SINCE)
    assert [(one.unit_id, one.signal, one.cases, one.repeats) for one in found] == [
        (scene.town.ward.pk, SELF_CLOSING, 2, 1)
    ]
    assert queries.returning(scene.town.stranger, LATER, since=SINCE) == []
