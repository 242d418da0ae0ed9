"""Which one-stops there are, and whose are a reader's."""

from datetime import date, datetime
from typing import Any

from django.db.models import Q, QuerySet

from motcua.base.clock import VIETNAM
from motcua.base.errors import NotFound
from motcua.organisations import queries
from motcua.organisations.models import DutyPost, Kind, Unit


def one_stops(on: date) -> QuerySet[Unit]:
    """Committees with a one-stop on that day; agencies with a line of their own sit at these."""
    rows = queries.in_force(Unit.objects.filter(kind=Kind.PEOPLES_COMMITTEE), on)
    return rows.exclude(one_stop_name="").order_by("path")


def visible_to(user: Any, now: datetime) -> QuerySet[Unit]:
    """One-stops whose duty, equipment and connection `user` may read.

    Those of his posts, those whose roster names him, and for an inspector or administrator all below him.
    """
    above = queries.inspected_paths(user, now) + queries.administered_paths(user, now)
    today = now.astimezone(VIETNAM).date()
    mine = Q(pk__in=queries.units_of(user, now)) | Q(pk__in=_named(user, today).values("unit"))
    return one_stops(today).filter(mine | queries.below(above))


def _named(user: Any, today: date) -> QuerySet[DutyPost]:
    return queries.in_force(DutyPost.objects.filter(person=user.pk), today)


def sees_any(user: Any, now: datetime) -> bool:
    """Has `user` a one-stop to read? Asked for the frame of every page: mostly answered by his posts alone."""
    if any(post.one_stop for post in queries.posts_of(user, now)):
        return True
    if queries.inspected_paths(user, now) or queries.administered_paths(user, now):
        return True
    if user.pk is None:
        return False
    today = now.astimezone(VIETNAM).date()
    kept: tuple[date, bool] | None = getattr(user, "_named_today", None)
    if kept is None or kept[0] != today:
        kept = (today, _named(user, today).exists())
        user._named_today = kept
    return kept[1]


def visible(pk: int | None, user: Any, now: datetime) -> Unit:
    """The one-stop asked for, or the reader's own, or his first. Raises NotFound."""
    rows = visible_to(user, now)
    if pk is not None:
        found = rows.filter(pk=pk).first()
    else:
        own = own_of(user, now)
        found = rows.filter(pk=own).first() if own else rows.first()
    if found is None:
        raise NotFound
    return found


def own_of(user: Any, now: datetime) -> int | None:
    """The one-stop a person works at: that of his first own post, else the one whose roster names him."""
    own = [post.unit_id for post in queries.posts_of(user, now) if post.one_stop and post.owner_id == user.pk]
    if own:
        return own[0]
    named = _named(user, now.astimezone(VIETNAM).date()).order_by("pk")
    return named.values_list("unit_id", flat=True).first()
