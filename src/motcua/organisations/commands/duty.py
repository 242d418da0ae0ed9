"""The roster of a one-stop and the absences from it. Every change is in the record's stream of the one-stop."""

from collections.abc import Collection
from datetime import date, datetime, time
from typing import Any

from django.db import transaction

from motcua.accounts.models import User
from motcua.base.clock import VIETNAM
from motcua.base.errors import NotFound
from motcua.events.commands import record
from motcua.organisations import policy
from motcua.organisations.errors import (
    DatesBackwards,
    GroundNeeded,
    HoursBackwards,
    PastIsFixed,
    SubstituteIsHimself,
)
from motcua.organisations.law import DUTY
from motcua.organisations.models import DutyAbsence, DutyPost, Unit
from motcua.organisations.reading import one_stops


def stream(unit: Unit) -> str:
    """The stream of the record that a one-stop's duty and equipment are written to."""
    return f"one_stop/{unit.pk}"


@transaction.atomic
def add_duty_post(
    unit_id: int, *, counter: str, branch: str, field: str, weekdays: Collection[str], begins: time, ends: time,
    person: User | None, valid_from: date, decision: str, by: Any, now: datetime, valid_to: date | None = None,
) -> DutyPost:  # fmt: skip
    """Put a post on the roster, from today on at the earliest.

    Raises NotFound, NotPermitted, PastIsFixed, DatesBackwards, HoursBackwards; then nothing is written.
    """
    unit = one_stops.visible(unit_id, by, now)
    policy.require_one_stop(unit, by, now)
    if valid_from < now.astimezone(VIETNAM).date():
        raise PastIsFixed
    if valid_to is not None and valid_to < valid_from:
        raise DatesBackwards
    if ends <= begins:
        raise HoursBackwards
    row = DutyPost.objects.create(
        unit=unit, counter=counter, branch=branch, field=field, weekdays=list(weekdays), begins=begins, ends=ends,
        person=person, valid_from=valid_from, valid_to=valid_to, decision=decision,
    )  # fmt: skip
    _record("duty.post_added", row, by=by, now=now, ground=decision)
    return row


@transaction.atomic
def end_duty_post(post_id: int, *, last_day: date, by: Any, now: datetime) -> DutyPost:
    """Take a post off the roster after `last_day`, today at the earliest.

    Raises NotFound, NotPermitted, PastIsFixed, DatesBackwards.
    """
    row = locked(post_id, by, now)
    policy.require_one_stop(row.unit, by, now)
    if last_day < now.astimezone(VIETNAM).date():
        raise PastIsFixed
    if last_day < row.valid_from:
        raise DatesBackwards
    row.valid_to = last_day
    row.save(update_fields=["valid_to"])
    _record("duty.post_ended", row, by=by, now=now, ground=DUTY.on(last_day).roster.ground)
    return row


@transaction.atomic
def enter_duty_absence(
    post_id: int, *, day_from: date, day_to: date, ground: str, substitute: User | None, by: Any, now: datetime
) -> DutyAbsence:
    """A leader records who is away from his post, why, and who comes instead (NĐ 61/2018 Điều 12 khoản 8).

    The reason stays in its row: it may tell of an illness, and the record is for ever.
    Raises NotFound, NotPermitted, DatesBackwards, GroundNeeded, SubstituteIsHimself.
    """
    post = locked(post_id, by, now)
    policy.require_one_stop(post.unit, by, now)
    if day_to < day_from:
        raise DatesBackwards
    if not ground.strip():
        raise GroundNeeded
    if substitute is not None and substitute.pk == post.person_id:
        raise SubstituteIsHimself
    row = DutyAbsence.objects.create(
        post=post, day_from=day_from, day_to=day_to, ground=ground.strip(), substitute=substitute, recorded_at=now,
        by=by,
    )  # fmt: skip
    more = {"absence": row.pk, "from": day_from.isoformat(), "until": day_to.isoformat(),
            "substitute": substitute.record_name() if substitute else None}  # fmt: skip
    _record("duty.absence_entered", post, by=by, now=now, ground=DUTY.on(day_from).stand_in.ground, **more)
    return row


@transaction.atomic
def withdraw_duty_absence(absence_id: int, *, by: Any, now: datetime) -> None:
    """The absence does not hold after all, from now on. Raises NotFound, NotPermitted."""
    found = DutyAbsence.objects.filter(pk=absence_id, withdrawn_at__isnull=True).first()
    if found is None:
        raise NotFound
    post = locked(found.post_id, by, now)
    policy.require_one_stop(post.unit, by, now)
    DutyAbsence.objects.filter(pk=absence_id, withdrawn_at__isnull=True).update(withdrawn_at=now)
    today = now.astimezone(VIETNAM).date()
    _record("duty.absence_withdrawn", post, by=by, now=now, ground=DUTY.on(today).stand_in.ground, absence=found.pk)


def locked(post_id: int, by: Any, now: datetime) -> DutyPost:
    """A post of a one-stop that `by` may see, locked to the end of the transaction. Raises NotFound."""
    rows = DutyPost.objects.filter(unit__in=one_stops.visible_to(by, now)).select_related("unit", "person")
    found = rows.select_for_update(of=("self",)).filter(pk=post_id).first()
    if found is None:
        raise NotFound
    return found


def _record(kind: str, post: DutyPost, *, by: Any, now: datetime, ground: str, **more: object) -> None:
    data = {
        "unit": post.unit.code, "post": post.pk, "counter": post.counter, "branch": post.branch,
        "weekdays": post.weekdays, "hours": f"{post.begins:%H:%M}-{post.ends:%H:%M}",
        "who": post.person.record_name() if post.person else None, "from": post.valid_from.isoformat(),
        "last_day": post.valid_to.isoformat() if post.valid_to else None, **more,
    }  # fmt: skip
    record(kind, stream(post.unit), by=by, at=now, ground=ground, data=data)
