"""Carrying a campaign out from where it stands: results are written some hundred at a time, each lot whole or not.

However often it is stopped it comes to the same: a file is judged by itself, and what was written is not judged again.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import Any, Final

from django.db import transaction

from motcua.documents.commands.issued import Checked, note_checked
from motcua.documents.models import LegalText
from motcua.engines.decree30.batch import Task
from motcua.engines.decree30.register import Register
from motcua.events.commands import record
from motcua.inspection.campaigns.checking import Job, Seen, look_at_all
from motcua.inspection.commands.campaigns.opening import GROUND
from motcua.inspection.models import Campaign, Reviewed

LOT: Final = 256  # documents in one transaction
State, Outcome = Campaign.State, Reviewed.Outcome
FIELDS: Final = ("outcome", "sha256", "rules", "warnings", "content", "error", "error_en")
Tell = Callable[[int, int], None]


def carry_out_campaign(
    campaign_id: int, *, now: datetime, processes: int = 1, tell: Tell = lambda _done, _total: None
) -> Campaign:
    """Judge what still waits; one that is done is left as it is. tell: is called with done and total after each lot."""
    campaign = Campaign.objects.select_related("asked_by", "unit").get(pk=campaign_id)
    if campaign.over:
        return campaign
    _begun(campaign, now)
    try:
        jobs = _jobs(campaign)
        for lot in _lots(look_at_all(jobs, _task(), processes)):
            done = _write(campaign, lot, now)
            tell(done, campaign.total)
        return _finish(campaign, now)
    except Exception:
        Campaign.objects.filter(pk=campaign.pk, state=State.RUNNING).update(state=State.STOPPED)
        raise


@transaction.atomic
def _begun(campaign: Campaign, now: datetime) -> None:
    """It runs; said once in the record, however often it is begun."""
    found = Campaign.objects.select_for_update(no_key=True).get(pk=campaign.pk)
    if found.over:
        return
    if found.state == State.QUEUED:
        record("campaign.begun", campaign.stream, by=campaign.asked_by, at=now, ground=GROUND,
               data={"campaign": campaign.pk})  # fmt: skip
    Campaign.objects.filter(pk=campaign.pk).update(state=State.RUNNING)


def _task() -> Task:
    """The decree's own rules, with the legal texts whose last day is known."""
    ended = LegalText.objects.filter(valid_to__isnull=False).values_list("symbol", "valid_to", "replaced_by")
    rows = {symbol.upper(): (last + timedelta(days=1), by) for symbol, last, by in ended if last is not None}
    return Task(register=Register(rows), roles=False)


def _jobs(campaign: Campaign) -> list[Job]:
    rows = campaign.documents.filter(outcome=Outcome.WAITING).order_by("place")
    return [
        Job(pk, document, str(Path(campaign.folder) / file) if file else "", kept, number, symbol, year)
        for pk, document, file, kept, number, symbol, year in rows.values_list(
            "pk", "document_id", "file", "document__kept", "document__number", "document__symbol", "document__year"
        )
    ]


def _lots(found: Iterator[Seen]) -> Iterator[Sequence[Seen]]:
    while lot := tuple(islice(found, LOT)):
        yield lot


@transaction.atomic
def _write(campaign: Campaign, lot: Sequence[Seen], now: datetime) -> int:
    """Results, the register's verdicts and the progress together; how many are done."""
    Campaign.objects.select_for_update(no_key=True).get(pk=campaign.pk)
    Reviewed.objects.bulk_update([_row(one) for one in lot], FIELDS, batch_size=LOT)
    note_checked([Checked(one.job.document, one.sha256, one.rules) for one in lot if not one.error[0]], now=now)
    done = campaign.documents.exclude(outcome=Outcome.WAITING).count()
    Campaign.objects.filter(pk=campaign.pk).update(done=done)
    return done


def _row(one: Seen) -> Reviewed:
    return Reviewed(
        pk=one.job.pk, outcome=_outcome(one), sha256=one.sha256, rules=list(one.rules), warnings=list(one.warnings),
        content=list(one.content), error=one.error[0], error_en=one.error[1],
    )  # fmt: skip


def _outcome(one: Seen) -> str:
    if one.error[0]:
        return Outcome.UNREADABLE
    return Outcome.VIOLATION if one.rules else Outcome.WARNING if one.warnings or one.content else Outcome.CLEAN


@transaction.atomic
def _finish(campaign: Campaign, now: datetime) -> Campaign:
    """What it came to, and the event, once."""
    found = Campaign.objects.select_for_update(of=("self",), no_key=True).select_related("unit", "asked_by")
    row = found.get(pk=campaign.pk)
    if row.over:
        return row
    outcomes: Counter[Any] = Counter(row.documents.values_list("outcome", flat=True))
    row.counts, row.done = dict(sorted(outcomes.items())), row.total
    row.state, row.finished_at = State.DONE, now
    row.save()
    data = {"campaign": row.pk, "documents": row.total, "counts": row.counts}
    record("campaign.done", row.stream, by=row.asked_by, at=now, ground=GROUND, data=data)
    return row
