"""What an issued conclusion demands becomes the remedy of each finding it names, ordered by who signed it."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction

from motcua.accounts.models import User
from motcua.base.clock import VIETNAM
from motcua.engines import worktime
from motcua.engines.mending import OVER, Act, permitted
from motcua.events.commands import record
from motcua.inspection import queries as findings
from motcua.inspection.models import Finding
from motcua.organisations import queries as posts
from motcua.organisations.models import Post, Role, Unit
from motcua.remedies import policy
from motcua.remedies.commands.ordering import due
from motcua.remedies.commands.state import GROUND, done, moved, noted
from motcua.remedies.models import Case, Remedy
from motcua.remedies.policy import Action


@dataclass(frozen=True, slots=True)
class Concluded:
    """A line of an issued conclusion. due_on: last day. number, issued_on: of the paper that demands it."""

    action: str
    due_on: date
    number: str
    issued_on: date


@transaction.atomic
def order_concluded(finding_id: int, asked: Concluded, *, by: Any, now: datetime) -> Remedy | None:
    """The finding stands as concluded, and the head of its unit has a remedy by the day of the conclusion.

    None where it is mended meanwhile, where its case has gone another way (contested, explained, dropped), where the
    same was ordered before, or where the unit has no head. Twice orders once. Raises NotPermitted.
    """
    finding = Finding.objects.select_for_update(of=("self",), no_key=True).select_related("unit").get(pk=finding_id)
    policy.require(Action.CONCLUDE, by, finding.unit, now)
    owner = head_of(finding.unit, now)
    if finding.state not in findings.TO_MEND or owner is None:
        return None
    case = _case(finding, by, now)
    if Act.ORDER not in permitted(case.stands) or _ordered(case, asked):
        return None
    moved(case, Act.ORDER)
    days = _days_until(asked.due_on, case.unit_id, now)
    end = due(case.unit_id, now, days)
    made = Remedy.objects.create(
        case=case, action=asked.action[:500], owner=owner, ordered_by=by, given_at=now, working_days=days,
        due_at=end, order_number=asked.number, order_date=asked.issued_on,
    )  # fmt: skip
    told = {"remedy": made.pk, "owner": owner.pk, "template": "", "due": end.isoformat()}
    done(case, "remedy.ordered", by, now, {"remedies": [told], "order": asked.number})
    return made


def _days_until(last: date, unit_id: int, now: datetime) -> int:
    """Working days of the unit from tomorrow to that day; one at least."""
    today = now.astimezone(VIETNAM).date()
    return max(1, worktime.working_days_after(today, last, posts.calendar_of(unit_id, today)))


def head_of(unit: Unit, now: datetime) -> User | None:
    """Who heads a unit today: the first of its leaders by his own post."""
    rows = posts.in_force(Post.objects.filter(unit=unit, role=Role.LEADER), now.astimezone(VIETNAM).date())
    found = rows.select_related("user").order_by("pk").first()
    return found.user if found is not None else None


def _case(finding: Finding, by: Any, now: datetime) -> Case:
    """The case of its episode, concluded where nobody had decided of it."""
    case = Case.objects.select_for_update(no_key=True).filter(finding=finding, episode=finding.episode).first()
    if case is None:
        case = noted(finding, by, now)
    case.finding, case.unit = finding, finding.unit
    if Act.CONFIRM in permitted(case.stands):
        moved(case, Act.CONFIRM)
        case.confirmed_by, case.confirmed_at = by, now
        case.version += 1
        case.save()
        record("case.confirmed", case.stream, by=by, at=now, ground=GROUND,
               data={"case": case.pk, "cause": "", "responsible": None})  # fmt: skip
    return case


def _ordered(case: Case, asked: Concluded) -> bool:
    """Does somebody carry out the same already?"""
    return any(one.stands not in OVER and (one.action, one.order_number) == (asked.action[:500], asked.number)
               for one in Remedy.objects.filter(case=case))  # fmt: skip
