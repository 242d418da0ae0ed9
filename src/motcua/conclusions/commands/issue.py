"""Issuing a conclusion: checked against the decree, frozen with its figures, its paper kept by content."""

import hashlib
from datetime import date, datetime
from typing import Any, Final

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from procrastinate.contrib.django import app

from motcua.base.clock import VIETNAM
from motcua.conclusions import queries
from motcua.conclusions.commands.begun import begun, done
from motcua.conclusions.composing.paper import conclusion as paper_of
from motcua.conclusions.errors import BadFormat, DeadlinePassed, IssueIncomplete
from motcua.conclusions.models import Conclusion
from motcua.conclusions.policy import Action
from motcua.documents.drafting import faults, written

JOB: Final = "motcua.conclusions.tasks.order"


@transaction.atomic
def issue(
    pk: int, *, number: str, issued_on: date, signer: str, deputy: bool, by: Any, now: datetime, seen: int
) -> Conclusion:  # fmt: skip
    """Give it number, day and signer; from then on nothing of it changes. A job orders what it demands.

    Raises NotFound, NotPermitted, AlreadyIssued, ConclusionChanged, IssueIncomplete, DeadlinePassed, BadFormat.
    """
    found = begun(pk, Action.ISSUE, by, now, seen)
    today = now.astimezone(VIETNAM).date()
    if not number.strip().isdecimal() or not signer.strip() or not found.since <= issued_on <= today:
        raise IssueIncomplete
    report = queries.report_of(found)
    first = min((one.due_on for one in report.demands), default=None)
    if first is not None and first <= issued_on:
        raise DeadlinePassed(day=f"{first:%d/%m/%Y}")
    found.number, found.issued_on, found.signer, found.deputy = number.strip(), issued_on, signer.strip(), deputy
    paper = written(paper_of(report, queries.issue_of(found)))
    bad = faults(paper)
    if bad:
        raise BadFormat(rules=", ".join(bad))
    found.paper = kept(paper)
    found.state, found.issued_by, found.issued_at = Conclusion.State.ISSUED, by, now
    app.configure_task(JOB, queue="runs").defer(conclusion_id=found.pk)
    data = {"number": found.number, "issued_on": issued_on.isoformat(), "paper": found.paper}
    return done(found, "conclusion.issued", by, now, data)


def path_of(digest: str) -> str:
    """Where a paper lies in the store."""
    return f"conclusions/{digest[:2]}/{digest}.docx"


def kept(paper: bytes) -> str:
    """Store a paper once; its SHA-256."""
    digest = hashlib.sha256(paper).hexdigest()
    if not default_storage.exists(path_of(digest)):
        default_storage.save(path_of(digest), ContentFile(paper))
    return digest
