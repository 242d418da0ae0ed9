"""Opening a campaign: over the outgoing register as it stands, or with an index and its folder of files."""

import hashlib
import secrets
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

from django.db import transaction
from procrastinate.contrib.django import app

from motcua.documents.models import IssuedDocument
from motcua.documents.registers import ISSUED
from motcua.events.commands import record
from motcua.inspection import campaign_policy as policy
from motcua.inspection import campaign_queries as queries
from motcua.inspection.campaigns.index import read_index
from motcua.inspection.campaigns.sample import drawn
from motcua.inspection.errors import BadPeriod, NoDocuments, NotStopped
from motcua.inspection.models import Campaign, Reviewed
from motcua.inspection.policy import Action
from motcua.organisations import queries as organisations
from motcua.organisations.models import Unit
from motcua.registers import upsert
from motcua.registers.policy import Action as Register
from motcua.registers.policy import register_for

GROUND: Final = "NĐ 34/2016/NĐ-CP Điều 103, Điều 104 (tự kiểm tra văn bản) [M]"
SEEDS: Final = 2**31
ROWS: Final = 1000


@transaction.atomic
def open_campaign(
    unit: Unit, *, since: date, until: date, percent: int, by: Any, now: datetime, seed: int | None = None,
    index: str = "", folder: str = "", files: Mapping[tuple[Any, ...], str] | None = None,
) -> Campaign:  # fmt: skip
    """A campaign over whatever the subtree of `unit` issued in the period, not carried out yet.

    seed: of the draw, by chance where none is given. files: path in the folder by the key of the register's row.
    Raises NotPermitted, BadPeriod, NoDocuments.
    """
    policy.require_at(Action.CAMPAIGN_OPEN, by, unit.path, now)
    if until < since:
        raise BadPeriod
    units = list(Unit.objects.filter(organisations.below([unit.path])).order_by("pk").values_list("pk", flat=True))
    seed = secrets.randbelow(SEEDS) if seed is None else seed
    campaign = Campaign.objects.create(
        unit=unit, units=units, since=since, until=until, asked_by=by, asked_at=now, seed=seed,
        sample_percent=percent, index=index, folder=folder,
    )  # fmt: skip
    campaign.total = _list(campaign, files or {})
    if not campaign.total:
        raise NoDocuments
    campaign.save(update_fields=["total"])
    data = {"campaign": campaign.pk, "unit": unit.pk, "since": str(since), "until": str(until), "seed": seed,
            "percent": percent, "documents": campaign.total, "index": index}  # fmt: skip
    record("campaign.opened", campaign.stream, by=by, at=now, ground=GROUND, data=data)
    return campaign


@transaction.atomic
def ask_campaign(unit: Unit, *, since: date, until: date, percent: int, by: Any, now: datetime) -> Campaign:
    """Open a campaign over the outgoing register and have a job carry it out. Raises as `open_campaign`."""
    campaign = open_campaign(unit, since=since, until=until, percent=percent, by=by, now=now)
    app.configure_task("motcua.inspection.tasks.carry_out", queue="runs").defer(campaign_id=campaign.pk)
    return campaign


@transaction.atomic
def go_on(campaign_id: int, *, by: Any, now: datetime) -> None:
    """Have a job carry on a campaign that an error stopped; one whose files lie in a folder goes on by the command.

    Raises NotFound, NotPermitted, NotStopped.
    """
    found = queries.campaign(campaign_id, user=by, now=now)
    policy.require_at(Action.CAMPAIGN_OPEN, by, found.unit.path, now)
    if found.folder or found.state != Campaign.State.STOPPED:
        raise NotStopped
    Campaign.objects.filter(pk=found.pk).update(state=Campaign.State.RUNNING)
    app.configure_task("motcua.inspection.tasks.carry_out", queue="runs").defer(campaign_id=found.pk)
    data = {"campaign": found.pk, "done": found.done}
    record("campaign.gone_on", found.stream, by=by, at=now, ground=GROUND, data=data)


def _list(campaign: Campaign, files: Mapping[tuple[Any, ...], str]) -> int:
    """Write down which documents it is about, in their order, and which of them are drawn; how many."""
    rows = IssuedDocument.objects.filter(
        unit__in=campaign.units, issued_on__range=(campaign.since, campaign.until)
    ).values_list("unit__code", "year", "symbol", "number", "pk", "unit_id")
    found = sorted(rows)
    sample = drawn([row[:4] for row in found], seed=campaign.seed, percent=campaign.sample_percent)
    Reviewed.objects.bulk_create(
        (
            Reviewed(campaign=campaign, document_id=row[4], place=place, sampled=row[:4] in sample,
                     file=files.get((row[5], *row[1:4]), ""))
            for place, row in enumerate(found, start=1)
        ),
        batch_size=ROWS,
    )  # fmt: skip
    return len(found)


def open_with_index(
    folder: Path, index: Path, unit: Unit, *, since: date, until: date, percent: int, by: Any, now: datetime,
    seed: int | None = None, again: bool = False,
) -> Campaign:  # fmt: skip
    """The campaign over a folder with this index: the newest there is of the same call, else a new one.

    A new one takes the rows of the index into the outgoing register, in one transaction with all else: killed in the
    middle it leaves nothing. Raises NotPermitted, BadPeriod, NoDocuments, BadIndex and what reading a table raises.
    """
    digest, place = hashlib.sha256(index.read_bytes()).hexdigest(), str(folder.resolve())
    policy.require_at(Action.CAMPAIGN_OPEN, by, unit.path, now)
    same = Campaign.objects.filter(
        unit=unit, since=since, until=until, sample_percent=percent, index=digest, folder=place
    ).order_by("-pk")
    found = None if again else (same if seed is None else same.filter(seed=seed)).first()
    if found is not None:
        return found
    register_for("issued", Register.WRITE, by, now)
    with index.open("rb") as source:
        read = read_index(source, unit=unit.pk, folder=folder, by=by, now=now)
    with transaction.atomic():
        _register(read.rows, digest, by=by, now=now)
        return open_campaign(unit, since=since, until=until, percent=percent, by=by, now=now, seed=seed, index=digest,
                             folder=place, files=read.files)  # fmt: skip


def _register(rows: list[dict[str, Any]], digest: str, *, by: Any, now: datetime) -> None:
    """Bring the outgoing register up to the index; one event, as of every import."""
    upsert.alone()
    counts = {"total": len(rows), "new": 0, "changed": 0, "same": 0}
    for first in range(0, len(rows), upsert.CHUNK):
        found = upsert.sort_out(ISSUED, rows[first : first + upsert.CHUNK], now)
        upsert.write(ISSUED, found)
        counts["new"] += len(found.new)
        counts["changed"] += len(found.changed)
        counts["same"] += found.same
    data = {"register": ISSUED.name, "sha256": digest, **counts}
    record("register.imported", ISSUED.stream, by=by, at=now, ground=ISSUED.ground, data=data)
