"""What all of the year stands on: its units, its working days, its people, and one source of chance."""

import random
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

from motcua.accounts.models import User
from motcua.base.clock import VIETNAM
from motcua.demo.people import FAMILIES, MIDDLES, SAMPLES
from motcua.engines.worktime import Calendar
from motcua.organisations.models import Level, Post, Unit
from motcua.organisations.queries import calendar_of
from motcua.organisations.reading.one_stops import one_stops

FIRST: Final = date(2023, 1, 3)
END: Final = datetime(2023, 12, 29, 8, 0, tzinfo=VIETNAM)  # a Friday: the year is looked at from here
GIVEN: Final = ("An", "Bình", "Chi", "Dũng", "Giang", "Hà", "Khoa", "Lan", "Mai", "Nam", "Oanh", "Phúc", "Quân", "Sơn",
                "Tâm", "Uyên", "Vinh", "Xuân", "Yến", "Hòa")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Staff:
    """Who acts at a unit."""

    desk: User
    officer: User
    leader: User


@dataclass(frozen=True, slots=True)
class Year:
    """units: with a one-stop, the town's own first; communes: those without it; days: working days, oldest first."""

    units: Sequence[Unit]
    communes: Sequence[Unit]
    days: Sequence[date]
    calendar: Calendar
    staff: dict[int, Staff]
    seed: int
    held: list[random.Random]

    @property
    def chance(self) -> random.Random:
        """The source of chance of what is being laid."""
        return self.held[-1]

    @contextmanager
    def aside(self, *names: str) -> Iterator[None]:
        """A source of its own for a part of the year: what is drawn in it moves nothing outside.

        So a year without one cause differs from the year with it by that cause alone.
        """
        self.held.append(random.Random(f"year/{self.seed}/{'/'.join(names)}"))  # noqa: S311 - to be repeated
        try:
            yield
        finally:
            self.held.pop()

    def person(self) -> str:
        """An invented name, plainly a sample."""
        pick = self.chance.choice
        return f"{pick(FAMILIES)} {pick(MIDDLES)} {pick(GIVEN)} {pick(SAMPLES)}"

    def day(self, ordinal: int) -> date:
        """A working day by its number; negative from the end."""
        return self.days[ordinal]


def frame(seed: int) -> Year:
    """The year of a town that was laid."""
    units = list(one_stops(END.date()))
    units.sort(key=lambda unit: (unit.level != Level.DISTRICT, unit.code))
    calendar = calendar_of(units[0].pk, END.date())
    span = (FIRST + timedelta(days=n) for n in range((END.date() - FIRST).days + 1))
    days = [day for day in span if calendar.day(day).works]
    staff = {unit.pk: _staff(unit) for unit in units}
    return Year(units, units[1:], days, calendar, staff, seed,
                [random.Random(f"year/{seed}")])  # noqa: S311 - to be repeated  # fmt: skip


def _staff(unit: Unit) -> Staff:
    held: dict[str, User] = {}
    for post in Post.objects.filter(unit=unit).select_related("user").order_by("-pk"):
        held[post.role] = post.user
    return Staff(held["receptionist"], held["officer"], held["leader"])


def at(day: date, hour: int, minute: int = 0, second: int = 0) -> datetime:
    """A moment of a day in Vietnam."""
    return datetime.combine(day, time(hour, minute, second), VIETNAM)
