"""Coming to a post and leaving it: by one's own sign-in, or by PIN at the counter's computer."""

from datetime import datetime
from typing import Any

from django.db import transaction

from motcua.accounts.models import User
from motcua.base.clock import VIETNAM
from motcua.base.errors import NotFound
from motcua.events.commands import record
from motcua.organisations.commands.duty import locked, stream
from motcua.organisations.commands.pins import require_pin
from motcua.organisations.errors import AlreadyOnDuty, NotOfThisPost, NotYourCheckIn, PostNotToday
from motcua.organisations.law import DUTY
from motcua.organisations.models import CheckIn, DutyPost, How
from motcua.organisations.reading import duty, one_stops


@transaction.atomic
def check_in(post_id: int, *, by: Any, now: datetime) -> CheckIn:
    """The signed-in person is at the post from now on.

    Raises NotFound, PostNotToday, NotOfThisPost, AlreadyOnDuty.
    """
    return _begin(locked(post_id, by, now), by, How.SIGN_IN, session=by, now=now)


def check_in_by_pin(post_id: int, *, person: User, pin: str, by: Any, now: datetime) -> CheckIn:
    """`person` is at the post; by: whose session the shared computer runs.

    A wrong try is counted though nothing else is written. Raises PinClosed, WrongPin and what `check_in` raises.
    """
    require_pin(person, pin, now=now)
    with transaction.atomic():
        return _begin(locked(post_id, by, now), person, How.PIN, session=by, now=now)


@transaction.atomic
def check_out(check_in_id: int, *, by: Any, now: datetime) -> None:
    """The signed-in person leaves his post. Raises NotFound, NotYourCheckIn."""
    _end(check_in_id, by, by=by, now=now)


def check_out_by_pin(check_in_id: int, *, person: User, pin: str, by: Any, now: datetime) -> None:
    """`person` leaves his post, at the shared computer. Raises PinClosed, WrongPin and what `check_out` raises."""
    require_pin(person, pin, now=now)
    with transaction.atomic():
        _end(check_in_id, person, by=by, now=now)


def _begin(post: DutyPost, person: Any, how: str, *, session: Any, now: datetime) -> CheckIn:
    """session: who is signed in on the computer; the act is `person`'s."""
    local = now.astimezone(VIETNAM)
    today = duty.posts_on(post.unit_id, local.date()).filter(pk=post.pk)
    if not today.exists() or local.time() >= post.ends:
        raise PostNotToday
    absences = duty.absences_on(post.unit_id, local.date(), now)
    if post.pk not in duty.standable([post], absences, person, now):
        raise NotOfThisPost
    if any(duty.until_of(row, now) == now for row in duty.check_ins_on(post.unit_id, local.date(), now)
           if row.post_id == post.pk):  # fmt: skip
        raise AlreadyOnDuty
    instead = post.person if post.person_id not in {None, person.pk} else None
    row = CheckIn.objects.create(
        unit=post.unit, post=post, person=person, at=now, how=how, standing_in_for=instead
    )  # fmt: skip
    _record("duty.checked_in", row, session=session, now=now)
    return row


def _end(check_in_id: int, person: Any, *, by: Any, now: datetime) -> None:
    rows = CheckIn.objects.filter(unit__in=one_stops.visible_to(by, now), out_at__isnull=True)
    rows = rows.select_related("unit", "post", "standing_in_for", "person")
    row = rows.select_for_update(of=("self",)).filter(pk=check_in_id).first()
    if row is None:
        raise NotFound
    if row.person_id != person.pk:
        raise NotYourCheckIn
    row.out_at = now
    row.save(update_fields=["out_at"])
    _record("duty.checked_out", row, session=by, now=now)


def _record(kind: str, row: CheckIn, *, session: Any, now: datetime) -> None:
    law = DUTY.on(now.astimezone(VIETNAM).date())
    data = {
        "unit": row.unit.code, "post": row.post_id, "counter": row.post.counter, "branch": row.post.branch,
        "how": row.how, "session_of": session.record_name(),
        "instead_of": row.standing_in_for.record_name() if row.standing_in_for else None,
    }  # fmt: skip
    ground = (law.stand_in if row.standing_in_for else law.roster).ground
    record(kind, stream(row.unit), by=row.person, at=now, ground=ground, data=data)
