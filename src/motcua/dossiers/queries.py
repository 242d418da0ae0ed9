"""Every read of dossiers; each starts from `visible_to`."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet

from motcua.accounts.models import User
from motcua.base.clock import VIETNAM
from motcua.base.database import planned_by_values
from motcua.base.errors import NotFound
from motcua.base.text import Text
from motcua.base.vietnamese import plain
from motcua.dossiers import official, policy, rules, selection
from motcua.dossiers.errors import Stale
from motcua.dossiers.models import (
    WAITING,
    Apology,
    Attachment,
    Dossier,
    DueChange,
    Message,
    RegisterBook,
    Run,
    Slip,
    State,
    Supplement,
    Task,
)
from motcua.dossiers.selection import Selection
from motcua.engines import worktime
from motcua.events.models import Event
from motcua.events.queries import of_stream
from motcua.organisations import queries as organisations
from motcua.organisations.models import Role, Unit

OPEN_STATES = tuple(state for state in State if state not in rules.FINAL)


def visible_to(user: Any, now: datetime) -> QuerySet[Dossier]:
    """Dossiers `user` may read today."""
    return Dossier.objects.filter(policy.may_see(user, now))


def by_ref(ref: str, *, user: Any, now: datetime) -> Dossier:
    """One dossier by its code, or before acceptance by its slip number. Raises NotFound."""
    rows = visible_to(user, now).select_related(
        "unit", "desk", "procedure__procedure", "procedure__field", "terms", "process", "corrects"
    )
    return _one(rows, ref)


def locked(ref: str, *, by: Any, now: datetime, seen: int) -> Dossier:
    """Locked to the end of the transaction; no_key: events may point to it. Raises NotFound, Stale."""
    return _unchanged(_lock(visible_to(by, now), ref), seen, now)


def locked_for_administration(ref: str, *, by: Any, now: datetime, seen: int) -> Dossier:
    """The same for an administrator of a unit above, who may not read it. Raises NotFound, Stale."""
    units = Unit.objects.filter(organisations.below(organisations.administered_paths(by, now)))
    return _unchanged(_lock(Dossier.objects.filter(unit__in=units), ref), seen, now)


def _lock(rows: QuerySet[Dossier], ref: str) -> Dossier:
    related = rows.select_related("unit", "desk", "terms", "procedure__procedure")
    return _one(related.select_for_update(of=("self",), no_key=True), ref)


def _unchanged(dossier: Dossier, seen: int, now: datetime) -> Dossier:
    if dossier.version != seen:
        last = of_stream(dossier.stream).first()
        at = f"{(last.at if last else now).astimezone(VIETNAM):%H:%M}"
        raise Stale(who=last.actor_name if last else "Có người", ref=dossier.ref, at=at)
    return dossier


def _one(rows: QuerySet[Dossier], ref: str) -> Dossier:
    found = rows.filter(Q(code=ref) | Q(intake_ref=ref)).first()
    if found is None:
        raise NotFound
    return found


def tasks_of(dossier: Dossier) -> list[Task]:
    """All steps done and being done, oldest first."""
    rows = Task.objects.filter(dossier=dossier).select_related("step", "holder", "unit", "closed_by")
    return list(rows.order_by("pk"))


def open_tasks(dossier: Dossier) -> list[Task]:
    """The steps being done; none before acceptance and after the end."""
    return [task for task in tasks_of(dossier) if task.closed_at is None]


def timeline(dossier: Dossier) -> QuerySet[Event]:
    """What happened to the dossier, newest first."""
    return of_stream(dossier.stream)


def register_books(user: Any, now: datetime) -> QuerySet[RegisterBook]:
    """Registers of the desks `user` belongs to, and for an inspector of all below; newest year first."""
    rows = RegisterBook.objects.filter(unit__in=policy.seen_units(user, now)).select_related("unit", "closed_by")
    return rows.order_by("-year", "unit__path")


def register_book(unit_id: int, year: int, *, user: Any, now: datetime, lock: bool = False) -> RegisterBook:
    """One register. Raises NotFound."""
    rows = register_books(user, now).filter(unit_id=unit_id, year=year)
    found = (rows.select_for_update(of=("self",)) if lock else rows).first()
    if found is None:
        raise NotFound
    return found


def numbers_in(book: RegisterBook) -> set[int]:
    """Numbers that the book has, of dossiers and of its paper lines."""
    dossiers = Dossier.objects.filter(desk_id=book.unit_id, register_year=book.year)
    kept = {number for number in dossiers.values_list("register_number", flat=True) if number is not None}
    return kept | set(book.paper_entries.values_list("number", flat=True))


def in_register(book: RegisterBook, *, user: Any, now: datetime) -> QuerySet[Dossier]:
    """Dossiers of a register by their numbers, with what its columns need."""
    rows = visible_to(user, now).filter(desk_id=book.unit_id, register_year=book.year)
    rows = rows.select_related("procedure__procedure", "unit", "desk").prefetch_related("return_records", "tasks")
    return rows.order_by("register_number")


def supplements_of(dossier: Dossier) -> QuerySet[Supplement]:
    """Requests after appraisal, oldest first."""
    return Supplement.objects.filter(dossier=dossier).order_by("number")


def apology_of(dossier: Dossier) -> Apology | None:
    """The one apology of a dossier, if it was issued."""
    return Apology.objects.filter(dossier=dossier).first()


@dataclass(frozen=True, slots=True)
class NamedSlip:
    """A slip with its title by the law of its day."""

    slip: Slip
    title: str


def slips_of(dossier: Dossier) -> list[NamedSlip]:
    """Slips issued for the dossier, newest first."""
    rows = Slip.objects.filter(dossier=dossier).order_by("-pk")
    return [NamedSlip(row, official.form(row.form, row.issued_at.astimezone(VIETNAM).date()).title) for row in rows]


def slip(pk: int, *, user: Any, now: datetime) -> Slip:
    """One slip of a dossier the user may read. Raises NotFound."""
    rows = Slip.objects.filter(dossier__in=visible_to(user, now)).select_related("dossier", "unit")
    found = rows.filter(pk=pk).first()
    if found is None:
        raise NotFound
    return found


def attachment(pk: int, *, user: Any, now: datetime) -> Attachment:
    """One file: its door is that of its dossier. Raises NotFound."""
    rows = Attachment.objects.filter(dossier__in=visible_to(user, now)).select_related("blob", "dossier")
    found = rows.filter(pk=pk).first()
    if found is None:
        raise NotFound
    return found


def open_twins(number: str, procedure_id: int, *, user: Any, now: datetime) -> QuerySet[Dossier]:
    """Open dossiers of this person for the same procedure: said before a second one is received."""
    if not number:
        return Dossier.objects.none()
    rows = visible_to(user, now).filter(applicant_number=number, procedure__procedure_id=procedure_id)
    return rows.filter(state__in=OPEN_STATES).order_by("-submitted_at")


@planned_by_values()
def people(text: str, *, user: Any, now: datetime, most: int = 8) -> list[Dossier]:
    """Latest dossier of each person found by personal number, telephone or name: what is known of him."""
    rows = visible_to(user, now).filter(_person(text)).order_by("applicant_plain", "-pk")
    found: dict[tuple[str, str], Dossier] = {}
    for dossier in rows[: most * 5]:
        found.setdefault((dossier.applicant_number, dossier.applicant_plain), dossier)
    return list(found.values())[:most]


@planned_by_values()
def find(
    text: str, *, user: Any, now: datetime, procedure: str = "", since: date | None = None, until: date | None = None,
    most: int = 50,
) -> list[Dossier]:  # fmt: skip
    """Dossiers by code, part of a code, person's number, telephone or name, newest first; marks are forgiven.

    procedure: code of the procedure; since, until: days of reception, inclusive.
    """
    chosen = Selection("all", procedure=procedure, since=since, until=until)
    rows = selection.dossiers(chosen, user, now).filter(Q(code__contains=text.upper()) | _person(text))
    return list(rows.select_related("procedure__procedure", "unit", "desk").order_by("-pk")[:most])


def _person(text: str) -> Q:
    digits = text.replace(" ", "").replace(".", "")
    if digits.isdigit():
        return Q(applicant_number=digits) | Q(applicant_telephone=digits)
    return Q(applicant_plain__contains=plain(text))


def calendar_of(dossier: Dossier) -> worktime.Calendar:
    """The working calendar that measures this dossier."""
    return organisations.calendar_of(dossier.unit_id, dossier.law_date)


def with_papers(dossier: Dossier) -> QuerySet[Any]:
    """Papers of the dossier with their files."""
    return dossier.papers.prefetch_related(Prefetch("attachments", Attachment.objects.select_related("blob")))


@dataclass(frozen=True, slots=True)
class Completion:
    """All that the code alone opens: itself, how far it is, and whom to ask."""

    code: str
    words: Text
    unit: str
    telephone: str


def completion_of(code: str) -> Completion | None:
    """The public state of a dossier by its code; the one read that needs no user, and shows no more than this."""
    columns = ("state", "unit__one_stop_name", "unit__name", "unit__telephone")
    row = Dossier.objects.filter(code=code).values_list(*columns).first()
    if row is None:
        return None
    state, one_stop, unit, telephone = row
    return Completion(code, rules.completion(state), f"{one_stop}, {unit}", telephone)


def open_under_limit(after: int) -> QuerySet[Dossier]:
    """Open dossiers whose clock runs, locked, by key; for the job that reckons them anew (no person asks)."""
    rows = Dossier.objects.filter(pk__gt=after, accepted_at__isnull=False, resolved_at__isnull=True)
    rows = rows.filter(ended_at__isnull=True).prefetch_related("pauses").order_by("pk")
    return rows.select_for_update(of=("self",), no_key=True)


def of_stream_owner(stream: str) -> Dossier | None:
    """The dossier whose stream this is; for the job that tells people."""
    kind, _, key = stream.partition(":")
    if kind != "dossier":
        return None
    return Dossier.objects.filter(pk=key).select_related("desk", "procedure").first()


def told_of(event: Event, dossier: Dossier) -> list[User]:
    """Members of staff an event concerns: who holds the open steps, or who was relieved of one."""
    name = event.data.get("holder_before") if event.kind == "dossier.taken_over" else None
    if name is not None:
        return list(User.objects.filter(full_name=name, tasks__dossier=dossier).distinct())
    rows = User.objects.filter(tasks__dossier=dossier, tasks__closed_at__isnull=True).exclude(pk=event.actor_id or 0)
    return list(rows.distinct())


def messages_of(user: Any) -> QuerySet[Message]:
    """What this member of staff was told, newest first."""
    return Message.objects.filter(user=user.pk).select_related("dossier").order_by("-pk")


def failed_messages(user: Any, now: datetime) -> QuerySet[Message]:
    """E-mails that could not be sent, or perhaps were, of dossiers whose units this administrator keeps or leads."""
    led = organisations.units_of(user, now, {Role.LEADER})
    kept = Unit.objects.filter(organisations.below(organisations.administered_paths(user, now)))
    rows = Message.objects.filter(stage__in=[Message.Stage.FAILED, Message.Stage.UNSURE])
    return rows.filter(Q(dossier__desk__in=led) | Q(dossier__desk__in=kept)).select_related("dossier").order_by("-pk")


def past_a_deadline(now: datetime) -> list[int]:
    """Dossiers with an open step past its limit in a process that joins by deadline; for the job that goes on."""
    rows = Task.objects.filter(closed_at__isnull=True, due__lt=now, counts=True)
    rows = rows.filter(dossier__process__steps__join="deadline").exclude(dossier__state__in=WAITING)
    return sorted(set(rows.values_list("dossier_id", flat=True)))


def held_by_person(user: Any, now: datetime) -> list[tuple[User, int]]:
    """People who hold open steps in the units this leader leads, with how many."""
    led = organisations.units_of(user, now, {Role.LEADER})
    rows = Task.objects.filter(unit__in=led, closed_at__isnull=True, holder__isnull=False)
    counts = dict(rows.order_by().values_list("holder").annotate(n=Count("pk")))
    people = User.objects.filter(pk__in=counts).order_by("full_name")
    return [(person, counts[person.pk]) for person in people]


def person(pk: int) -> User:
    """A member of staff by key. Raises NotFound."""
    found = User.objects.filter(pk=pk, is_active=True).first()
    if found is None:
        raise NotFound
    return found


def run_of(pk: int, *, user: Any) -> Run:
    """One of this person's own runs. Raises NotFound."""
    found = Run.objects.filter(pk=pk, user=user.pk).first()
    if found is None:
        raise NotFound
    return found


