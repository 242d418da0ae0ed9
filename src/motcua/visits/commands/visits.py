"""A visit from its preparation to its end: team, decision, opening with samples and what the system saw."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction

from motcua.accounts.models import User
from motcua.events.commands import record
from motcua.organisations.models import Unit
from motcua.visits import policy, queries, rules
from motcua.visits.commands.opening import draw_samples, write_prefills
from motcua.visits.errors import (
    BadDays,
    ConflictOfInterest,
    DecisionNeeded,
    NotInTeam,
    TeamNeedsHead,
    VisitChanged,
)
from motcua.visits.law import VISITS
from motcua.visits.models import Member, MemberRole, Mode, Plan, TemplateVersion, Visit, VisitState
from motcua.visits.plan_queries import of_unit_in
from motcua.visits.policy import Action
from motcua.visits.words import tie_dates


@transaction.atomic
def prepare(
    unit: Unit, *, by_unit: Unit, mode: str, period: tuple[date, date], days: tuple[date, date],
    template_version: TemplateVersion, by: Any, now: datetime, plan: Plan | None = None,
) -> Visit:  # fmt: skip
    """A draft of a visit to `unit`, below `by_unit`; a planned one is of the issued plan that names the unit.

    Raises NotPermitted, BadDays.
    """
    policy.require_over(Action.PREPARE, by, by_unit, unit, now)
    if period[1] < period[0] or days[1] < days[0] or period[1] > days[1]:
        raise BadDays
    if mode == Mode.UNANNOUNCED:
        plan = None
    elif plan is None:
        plan = of_unit_in(by_unit, unit, days[0])
    visit = Visit.objects.create(
        plan=plan, unit=unit, by_unit=by_unit, mode=mode, period_from=period[0],
        period_to=period[1], begins_on=days[0], ends_on=days[1], template_version=template_version, created_by=by,
        created_at=now,
    )  # fmt: skip
    data = {"unit": unit.pk, "mode": mode, "begins_on": str(days[0]), "ends_on": str(days[1]),
            "checklist": template_version.pk}  # fmt: skip
    _record("visit.prepared", visit, by=by, now=now, data=data)
    return visit


@transaction.atomic
def add_member(
    visit_id: int, *, user: User, role: str, by: Any, now: datetime, days: tuple[date, date] | None = None
) -> Member:
    """Name somebody for the team, for the days of the visit or some of them.

    Raises NotFound, NotPermitted, VisitChanged, BadDays, NotInTeam, ConflictOfInterest.
    """
    visit = _at(visit_id, Action.PREPARE, {VisitState.DRAFT}, by=by, now=now)
    first, last = days or (visit.begins_on, visit.ends_on)
    if last < first or first < visit.begins_on or last > visit.ends_on:
        raise BadDays
    if not user.is_active or Member.objects.filter(visit=visit, user=user).exists():
        raise NotInTeam
    if role == MemberRole.HEAD and Member.objects.filter(visit=visit, role=role).exists():
        raise VisitChanged
    require_no_conflict(visit, user)
    member = Member.objects.create(visit=visit, user=user, role=role, valid_from=first, valid_to=last)
    _changed(visit)
    data = {"user": user.pk, "role": role, "from": str(first), "until": str(last)}
    _record("visit.member_added", visit, by=by, now=now, data=data)
    return member


@transaction.atomic
def remove_member(visit_id: int, *, user_id: int, by: Any, now: datetime) -> None:
    """Take somebody out of a team that is not decided yet. Raises NotFound, NotPermitted, VisitChanged, NotInTeam."""
    visit = _at(visit_id, Action.PREPARE, {VisitState.DRAFT}, by=by, now=now)
    gone, _ = Member.objects.filter(visit=visit, user=user_id).delete()
    if not gone:
        raise NotInTeam
    _changed(visit)
    _record("visit.member_removed", visit, by=by, now=now, data={"user": user_id})


def require_no_conflict(visit: Visit, user: User) -> None:
    """Raises ConflictOfInterest, which names the post."""
    months = VISITS.on(visit.begins_on).conflict_months.value
    ties = queries.ties_of(user, visit.unit)
    tie = rules.conflict(ties, begins_on=visit.begins_on, ends_on=visit.ends_on, months=months)
    if tie is not None:
        raise ConflictOfInterest(who=user.full_name, post=tie.post, unit=tie.unit, dates=tie_dates(tie))


@transaction.atomic
def decide(visit_id: int, *, number: str, on: date, by: Any, now: datetime) -> Visit:
    """Enter the decision that sets up the team. Raises NotFound, NotPermitted, VisitChanged, TeamNeedsHead,
    DecisionNeeded, ConflictOfInterest.
    """
    visit = _at(visit_id, Action.DECIDE, {VisitState.DRAFT}, by=by, now=now)
    team = list(queries.members(visit))
    if not any(member.role == MemberRole.HEAD for member in team):
        raise TeamNeedsHead
    if not number.strip() or on > visit.begins_on:
        raise DecisionNeeded
    for member in team:
        require_no_conflict(visit, member.user)
    visit.decision_number, visit.decision_on, visit.decided_by = number.strip(), on, by
    visit.state = VisitState.DECIDED
    _changed(visit, "decision_number", "decision_on", "decided_by", "state")
    _record("visit.decided", visit, by=by, now=now, data={"number": visit.decision_number, "on": str(on)})
    return visit


@transaction.atomic
def open_visit(
    visit_id: int, *, by: Any, now: datetime, size: int | None = None, seeds: Mapping[str, int] | None = None
) -> Visit:
    """From now on tablets may ask for it: samples are drawn, and what the system sees is written down.

    size: of each sample, as the law table sets it where none is given; seeds: by question, by chance where none is
    given. Raises NotFound, NotPermitted, VisitChanged, ConflictOfInterest.
    """
    visit = _at(visit_id, Action.DECIDE, {VisitState.DECIDED}, by=by, now=now)
    for member in queries.members(visit):
        require_no_conflict(visit, member.user)
    size = size if size is not None else VISITS.on(visit.begins_on).sample_size.value
    samples = draw_samples(visit, size=size, seeds=seeds or {}, now=now)
    prefills = write_prefills(visit, samples, now=now)
    visit.state, visit.opened_at = VisitState.OPEN, now
    _changed(visit, "state", "opened_at")
    drawn = [{"question": row.question, "seed": row.seed, "size": row.size, "digest": row.digest} for row in samples]
    _record("visit.opened", visit, by=by, now=now, data={"samples": drawn, "prefilled": len(prefills)})
    return visit


@transaction.atomic
def make_minutes(visit_id: int, *, by: Any, now: datetime) -> Visit:
    """Nothing more is said: the minutes are made. Raises NotFound, NotPermitted, VisitChanged."""
    visit = _at(visit_id, Action.DECIDE, {VisitState.OPEN}, by=by, now=now)
    visit.state = VisitState.MINUTES
    _changed(visit, "state")
    _record("visit.minutes", visit, by=by, now=now, data={"entries": visit.entries.count()})
    return visit


@transaction.atomic
def close_visit(visit_id: int, *, by: Any, now: datetime) -> Visit:
    """It is over. Raises NotFound, NotPermitted, VisitChanged."""
    visit = _at(visit_id, Action.DECIDE, {VisitState.MINUTES}, by=by, now=now)
    visit.state, visit.ended_at = VisitState.CLOSED, now
    _changed(visit, "state", "ended_at")
    _record("visit.closed", visit, by=by, now=now, data={})
    return visit


def _at(visit_id: int, action: Action, states: set[VisitState], *, by: Any, now: datetime) -> Visit:
    """The visit, locked, at one of these states. Raises NotFound, NotPermitted, VisitChanged."""
    visit = queries.visit(visit_id, user=by, now=now, lock=True)
    policy.require(action, by, visit, now)
    if visit.state not in states:
        raise VisitChanged
    return visit


def _changed(visit: Visit, *fields: str) -> None:
    visit.version += 1
    visit.save(update_fields=["version", *fields])


def _record(kind: str, visit: Visit, *, by: Any, now: datetime, data: Mapping[str, object]) -> None:
    """Each act of a visit, in its own chain; nothing of who was inspected but his unit's number."""
    ground = visit.decision_number or VISITS.on(visit.begins_on).team.ground
    record(kind, visit.stream, by=by, at=now, ground=ground, data={"visit": visit.pk, **data})
