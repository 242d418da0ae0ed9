"""The dossiers of the year with their steps, results, fees and acts; clean but for what is planted."""

import hashlib
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from motcua.base.vietnamese import person_sort_key, plain
from motcua.demo.year.catalogue import Procedures
from motcua.demo.year.causes import plant
from motcua.demo.year.drafts import DAY, Draft, draft_of
from motcua.demo.year.frame import Year
from motcua.demo.year.plants import Plan
from motcua.demo.year.truth import Truth
from motcua.dossiers.commands.files import path_of
from motcua.dossiers.models import Apology, Attachment, Blob, Dossier, PaperHandedIn, Payment, Slip, Supplement, Task
from motcua.engines.record import GENESIS, canonical
from motcua.engines.record.chain import link
from motcua.events.models import Event, Stream
from motcua.organisations.models import Unit

GROUND: Final = "Dữ liệu mẫu"


def lay(year: Year, plan: Plan, truth: Truth, procedures: Procedures, number: int) -> None:
    """So many dossiers, shared evenly over the units and the working days."""
    each = max(number // len(year.units), len(year.days) // 2)
    for unit in year.units:
        drafts = [draft_of(year, unit, procedures, n, each) for n in range(each)]
        plant(year, plan, unit, drafts, procedures)
        drafts.sort(key=lambda draft: draft.accepted)
        _write(year, unit, drafts, truth)


def _write(year: Year, unit: Unit, drafts: list[Draft], truth: Truth) -> None:
    """The rows of one unit, a table at a time."""
    staff = year.staff[unit.pk]
    counts: dict[date, int] = {}
    rows = []
    for number, draft in enumerate(drafts, start=1):
        day = draft.accepted.date()
        counts[day] = counts.get(day, 0) + 1
        draft.code = f"{unit.code}-{day:%y%m%d}-{counts[day]:04d}"
        rows.append(_dossier(unit, draft, number))
    for draft, row in zip(drafts, Dossier.objects.bulk_create(rows, batch_size=1000), strict=True):
        draft.pk = row.pk
    tasks = Task.objects.bulk_create((task for draft in drafts for task in _tasks(unit, draft, staff)), batch_size=2000)
    steps: dict[int, list[int]] = {}
    for task in tasks:
        steps.setdefault(task.dossier_id, []).append(task.pk)
    _attach(drafts, staff)
    _slips(unit, drafts, staff)
    Payment.objects.bulk_create(
        Payment(dossier_id=draft.pk, amount_vnd=draft.paid, method="cash", payer=draft.name, at=draft.accepted,
                by=staff.desk)
        for draft in drafts if draft.paid
    )  # fmt: skip
    _acts(drafts, staff)
    for draft in drafts:
        for signal, part in draft.signals:
            truth.add(signal, _key(signal, part, draft, steps[draft.pk]), unit)


def _key(_signal: str, part: str, draft: Draft, steps: list[int]) -> str:
    if part == "{burst}":
        return f"desk:{draft.unit.pk}/{draft.accepted.date()}/{draft.code}"
    if part == "{month}":
        return f"month:{draft.unit.pk}"
    part = part.format(step0=steps[0], step1=steps[min(1, len(steps) - 1)])
    return f"dossier:{draft.pk}/{part}" if part else f"dossier:{draft.pk}"


def _state(draft: Draft) -> str:
    if draft.returned:
        return "returned"
    return "resolved" if draft.resolved else ("received", "in_progress", "for_approval")[min(len(draft.work), 3) - 1]


def _dossier(unit: Unit, draft: Draft, number: int) -> Dossier:
    key = UUID(hashlib.sha256(draft.code.encode()).hexdigest()[:32])
    result = "" if draft.resolved is None else "refused" if draft.refused else "granted"
    return Dossier(
        code=draft.code, intake_key=key, unit=unit, desk=unit, seen_by=[unit.pk], procedure=draft.taken.version,
        terms=draft.taken.terms, process=draft.taken.process, state=_state(draft), version=len(draft.work) + 1,
        law_date=draft.accepted.date(), channel=draft.channel, applicant_name=draft.name,
        applicant_sort_key=person_sort_key(draft.name)[:250], applicant_plain=plain(draft.name),
        applicant_number=draft.number, applicant_address=f"Số {number % 90 + 1}, phố Mẫu, {unit.short_name}",
        submitted_at=draft.submitted, accepted_at=draft.accepted, clock_from=draft.accepted, limit_quantity="3",
        limit_unit="working_day", due=draft.promised, promised=draft.promised,
        appointment=draft.apology[1] if draft.apology else draft.promised, near_from=draft.promised - DAY,
        apology_from=draft.promised - DAY, resolved_at=draft.resolved, returned_at=draft.returned,
        ended_at=draft.returned, fee_vnd=draft.paid, result_kind=result,
        result_summary="" if not result else "Không đủ điều kiện (mẫu)" if draft.refused else "Đã giải quyết (mẫu)",
        register_year=2023, register_number=number,
    )  # fmt: skip


def _tasks(unit: Unit, draft: Draft, staff: Any) -> Iterator[Task]:
    people = (staff.desk, staff.officer, staff.leader, staff.desk)
    for n, work in enumerate(draft.work):
        step = draft.taken.steps[n]
        yield Task(
            dossier_id=draft.pk, step=step, kind=step.kind, name=step.name, unit=unit, for_unit=unit, role=step.role,
            holder=people[n], opened_at=work.opened, due=work.due, sort_at=draft.promised, closed_at=work.closed,
            closed_by=people[n] if work.closed else None, outcome="done" if work.closed else "",
        )  # fmt: skip


def _attach(drafts: list[Draft], staff: Any) -> None:
    """One sample file stands for all results."""
    content = "MẪU: kết quả của dữ liệu mẫu, không có giá trị pháp lý.\n".encode()
    digest = hashlib.sha256(content).hexdigest()
    Blob.objects.get_or_create(sha256=digest, defaults={"size": len(content), "media_type": "text/plain"})
    if not default_storage.exists(path_of(digest)):
        default_storage.save(path_of(digest), ContentFile(content))
    papers = PaperHandedIn.objects.bulk_create(
        PaperHandedIn(dossier_id=draft.pk, place=place, name=name, copies=1, present=True)
        for draft in drafts for place, name in enumerate(draft.papers, start=1)
    )  # fmt: skip
    by_pk = {draft.pk: draft for draft in drafts}
    rows = [
        Attachment(dossier_id=paper.dossier_id, paper=paper, purpose="paper", blob_id=digest, added_by=staff.desk,
                   name="giay-to-mau.txt", added_at=by_pk[paper.dossier_id].accepted)
        for paper in papers
    ]  # fmt: skip
    rows += [Attachment(dossier_id=draft.pk, purpose="result", blob_id=digest, name="ket-qua-mau.txt",
                        added_at=draft.resolved, added_by=staff.officer)
             for draft in drafts if draft.resolved and draft.digitised and not draft.refused]  # fmt: skip
    Attachment.objects.bulk_create(rows, batch_size=2000)


def _slips(unit: Unit, drafts: list[Draft], staff: Any) -> None:
    """Slips of refusals, requests and apologies, numbered through the year, each with what it stands for."""
    made: list[tuple[Slip, Draft, tuple[datetime, datetime, list[str]] | None, int]] = []
    numbers: dict[str, int] = {}

    def slip(draft: Draft, form: str, moment: datetime) -> Slip:
        numbers[form] = numbers.get(form, 0) + 1
        return Slip(dossier_id=draft.pk, unit=unit, form=form, year=2023, number=numbers[form], issued_at=moment,
                    issued_by=staff.officer, content={"sample": "MẪU"})  # fmt: skip

    for draft in drafts:
        if draft.refused and draft.slip and draft.resolved:
            made.append((slip(draft, "refusal", draft.resolved), draft, None, 0))
        for number, asked in enumerate(draft.supplements, start=1):
            made.append((slip(draft, "supplement", asked[0]), draft, asked, number))
        if draft.apology:
            made.append((slip(draft, "apology", draft.apology[0]), draft, None, 0))
    Slip.objects.bulk_create(one for one, *_ in made)
    Supplement.objects.bulk_create(
        Supplement(dossier_id=draft.pk, number=number, asked_at=asked[0], asked_by=staff.officer, missing=asked[2],
                   reason="Thiếu giấy tờ (mẫu)", forced="Theo yêu cầu thẩm định (mẫu)" if number > 1 else "", slip=one,
                   answered_at=asked[1])
        for one, draft, asked, number in made if asked is not None
    )  # fmt: skip
    Apology.objects.bulk_create(
        Apology(dossier_id=draft.pk, at=draft.apology[0], by=staff.leader, reason="Khối lượng công việc lớn (mẫu)",
                before=draft.promised, after=draft.apology[1], late=draft.apology[2], slip=one)
        for one, draft, _asked, _number in made if one.form == "apology" and draft.apology
    )  # fmt: skip


def _acts(drafts: list[Draft], staff: Any) -> None:
    """What happened to each dossier, in its own chain of the record."""
    events: list[Event] = []
    streams: list[Stream] = []
    for draft in drafts:
        name, head = f"dossier:{draft.pk}", GENESIS
        acts = sorted(_acts_of(draft, staff), key=lambda act: act[1])
        for seq, (kind, moment, user) in enumerate(acts, start=1):
            data = {"dossier": draft.pk}
            body = canonical(stream=name, kind=kind, at=moment, actor_id=user.pk, actor_name=user.record_name(),
                             ground=GROUND, data=data)  # fmt: skip
            head = link(head, body)
            events.append(Event(stream=name, seq=seq, kind=kind, at=moment, actor_id=user.pk,
                                actor_name=user.record_name(), ground=GROUND, data=data, hash=head))  # fmt: skip
        streams.append(Stream(name=name, length=len(acts), hash=head))
    Event.objects.bulk_create(events, batch_size=2000)
    Stream.objects.bulk_create(streams, batch_size=2000)


def _acts_of(draft: Draft, staff: Any) -> Iterator[tuple[str, datetime, Any]]:
    yield "dossier.received", draft.accepted, staff.desk
    people = (staff.desk, staff.officer, staff.leader, staff.desk)
    kinds = ("dossier.forwarded", "dossier.resolved", "dossier.approved", "dossier.returned")
    for n, work in enumerate(draft.work):
        if work.closed is not None:
            yield kinds[n], work.closed, people[n]
    for asked, answered, _missing in draft.supplements:
        yield "dossier.supplement_asked", asked, staff.officer
        yield "dossier.supplement_completed", answered, staff.desk
    if draft.apology:
        yield "dossier.apologised", draft.apology[0], staff.leader
