"""What the signals of follow-up look at, as it stood at a moment: findings that nobody mends, late remedies."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import Final

from django.db.models import Min, Q

from motcua.base.clock import VIETNAM
from motcua.base.text import Text
from motcua.engines.mending import OVER
from motcua.inspection.facts.followed import Followed, Ordered
from motcua.inspection.models import Finding
from motcua.inspection.queries import TOLD
from motcua.inspection.sources import Source, Window
from motcua.inspection.sources.days import by, today
from motcua.organisations.queries import Calendars
from motcua.remedies.models import Case, Remedy

OWN: Final = "FUP"  # a finding of follow-up is not followed up by another one
FURTHEST: Final = timedelta(days=120)  # no line of the signal reaches further


def _begun(at: datetime) -> dict[int, datetime]:
    """Since when each unit follows its findings up: its first case."""
    rows = Case.objects.filter(noted_at__lte=at).values("unit").annotate(first=Min("noted_at"))
    return {row["unit"]: row["first"] for row in rows}


def _followed_keys(at: datetime) -> set[str]:
    rows = Finding.objects.filter(opened_at__lte=at, unit__in=list(_begun(at))).exclude(signal__startswith=OWN)
    told = Q(state__in=TOLD) | Q(closed_at__gt=at)
    return {str(pk) for pk in rows.filter(told).values_list("pk", flat=True)}


def _followed_window(window: Window) -> set[str]:
    return _followed_keys(window.at)


def followed(keys: Iterable[str], at: datetime) -> Iterator[Followed]:
    """Each finding of these as of `at`; silent where its unit has not begun to follow up."""
    begun, lists, held = _begun(at), _WorkingDays(at), _held(at)
    for row in Finding.objects.filter(pk__in=[int(key) for key in keys], opened_at__lte=at).order_by("pk"):
        opened, first = row.opened_at or row.since, begun.get(row.unit_id)
        told = row.state in TOLD or (row.closed_at is not None and row.closed_at > at)
        changed = held.get(row.pk)
        yield Followed(
            row.pk, row.unit_id, f"{row.signal}-{row.pk}", opened,
            lists.after(row.unit_id, max(opened, first)) if first else (), told, changed is not None, at,
            min(max(changed or opened, by(row.closed_at, at) or opened), at), silent=first is None,
        )  # fmt: skip


def _held(at: datetime) -> dict[int, datetime]:
    """Findings that somebody is dealing with at the moment, and since when.

    A remedy is under way, or verified and waiting for the signal to see it; or a contest waits for its answer.
    """
    found: dict[int, datetime] = {}
    open_then = Q(ended_at__isnull=True) | Q(ended_at__gt=at) | Q(case__state="reported")
    rows = Remedy.objects.filter(open_then, given_at__lte=at, case__finding__state__in=TOLD)
    for finding, since in rows.values_list("case__finding").annotate(first=Min("given_at")):
        found[finding] = since
    contested = Case.objects.filter(finding__state__in=TOLD, state="contested", contested_at__lte=at)
    for finding, since in contested.values_list("finding", "contested_at"):
        found.setdefault(finding, since or at)
    return found


class _WorkingDays:
    """Working days after a day, up to today; each span of a unit is looked up once."""

    def __init__(self, at: datetime) -> None:
        self.last, self.calendars = today(at), Calendars()
        self.known: dict[tuple[int, date], tuple[date, ...]] = {}

    def after(self, unit_id: int, since: datetime) -> tuple[date, ...]:
        """The working days after that of `since`."""
        first = max(since.astimezone(VIETNAM).date(), self.last - FURTHEST)
        key = unit_id, first
        if key not in self.known:
            calendar = self.calendars.of(unit_id, first)
            span = (first + timedelta(days=n) for n in range(1, (self.last - first).days + 1))
            self.known[key] = tuple(day for day in span if calendar.day(day).works)
        return self.known[key]


def _remedy_keys(at: datetime) -> set[str]:
    return {str(pk) for pk in Remedy.objects.filter(given_at__lte=at).values_list("pk", flat=True)}


def _remedy_window(window: Window) -> set[str]:
    """What its owner has, and what was reported or ended lately."""
    wanted = ~Q(state__in=sorted(OVER)) | Q(ended_at__gte=window.since)
    return {str(pk) for pk in Remedy.objects.filter(wanted, given_at__lte=window.at).values_list("pk", flat=True)}


def ordered(keys: Iterable[str], at: datetime) -> Iterator[Ordered]:
    """Each remedy of these as of `at`."""
    rows = Remedy.objects.filter(pk__in=[int(key) for key in keys], given_at__lte=at).select_related("case")
    for row in rows.order_by("pk"):
        done = by(row.ended_at, at) or (None if row.state == "returned" else by(row.reported_at, at))
        yield Ordered(row.pk, row.case.unit_id, f"KP-{row.pk}", row.given_at, row.due_at, done, at,
                      done or by(row.begun_at, at) or row.given_at)  # fmt: skip


SOURCE: Final = (
    Source("followed", Text("Theo dõi sau phát hiện", "Follow-up of findings"), _followed_keys, _followed_window,
           followed),
    Source("remedy", Text("Việc khắc phục", "Remedies"), _remedy_keys, _remedy_window, ordered),
)  # fmt: skip
