"""What is decided of a case: confirmed with its cause, contested and answered, dropped, or an explanation accepted."""

from datetime import datetime
from typing import Any

from django.db import transaction

from motcua.base.clock import VIETNAM
from motcua.base.errors import NotFound
from motcua.engines.mending import Act
from motcua.inspection import commands as inspection
from motcua.inspection.errors import ReasonNeeded
from motcua.organisations.queries import holders_in
from motcua.remedies import law, policy
from motcua.remedies.commands.state import begun, close, done, lift, locked, moved
from motcua.remedies.errors import AlreadyContested, CauseNeeded
from motcua.remedies.models import Case
from motcua.remedies.policy import Action


@transaction.atomic
def confirm(
    finding_id: int, *, cause: str, cause_code: str, responsible: Any, by: Any, now: datetime, seen: int
) -> Case:
    """It is so, for this cause, and this person of the unit answers for it.

    Raises NotFound, NotPermitted, CaseChanged, NotAtThisPoint, CauseNeeded.
    """
    case = begun(finding_id, Action.CONFIRM, by, now, seen)
    moved(case, Act.CONFIRM)
    if cause_code and cause_code not in law.causes(now.astimezone(VIETNAM).date()):
        raise NotFound
    if not cause_code and not cause.strip():
        raise CauseNeeded
    if responsible is not None and responsible.pk not in dict(holders_in([case.unit_id], now)):
        raise NotFound
    case.cause, case.cause_code, case.responsible = cause.strip(), cause_code, responsible
    case.confirmed_by, case.confirmed_at = by, now
    who = responsible.pk if responsible is not None else None
    return done(case, "case.confirmed", by, now, {"cause": cause_code, "responsible": who})


@transaction.atomic
def contest(finding_id: int, *, text: str, by: Any, now: datetime, seen: int) -> Case:
    """The unit holds that it is not so, or explains it; once.

    Raises NotFound, NotPermitted, CaseChanged, NotAtThisPoint, AlreadyContested, ReasonNeeded.
    """
    case = begun(finding_id, Action.CONTEST, by, now, seen)
    if case.answered_at is not None:
        raise AlreadyContested
    moved(case, Act.CONTEST)
    if not text.strip():
        raise ReasonNeeded
    case.contest, case.contested_by, case.contested_at = text.strip(), by, now
    return done(case, "case.contested", by, now, {})


@transaction.atomic
def answer(finding_id: int, *, text: str, stands: bool, by: Any, now: datetime, seen: int) -> Case:
    """The contest is answered: it stands, or it was none and is dropped for that reason.

    Raises NotFound, NotPermitted, OwnRemedy, CaseChanged, NotAtThisPoint, ReasonNeeded.
    """
    case = begun(finding_id, Action.ANSWER, by, now, seen)
    moved(case, Act.UPHOLD if stands else Act.YIELD)
    if not text.strip():
        raise ReasonNeeded
    case.answer, case.answered_by, case.answered_at = text.strip(), by, now
    if not stands:
        _over(case, text, by, now)
    return done(case, "case.answered", by, now, {"stands": stands})


@transaction.atomic
def drop(finding_id: int, *, reason: str, by: Any, now: datetime, seen: int) -> Case:
    """It was none; its finding is withdrawn with the same reason, and what was ordered is lifted.

    Raises NotFound, NotPermitted, OwnRemedy, CaseChanged, NotAtThisPoint, ReasonNeeded.
    """
    case = begun(finding_id, Action.DROP, by, now, seen)
    return _ended(case, Act.DROP, reason, by, now)


@transaction.atomic
def explain(finding_id: int, *, reason: str, by: Any, now: datetime, seen: int) -> Case:
    """It was so, and the explanation is accepted: nothing is left to be mended. Raises as `drop` does."""
    case = begun(finding_id, Action.EXPLAIN, by, now, seen)
    return _ended(case, Act.EXPLAIN, reason, by, now)


def _ended(case: Case, act: Act, reason: str, by: Any, now: datetime) -> Case:
    policy.require_other(by, locked(case), now)
    moved(case, act)
    if not reason.strip():
        raise ReasonNeeded
    lifted = _over(case, reason, by, now)
    kind = "case.dropped" if act is Act.DROP else "case.explained"
    return done(case, kind, by, now, {"reason": reason.strip()[:500], "lifted": lifted})


def _over(case: Case, reason: str, by: Any, now: datetime) -> list[int]:
    """The finding ends with its case: withdrawn by the same person, for the same reason."""
    told = reason.strip()[:500]
    close(case, by, now, told)
    inspection.withdraw(case.finding_id, reason=told, by=by, now=now, seen=case.finding.version)
    return lift(case, now)
