"""Who holds which post, who stands in, who acts by delegation. Nobody changes rights of his own."""

from datetime import date, datetime
from typing import Any, Final

from django.db import transaction

from motcua.accounts.models import User
from motcua.base.clock import VIETNAM
from motcua.base.errors import NotFound
from motcua.events.commands import record
from motcua.organisations import policy, queries
from motcua.organisations.errors import DatesBackwards, NotYourself, SecondmentLength
from motcua.organisations.law import STAFF
from motcua.organisations.models import Absence, Delegation, Post, PostKind, Unit

RIGHTS: Final = "rights"  # the stream of the record


@transaction.atomic
def give_post(
    *, user: User, unit: Unit, role: str, title: str, valid_from: date, by: Any, now: datetime,
    valid_to: date | None = None, decision: str = "", home: Unit | None = None,
) -> Post:  # fmt: skip
    """Give a person a dated post. home: the unit he is seconded from to the one-stop of `unit`.

    Raises NotPermitted, NotYourself, DatesBackwards, SecondmentLength; then nothing is written.
    """
    policy.require_unit(policy.Action.KEEP_POSTS, unit, by, now)
    _not_himself(user, by)
    _in_order(valid_from, valid_to)
    law = STAFF.on(valid_from)
    if home is not None:
        _long_enough(valid_from, valid_to)
    post = Post.objects.create(
        user=user, unit=unit, role=role, title=title, valid_from=valid_from, valid_to=valid_to, decision=decision,
        home=home, kind=PostKind.SECONDED if home else PostKind.OWN,
    )  # fmt: skip
    ground = law.secondment_months.ground if home else law.posts.ground
    _record("post.given", post, by=by, now=now, ground=decision or ground)
    return post


@transaction.atomic
def end_post(post_id: int, *, last_day: date, by: Any, now: datetime) -> Post:
    """End a post with `last_day`; the steps its holder holds are free for his colleagues from the next day on.

    Raises NotFound, NotPermitted, NotYourself, DatesBackwards.
    """
    post = Post.objects.select_related("unit", "user").select_for_update(of=("self",)).filter(pk=post_id).first()
    if post is None or not policy.keeps(post.unit, by, now):
        raise NotFound
    _not_himself(post.user, by)
    _in_order(post.valid_from, last_day)
    post.valid_to = last_day
    post.save(update_fields=["valid_to"])
    _record("post.ended", post, by=by, now=now, ground=STAFF.on(last_day).posts.ground)
    return post


@transaction.atomic
def delegate(
    post_id: int, *, receiver: User, document: str, valid_from: date, valid_to: date, by: Any, now: datetime
) -> Delegation:
    """The holder of a post gives its rights to a colleague for a time, by a document.

    Raises NotFound for a post that is not his own, NotYourself, DatesBackwards.
    """
    today = now.astimezone(VIETNAM).date()
    post = queries.in_force(Post.objects.filter(user=by.pk), today).select_related("unit", "user")
    own = post.filter(pk=post_id).first()
    if own is None:
        raise NotFound
    _not_himself(receiver, by)
    _in_order(valid_from, valid_to)
    row = Delegation.objects.create(
        post=own, receiver=receiver, document=document, valid_from=valid_from, valid_to=valid_to
    )
    ground = document or STAFF.on(valid_from).delegation.ground
    more = {"to": receiver.record_name(), "until": valid_to.isoformat()}
    _record("post.delegated", own, by=by, now=now, ground=ground, **more)
    return row


@transaction.atomic
def revoke_delegation(delegation_id: int, *, by: Any, now: datetime) -> None:
    """Its giver or the administrator takes a delegation back. Raises NotFound."""
    rows = queries.delegations_of(by, now).exclude(receiver=by.pk).filter(pk=delegation_id)
    row = rows.select_for_update(of=("self",)).first()
    if row is None:
        raise NotFound
    row.revoked_at = now
    row.save(update_fields=["revoked_at"])
    to = row.receiver.record_name()
    _record("post.delegation_revoked", row.post, by=by, now=now, ground=row.document, to=to)


@transaction.atomic
def enter_absence(
    *, user: User, stand_in: User, valid_from: date, valid_to: date, by: Any, now: datetime, document: str = ""
) -> Absence:
    """A leader (or the administrator) enters who is away and who stands in (NĐ 61/2018 Điều 12 khoản 8).

    Raises NotFound for a person he does not keep, NotYourself where he would stand in himself for his own absence
    or give himself the rights of somebody else's post, DatesBackwards.
    """
    if not queries.staff_of(by, now).filter(user=user).exists():
        raise NotFound
    if stand_in == user or by.pk == stand_in.pk:
        raise NotYourself
    _in_order(valid_from, valid_to)
    row = Absence.objects.create(
        user=user, stand_in=stand_in, valid_from=valid_from, valid_to=valid_to, document=document
    )
    data = {"who": user.record_name(), "stand_in": stand_in.record_name(), "from": valid_from.isoformat(),
            "until": valid_to.isoformat()}  # fmt: skip
    ground = document or STAFF.on(valid_from).stand_in.ground
    record("absence.entered", RIGHTS, by=by, at=now, ground=ground, data=data)
    return row


@transaction.atomic
def end_absence(absence_id: int, *, by: Any, now: datetime) -> None:
    """The person is back before the day: the stand-in's rights end at once. Raises NotFound."""
    row = queries.absences_of(by, now).select_for_update(of=("self",)).filter(pk=absence_id).first()
    if row is None:
        raise NotFound
    row.ended_at = now
    row.save(update_fields=["ended_at"])
    data = {"who": row.user.record_name(), "stand_in": row.stand_in.record_name()}
    today = now.astimezone(VIETNAM).date()
    record("absence.ended", RIGHTS, by=by, at=now, ground=STAFF.on(today).stand_in.ground, data=data)


def _record(kind: str, post: Post, *, by: Any, now: datetime, ground: str, **more: str) -> None:
    """Write the change of a right into the record."""
    last = post.valid_to.isoformat() if post.valid_to else None
    data = {
        "who": post.user.record_name(), "unit": post.unit.code, "role": post.role, "title": post.title,
        "from": post.valid_from.isoformat(), "last_day": last, **more,
    }  # fmt: skip
    record(kind, RIGHTS, by=by, at=now, ground=ground, data=data)


def _not_himself(user: User, by: Any) -> None:
    if user.pk == by.pk:
        raise NotYourself


def _in_order(first: date, last: date | None) -> None:
    if last is not None and last < first:
        raise DatesBackwards


def _long_enough(first: date, last: date | None) -> None:
    """A secondment lasts as long as the law of its first day says. Raises SecondmentLength."""
    least, most = STAFF.on(first).secondment_months.value
    months = (last.year - first.year) * 12 + last.month - first.month if last else 0
    if last is None or not least <= months + (last.day >= first.day - 1) <= most + 1:
        raise SecondmentLength(least=least, most=most)
