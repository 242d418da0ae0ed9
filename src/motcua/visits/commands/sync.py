"""Taking what a tablet brings: in order, resumable, nothing lost and nothing doubled (docs/visits.md)."""

import hashlib
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction

from motcua.base.clock import VIETNAM
from motcua.base.text import Text
from motcua.events.commands import record
from motcua.visits import checklists, photos, queries, sayings
from motcua.visits.commands.devices import require_device
from motcua.visits.law import VISITS
from motcua.visits.models import Device, Entry, EntryKind, Member, RefusedEntry, SignatureMark, Visit, VisitState
from motcua.visits.sayings import Batch, Sent


@dataclass
class Taken:
    """have: the last place without a gap before it, of this device. gap: something was sent that lies beyond.

    refused: of this call. others: what other devices said since the cursor; cursor: where to go on from.
    """

    visit: Visit
    have: int
    gap: bool = False
    refused: list[tuple[int, Text]] = field(default_factory=list)
    others: list[Entry] = field(default_factory=list)
    cursor: int = 0


@dataclass
class _Desk:
    """What one call needs to know of the visit it brings something to."""

    visit: Visit
    member: Member
    device: Device
    questions: frozenset[str]
    known: dict[Any, Entry]
    by: Any
    now: datetime
    new: list[Entry] = field(default_factory=list)


@transaction.atomic
def take(visit_id: int, batch: Batch, *, by: Any, now: datetime) -> Taken:
    """Take a batch, all in one transaction; what cannot stand is kept as refused and stops nothing.

    The visit is locked: entries get their numbers in the order in which they are committed, so that a cursor never
    passes over one. Raises NotFound, DeviceRevoked.
    """
    device = require_device(batch.device, batch.token, by=by)
    visit, member = queries.delivered_to(visit_id, user=by, now=now)
    names = frozenset(question.id for question in checklists.questions(visit.template_version.content))
    known = queries.known_entries([one.read.uuid for one in batch.entries if one.read is not None])
    desk = _Desk(visit, member, device, names, known, by, now)
    taken = Taken(visit, queries.last_places(visit).get(device.pk, 0), cursor=batch.cursor)
    first = taken.have
    for one in batch.entries:
        if one.seq > taken.have + 1:
            taken.gap = True
            break
        _take_one(one, desk, taken)
    _give(taken, batch, desk)
    Device.objects.filter(pk=device.pk).update(last_seen_at=now)
    if taken.have > first or taken.refused:
        _record(taken, desk, first)
    return taken


def _take_one(one: Sent, desk: _Desk, taken: Taken) -> None:
    """Keep one entry, as itself or as refused; one that is already there is passed over."""
    known = desk.known.get(one.read.uuid) if one.read is not None else None
    if one.seq <= taken.have:
        if (known is None or not _is_same(known, one, desk)) and not _was_refused(one, desk):
            _refuse(one, sayings.PLACE_TAKEN, desk, taken, place=False)
        return
    why = sayings.OF_ANOTHER if known is not None else _why_not(one, desk)
    if why is not None:
        _refuse(one, why, desk, taken, place=True)
    else:
        _keep(one, desk)
    taken.have = one.seq


def _is_same(known: Entry, one: Sent, desk: _Desk) -> bool:
    """Is it the very entry that was sent before, from the very place?"""
    assert one.read is not None  # noqa: S101 - it has a uuid
    place = (known.visit_id, known.device_id, known.seq) == (desk.visit.pk, desk.device.pk, one.seq)
    return place and (known.question, known.kind, known.value) == (
        one.read.question, one.read.kind, sayings.value_of(one.read.kind, one.read.value),
    )  # fmt: skip


def _was_refused(one: Sent, desk: _Desk) -> bool:
    rows = RefusedEntry.objects.filter(visit=desk.visit, device=desk.device)
    return rows.filter(digest=one.digest).exists()


def _why_not(one: Sent, desk: _Desk) -> Text | None:
    if one.read is None:
        return sayings.UNREADABLE
    if desk.visit.state != VisitState.OPEN:
        return sayings.NOT_OPEN
    try:
        said_on = sayings.moment_of(one.read).astimezone(VIETNAM).date()
    except (OverflowError, ValueError):
        return sayings.UNREADABLE
    late = desk.now.astimezone(VIETNAM).date() > desk.member.valid_to
    if late and said_on > desk.member.valid_to:
        return sayings.TOO_LATE
    return sayings.why_not(one.read, desk.questions)


def _keep(one: Sent, desk: _Desk) -> None:
    assert one.read is not None  # noqa: S101 - asked before
    value = sayings.value_of(one.read.kind, one.read.value) or {}
    entry = Entry.objects.create(
        visit=desk.visit, uuid=one.read.uuid, device=desk.device, seq=one.seq, question=one.read.question,
        kind=one.read.kind, value=value, seen=[str(uuid) for uuid in one.read.seen], said_at=one.read.said_at,
        skew=one.read.skew, received_at=desk.now, by=desk.by,
    )  # fmt: skip
    desk.known[entry.uuid] = entry
    desk.new.append(entry)
    if entry.kind == EntryKind.SIGNATURE:
        png = photos.keep(desk.visit, photos.drawn(value["strokes"]))
        SignatureMark.objects.create(
            visit=desk.visit, entry=entry, side=value["side"], name=value["name"], title=value["title"],
            strokes=value["strokes"], png=png, of_digest=value["of_digest"], at=sayings.moment_of(one.read),
        )  # fmt: skip


def _refuse(one: Sent, why: Text, desk: _Desk, taken: Taken, *, place: bool) -> None:
    """Keep what cannot stand as it came. place: it takes its place, so that what follows can be taken."""
    RefusedEntry.objects.get_or_create(
        visit=desk.visit, device=desk.device, digest=one.digest,
        defaults={"seq": one.seq if place else None, "raw": {"text": one.raw}, "vi": why.vi, "en": why.en,
                  "received_at": desk.now, "by": desk.by},
    )  # fmt: skip
    taken.refused.append((one.seq, why))


def _give(taken: Taken, batch: Batch, desk: _Desk) -> None:
    """What others said since; nothing to who is only bringing what he said in his time."""
    if desk.now.astimezone(VIETNAM).date() > desk.member.valid_to or desk.visit.state != VisitState.OPEN:
        return
    rows = list(queries.entries(desk.visit, after=batch.cursor))
    taken.others = [row for row in rows if row.device_id != desk.device.pk]
    taken.cursor = rows[-1].pk if rows else batch.cursor


def _record(taken: Taken, desk: _Desk, first: int) -> None:
    """One event a call: how much, never what."""
    names = "\n".join(str(entry.uuid) for entry in desk.new)
    data = {
        "visit": desk.visit.pk, "device": desk.device.pk, "from": first + 1, "to": taken.have,
        "entries": len(desk.new), "refused": len(taken.refused), "sha256": hashlib.sha256(names.encode()).hexdigest(),
    }  # fmt: skip
    ground = desk.visit.decision_number or VISITS.on(desk.visit.begins_on).team.ground
    record("visit.said", desk.visit.stream, by=desk.by, at=desk.now, ground=ground, data=data)
