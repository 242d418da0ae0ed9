"""What a person says of one document: five points, a verdict, how it is to be put right and by when."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from django.db import transaction

from motcua.base.clock import VIETNAM
from motcua.events.commands import record
from motcua.inspection import campaign_policy as policy
from motcua.inspection import campaign_queries as queries
from motcua.inspection.errors import DeadlineNeeded, NotChecked, PointsUnsettled, ReviewChanged
from motcua.inspection.models import Reviewed
from motcua.inspection.policy import Action

GROUND: Final = "NĐ 34/2016/NĐ-CP Điều 104, Điều 130 (sửa đổi: NĐ 154/2020/NĐ-CP) [M]"
SETTLED: Final = frozenset({"met", "not_met"})
Verdict, Handling, Point = Reviewed.Verdict, Reviewed.Handling, Reviewed.Point


@dataclass(frozen=True, slots=True)
class Review:
    """points: of each of the five "met" or "not_met". due_on: last day to put it right, inclusive."""

    points: Mapping[str, str]
    verdict: str
    handling: str
    due_on: date | None = None
    note: str = ""


def _begun(pk: int, by: Any, now: datetime, seen: int) -> Reviewed:
    found = queries.reviewed(pk, user=by, now=now, lock=True)
    policy.require_at(Action.CAMPAIGN_REVIEW, by, found.campaign.unit.path, now)
    if found.version != seen:
        raise ReviewChanged
    return found


def _require_whole(given: Review, today: date) -> None:
    """All five points are settled, the verdict fits them, and what is wrong has a deadline."""
    if set(given.points) != set(Point.values) or not set(given.points.values()) <= SETTLED:
        raise PointsUnsettled
    right = all(said == "met" for said in given.points.values())
    if given.verdict not in Verdict.values or right != (given.verdict == Verdict.RIGHT):
        raise PointsUnsettled
    handled = given.handling in Handling.values and given.handling != Handling.NONE
    if handled and (right or given.due_on is None or given.due_on < today):
        raise DeadlineNeeded


@transaction.atomic
def review(pk: int, given: Review, *, by: Any, now: datetime, seen: int) -> Reviewed:
    """Write the review, in place of an earlier one; the record keeps both.

    Raises NotFound, NotPermitted, ReviewChanged, NotChecked, PointsUnsettled, DeadlineNeeded.
    """
    found = _begun(pk, by, now, seen)
    if found.outcome == Reviewed.Outcome.WAITING:
        raise NotChecked
    _require_whole(given, now.astimezone(VIETNAM).date())
    found.points, found.verdict, found.note = dict(given.points), given.verdict, given.note.strip()
    found.handling = given.handling or Handling.NONE
    found.due_on = None if found.handling == Handling.NONE else given.due_on
    found.done_on, found.reviewer, found.reviewed_at = None, by, now
    found.version += 1
    found.save()
    data = {"document": found.document_id, "points": found.points, "verdict": found.verdict,
            "handling": found.handling, "due_on": str(found.due_on or "")}  # fmt: skip
    record("campaign.reviewed", found.campaign.stream, by=by, at=now, ground=GROUND, data=data)
    return found


@transaction.atomic
def mark_handled(pk: int, *, on: date, by: Any, now: datetime, seen: int) -> Reviewed:
    """The unit has put it right on this day. Raises NotFound, NotPermitted, ReviewChanged, DeadlineNeeded."""
    found = _begun(pk, by, now, seen)
    if found.due_on is None or on > now.astimezone(VIETNAM).date():
        raise DeadlineNeeded
    found.done_on = on
    found.version += 1
    found.save()
    data = {"document": found.document_id, "done_on": str(on)}
    record("campaign.handled", found.campaign.stream, by=by, at=now, ground=GROUND, data=data)
    return found
