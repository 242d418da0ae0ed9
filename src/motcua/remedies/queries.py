"""Every read of cases and remedies; each starts from `visible_to`."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final

from django.db.models import Count, Max, Q, QuerySet

from motcua.base.clock import VIETNAM
from motcua.base.errors import NotFound
from motcua.engines import worktime
from motcua.engines.mending import CLOSED, Spread, spread
from motcua.events.models import Event
from motcua.events.queries import of_stream
from motcua.inspection import queries as findings
from motcua.inspection.models import Finding
from motcua.inspection.sources.days import begin_of
from motcua.organisations.queries import Calendars, stands_in_for
from motcua.remedies import policy
from motcua.remedies.models import Case, Evidence, Remedy

PAGE: Final = 50
TO_DO: Final = ("assigned", "begun", "returned")
_CLOSED: Final = sorted(CLOSED)


def visible_to(user: Any, now: datetime) -> QuerySet[Case]:
    """Cases `user` may read today."""
    return Case.objects.filter(policy.may_see(user, now))


def case(pk: int, *, user: Any, now: datetime) -> Case:
    """One case. Raises NotFound."""
    related = ("finding__unit", "unit", "responsible", "confirmed_by", "contested_by", "answered_by", "closed_by",
               "previous")  # fmt: skip
    found = visible_to(user, now).select_related(*related).filter(pk=pk).first()
    if found is None:
        raise NotFound
    return found


def current(finding: Finding) -> Case | None:
    """The case of the episode that the finding is in."""
    return Case.objects.filter(finding=finding, episode=finding.episode).first()


def remedy(pk: int, *, user: Any, now: datetime) -> Remedy:
    """One remedy of a case the reader sees. Raises NotFound."""
    related = ("case__finding", "case__unit", "owner", "ordered_by", "verified_by")
    rows = Remedy.objects.filter(case__in=visible_to(user, now)).select_related(*related)
    found = rows.filter(pk=pk).first()
    if found is None:
        raise NotFound
    return found


def remedies_of(of: Case) -> list[Remedy]:
    """The remedies of a case in the order in which they were given, with their evidence."""
    rows = of.remedies.select_related("owner", "ordered_by", "verified_by").prefetch_related("evidence")
    return list(rows.order_by("pk"))


def evidence(pk: int, *, user: Any, now: datetime) -> Evidence:
    """One piece of evidence of a case the reader sees. Raises NotFound."""
    rows = Evidence.objects.filter(remedy__case__in=visible_to(user, now)).select_related("blob")
    found = rows.filter(pk=pk).first()
    if found is None:
        raise NotFound
    return found


def story(of: Case) -> QuerySet[Event]:
    """What happened to a case and its remedies, newest first."""
    return of_stream(of.stream)


def last_time(finding: Finding, opened: datetime, since: datetime) -> Case | None:
    """The case of the last time: of this finding, else of the same cause of the unit, closed between the two moments.

    What was dropped was none, so that its cause does not come back. findings of one group are of one signal and unit.
    """
    own = Case.objects.filter(finding=finding, episode__lt=finding.episode).order_by("-episode").first()
    if own is not None:
        return own
    rows = Case.objects.filter(finding__group=finding.group, state__in=("mended", "explained"), closed_at__gte=since)
    return rows.exclude(finding=finding).filter(closed_at__lte=opened).order_by("-closed_at", "-pk").first()


def to_do(user: Any, now: datetime) -> QuerySet[Remedy]:
    """Remedies that `user` is to carry out today, his own and those of whom he stands in for."""
    return Remedy.objects.filter(owner__in={user.pk, *stands_in_for(user, now)}, state__in=TO_DO)


def waiting_for(user: Any, now: datetime) -> QuerySet[Remedy]:
    """What waits for this person: his own remedies; those reported that he may verify; those late that went up to him.

    Level 1 is the head of the unit, level 2 whoever leads or inspects above it.
    """
    due = Q(state__in=TO_DO)
    led = policy.paths(policy.Action.ORDER, user, now, policy.Whose.OWN)
    inspected = policy.paths(policy.Action.VERIFY, user, now, policy.Whose.BELOW)
    wanted = Q(owner__in={user.pk, *stands_in_for(user, now)}) & due
    if led:
        wanted |= due & Q(level__gte=1, case__unit__path__in=led)
    for above in {*led, *inspected}:
        wanted |= due & Q(level__gte=policy.TOWN_LEVEL, case__unit__path__startswith=f"{above}/")
    for above in inspected:
        wanted |= Q(state="reported", case__unit__path__startswith=f"{above}/")
    return Remedy.objects.filter(wanted).select_related("case__finding", "case__unit", "owner").order_by("due_at", "pk")


@dataclass(slots=True)
class Row:
    """One cause of a unit on the board: its findings that are open, their cases by state, the remedies of these."""

    group: str
    signal: str
    unit_id: int
    unit: str
    severity: int
    oldest: datetime | None
    findings: int = 0
    untaken: int = 0
    states: dict[str, int] | None = None
    remedies: int = 0
    verified: int = 0
    overdue: int = 0
    level: int = 0
    evidence: int = 0
    repeats: int = 0


@dataclass(frozen=True, slots=True)
class Board:
    """The rows and what stands above them: units with anything open, findings open, remedies overdue."""

    rows: list[Row]
    units: int
    open: int
    overdue: int


def board(user: Any, now: datetime, *, unit_id: int | None = None) -> Board:
    """What is open, a cause a line; what is late first, then what weighs most. Four queries, however much there is."""
    rows: dict[str, Row] = {}
    for one in findings.groups(user, now, unit_id=unit_id):
        rows[one.group] = Row(one.group, one.signal, one.unit_id, one.unit_name, one.severity, one.oldest, one.number,
                              one.number, {})  # fmt: skip
    _cases(rows, user, now, unit_id)
    _remedies(rows, user, now, unit_id)
    held = sorted(rows.values(), key=lambda row: (-row.overdue, -row.severity, -row.findings, row.group))
    return Board(held, len({row.unit_id for row in held}), sum(row.findings for row in held),
                 sum(row.overdue for row in held))  # fmt: skip


def _cases(rows: dict[str, Row], user: Any, now: datetime, unit_id: int | None) -> None:
    found = visible_to(user, now).exclude(state__in=_CLOSED)
    found = found.filter(unit=unit_id) if unit_id is not None else found
    place = ("finding__group", "finding__signal", "unit", "unit__short_name", "finding__severity")
    told = Count("pk", filter=Q(finding__state__in=findings.TOLD))
    counted = found.values(*place, "state").annotate(
        n=Count("pk"), told=told, again=Count("previous"), oldest=Max("found_at")
    )
    for one in counted.order_by("finding__group"):
        row = rows.get(one["finding__group"])
        if row is None:  # late and gone up to a town that sees no findings of it, or accepted until a day
            row = Row(one["finding__group"], one["finding__signal"], one["unit"], one["unit__short_name"],
                      one["finding__severity"], one["oldest"], states={})  # fmt: skip
            rows[row.group] = row
        row.untaken -= one["told"]
        row.repeats += one["again"]
        if row.states is not None:
            row.states[one["state"]] = one["n"]


def _remedies(rows: dict[str, Row], user: Any, now: datetime, unit_id: int | None) -> None:
    cases = visible_to(user, now).exclude(state__in=_CLOSED)
    cases = cases.filter(unit=unit_id) if unit_id is not None else cases
    late = Q(state__in=TO_DO, due_at__lt=now)
    counted = Remedy.objects.filter(case__in=cases).values("case__finding__group").annotate(
        n=Count("pk"), done=Count("pk", filter=Q(state="verified")), late=Count("pk", filter=late),
        level=Max("level", filter=late),
    )  # fmt: skip
    for one in counted.order_by():
        if row := rows.get(one["case__finding__group"]):
            row.remedies, row.verified, row.overdue = one["n"], one["done"], one["late"]
            row.level = one["level"] or 0
    shown = Evidence.objects.filter(remedy__case__in=cases).values("remedy__case__finding__group")
    for two in shown.annotate(n=Count("pk")).order_by():
        if row := rows.get(two["remedy__case__finding__group"]):
            row.evidence = two["n"]


def in_group(group: str, user: Any, now: datetime, *, after: int | None = None) -> list[tuple[Finding, Case | None]]:
    """One page of the open findings of a cause and one more, each with its case, oldest row first. Two queries."""
    rows = findings.in_group(group, user, now, after=after)
    cases = {(one.finding_id, one.episode): one for one in visible_to(user, now).filter(finding__in=rows)}
    return [(row, cases.get((row.pk, row.episode))) for row in rows]


def apart(group: str, user: Any, now: datetime) -> list[Case]:
    """Open cases of a cause whose findings are not among the reader's open ones, a page of them at the most.

    Accepted until a day; or of a unit whose findings he does not see while its lateness went up to him.
    """
    told = findings.visible_to(user, now).filter(group=group, state__in=findings.TOLD)
    rows = visible_to(user, now).filter(finding__group=group).exclude(state__in=_CLOSED).exclude(finding__in=told)
    return list(rows.select_related("finding__unit").order_by("pk")[:PAGE])


def to_write_of(group: str, user: Any, now: datetime) -> tuple[int, int]:
    """How many remedies of a cause a letter would order, and how many a reminder would press for. One query."""
    cases = visible_to(user, now).exclude(state__in=_CLOSED).filter(finding__group=group)
    late = Count("pk", filter=Q(state__in=TO_DO, due_at__lt=now))
    found = Remedy.objects.filter(case__in=cases, ended_at__isnull=True).aggregate(n=Count("pk"), late=late)
    return found["n"], found["late"]


def closed(user: Any, now: datetime, *, unit_id: int | None = None, after: int | None = None) -> list[Case]:
    """One page of closed cases and one more, newest row first."""
    rows = visible_to(user, now).filter(state__in=_CLOSED).select_related("finding", "unit", "previous")
    rows = rows.filter(unit=unit_id) if unit_id is not None else rows
    return list((rows.filter(pk__lt=after) if after is not None else rows).order_by("-pk")[: PAGE + 1])


# Numbers for pictures


@dataclass(frozen=True, slots=True)
class Week:
    """A week of a unit: open at its end, closed in it as mended, explained or dropped. ends: its last moment."""

    ends: datetime
    open: int
    mended: int
    explained: int
    dropped: int

    @property
    def last_day(self) -> date:
        """The day it ends with."""
        return (self.ends - timedelta(microseconds=1)).astimezone(VIETNAM).date()


def weeks(user: Any, now: datetime, *, number: int = 12) -> dict[int, list[Week]]:
    """Cases of each unit over the last weeks, which end on Sunday; the last one is cut at now. One query."""
    ends = week_ends(now, number)
    begun = ends[0] - timedelta(days=7)
    rows = visible_to(user, now).filter(Q(closed_at__isnull=True) | Q(closed_at__gte=begun), noted_at__lte=now)
    held: dict[int, list[tuple[datetime, datetime | None, str]]] = defaultdict(list)
    for unit, noted, closed_at, state in rows.values_list("unit", "noted_at", "closed_at", "state"):
        held[unit].append((noted, closed_at, state))
    return {unit: [_week(cases, end, begin) for begin, end in zip([begun, *ends], ends, strict=False)]
            for unit, cases in held.items()}  # fmt: skip


def _week(cases: Iterable[tuple[datetime, datetime | None, str]], end: datetime, begin: datetime) -> Week:
    open_, ended = 0, defaultdict[str, int](int)
    for noted, closed_at, state in cases:
        open_ += noted <= end and (closed_at is None or closed_at > end)
        if closed_at is not None and begin < closed_at <= end:
            ended[state] += 1
    return Week(end, open_, ended["mended"], ended["explained"], ended["dropped"])


def week_ends(now: datetime, number: int) -> list[datetime]:
    """The ends of the last full weeks, and now."""
    local = now.astimezone(VIETNAM)
    monday = datetime.combine(local.date() - timedelta(days=local.weekday()), datetime.min.time(), VIETNAM)
    return [*(monday - timedelta(days=7 * back) for back in range(number - 2, -1, -1)), now]


@dataclass(frozen=True, slots=True)
class Pace:
    """How long mending took in a unit, from the opening of the finding: in calendar and in working days."""

    calendar_days: Spread
    working_days: Spread


def pace(user: Any, now: datetime, *, since: date) -> dict[int, Pace]:
    """Of the cases of each unit that were mended since that day. One query, and the calendars."""
    rows = visible_to(user, now).filter(state="mended", closed_at__gte=begin_of(since))
    return {unit: pace_of(held) for unit, held in took(rows).items()}


def took(rows: QuerySet[Case]) -> dict[int, list[tuple[int, int]]]:
    """Calendar and working days from the finding to the end of each closed case, by unit. One query, the calendars."""
    days: dict[int, list[tuple[int, int]]] = defaultdict(list)
    calendars = Calendars()
    for unit, found_at, closed_at in rows.values_list("unit", "found_at", "closed_at"):
        if closed_at is None:
            continue
        first, last = found_at.astimezone(VIETNAM).date(), closed_at.astimezone(VIETNAM).date()
        working = worktime.working_days_after(first, last, calendars.of(unit, first))
        days[unit].append(((last - first).days, working))
    return days


def pace_of(days: Collection[tuple[int, int]]) -> Pace:
    """Of calendar and working days."""
    return Pace(spread(one for one, _ in days), spread(two for _, two in days))


@dataclass(frozen=True, slots=True)
class Returning:
    """A signal in a unit whose findings came back: so many cases, so many of them repeats."""

    unit_id: int
    signal: str
    cases: int
    repeats: int


def returning(user: Any, now: datetime, *, since: date) -> list[Returning]:
    """Causes that return, most repeats first. One query."""
    rows = visible_to(user, now).filter(noted_at__gte=begin_of(since)).values("unit", "finding__signal")
    counted = rows.annotate(n=Count("pk"), again=Count("previous")).filter(again__gt=0)
    return [
        Returning(row["unit"], row["finding__signal"], row["n"], row["again"])
        for row in counted.order_by("-again", "unit", "finding__signal")
    ]


def number_open(user: Any, now: datetime) -> int:
    """Remedies that wait for this person's hand."""
    return to_do(user, now).count()
