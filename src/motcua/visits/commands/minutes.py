"""Minutes of a visit: frozen word by word, signed by both sides on the glass, laid into one paper that is kept."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import override

from motcua.base.vietnamese import nfc
from motcua.engines.decree30.writing.draft import Signature
from motcua.events.commands import record
from motcua.inspection.commands import look_at
from motcua.visits import photos, policy, queries, sayings
from motcua.visits.errors import ConflictsOpen, MinutesChanged, NothingSaid, NotSigned, VisitChanged
from motcua.visits.law import VISITS
from motcua.visits.minutes import COUNTS, Given, compiled, conflicts, digest_of, standing_marks
from motcua.visits.models import Minutes, SignatureMark, Visit, VisitState
from motcua.visits.papers import minutes_paper, written
from motcua.visits.policy import Action
from motcua.visits.source import keys_of

SIDES = frozenset(SignatureMark.Side.values)


@transaction.atomic
def freeze(visit_id: int, given: Given, *, by: Any, now: datetime) -> Minutes:
    """Nothing more is said at the visit; its minutes are put into words that both sides will sign.

    By whoever may read the checklist: the team in its days, afterwards also the unit that inspects. Raises NotFound,
    VisitChanged, ConflictsOpen, NothingSaid.
    """
    visit = queries.readable(visit_id, user=by, now=now, lock=True)
    if visit.state not in {VisitState.OPEN, VisitState.MINUTES} or queries.minutes(visit) is not None:
        raise VisitChanged
    open_ones = conflicts(visit)
    if open_ones:
        raise ConflictsOpen(n=len(open_ones), questions=", ".join(open_ones))
    with override("vi"):
        content = compiled(visit, given, now)
    if not any(group[name] for group in content["groups"] for name in COUNTS if name != "left"):
        raise NothingSaid
    made = Minutes.objects.create(
        visit=visit, content=content, digest=digest_of(content), frozen_at=now, frozen_by=by
    )  # fmt: skip
    visit.state = VisitState.MINUTES
    _changed(visit, "state")
    data = {"digest": made.digest, "shortcomings": [row["question"] for row in content["shortcomings"]]}
    _record("visit.minutes_frozen", visit, by=by, now=now, data=data)
    return made


@transaction.atomic
def thaw(visit_id: int, *, digest: str, by: Any, now: datetime) -> None:
    """Something of the text is to be put right: what was signed of it counts no more, and both sign anew.

    Raises NotFound, MinutesChanged also where both have signed.
    """
    visit, found = _frozen(visit_id, digest, by=by, now=now)
    found.thawed_at = now
    found.save(update_fields=["thawed_at"])
    _changed(visit)
    _record("visit.minutes_thawed", visit, by=by, now=now, data={"digest": digest})


@transaction.atomic
def reopen(visit_id: int, *, by: Any, now: datetime) -> Visit:
    """Tablets may bring answers again, as where two still differ. Raises NotFound, NotPermitted, VisitChanged."""
    visit = queries.visit(visit_id, user=by, now=now, lock=True)
    policy.require(Action.DECIDE, by, visit, now)
    if visit.state != VisitState.MINUTES or queries.minutes(visit) is not None:
        raise VisitChanged
    visit.state = VisitState.OPEN
    _changed(visit, "state")
    _record("visit.reopened", visit, by=by, now=now, data={})
    return visit


@transaction.atomic
def sign(
    visit_id: int, *, side: str, name: str, title: str, strokes: Any, digest: str, by: Any, now: datetime
) -> Minutes:  # fmt: skip
    """One side's signature under the text of that digest; with the second one the visit is over.

    Then the paper is laid with both pictures and kept, and each shortcoming becomes a finding. Raises NotFound,
    MinutesChanged (another text, or this side has signed it), NotSigned.
    """
    visit, found = _frozen(visit_id, digest, by=by, now=now)
    given = {
        "side": side,
        "name": nfc(name.strip()),
        "title": nfc(title.strip()),
        "strokes": strokes,
        "of_digest": digest,
    }
    value = sayings.value_of("signature", given)
    if value is None:
        raise NotSigned
    marks = standing_marks(visit, digest)
    if value["side"] in marks or digest_of(found.content) != digest:
        raise MinutesChanged
    png = photos.keep(visit, photos.drawn(value["strokes"]))
    marks[value["side"]] = SignatureMark.objects.create(
        visit=visit, entry=None, by=by, side=value["side"], name=value["name"], title=value["title"],
        strokes=value["strokes"], png=png, of_digest=digest, at=now,
    )  # fmt: skip
    _record("visit.minutes_signed", visit, by=by, now=now, data={"side": value["side"], "digest": digest})
    if marks.keys() == SIDES:
        _done(visit, found, marks, by=by, now=now)
    return found


def _done(visit: Visit, found: Minutes, marks: Mapping[str, SignatureMark], *, by: Any, now: datetime) -> None:
    found.paper, found.signed_at = photos.keep(visit, _paper(visit, found, marks)), now
    found.save(update_fields=["paper", "signed_at"])
    visit.state, visit.ended_at = VisitState.CLOSED, now
    _changed(visit, "state", "ended_at")
    _record("visit.minutes_done", visit, by=by, now=now, data={"digest": found.digest, "paper": found.paper})
    look_at("inspected", keys_of(found), now=now)


def _paper(visit: Visit, found: Minutes, marks: Mapping[str, SignatureMark]) -> bytes:
    signed = {side: Signature(name=row.name, image=photos.inked(row.strokes)) for side, row in marks.items()}
    return written(minutes_paper(visit.by_unit, found.content, found.digest, signed))


def _frozen(visit_id: int, digest: str, *, by: Any, now: datetime) -> tuple[Visit, Minutes]:
    """The visit, locked, and its minutes as the person has them before him. Raises NotFound, MinutesChanged."""
    visit = queries.readable(visit_id, user=by, now=now, lock=True)
    found = queries.minutes(visit)
    if visit.state != VisitState.MINUTES or found is None or found.digest != digest:
        raise MinutesChanged
    return visit, found


def _changed(visit: Visit, *fields: str) -> None:
    visit.version += 1
    visit.save(update_fields=["version", *fields])


def _record(kind: str, visit: Visit, *, by: Any, now: datetime, data: Mapping[str, object]) -> None:
    ground = visit.decision_number or VISITS.on(visit.begins_on).team.ground
    record(kind, visit.stream, by=by, at=now, ground=ground, data={"visit": visit.pk, **data})
