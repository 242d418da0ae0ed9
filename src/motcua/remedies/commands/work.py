"""Carrying a remedy out: begun and reported by its owner, verified or returned by somebody else."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction

from motcua.dossiers.commands.files import KeptFile
from motcua.engines.mending import Step
from motcua.events.commands import record
from motcua.inspection import commands as inspection
from motcua.inspection import queries as findings
from motcua.inspection.errors import ReasonNeeded
from motcua.inspection.models import Finding
from motcua.remedies import policy, queries
from motcua.remedies.commands.state import GROUND, locked, of_the_past, settle, stepped
from motcua.remedies.errors import BadLink, CaseChanged, EvidenceNeeded, NotAtThisPoint
from motcua.remedies.models import Case, Evidence, Remedy
from motcua.remedies.policy import Action

LINKS = ("https://", "http://", "/")


@dataclass(frozen=True, slots=True)
class Shown:
    """One piece of evidence: a note, a link, a stored file; more than one of them if wanted."""

    note: str = ""
    link: str = ""
    file: KeptFile | None = None

    @property
    def empty(self) -> bool:
        """Does it show nothing?"""
        return not (self.note.strip() or self.link.strip() or self.file)


def _held(pk: int, by: Any, now: datetime, seen: int) -> tuple[Remedy, list[Remedy]]:
    """The remedy with its case and finding locked, as the person saw it; and all remedies of the case.

    Raises NotFound, CaseChanged, NotAtThisPoint for a case that is closed.
    """
    found = queries.remedy(pk, user=by, now=now)
    finding = Finding.objects.select_for_update(no_key=True).get(pk=found.case.finding_id)
    case = Case.objects.select_for_update(no_key=True, of=("self",)).select_related("unit").get(pk=found.case_id)
    case.finding = finding
    remedies = locked(case)
    held = next(one for one in remedies if one.pk == pk)
    held.case = case
    if held.version != seen:
        raise CaseChanged
    if case.closed:
        raise NotAtThisPoint
    return held, remedies


def _done(held: Remedy, kind: str, by: Any, now: datetime, data: dict[str, Any]) -> Remedy:
    held.version += 1
    held.save()
    case = held.case
    case.version += 1
    case.save()
    record(kind, case.stream, by=by, at=now, ground=GROUND, data={"case": case.pk, "remedy": held.pk, **data})
    return held


@transaction.atomic
def begin(pk: int, *, by: Any, now: datetime, seen: int) -> Remedy:
    """Its owner has begun. Raises NotFound, NotPermitted, CaseChanged, NotAtThisPoint."""
    held, remedies = _held(pk, by, now, seen)
    policy.require(Action.WORK, by, held.case.unit, now)
    policy.require_owner(by, held, now)
    stepped(held, Step.BEGIN)
    held.begun_at = now
    settle(held.case, remedies, now, by)
    return _done(held, "remedy.begun", by, now, {})


@transaction.atomic
def report(pk: int, *, text: str, shown: Sequence[Shown], by: Any, now: datetime, seen: int) -> Remedy:
    """Its owner tells that it is done, and shows it.

    Raises NotFound, NotPermitted, CaseChanged, NotAtThisPoint, ReasonNeeded, EvidenceNeeded, BadLink.
    """
    held, remedies = _held(pk, by, now, seen)
    policy.require(Action.WORK, by, held.case.unit, now)
    policy.require_owner(by, held, now)
    stepped(held, Step.REPORT)
    if not text.strip():
        raise ReasonNeeded
    given = [one for one in shown if not one.empty]
    if not given and not held.evidence.exists():
        raise EvidenceNeeded
    if any(one.link.strip() and not one.link.strip().startswith(LINKS) for one in given):
        raise BadLink
    for one in given:
        file = one.file
        Evidence.objects.create(
            remedy=held, note=one.note.strip(), link=one.link.strip(), blob_id=file.sha256 if file else None,
            name=file.name if file else "", by=by, at=now,
        )  # fmt: skip
    held.report, held.reported_at, held.begun_at = text.strip(), now, held.begun_at or now
    settle(held.case, remedies, now, by)
    return _done(held, "remedy.reported", by, now, {"evidence": len(given)})


@transaction.atomic
def verify(pk: int, *, by: Any, now: datetime, seen: int) -> Remedy:
    """Somebody else has seen that it is done; with the last one the case is mended.

    A finding of the past is withdrawn as dealt with; what a signal still sees stays open until it sees it no more.
    Raises NotFound, NotPermitted, OwnRemedy, CaseChanged, NotAtThisPoint.
    """
    held, remedies = _held(pk, by, now, seen)
    policy.require_other(by, [held], now)
    policy.require(Action.VERIFY, by, held.case.unit, now)
    stepped(held, Step.VERIFY)
    held.verified_by, held.verified_how, held.ended_at = by, Remedy.How.PERSON, now
    mended = settle(held.case, remedies, now, by)
    finding = held.case.finding
    if mended and finding.state in findings.TO_MEND and of_the_past(finding):
        reason = f"Đã khắc phục, đã xác minh: {held.action}"[:500]
        inspection.withdraw(finding.pk, reason=reason, by=by, now=now, seen=finding.version)
    return _done(held, "remedy.verified", by, now, {"how": "person", "mended": mended})


@transaction.atomic
def return_(pk: int, *, reason: str, by: Any, now: datetime, seen: int) -> Remedy:
    """The report does not show it: the owner goes on, the deadline stays.

    Raises NotFound, NotPermitted, OwnRemedy, CaseChanged, NotAtThisPoint, ReasonNeeded.
    """
    held, remedies = _held(pk, by, now, seen)
    policy.require_other(by, [held], now)
    policy.require(Action.VERIFY, by, held.case.unit, now)
    stepped(held, Step.RETURN)
    if not reason.strip():
        raise ReasonNeeded
    held.returned_because = reason.strip()
    settle(held.case, remedies, now, by)
    return _done(held, "remedy.returned", by, now, {"reason": reason.strip()})


@transaction.atomic
def note_letter(pk: int, *, number: str, on: date, by: Any, now: datetime, seen: int) -> Remedy:
    """Put down number and day of the letter that orders it, once it is issued.

    Raises NotFound, NotPermitted, CaseChanged, NotAtThisPoint, ReasonNeeded.
    """
    held, _remedies = _held(pk, by, now, seen)
    policy.require(Action.ORDER, by, held.case.unit, now)
    if not number.strip():
        raise ReasonNeeded
    held.order_number, held.order_date = number.strip(), on
    return _done(held, "remedy.letter", by, now, {"number": number.strip(), "on": on.isoformat()})
