"""A case held for a change: its finding and itself locked, as the person saw it; and what a change leaves behind."""

from datetime import datetime, timedelta
from typing import Any, Final

from motcua.base.clock import VIETNAM
from motcua.engines.mending import CLOSED, Act, CaseState, NotNow, RemedyState, Step, act, after_remedies, step
from motcua.engines.signals import FOREVER
from motcua.events.commands import record
from motcua.inspection import queries as findings
from motcua.inspection.models import Finding
from motcua.inspection.signals import registry
from motcua.remedies import policy, queries
from motcua.remedies.errors import CaseChanged, NotAtThisPoint
from motcua.remedies.law import ESCALATION
from motcua.remedies.models import Case, Remedy
from motcua.remedies.policy import Action

GROUND: Final = "Xử lý kết quả kiểm tra, theo dõi khắc phục: quy ước của phần mềm [C]"


def begun(finding_id: int, action: Action, by: Any, now: datetime, seen: int) -> Case:
    """The case of the finding's episode, locked, new where there is none. seen: its version, 0 where there was none.

    The finding is locked first, always: two people cannot both begin its case. Raises NotFound, NotPermitted,
    OwnRemedy, CaseChanged also for a finding that is closed.
    """
    finding = findings.finding(finding_id, user=by, now=now, lock=True)
    policy.require(action, by, finding.unit, now)
    found = Case.objects.select_for_update(no_key=True).filter(finding=finding, episode=finding.episode).first()
    if finding.state not in findings.TO_MEND or (found.version if found else 0) != seen:
        raise CaseChanged
    if found is None:
        return noted(finding, by, now)
    found.finding, found.unit = finding, finding.unit
    return found


def noted(finding: Finding, by: Any, now: datetime) -> Case:
    """A new case of the finding's episode, told as a repeat where it is one. The finding is locked."""
    days = ESCALATION.on(now.astimezone(VIETNAM).date()).repeat_days.value
    opened = finding.opened_at or finding.since
    previous = queries.last_time(finding, opened, opened - timedelta(days=days))
    made = Case.objects.create(
        finding=finding, episode=finding.episode, unit=finding.unit, found_at=opened, noted_at=now, previous=previous,
    )  # fmt: skip
    data = {"finding": finding.pk, "signal": finding.signal, "episode": finding.episode, "unit": finding.unit_id,
            "previous": previous.pk if previous else None}  # fmt: skip
    record("case.noted", made.stream, by=by, at=now, ground=GROUND, data=data)
    return made


def moved(case: Case, done: Act) -> None:
    """Let the act move the case. Raises NotAtThisPoint."""
    try:
        case.state = act(case.stands, done)
    except NotNow as error:
        raise NotAtThisPoint from error


def stepped(remedy: Remedy, done: Step) -> None:
    """Let the step move the remedy. Raises NotAtThisPoint."""
    try:
        remedy.state = step(remedy.stands, done)
    except NotNow as error:
        raise NotAtThisPoint from error


def done(case: Case, kind: str, by: Any, now: datetime, data: dict[str, Any]) -> Case:
    """Save what was changed and tell it."""
    case.version += 1
    case.save()
    record(kind, case.stream, by=by, at=now, ground=GROUND, data={"case": case.pk, **data})
    return case


def close(case: Case, by: Any, at: datetime, because: str = "") -> None:
    """Put down when, by whom and why it ended; by: None for the signal."""
    case.closed_at, case.closed_by, case.closed_because = at, by, because


def lift(case: Case, now: datetime) -> list[int]:
    """What was still to be done is to be done no more; keys of these remedies."""
    lifted = []
    for remedy in locked(case):
        if remedy.ended_at is None:
            remedy.state, remedy.ended_at = RemedyState.LIFTED, now
            remedy.version += 1
            remedy.save()
            lifted.append(remedy.pk)
    return lifted


def locked(case: Case) -> list[Remedy]:
    """The remedies of a case, locked."""
    return list(Remedy.objects.select_for_update(no_key=True).filter(case=case).order_by("pk"))


def of_the_past(finding: Finding) -> bool:
    """Is it a fact of the past, which only a person closes?"""
    return registry()[finding.signal].waits == FOREVER


def settle(case: Case, remedies: list[Remedy], now: datetime, by: Any) -> bool:
    """What the remedies make of the case; True where it is mended now. The caller saves."""
    told = case.finding.state in findings.TO_MEND
    after = after_remedies([one.stands for one in remedies], still_seen=told and not of_the_past(case.finding))
    case.state = after
    if after is CaseState.MENDED:
        close(case, by, now)
    return after in CLOSED
