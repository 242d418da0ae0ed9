"""Reading units, posts and calendars. Whose rights: every other app's policy asks here."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from fractions import Fraction
from functools import lru_cache
from typing import Any, Final

from django.db import connection
from django.db.models import Q, QuerySet

from motcua.base.clock import VIETNAM
from motcua.base.errors import NotFound
from motcua.engines import worktime
from motcua.events.models import Stream
from motcua.organisations.models import DayDecision, DecidedYear, Installation, OfficeHours, Post, Role, Unit

WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
CALENDARS: Final = "calendars"  # the stream of the record that every change of a calendar is written to


@dataclass(frozen=True, slots=True)
class PostToday:
    """A post a person holds today, with what rights need of its unit."""

    role: str
    title: str
    unit_id: int
    unit_path: str
    unit_name: str
    unit_short_name: str


def posts_of(user: Any, now: datetime) -> tuple[PostToday, ...]:
    """Posts `user` holds on the day of `now`; one query a request, kept on the user object."""
    today = now.astimezone(VIETNAM).date()
    kept: tuple[date, tuple[PostToday, ...]] | None = getattr(user, "_posts_today", None)
    if kept is None or kept[0] != today:
        rows = in_force(Post.objects.filter(user=user.pk), today).select_related("unit").order_by("id")
        posts = tuple(PostToday(p.role, p.title, p.unit_id, p.unit.path, p.unit.name, p.unit.short_name) for p in rows)
        kept = (today, posts)
        user._posts_today = kept
    return kept[1]


def in_force(rows: QuerySet[Any], on: date) -> QuerySet[Any]:
    """Rows whose dates (inclusive) hold `on`."""
    return rows.filter(Q(valid_to__isnull=True) | Q(valid_to__gte=on), valid_from__lte=on)


def units_of(user: Any, now: datetime, roles: Collection[str] | None = None) -> set[int]:
    """Units where `user` holds a post today, of one of `roles` if named."""
    return {post.unit_id for post in posts_of(user, now) if roles is None or post.role in roles}


def holds(user: Any, roles: Collection[str], unit_id: int, now: datetime) -> bool:
    """Does `user` hold one of `roles` in this very unit today?"""
    return any(post.unit_id == unit_id and post.role in roles for post in posts_of(user, now))


def inspected_paths(user: Any, now: datetime) -> tuple[str, ...]:
    """Subtrees an inspector may read: his unit and all below it."""
    return tuple(post.unit_path for post in posts_of(user, now) if post.role == Role.INSPECTOR)


def visible_to(user: Any, now: datetime) -> QuerySet[Unit]:
    """Units whose inner affairs `user` may read: those of his posts, and for an inspector all below."""
    seen = Q(pk__in=units_of(user, now))
    for path in inspected_paths(user, now):
        seen |= Q(path=path) | Q(path__startswith=f"{path}/")
    return Unit.objects.filter(seen)


def colleagues(unit_id: int, role: str, now: datetime) -> QuerySet[Post]:
    """Posts of `role` in the unit today, in the order of given names."""
    today = now.astimezone(VIETNAM).date()
    rows = in_force(Post.objects.filter(unit_id=unit_id, role=role, user__is_active=True), today)
    return rows.select_related("user").order_by("user__full_name")


def unit(pk: int) -> Unit:
    """One unit by key. Raises NotFound."""
    try:
        return Unit.objects.get(pk=pk)
    except Unit.DoesNotExist:
        raise NotFound from None


def installation() -> Installation | None:
    """What this installation is; None before anything was laid."""
    return Installation.objects.first()


def calendar_of(unit_id: int, on: date) -> worktime.Calendar:
    """The working calendar of a unit as it stands now, with the hours in force on `on`.

    Built once for each state of the calendars: their stream in the record is as long as they are old.
    Raises worktime.NoOfficeHours where none were entered: never a guess (R10).
    """
    state = Stream.objects.filter(name=CALENDARS).values_list("length", flat=True).first() or 0
    database = str(connection.settings_dict["NAME"])
    return _calendar(database, unit_id, state, _binding_hours(database, unit_id, state, on))


@lru_cache(maxsize=4096)
def _binding_hours(_database: str, unit_id: int, _state: int, on: date) -> int | None:
    """The row of hours that binds on a day: the unit's own before the town's, the newest first."""
    rows = OfficeHours.objects.filter(Q(unit_id=unit_id) | Q(unit__isnull=True), valid_from__lte=on)
    ordered = sorted(rows, key=lambda row: (row.unit_id is not None, row.valid_from))
    return ordered[-1].pk if ordered else None


@lru_cache(maxsize=256)
def _calendar(_database: str, unit_id: int, _state: int, hours_id: int | None) -> worktime.Calendar:
    if hours_id is None:
        return worktime.standard("none")
    hours = OfficeHours.objects.get(pk=hours_id)
    decisions = DayDecision.objects.filter(Q(unit_id=unit_id) | Q(unit__isnull=True))
    years = DecidedYear.objects.values_list("year", flat=True)
    return build_calendar(hours, decisions, years)


def build_calendar(hours: OfficeHours, decisions: Iterable[DayDecision], years: Iterable[int]) -> worktime.Calendar:
    """The engine's calendar from rows; the unit's own decision goes before the town's."""
    ordered = sorted(decisions, key=lambda row: row.unit_id is not None)
    days = [worktime.DayRow(row.day, worktime.DayRowKind(row.what), row.name, row.decision, "") for row in ordered]
    return worktime.build(
        hours=_spans(hours.hours),
        duty=_spans(hours.duty),
        weight=Fraction(hours.duty_weight),
        days=worktime.official_days(days, decided=years),
    )


def _spans(by_weekday: dict[str, list[str]]) -> dict[int, list[tuple[time, time]]]:
    """{"mon": ["07:30-11:30"]} → {0: [(07:30, 11:30)]}"""
    return {WEEKDAYS.index(name): [_span(text) for text in spans] for name, spans in by_weekday.items() if spans}


def _span(text: str) -> tuple[time, time]:
    begin, end = text.split("-")
    return time.fromisoformat(begin), time.fromisoformat(end)
