"""Who was on duty, what broke, and how the connection was."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Final

from motcua.base.clock import VIETNAM
from motcua.demo.year.frame import END, Year, at
from motcua.demo.year.plants import Plan
from motcua.demo.year.truth import Truth
from motcua.organisations.models import CheckIn, ConnectionSample, DutyPost, Equipment, EquipmentState, State, Unit
from motcua.organisations.rules.connection import SLOT
from motcua.organisations.rules.duty import WEEKDAYS

DAYS_OF_LINE: Final = 8
MINUTE: Final = timedelta(minutes=1)


def lay(year: Year, plan: Plan, truth: Truth) -> None:
    """Everything, unit by unit."""
    for unit in year.units:
        _duty(year, plan, truth, unit)
        _equipment(plan, truth, unit)
        _connection(year, plan, truth, unit)


def _duty(year: Year, plan: Plan, truth: Truth, unit: Unit) -> None:
    """Everybody comes two minutes before his hour; but for the posts that stand empty since the autumn."""
    if plan.here("DUT02", unit):
        DutyPost.objects.filter(unit=unit, branch="military").delete()
        truth.add("DUT02", f"duty:{unit.pk}/military", unit)
    empty: set[str] = set()
    if plan.here("DUT01", unit):
        with year.aside("DUT01", unit.code):
            one = year.chance.choice(("police", "military"))
            empty = {"police", "military"} if year.chance.random() < 0.5 else {one}
        for branch in sorted(empty):
            truth.add("DUT01", f"duty:{unit.pk}/{branch}", unit)
    rows = []
    for post in DutyPost.objects.filter(unit=unit).select_related("person").order_by("pk"):
        for day in year.days:
            gone = post.branch in empty and day >= date(2023, 10, 2)
            came = datetime.combine(day, post.begins, VIETNAM) - 2 * MINUTE
            if gone or came > END or WEEKDAYS[day.weekday()] not in post.weekdays or post.person is None:
                continue
            left = datetime.combine(day, post.ends, VIETNAM)
            rows.append(CheckIn(unit=unit, post=post, person=post.person, at=came, how="sign_in",
                                out_at=left if left <= END else None))  # fmt: skip
    CheckIn.objects.bulk_create(rows, batch_size=2000)


def _equipment(plan: Plan, truth: Truth, unit: Unit) -> None:
    if plan.here("EQP01", unit):
        row = Equipment.objects.filter(unit=unit, kind="printer").order_by("pk")[0]
        row.retired_on = date(2023, 11, 15)
        row.save()
        truth.add("EQP01", f"equipment:{unit.pk}/printer", unit)
    if plan.here("EQP02", unit):
        thing = Equipment.objects.filter(unit=unit, kind="computer").order_by("pk")[0]
        EquipmentState.objects.create(equipment=thing, state=State.BROKEN, since=at(date(2023, 12, 23), 7))
        truth.add("EQP02", f"equipment:{unit.pk}/{thing.label}", unit)


def _connection(year: Year, plan: Plan, truth: Truth, unit: Unit) -> None:
    """Five-minute slots of the last days; where it is planted, one morning was without connection."""
    out = year.days[-3] if plan.here("CON01", unit) else None
    with year.aside("connection", unit.code):
        rows = list(_samples(year, unit, out))
    ConnectionSample.objects.bulk_create(rows, batch_size=2000)
    if out is not None:
        truth.add("CON01", f"connection:{unit.pk}", unit)


def _samples(year: Year, unit: Unit, out: date | None) -> Iterator[ConnectionSample]:
    for day in year.days[-DAYS_OF_LINE:]:
        for slot in _slots(day):
            if slot > END:
                break
            down = day == out and 8 <= slot.astimezone(VIETNAM).hour < 11
            latency = year.chance.randint(30, 90)
            yield ConnectionSample(unit=unit, slot=slot, samples=0 if down else 5, failures=5 if down else 0,
                                   latency_ms_total=0 if down else 5 * latency,
                                   latency_ms_max=0 if down else 2 * latency)  # fmt: skip


def _slots(day: date) -> Iterator[datetime]:
    for begin, end in ((at(day, 7, 30), at(day, 11, 30)), (at(day, 13, 30), at(day, 17))):
        slot = begin
        while slot < end:
            yield slot
            slot += SLOT
