"""Reading units, posts and calendars. Whose rights: every other app's policy asks here."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from fractions import Fraction
from functools import lru_cache
from typing import Any, Final

from django.db import connection
from django.db.models import Exists, OuterRef, Q, QuerySet

from motcua.base.clock import VIETNAM
from motcua.base.errors import NotFound
from motcua.engines import worktime
from motcua.events.models import Stream
from motcua.organisations.models import (
    Absence,
    DayDecision,
    DecidedYear,
    Delegation,
    Installation,
    Kind,
    Level,
    OfficeHours,
    Post,
    Predecessor,
    Role,
    Unit,
)

WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
CALENDARS: Final = "calendars"  # the stream of the record that every change of a calendar is written to


@dataclass(frozen=True, slots=True)
class PostToday:
    """A post whose rights a person has today, with what rights need of its unit.

    owner_id: whose post it is: his own, that of who delegated it, or of the absent person he stands in for.
    stands_in: he also does the steps that the owner holds. one_stop: the unit has a one-stop of its own.
    """

    id: int
    role: str
    title: str
    unit_id: int
    unit_path: str
    unit_name: str
    unit_short_name: str
    owner_id: int
    stands_in: bool
    one_stop: bool = False


def posts_of(user: Any, now: datetime) -> tuple[PostToday, ...]:
    """Posts whose rights `user` has on the day of `now`: his own, delegated ones, and those of who is away.

    One query a request, kept on the user object. A post in a unit that has ended gives no right.
    """
    today = now.astimezone(VIETNAM).date()
    kept: tuple[date, tuple[PostToday, ...]] | None = getattr(user, "_posts_today", None)
    if kept is None or kept[0] != today:
        kept = (today, _posts_today(user, today))
        user._posts_today = kept
    return kept[1]


def _posts_today(user: Any, today: date) -> tuple[PostToday, ...]:
    if user.pk is None:
        return ()
    delegated = in_force(Delegation.objects.filter(post=OuterRef("pk"), receiver=user.pk), today)
    away = in_force(Absence.objects.filter(user=OuterRef("user"), stand_in=user.pk, ended_at__isnull=True), today)
    rows = _held(today).annotate(away=Exists(away)).select_related("unit").order_by("id")
    rows = rows.filter(Q(user=user.pk) | Q(Exists(delegated.filter(revoked_at__isnull=True))) | Q(away=True))
    found = [
        PostToday(p.pk, p.role, p.title, p.unit_id, p.unit.path, p.unit.name, p.unit.short_name, p.user_id,
                  p.user_id != user.pk and p.away, p.unit.kind == Kind.PEOPLES_COMMITTEE and bool(p.unit.one_stop_name))
        for p in rows
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda post: (post.owner_id != user.pk, post.id)))


def _held(today: date) -> QuerySet[Post]:
    """Posts in force on a day, in units that exist on it."""
    rows = in_force(Post.objects.filter(user__is_active=True), today)
    return rows.filter(Q(unit__valid_to__isnull=True) | Q(unit__valid_to__gte=today))


def stands_in_for(user: Any, now: datetime) -> set[int]:
    """People whose steps `user` does today beside his own."""
    return {post.owner_id for post in posts_of(user, now) if post.stands_in}


def in_force(rows: QuerySet[Any], on: date) -> QuerySet[Any]:
    """Rows whose dates (inclusive) hold `on`."""
    return rows.filter(Q(valid_to__isnull=True) | Q(valid_to__gte=on), valid_from__lte=on)


def units_of(user: Any, now: datetime, roles: Collection[str] | None = None) -> set[int]:
    """Units where `user` holds a post today, of one of `roles` if named."""
    return {post.unit_id for post in posts_of(user, now) if roles is None or post.role in roles}


def holds(user: Any, roles: Collection[str], unit_id: int, now: datetime) -> bool:
    """Does `user` hold one of `roles` in this very unit today?"""
    return any(post.unit_id == unit_id and post.role in roles for post in posts_of(user, now))


def administered_paths(user: Any, now: datetime) -> tuple[str, ...]:
    """Subtrees whose posts and processes an administrator keeps: his unit and all below it."""
    return tuple(post.unit_path for post in posts_of(user, now) if post.role == Role.ADMINISTRATOR)


def below(paths: Iterable[str]) -> Q:
    """Units at one of the paths or beneath it."""
    found = Q(pk__in=[])
    for path in paths:
        found |= Q(path=path) | Q(path__startswith=f"{path}/")
    return found


def inspected_paths(user: Any, now: datetime) -> tuple[str, ...]:
    """Subtrees an inspector may read: his unit and all below it."""
    return tuple(post.unit_path for post in posts_of(user, now) if post.role == Role.INSPECTOR)


def visible_to(user: Any, now: datetime) -> QuerySet[Unit]:
    """Units whose inner affairs `user` may read: those of his posts, and for an inspector all below."""
    return Unit.objects.filter(Q(pk__in=units_of(user, now)) | below(inspected_paths(user, now)))


def colleagues(unit_id: int, role: str, now: datetime) -> QuerySet[Post]:
    """Posts of `role` in the unit today, in the order of given names."""
    rows = _held(now.astimezone(VIETNAM).date()).filter(unit_id=unit_id, role=role)
    return rows.select_related("user").order_by("user__full_name")


def holders_in(units: Collection[int], now: datetime) -> list[tuple[int, str]]:
    """(id, name) of people with a post in these units today, each once."""
    rows = _held(now.astimezone(VIETNAM).date()).filter(unit__in=units).values_list("user_id", "user__full_name")
    return list(rows.distinct().order_by("user_id"))


def staff_of(user: Any, now: datetime) -> QuerySet[Post]:
    """Posts in force that `user` may see kept: an administrator of his subtree, a leader of his own units."""
    leads = Q(unit__in=units_of(user, now, {Role.LEADER}))
    kept = Q(unit__in=Unit.objects.filter(below(administered_paths(user, now))))
    rows = _held(now.astimezone(VIETNAM).date()).filter(leads | kept)
    return rows.select_related("user", "unit", "home").order_by("unit__path", "role", "user__full_name")


def units_with_staff(user: Any, now: datetime) -> list[tuple[int, str]]:
    """Units whose posts `user` keeps, in the order of the tree."""
    rows = staff_of(user, now).order_by("unit__path").values_list("unit_id", "unit__short_name")
    return list(dict.fromkeys(rows))


def absences_of(user: Any, now: datetime) -> QuerySet[Absence]:
    """Absences of today and later of the people `user` keeps."""
    today = now.astimezone(VIETNAM).date()
    rows = Absence.objects.filter(user__in=staff_of(user, now).order_by().values("user"), ended_at__isnull=True)
    return rows.filter(valid_to__gte=today).select_related("user", "stand_in").order_by("valid_from", "pk")


def delegations_of(user: Any, now: datetime) -> QuerySet[Delegation]:
    """Delegations of today and later that `user` gave, received, or keeps as an administrator."""
    today = now.astimezone(VIETNAM).date()
    kept = Q(post__unit__in=Unit.objects.filter(below(administered_paths(user, now))))
    rows = Delegation.objects.filter(Q(post__user=user.pk) | Q(receiver=user.pk) | kept, revoked_at__isnull=True)
    rows = rows.filter(valid_to__gte=today).select_related("post__user", "post__unit", "receiver")
    return rows.order_by("valid_from", "pk")


def place(at: str, *, own: Unit, desk: Unit, on: date) -> Unit | None:
    """The unit a step of a process is done in; None where the town has none such on that day.

    at: own | desk | parent | division:<name> | branch:<branch> | unit:<code>. A branch is looked for beside and
    below the unit first, then a level higher.
    """
    kind, _, name = at.partition(":")
    if kind in {"own", "desk"}:
        return own if kind == "own" else desk
    if kind == "parent":
        return own.parent
    wanted = {"division": Q(name=name) | Q(short_name=name), "branch": Q(branch=name), "unit": Q(code=name)}[kind]
    rows = in_force(Unit.objects.filter(wanted), on).order_by("path")
    return rows.first() if kind == "unit" else _nearest(list(rows), own.path)


def _nearest(units: list[Unit], path: str) -> Unit | None:
    """The first unit below `path`, else below the one above it, and so on."""
    while path:
        for unit in units:
            if unit.path.startswith(f"{path}/"):
                return unit
        path = path.rpartition("/")[0]
    return None


def one_stops_beside(desk: Unit, on: date) -> list[tuple[int, str]]:
    """Other units of the province that have a one-stop on that day, by name."""
    rows = in_force(Unit.objects.filter(below([desk.path.split("/", 1)[0]])), on).exclude(pk=desk.pk)
    return list(rows.exclude(one_stop_name="").order_by("sort_key").values_list("pk", "name"))


def one_stop(pk: int | None, on: date) -> Unit | None:
    """The unit with this key, or the first commune that has a one-stop; None where there is none that day."""
    rows = in_force(Unit.objects.exclude(one_stop_name=""), on)
    found: Unit | None = (rows.filter(pk=pk) if pk else rows.filter(level=Level.COMMUNE)).order_by("path").first()
    return found


def askable(unit: Unit, now: datetime) -> list[tuple[int, str]]:
    """Units whose opinion `unit` may ask: all of its province today but itself, by name."""
    top, today = unit.path.split("/", 1)[0], now.astimezone(VIETNAM).date()
    rows = in_force(Unit.objects.filter(below([top])), today).exclude(pk=unit.pk).order_by("sort_key")
    return list(rows.values_list("pk", "name"))


def successor_of(unit: Unit, on: date) -> Unit | None:
    """The unit that has taken over from one that ended, on that day: whole before part; None where it still stands."""
    found: Unit | None = unit
    while found is not None and found.valid_to is not None and found.valid_to < on:
        rows = Predecessor.objects.filter(before=found).select_related("unit").order_by("part", "pk")
        heir = rows.first()
        found = heir.unit if heir else None
    return None if found == unit else found


def ended(on: date) -> QuerySet[Unit]:
    """Units that no longer exist on that day."""
    return Unit.objects.filter(valid_to__lt=on).order_by("path")


def unit(pk: int) -> Unit:
    """One unit by key. Raises NotFound."""
    try:
        return Unit.objects.get(pk=pk)
    except Unit.DoesNotExist:
        raise NotFound from None


def installation() -> Installation | None:
    """What this installation is; None before anything was laid."""
    return Installation.objects.first()


def is_demo() -> bool:
    """Is this a demo town? Its papers carry "MẪU" (TT 01/2018/TT-VPCP Điều 5 khoản 2)."""
    return Installation.objects.filter(demo=True).exists()


def calendar_of(unit_id: int, on: date) -> worktime.Calendar:
    """The working calendar of a unit as it stands now, with the hours in force on `on`. For many: Calendars.

    Raises worktime.NoOfficeHours where none were entered: never a guess (R10).
    """
    return Calendars().of(unit_id, on)


class Calendars:
    """Calendars for one list: how they stand is asked once, whatever units and days its rows have.

    Built once for each state of the calendars: their stream in the record is as long as they are old.
    """

    def __init__(self) -> None:
        self.state = Stream.objects.filter(name=CALENDARS).values_list("length", flat=True).first() or 0
        self.database = str(connection.settings_dict["NAME"])

    def of(self, unit_id: int, on: date) -> worktime.Calendar:
        """The calendar of a unit with the hours in force on that day."""
        return _calendar(self.database, unit_id, self.state, _binding_hours(self.database, unit_id, self.state, on))


def _binding_hours(database: str, unit_id: int, state: int, on: date) -> int | None:
    """The row of hours that binds on a day: the unit's own before the town's, the newest first."""
    rows = [row for row in _hours(database, unit_id, state) if row[1] <= on]
    return max(rows)[2] if rows else None


@lru_cache(maxsize=512)
def _hours(_database: str, unit_id: int, _state: int) -> tuple[tuple[bool, date, int], ...]:
    """All rows of hours that may bind a unit: (its own, from when, key)."""
    rows = OfficeHours.objects.filter(Q(unit_id=unit_id) | Q(unit__isnull=True))
    return tuple((row.unit_id is not None, row.valid_from, row.pk) for row in rows)


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
