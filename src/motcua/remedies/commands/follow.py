"""What follows of itself: the signal closed a finding, it came back, a remedy is late. One item stops no other."""

import logging
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Final

from django.db import transaction
from django.db.models import F, Max, Q

from motcua.accounts.system import SYSTEM
from motcua.base.clock import VIETNAM
from motcua.engines import worktime
from motcua.engines.mending import CLOSED, OVER, Act, RemedyState, Step, next_level
from motcua.events.commands import record
from motcua.events.models import Event
from motcua.inspection import queries as findings
from motcua.inspection.models import Finding
from motcua.organisations.queries import Calendars
from motcua.remedies.commands.state import GROUND, close, done, lift, locked, moved, noted, stepped
from motcua.remedies.law import ESCALATION, escalation_rules
from motcua.remedies.models import Case, Remedy
from motcua.remedies.queries import TO_DO

log = logging.getLogger(__name__)
ENDED: Final = ("closed", "withdrawn")
NOTED_ELSEWHERE: Final = "Kết luận ở trang phát hiện"
Item = Callable[[int, datetime], str]


def follow(*, now: datetime) -> Counter[str]:
    """Bring cases and remedies in line with findings and the clock; how often what happened.

    Run after the signals, and daily; twice changes nothing but that lateness goes up one more level where it is due.
    Each item is a transaction of its own: one that fails is logged and counted as "failed", the others go on.
    """
    counts: Counter[str] = Counter()
    _each(_findings_to_follow(), _one_finding, now, counts)
    _each(_waiting_cases(), _still_seen, now, counts)
    _each(_late_remedies(now), _escalate, now, counts)
    return counts


def _each(keys: Iterable[int], item: Item, now: datetime, counts: Counter[str]) -> None:
    for key in keys:
        try:
            with transaction.atomic():
                happened = item(key, now)
        except Exception:
            log.exception("follow: %s %s failed", item.__name__, key)
            happened = "failed"
        if happened:
            counts[happened] += 1


def _findings_to_follow() -> list[int]:
    """Findings whose cases do not stand as they do: ended, or in a later episode."""
    ended = Case.objects.exclude(state__in=sorted(CLOSED)).filter(
        Q(finding__state__in=ENDED) | Q(finding__episode__gt=F("episode"))
    )
    again = Finding.objects.filter(state__in=findings.TOLD).annotate(last=Max("cases__episode"))
    again = again.filter(last__isnull=False, episode__gt=F("last"))
    return sorted({*ended.values_list("finding", flat=True), *again.values_list("pk", flat=True)})


def _one_finding(key: int, now: datetime) -> str:
    finding = Finding.objects.select_for_update(no_key=True, of=("self",)).select_related("unit").get(pk=key)
    cases = Case.objects.select_for_update(no_key=True, of=("self",)).filter(finding=finding)
    last = cases.order_by("-episode").first()
    if last is None:
        return ""
    last.finding = finding
    happened = ""
    if not last.closed:
        if finding.episode > last.episode and not _ended_before(last):
            return _goes_on(last, now)
        if finding.state in ENDED or finding.episode > last.episode:
            happened = _ends(last, now)
    if finding.state in findings.TOLD and finding.episode > last.episode:
        noted(finding, SYSTEM, now)
        return "repeated"
    return happened


def _ended_before(case: Case) -> bool:
    """Was the finding closed in the episode of its case? Else only an acceptance ended, and the same thing goes on."""
    rows = Event.objects.filter(stream=case.finding.stream, at__gte=case.found_at)
    closed = rows.filter(kind="finding.closed", data__episode=case.episode)
    return closed.exists() or rows.filter(kind="finding.withdrawn", at__gte=case.noted_at).exists()


def _goes_on(case: Case, now: datetime) -> str:
    case.episode = case.finding.episode
    done(case, "case.goes_on", SYSTEM, now, {"episode": case.episode})
    return "gone_on"


def _ends(case: Case, now: datetime) -> str:
    """The signal saw the cause gone, and verifies; or a person concluded on the page of the finding."""
    finding = case.finding
    if finding.state == "withdrawn" and finding.episode == case.episode:
        moved(case, Act.EXPLAIN)
        close(case, None, finding.closed_at or now, NOTED_ELSEWHERE)
        done(case, "case.explained", SYSTEM, now, {"reason": NOTED_ELSEWHERE, "lifted": lift(case, now)})
        return "explained"
    at = min(finding.closed_at or now, now)
    moved(case, Act.SEEN_GONE)
    close(case, None, max(at, case.found_at))
    verified = []
    for remedy in locked(case):
        if remedy.stands not in OVER:
            stepped(remedy, Step.SEEN_GONE)
            remedy.verified_how, remedy.ended_at = Remedy.How.SIGNAL, now
            remedy.version += 1
            remedy.save()
            verified.append(remedy.pk)
    done(case, "case.mended", SYSTEM, now, {"how": "signal", "remedies": verified})
    return "mended"


def _waiting_cases() -> list[int]:
    """Reported cases whose remedies are all verified: they wait for the signal."""
    rows = Case.objects.filter(state="reported", finding__state__in=findings.TOLD)
    return sorted(rows.exclude(remedies__state="reported").values_list("pk", flat=True))


def _still_seen(key: int, now: datetime) -> str:
    """After some working days the signal is believed: the case is open again."""
    finding = Finding.objects.select_for_update(no_key=True).get(cases=key)
    case = Case.objects.select_for_update(no_key=True, of=("self",)).get(pk=key)
    remedies = locked(case)
    verified = [one.ended_at for one in remedies if one.stands is RemedyState.VERIFIED and one.ended_at]
    waits = case.state == "reported" and finding.state in findings.TOLD and finding.episode == case.episode
    if not waits or not verified or any(one.stands not in OVER for one in remedies):
        return ""
    days = ESCALATION.on(now.astimezone(VIETNAM).date()).grace_days.value
    since = max(verified)
    if _late_days(case.unit_id, since, now) <= days:
        return ""
    case.finding = finding
    moved(case, Act.STILL_SEEN)
    done(case, "case.still_seen", SYSTEM, now, {"days": days})
    return "still_seen"


def _late_remedies(now: datetime) -> list[int]:
    rows = Remedy.objects.filter(state__in=TO_DO, due_at__lt=now)
    return list(rows.order_by("pk").values_list("pk", flat=True))


def _escalate(key: int, now: datetime) -> str:
    """One level at a time. The owner's page stays as he saw it: its version is not raised."""
    remedy = Remedy.objects.select_for_update(no_key=True, of=("self",)).select_related("case").get(pk=key)
    if remedy.state not in TO_DO:
        return ""
    late = _late_days(remedy.case.unit_id, remedy.due_at, now)
    level = next_level(late, remedy.level, escalation_rules(now.astimezone(VIETNAM).date()))
    if level is None:
        return ""
    remedy.level, remedy.escalated = level, [*remedy.escalated, [level, now.isoformat()]]
    remedy.save(update_fields=["level", "escalated"])
    data = {"case": remedy.case_id, "remedy": remedy.pk, "level": level, "late_days": late}
    record("remedy.escalated", remedy.case.stream, by=SYSTEM, at=now, ground=GROUND, data=data)
    return "escalated"


def _late_days(unit_id: int, since: datetime, now: datetime) -> int:
    """Working days after the day of `since`."""
    calendar = Calendars().of(unit_id, since.astimezone(VIETNAM).date())
    return worktime.lateness(since, now, calendar).days
