"""How many due moments, explanations and batch rows a second the working clock gives, on one core."""

import argparse
import contextlib
import csv
import io
import random
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from fractions import Fraction
from pathlib import Path
from typing import Final

from motcua.engines.worktime import VIETNAM, Calendar, Limit, Pause, Unit, due, explain, standard

TARGET: Final = 50_000  # due moments a second (issue 3 §2)
CALLS: Final = 100_000
ROWS: Final = 5_000
SEED: Final = 2023
LIMITS: Final = {
    Unit.WORKING_DAY: ("1", "3", "5", "7.5", "15", "30"),
    Unit.WORKING_HOUR: ("2", "4", "8"),
    Unit.CALENDAR_DAY: ("10", "15", "30"),
    Unit.MONTH: ("1", "2"),
    Unit.SAME_DAY: ("1",),
    Unit.FORWARD: ("1",),
}
Question = tuple[datetime, Limit, Calendar, tuple[Pause, ...]]


def run(args: argparse.Namespace) -> int:
    """Print a line for each measurement; 1 where the mixed one misses its target."""
    mixed = questions(CALLS, paused=0.0)
    met = _measure("due, all units mixed, no pause", mixed, due) >= TARGET
    for unit in LIMITS:
        _measure(f"due, {unit}", [each for each in mixed if each[1].unit is unit], due)
    _measure("due, working_day, one to three pauses", questions(CALLS // 5, paused=1.0), due)
    _measure("explain, all units mixed", mixed[: CALLS // 10], explain)
    _batch(questions(ROWS, paused=0.2))
    print(f"target {TARGET:,} due moments a second: {'met' if met else 'MISSED'}")
    return 0 if met else 1


def questions(count: int, *, paused: float) -> list[Question]:
    """Seeded questions of 2023–2026 on STD, 8H and SAT; `paused`: the share that has pauses."""
    dice = random.Random(SEED)
    calendars = [standard(name) for name in ("STD", "8H", "SAT")]
    return [_question(dice, dice.choice(calendars), dice.random() < paused) for _ in range(count)]


def _question(dice: random.Random, calendar: Calendar, paused: bool) -> Question:
    unit = Unit.WORKING_DAY if paused else dice.choice(list(LIMITS))
    first = datetime(2023, 1, 1, tzinfo=VIETNAM)
    received = first + timedelta(minutes=dice.randrange(1200 * 1440))
    pauses = []
    for _ in range(dice.randint(1, 3) if paused else 0):
        start = received + timedelta(minutes=dice.randrange(5 * 1440))
        pauses.append(Pause(start, start + timedelta(minutes=dice.randrange(5 * 1440))))
    return received, Limit(Fraction(dice.choice(LIMITS[unit])), unit), calendar, tuple(pauses)


def _measure(name: str, asked: Sequence[Question], answer: Callable[..., object]) -> float:
    """Answers a second: the median of five passes, after one that warms the calendars' tables."""
    for question in asked:
        answer(*question)
    passes = sorted(_pass(asked, answer) for _ in range(5))
    rate = len(asked) / passes[2]
    print(f"{name:<42} {rate:>12,.0f} /s  ({len(asked):,} calls)")
    return rate


def _pass(asked: Sequence[Question], answer: Callable[..., object]) -> float:
    begin = time.perf_counter()
    for question in asked:
        answer(*question)
    return time.perf_counter() - begin


def _batch(asked: Sequence[Question]) -> None:
    """`motcua due --batch` in this process, start of the interpreter left out, explanations included."""
    from motcua.cli import main

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "rows.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            rows = csv.writer(file)
            rows.writerow(["received", "limit", "unit", "calendar", "pause"])
            rows.writerows(_words(*each) for each in asked)
        begin = time.perf_counter()
        with contextlib.redirect_stdout(io.StringIO()):
            main(["due", "--batch", str(path)])
        rate = len(asked) / (time.perf_counter() - begin)
    print(f"{'due --batch, with explanations':<42} {rate:>12,.0f} rows/s  ({len(asked):,} rows)")


def _words(received: datetime, limit: Limit, calendar: Calendar, pauses: Sequence[Pause]) -> list[str]:
    told = ";".join(f"{each.start.isoformat()}/{each.end.isoformat()}" for each in pauses if each.end)
    return [received.isoformat(), str(float(limit.quantity) or ""), limit.unit, calendar.name, told]
