"""What people decide of a finding: accept it until a day, say that it is none, name who mends it, say something."""

from datetime import datetime
from typing import Any, Final

from django.db import transaction

from motcua.base.errors import NotFound
from motcua.engines.signals import BadAcceptance, accepted, withdrawn
from motcua.events.commands import record
from motcua.inspection import policy, queries
from motcua.inspection.errors import AcceptanceNeedsEnd, FindingChanged, ReasonNeeded
from motcua.inspection.models import Finding, Remark
from motcua.inspection.policy import Action
from motcua.organisations.queries import holders_in

GROUND: Final = "Quyết định của người có thẩm quyền đối với phát hiện của hệ thống [C]"


def _begun(pk: int, action: Action, by: Any, now: datetime, seen: int) -> Finding:
    """The finding, locked, as the person saw it. Raises NotFound, NotPermitted, FindingChanged."""
    found = queries.finding(pk, user=by, now=now, lock=True)
    policy.require(action, by, found, now)
    if found.version != seen:
        raise FindingChanged
    return found


def _done(found: Finding, kind: str, by: Any, now: datetime, data: dict[str, Any]) -> Finding:
    found.version += 1
    found.save()
    record(kind, found.stream, by=by, at=now, ground=GROUND, data={"finding": found.pk, **data})
    return found


@transaction.atomic
def accept(pk: int, *, until: datetime, reason: str, by: Any, now: datetime, seen: int) -> Finding:
    """Answer for it until that moment. Raises NotFound, NotPermitted, FindingChanged, AcceptanceNeedsEnd."""
    found = _begun(pk, Action.ACCEPT, by, now, seen)
    if not reason.strip():
        raise AcceptanceNeedsEnd
    try:
        found.stand(accepted(found.standing, until, now))
    except BadAcceptance as error:
        raise AcceptanceNeedsEnd from error
    found.accepted_by, found.accepted_because = by, reason.strip()
    return _done(found, "finding.accepted", by, now, {"until": until.isoformat(), "reason": reason.strip()})


@transaction.atomic
def withdraw(pk: int, *, reason: str, by: Any, now: datetime, seen: int) -> Finding:
    """It is none, or its fact of the past was dealt with; it does not come back by itself.

    Raises NotFound, NotPermitted, FindingChanged, ReasonNeeded.
    """
    found = _begun(pk, Action.WITHDRAW, by, now, seen)
    if not reason.strip():
        raise ReasonNeeded
    try:
        found.stand(withdrawn(found.standing, now))
    except BadAcceptance as error:
        raise FindingChanged from error
    return _done(found, "finding.withdrawn", by, now, {"reason": reason.strip()})


@transaction.atomic
def assign(pk: int, *, to: Any, by: Any, now: datetime, seen: int) -> Finding:
    """Name who mends it: somebody with a post today in the unit whose finding it is.

    Raises NotFound, NotPermitted, FindingChanged also where it is closed.
    """
    found = _begun(pk, Action.ASSIGN, by, now, seen)
    if found.state not in queries.TO_MEND:
        raise FindingChanged
    if to.pk not in dict(holders_in([found.unit_id], now)):
        raise NotFound
    found.assigned_to = to
    return _done(found, "finding.assigned", by, now, {"to": to.pk})


@transaction.atomic
def remark(pk: int, *, text: str, by: Any, now: datetime) -> Remark:
    """Say something of it. Raises NotFound, NotPermitted, ReasonNeeded."""
    found = queries.finding(pk, user=by, now=now)
    policy.require(Action.REMARK, by, found, now)
    if not text.strip():
        raise ReasonNeeded
    made = Remark.objects.create(finding=found, by=by, at=now, text=text.strip())
    data = {"finding": found.pk, "remark": made.pk}
    record("finding.remarked", found.stream, by=by, at=now, ground=GROUND, data=data)
    return made
