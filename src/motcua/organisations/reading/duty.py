"""The duty of a one-stop on a day, as it was known at a moment."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Q, QuerySet

from motcua.accounts.models import User
from motcua.base.clock import VIETNAM
from motcua.organisations import queries
from motcua.organisations.law import DUTY
from motcua.organisations.models import CheckIn, DutyAbsence, DutyPost, Unit
from motcua.organisations.rules import duty as rules
from motcua.organisations.rules.spans import Span


@dataclass(frozen=True, slots=True)
class DutyDay:
    """A day of a one-stop up to `moment`: its hours, the posts by key, the picture's lines, the gaps, who is there."""

    unit: Unit
    day: date
    moment: datetime
    hours: list[Span]
    posts: dict[int, DutyPost]
    lines: list[rules.Line]
    gaps: list[rules.Gap]
    check_ins: list[CheckIn]
    absences: dict[int, DutyAbsence]

    @property
    def there(self) -> list[CheckIn]:
        """Who is on duty at the moment."""
        return [row for row in self.check_ins if until_of(row, self.moment) == self.moment]


def posts_on(unit_id: int, day: date) -> QuerySet[DutyPost]:
    """Posts of the roster whose weekday it is."""
    rows = DutyPost.objects.filter(unit=unit_id, weekdays__contains=[rules.WEEKDAYS[day.weekday()]])
    return queries.in_force(rows, day).select_related("person").order_by("counter", "begins", "pk")


def roster(unit_id: int, on: date) -> QuerySet[DutyPost]:
    """Posts in force on a day or to come."""
    rows = DutyPost.objects.filter(Q(valid_to__isnull=True) | Q(valid_to__gte=on), unit=unit_id)
    return rows.select_related("person").order_by("counter", "begins", "pk")


def absences_on(unit_id: int, day: date, known_at: datetime) -> QuerySet[DutyAbsence]:
    """Absences of a day as they were known at a moment."""
    rows = DutyAbsence.objects.filter(post__unit=unit_id, day_from__lte=day, day_to__gte=day, recorded_at__lte=known_at)
    rows = rows.filter(Q(withdrawn_at__isnull=True) | Q(withdrawn_at__gt=known_at))
    return rows.select_related("post", "substitute").order_by("recorded_at")


def absences_from(unit_id: int, day: date) -> QuerySet[DutyAbsence]:
    """Absences of a day and later that hold."""
    rows = DutyAbsence.objects.filter(post__unit=unit_id, day_to__gte=day, withdrawn_at__isnull=True)
    return rows.select_related("post__person", "substitute").order_by("day_from", "pk")


def check_ins_on(unit_id: int, day: date, known_at: datetime) -> QuerySet[CheckIn]:
    """Who came on a day, up to a moment."""
    begin = datetime.combine(day, time(), VIETNAM)
    rows = CheckIn.objects.filter(unit=unit_id, at__gte=begin, at__lt=begin + timedelta(days=1), at__lte=known_at)
    return rows.select_related("person", "post", "standing_in_for").order_by("at")


def until_of(row: CheckIn, moment: datetime) -> datetime:
    """To when somebody was there as of `moment`: he left, or his post ended, or he is there still (`moment`)."""
    ends = datetime.combine(row.at.astimezone(VIETNAM).date(), row.post.ends, VIETNAM)
    left = row.out_at.astimezone(VIETNAM) if row.out_at is not None and row.out_at <= moment else ends
    return min(left, moment)


def _presence(row: CheckIn, moment: datetime) -> rules.Presence:
    since, until = row.at.astimezone(VIETNAM), until_of(row, moment)
    return rules.Presence(row.post_id, since, until, row.standing_in_for_id is not None)


def open_spans(unit_id: int, day: date) -> list[Span]:
    """Office hours of a day as moments."""
    spans = queries.calendar_of(unit_id, day).spans(day)
    return [(datetime.combine(day, a, VIETNAM), datetime.combine(day, b, VIETNAM)) for a, b in spans]


def duty_day(unit: Unit, day: date, moment: datetime) -> DutyDay:
    """The picture of a day up to `moment`, from what was known then. Five queries, whatever the roster's length."""
    moment = moment.astimezone(VIETNAM)
    posts = {row.pk: row for row in posts_on(unit.pk, day)}
    came = list(check_ins_on(unit.pk, day, moment))
    away = {row.post_id: row for row in absences_on(unit.pk, day, moment)}
    law, spans = DUTY.on(day), open_spans(unit.pk, day)
    office = rules.Office(day, spans, moment, timedelta(minutes=law.grace_minutes.value))
    lines = rules.lines(
        office, rules.required(law, unit.level, rules.WEEKDAYS[day.weekday()]),
        _shifts(posts.values()),
        [_presence(row, moment) for row in came],
        [rules.Away(row.post_id, row.ground, row.substitute_id is not None) for row in away.values()],
    )  # fmt: skip
    return DutyDay(unit, day, moment, rules.hours_of(spans), posts, lines, rules.gaps_of(lines, moment), came, away)