def runs_of(user: Any) -> QuerySet[Run]:
    """His runs, newest first."""
    return Run.objects.filter(user=user.pk).order_by("-pk")


def past_retention(purpose: str, before: datetime) -> list[Attachment]:
    """Files of dossiers that ended before that moment and no younger dossier holds; for the job that removes them."""
    old = Attachment.objects.filter(purpose=purpose, blob__removed_at=None, dossier__ended_at__lt=before)
    kept = Q(dossier__ended_at=None) | Q(dossier__ended_at__gte=before) | ~Q(purpose=purpose)
    found = old.exclude(Exists(Attachment.objects.filter(kept, blob=OuterRef("blob")))).select_related(
        "dossier", "blob"
    )
    return list(found.order_by("blob_id", "pk").distinct("blob_id"))


def open_of_unit(unit_id: int) -> int | None:
    """One open dossier of a unit, as desk or as resolver, by key; for the job that passes them on."""
    rows = Dossier.objects.filter(ended_at__isnull=True).filter(Q(unit_id=unit_id) | Q(desk_id=unit_id))
    return rows.order_by("pk").values_list("pk", flat=True).first()


def due_changes(*, user: Any, now: datetime, most: int = 100) -> QuerySet[DueChange]:
    """Dossiers that a calendar moved, newest first, of those the user may read."""
    rows = DueChange.objects.filter(dossier__in=visible_to(user, now)).select_related("dossier")
    return rows.order_by("-pk")[:most]
