"""Every read of visits; each starts from `visible_to`, of what was said at them from `readable_by`."""

from datetime import datetime
from typing import Any, Final
from uuid import UUID

from django.db.models import Max, QuerySet

from motcua.base.clock import VIETNAM
from motcua.base.errors import NotFound
from motcua.engines.merging import Entry as Said
from motcua.engines.merging import Kind
from motcua.events.models import Event
from motcua.events.queries import of_stream
from motcua.organisations import queries as organisations
from motcua.organisations.models import Absence, Delegation, Post, Predecessor, Unit
from motcua.visits import policy
from motcua.visits.models import (
    ChecklistTemplate,
    Device,
    Entry,
    Member,
    Minutes,
    Photo,
    Prefill,
    RefusedEntry,
    Sample,
    SignatureMark,
    TemplateVersion,
    Visit,
)
from motcua.visits.policy import Action
from motcua.visits.rules import Tie

PAGE: Final = 50


def visible_to(user: Any, now: datetime) -> QuerySet[Visit]:
    """Visits `user` may know of today."""
    return Visit.objects.filter(policy.may_see(user, now))


def readable_by(user: Any, now: datetime) -> QuerySet[Visit]:
    """Visits whose checklist `user` may read today."""
    return Visit.objects.filter(policy.may_read(user, now))


def listed(user: Any, now: datetime, *, before: int | None = None) -> list[Visit]:
    """One page of visits and one more, newest first."""
    rows = visible_to(user, now).select_related("unit", "by_unit")
    return list((rows.filter(pk__lt=before) if before is not None else rows).order_by("-pk")[: PAGE + 1])


def visit(pk: int, *, user: Any, now: datetime, lock: bool = False) -> Visit:
    """One visit that `user` may know of. Raises NotFound."""
    return _one(visible_to(user, now), pk, lock=lock)


def _one(rows: QuerySet[Visit], pk: int, *, lock: bool) -> Visit:
    rows = rows.select_related("unit", "by_unit", "template_version__template", "created_by")
    found = (rows.select_for_update(of=("self",), no_key=True) if lock else rows).filter(pk=pk).first()
    if found is None:
        raise NotFound
    return found


def readable(pk: int, *, user: Any, now: datetime, lock: bool = False) -> Visit:
    """One whose checklist he may read. Raises NotFound."""
    return _one(readable_by(user, now), pk, lock=lock)


def minutes_readable_by(user: Any, now: datetime) -> QuerySet[Visit]:
    """Visits whose minutes `user` may read today, or make."""
    return Visit.objects.filter(policy.may_read_minutes(user, now))


def with_minutes(pk: int, *, user: Any, now: datetime) -> tuple[Visit, Minutes | None]:
    """One whose minutes he may read, or make, and these where they are frozen. Raises NotFound."""
    found = _one(minutes_readable_by(user, now), pk, lock=False)
    return found, minutes(found)


def minutes(of: Visit) -> Minutes | None:
    """The text that stands, where it is frozen."""
    return Minutes.objects.filter(visit=of, thawed_at=None).first()


def may_read(of: Visit, user: Any, now: datetime) -> bool:
    """May `user` read the checklist of a visit that he sees?"""
    return readable_by(user, now).filter(pk=of.pk).exists()


def on_tablet(user: Any, now: datetime) -> list[Visit]:
    """Open visits of whose team `user` is today."""
    team = Member.objects.filter(policy.is_member(user, now)).values("visit")
    rows = Visit.objects.filter(pk__in=team, state="open").select_related("unit", "template_version__template")
    return list(rows.order_by("pk"))


def delivered_to(pk: int, *, user: Any, now: datetime) -> tuple[Visit, Member]:
    """The visit to which `user` may bring what he said, locked: one after another, so that cursors miss nothing.

    Also some days after his time, and when it is no longer open: it is then kept as refused. Raises NotFound.
    """
    member = Member.objects.filter(policy.is_member(user, now, late=True), visit=pk).first()
    if member is None:
        raise NotFound
    return _one(Visit.objects.exclude(state__in=("draft", "decided")), pk, lock=True), member


def members(of: Visit) -> QuerySet[Member]:
    """Its team: head, secretary, members."""
    return Member.objects.filter(visit=of).select_related("user").order_by("pk")


def samples(of: Visit) -> QuerySet[Sample]:
    """Its samples in the order in which they were drawn."""
    return Sample.objects.filter(visit=of).order_by("pk")


def prefills(of: Visit) -> QuerySet[Prefill]:
    """What the system saw when it was opened."""
    return Prefill.objects.filter(visit=of).order_by("pk")


def entries(of: Visit, *, after: int = 0) -> QuerySet[Entry]:
    """What was said at it, in the order of arrival."""
    return Entry.objects.filter(visit=of, pk__gt=after).select_related("by").order_by("pk")


def as_said(rows: QuerySet[Entry]) -> list[Said]:
    """As the engine that merges takes it."""
    return [
        Said(str(row.uuid), str(row.device_id), row.question, Kind(row.kind), row.value, frozenset(row.seen))
        for row in rows
    ]


