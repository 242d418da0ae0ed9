"""Petitions, online dossiers, planned broadcasts and lines of the reform plan, as they stood at a moment."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from fractions import Fraction
from typing import Final

from django.db.models import Q

from motcua.base.text import Text
from motcua.engines import worktime
from motcua.engines.worktime import Limit
from motcua.engines.worktime import Unit as Of
from motcua.inspection.facts.voices import Planned, Sent, Voice
from motcua.inspection.models import ReformTask
from motcua.inspection.sources.days import by, day_by, today
from motcua.inspection.sources.source import Source, Window
from motcua.organisations.queries import Calendars
from motcua.portal.models import Broadcast, OnlineSubmission, Petition

PUBLISH_DAYS: Final = 2  # working days after the answer (facts of QĐ 766)
ANSWER_HOURS: Final = Limit(Fraction(8), Of.WORKING_HOUR)  # NĐ 118/2025/NĐ-CP Điều 17 khoản 2


def _keys(rows: Iterable[int]) -> set[str]:
    return {str(pk) for pk in rows}


def _petition_keys(at: datetime) -> set[str]:
    return _keys(Petition.objects.filter(received_at__lte=at).values_list("pk", flat=True))


def _petition_window(window: Window) -> set[str]:
    """What changed, and what is neither refused nor published."""
    waits = Q(refused_at__isnull=True, published_at__isnull=True)
    rows = Petition.objects.filter(Q(changed_at__gte=window.since) | waits, received_at__lte=window.at)
    return _keys(rows.values_list("pk", flat=True))


def petitions(keys: Iterable[str], at: datetime) -> Iterator[Voice]:
    """Each petition of these as of `at`; limits by the calendar of its unit (R22)."""
    calendars = Calendars()
    for row in Petition.objects.filter(pk__in=[int(key) for key in keys]).order_by("pk"):
        began = by(row.forwarded_at, at) or row.received_at
        calendar = calendars.of(row.unit_id, today(began))
        answered = by(row.answered_at, at)
        yield Voice(
            row.pk, row.unit_id, row.code, began, worktime.petition_limits(began, calendar).handle, answered,
            by(row.refused_at, at), worktime.officer_limit(answered, calendar, PUBLISH_DAYS) if answered else None,
            by(row.published_at, at), at, min(row.changed_at, at),
        )  # fmt: skip


def _online_keys(at: datetime) -> set[str]:
    return _keys(OnlineSubmission.objects.filter(submitted_at__lte=at).values_list("pk", flat=True))


def _online_window(window: Window) -> set[str]:
    """What changed, and what nobody answered."""
    wanted = Q(changed_at__gte=window.since) | Q(answered_at__isnull=True)
    return _keys(OnlineSubmission.objects.filter(wanted, submitted_at__lte=window.at).values_list("pk", flat=True))


def online(keys: Iterable[str], at: datetime) -> Iterator[Sent]:
    """Each dossier sent online of these as of `at`, with the office hours it waited."""
    calendars = Calendars()
    for row in OnlineSubmission.objects.filter(pk__in=[int(key) for key in keys]).order_by("pk"):
        calendar = calendars.of(row.unit_id, today(row.submitted_at))
        answered = by(row.answered_at, at)
        minutes = worktime.working_minutes_between(row.submitted_at, answered or at, calendar)
        late_from = worktime.due(row.submitted_at, ANSWER_HOURS, calendar).moment
        yield Sent(row.pk, row.unit_id, row.code, row.submitted_at, answered, minutes, late_from, at,
                   min(row.changed_at, at))  # fmt: skip


def _broadcast_keys(at: datetime) -> set[str]:
    return _keys(Broadcast.objects.filter(planned_on__lte=today(at)).values_list("pk", flat=True))


def _broadcast_window(window: Window) -> set[str]:
    wanted = Q(changed_at__gte=window.since) | Q(aired_on__isnull=True)
    return _keys(Broadcast.objects.filter(wanted, planned_on__lte=today(window.at)).values_list("pk", flat=True))


def broadcasts(keys: Iterable[str], at: datetime) -> Iterator[Planned]:
    """Each planned broadcast of these as of `at`."""
    for row in Broadcast.objects.filter(pk__in=[int(key) for key in keys]).order_by("pk"):
        yield Planned(row.pk, "broadcast", row.medium, row.unit_id, row.topic, row.planned_on, day_by(row.aired_on, at),
                      at, min(row.changed_at, at))  # fmt: skip


def _reform_keys(at: datetime) -> set[str]:
    return _keys(ReformTask.objects.filter(due_on__lte=today(at)).values_list("pk", flat=True))


def _reform_window(window: Window) -> set[str]:
    """What changed, what became due, and what is not done."""
    begun = today(window.since - timedelta(days=1))
    wanted = Q(changed_at__gte=window.since) | Q(due_on__gte=begun) | Q(done_on__isnull=True)
    return _keys(ReformTask.objects.filter(wanted, due_on__lte=today(window.at)).values_list("pk", flat=True))


def reform(keys: Iterable[str], at: datetime) -> Iterator[Planned]:
    """Each line of a reform plan of these as of `at`."""
    for row in ReformTask.objects.filter(pk__in=[int(key) for key in keys]).order_by("pk"):
        yield Planned(row.pk, "reform", row.kind, row.unit_id, row.title, row.due_on, day_by(row.done_on, at), at,
                      min(row.changed_at, at))  # fmt: skip


SOURCE: Final = (
    Source("petition", Text("Phản ánh, kiến nghị", "Petitions"), _petition_keys, _petition_window, petitions),
    Source("online", Text("Hồ sơ nộp trực tuyến", "Online dossiers"), _online_keys, _online_window, online),
    Source("broadcast", Text("Kế hoạch tuyên truyền", "Planned broadcasts"), _broadcast_keys, _broadcast_window,
           broadcasts),
    Source("reform", Text("Kế hoạch cải cách hành chính", "Reform plan"), _reform_keys, _reform_window, reform),
)  # fmt: skip