def people_of(unit: Unit, now: datetime) -> list[tuple[int, str]]:
    """(id, name) of who may stand at a counter of this one-stop: its staff, its roster, its substitutes."""
    today = now.astimezone(VIETNAM).date()
    named = queries.in_force(DutyPost.objects.filter(unit=unit.pk), today).values("person")
    instead = absences_from(unit.pk, today).order_by().values("substitute")
    held = [pk for pk, _ in queries.holders_in([unit.pk], now)]
    rows = User.objects.filter(Q(pk__in=held) | Q(pk__in=named) | Q(pk__in=instead), is_active=True)
    return list(rows.order_by("full_name", "pk").values_list("pk", "full_name"))


def candidates(unit: Unit, now: datetime) -> list[tuple[int, str]]:
    """Who may be named for a post of this one-stop: as above, and the staff of the branches' agencies beside it."""
    today = now.astimezone(VIETNAM).date()
    top = unit.path.rpartition("/")[0] or unit.path
    beside = queries.in_force(Unit.objects.filter(queries.below([unit.path, top])), today).exclude(branch="")
    near = queries.holders_in(list(beside.values_list("pk", flat=True)), now)
    return sorted({*people_of(unit, now), *near}, key=lambda row: (row[1], row[0]))


def standable(posts: Iterable[DutyPost], absences: Iterable[DutyAbsence], person: Any, now: datetime) -> set[int]:
    """At which of these posts may `person` be on duty, with these absences of the day?

    Who is named, who is a recorded substitute, else one of the same agency: the unit's own staff at a committee's post,
    that branch's staff at a branch's. A clerk at the desk of the police would hide that the police are not there.
    """
    units = queries.units_of(person, now)
    branches = set(Unit.objects.filter(pk__in=units).exclude(branch="").values_list("branch", flat=True))
    instead = {row.post_id for row in absences if row.substitute_id == person.pk}
    return {
        post.pk
        for post in posts
        if post.person_id == person.pk
        or post.pk in instead
        or (post.branch in branches if post.branch else post.unit_id in units)
    }


def gaps_over(units: Iterable[Unit], first: date, moment: datetime) -> dict[int, list[rules.Gap]]:
    """Gaps of many one-stops from a day up to `moment`, as they were known then. Three queries, and the calendars'."""
    moment, held = moment.astimezone(VIETNAM), {unit.pk: unit for unit in units}
    begin = datetime.combine(first, time(), VIETNAM)
    posts: dict[int, list[DutyPost]] = defaultdict(list)
    for post in DutyPost.objects.filter(unit__in=held, valid_from__lte=moment.date()).order_by("counter", "pk"):
        posts[post.unit_id].append(post)
    came: dict[tuple[int, date], list[CheckIn]] = defaultdict(list)
    for row in CheckIn.objects.filter(unit__in=held, at__gte=begin, at__lte=moment).select_related("post"):
        came[row.unit_id, row.at.astimezone(VIETNAM).date()].append(row)
    away: dict[int, list[DutyAbsence]] = defaultdict(list)
    known = DutyAbsence.objects.filter(post__unit__in=held, day_to__gte=first, recorded_at__lte=moment)
    for absence in known.filter(Q(withdrawn_at__isnull=True) | Q(withdrawn_at__gt=moment)).select_related("post"):
        away[absence.post.unit_id].append(absence)
    calendars, found = queries.Calendars(), dict[int, list[rules.Gap]]()
    for pk, unit in held.items():
        found[pk] = []
        for ordinal in range(first.toordinal(), moment.date().toordinal() + 1):
            day = date.fromordinal(ordinal)
            spans = [(datetime.combine(day, a, VIETNAM), datetime.combine(day, b, VIETNAM))
                     for a, b in calendars.of(pk, day).spans(day)]  # fmt: skip
            if spans:
                lines = _lines_of(unit, day, spans, moment, (posts[pk], came[pk, day], away[pk]))
                found[pk] += rules.gaps_of(lines, moment)
    return found


def _lines_of(
    unit: Unit, day: date, spans: list[Span], moment: datetime,
    rows: tuple[list[DutyPost], list[CheckIn], list[DutyAbsence]],
) -> list[rules.Line]:  # fmt: skip
    """The picture's lines of one day from rows that were read together."""
    law, weekday = DUTY.on(day), rules.WEEKDAYS[day.weekday()]
    on = [p for p in rows[0] if weekday in p.weekdays and p.valid_from <= day and (not p.valid_to or day <= p.valid_to)]
    office = rules.Office(day, spans, min(moment, spans[-1][1]), timedelta(minutes=law.grace_minutes.value))
    return rules.lines(
        office, rules.required(law, unit.level, weekday), _shifts(on),
        [_presence(row, min(moment, spans[-1][1])) for row in rows[1]],
        [rules.Away(row.post_id, row.ground, row.substitute_id is not None)
         for row in rows[2] if row.day_from <= day <= row.day_to],
    )  # fmt: skip


def _shifts(posts: Iterable[DutyPost]) -> list[rules.Shift]:
    return [rules.Shift(p.pk, p.counter, p.branch, p.field, p.begins, p.ends, p.person_id is not None) for p in posts]