def known_entries(uuids: list[UUID]) -> dict[UUID, Entry]:
    """Those of these that arrived before, of whatever visit."""
    return {row.uuid: row for row in Entry.objects.filter(uuid__in=uuids)}


def refused(of: Visit) -> QuerySet[RefusedEntry]:
    """What arrived and could not stand."""
    return RefusedEntry.objects.filter(visit=of).select_related("by").order_by("pk")


def last_places(of: Visit) -> dict[int, int]:
    """Of every device the last place that arrived; nothing is missing before it."""
    found: dict[int, int] = {}
    for model in (Entry, RefusedEntry):
        rows = model._default_manager.filter(visit=of, seq__isnull=False)
        for device, seq in rows.values("device").annotate(last=Max("seq")).values_list("device", "last"):
            found[device] = max(found.get(device, 0), seq)
    return found


def photo(of: Visit, sha256: str) -> Photo:
    """Raises NotFound."""
    found = Photo.objects.filter(visit=of, sha256=sha256).first()
    if found is None:
        raise NotFound
    return found


def photos(of: Visit) -> set[str]:
    """Hashes of the photographs that arrived."""
    return set(Photo.objects.filter(visit=of).values_list("sha256", flat=True))


def signatures(of: Visit) -> QuerySet[SignatureMark]:
    """What tablets brought, in the order of arrival."""
    return SignatureMark.objects.filter(visit=of, entry__isnull=False).order_by("pk")


def devices(of: Visit) -> QuerySet[Device]:
    """Tablets of its team that are not stopped."""
    team = Member.objects.filter(visit=of).values("user")
    return Device.objects.filter(user__in=team, revoked_at=None).select_related("user").order_by("pk")


def story(of: Visit) -> QuerySet[Event]:
    """What happened to it, newest first."""
    return of_stream(of.stream)


def templates() -> QuerySet[ChecklistTemplate]:
    """Checklists by name; they hold no secret."""
    return ChecklistTemplate.objects.order_by("name")


def template_version(pk: int) -> TemplateVersion:
    """Raises NotFound."""
    found = TemplateVersion.objects.select_related("template").filter(pk=pk).first()
    if found is None:
        raise NotFound
    return found


def newest_versions() -> list[TemplateVersion]:
    """Of every checklist the version in force, by name."""
    rows = TemplateVersion.objects.select_related("template", "by").order_by("template", "-version")
    return sorted(rows.distinct("template"), key=lambda row: row.template.name)


def units_to_inspect(user: Any, now: datetime) -> list[Unit]:
    """Units below those for which `user` prepares visits, in force today, in the order of the tree."""
    above = Unit.objects.filter(pk__in=policy.units_where(Action.PREPARE, user, now)).values_list("path", flat=True)
    paths = list(above)
    rows = organisations.in_force(Unit.objects.filter(organisations.below(paths)), now.astimezone(VIETNAM).date())
    return list(rows.exclude(path__in=paths).order_by("path"))


def subtree(unit: Unit) -> list[int]:
    """Ids of a unit and all below it."""
    return list(Unit.objects.filter(organisations.below([unit.path])).order_by("pk").values_list("pk", flat=True))


def ties_of(user: Any, unit: Unit) -> list[Tie]:
    """All that ever tied `user` to a unit, to one below it, or to one that went into them. Three queries a person."""
    units = set(subtree(unit))
    ahead = units
    while ahead:
        rows = Predecessor.objects.filter(unit__in=ahead, before__isnull=False).values_list("before", flat=True)
        ahead = {pk for pk in rows if pk is not None} - units
        units |= ahead
    held = Post.objects.filter(user=user.pk).select_related("unit", "home")
    found = [
        Tie("own" if post.kind == "own" else "seconded", post.title, where.short_name, post.valid_from, post.valid_to)
        for post in held for where in (post.unit, post.home) if where is not None and where.pk in units
    ]  # fmt: skip
    given = Delegation.objects.filter(receiver=user.pk, post__unit__in=units).select_related("post__unit")
    found += [
        Tie("delegated", row.post.title, row.post.unit.short_name, row.valid_from, _until(row.valid_to, row.revoked_at))
        for row in given
    ]
    return found + _stood_in(user, units)


def _stood_in(user: Any, units: set[int]) -> list[Tie]:
    """For whom he stood in while that person had a post there."""
    rows = list(Absence.objects.filter(stand_in=user.pk))
    held = list(Post.objects.filter(user__in=[row.user_id for row in rows], unit__in=units).select_related("unit"))
    return [
        Tie("stands_in", post.title, post.unit.short_name, max(row.valid_from, post.valid_from),
            min(_until(row.valid_to, row.ended_at), post.valid_to or row.valid_to))
        for row in rows for post in held
        if post.user_id == row.user_id and post.valid_from <= row.valid_to
        and (post.valid_to is None or post.valid_to >= row.valid_from)
    ]  # fmt: skip


def _until(last: Any, ended: datetime | None) -> Any:
    """The last day of what may have been ended before."""
    return last if ended is None else min(last, ended.astimezone(VIETNAM).date())
