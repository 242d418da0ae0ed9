"""The dossiers of the year with their steps, results, fees and acts; clean but for what is planted."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any, Final
from uuid import UUID

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from motcua.base.vietnamese import person_sort_key, plain
from motcua.demo.year.catalogue import Procedures, Taken
from motcua.demo.year.frame import END, Year, at
from motcua.demo.year.plants import Plan
from motcua.demo.year.truth import Truth
from motcua.dossiers.commands.files import path_of
from motcua.dossiers.models import Apology, Attachment, Blob, Dossier, PaperHandedIn, Payment, Slip, Supplement, Task
from motcua.engines import worktime
from motcua.engines.record import GENESIS, canonical
from motcua.engines.record.chain import link
from motcua.events.models import Event, Stream
from motcua.organisations.models import Unit

GROUND: Final = "Dữ liệu mẫu"
FEE_FIRST: Final = 40  # of a hundred dossiers, so many are for a procedure with a fee, where there is one
ONLINE: Final = 30  # per cent that come online
PAPER: Final = "Giấy tờ chứng minh nơi cư trú (mẫu)"
HOUR, MINUTE, DAY = timedelta(hours=1), timedelta(minutes=1), timedelta(days=1)


@dataclass(slots=True)
class Work:
    """A step of a dossier: when it was opened, due and closed."""

    opened: datetime
    due: datetime | None
    closed: datetime | None

    @property
    def done(self) -> datetime:
        """When it was closed. Raises ValueError for an open one: plants of done steps need one."""
        if self.closed is None:
            raise ValueError("the step is open")
        return self.closed


@dataclass(slots=True)
class Draft:
    """A dossier before it is laid; the plants change it. work: its steps so far, in their order."""

    unit: Unit
    taken: Taken
    name: str
    number: str
    submitted: datetime
    accepted: datetime
    promised: datetime
    channel: str
    work: list[Work]
    resolved: datetime | None
    returned: datetime | None
    refused: bool = False
    slip: bool = True
    digitised: bool = True
    paid: int = 0
    supplements: list[tuple[datetime, datetime, list[str]]] = field(default_factory=list)
    apology: tuple[datetime, datetime, bool] | None = None
    papers: list[str] = field(default_factory=list)
    signals: list[tuple[str, str]] = field(default_factory=list)  # with the part of the key; "{step}" is the task's id
    pk: int = 0
    code: str = ""
    planted: bool = False


def lay(year: Year, plan: Plan, truth: Truth, procedures: Procedures, number: int) -> None:
    """So many dossiers, shared evenly over the units and the working days."""
    each = max(number // len(year.units), len(year.days) // 2)
    for unit in year.units:
        drafts = [_draft(year, unit, procedures, n, each) for n in range(each)]
        _plant(year, plan, unit, drafts, procedures)
        drafts.sort(key=lambda draft: draft.accepted)
        _write(year, unit, drafts, truth)


def _draft(year: Year, unit: Unit, procedures: Procedures, n: int, each: int) -> Draft:
    """A dossier of three working days that was resolved on the second and handed over on the third."""
    chance, days = year.chance, year.days
    index = n * len(days) // each
    day = days[index]
    taken = _taken(year, procedures.of[unit.level])
    accepted = at(day, chance.choice((7, 8, 9, 10, 13, 14)), chance.randrange(35, 60), chance.randrange(60))
    promised = worktime.officer_limit(accepted, year.calendar, 3)
    forwarded = accepted + chance.randrange(10, 90) * MINUTE
    last = [*days[index + 1 : index + 3], *(END.date() + n * DAY for n in range(1, 9))][:2]
    resolve, returned = at(last[0], 9, chance.randrange(60)), at(last[1], 15, chance.randrange(60))
    approve = at(last[0], 15, chance.randrange(60))
    due = worktime.forward_by(accepted, year.calendar)
    forwarded = min(forwarded, due)
    work = [Work(accepted, due, forwarded), Work(forwarded, None, resolve), Work(resolve, None, approve),
            Work(approve, None, returned)]  # fmt: skip
    online = chance.randrange(100) < ONLINE
    refused = chance.randrange(100) < 2
    draft = Draft(
        unit, taken, year.person(), f"0300{chance.randrange(10**8):08d}", accepted, accepted, promised,
        "online" if online else "direct", work, approve, returned, refused, paid=taken.fee,
    )  # fmt: skip
    _cut(draft)
    return draft


def _taken(year: Year, among: list[Taken]) -> Taken:
    return year.chance.choice(among)


def _cut(draft: Draft) -> None:
    """What lies after the end has not happened."""
    draft.work = [step for step in draft.work if step.opened <= END]
    for step in draft.work:
        if step.closed is not None and step.closed > END:
            step.closed = None
    if draft.resolved is not None and draft.resolved > END:
        draft.resolved, draft.returned, draft.refused = None, None, False
    if draft.returned is not None and draft.returned > END:
        draft.returned = None


def _plant(year: Year, plan: Plan, unit: Unit, drafts: list[Draft], procedures: Procedures) -> None:
    """Each cause in dossiers of its own."""
    for signal, (plant, most) in PLANTS.items():
        if plan.here(signal, unit):
            for _ in range(year.chance.randint(1, most)):
                plant(year, _free(year, drafts, signal), procedures)
    if plan.here("PAP01", unit):
        _already_held(year, _free(year, drafts, "PAP01"), _free(year, drafts, "PAP01"))
    if plan.here("BUR01", unit):
        _burst(year, [_free(year, drafts, "BUR01") for _ in range(6)])
    november = [draft for draft in drafts if draft.accepted.month == 11]
    if plan.here("SHR01", unit):
        _late_month(
            [draft for draft in november if draft.resolved and draft.resolved.month == 11 and not draft.planted]
        )
    if plan.here("SHR02", unit):
        for draft in november:
            draft.channel = "direct"
        november[0].signals.append(("SHR02", "{month}"))
    elif november:
        for draft in november[: len(november) // 3]:
            draft.channel = "online"


LATE_ONES: Final = frozenset({"OVD01", "OVD03", "IDL01", "RET01", "DIG01"})  # they need their own days
BUSY: Final = (2, 10)  # months in which everything else is planted, so that no share of a month is moved


def _free(year: Year, drafts: list[Draft], signal: str) -> Draft:
    """A dossier that nothing was planted in, of the months that suit."""
    found = [draft for draft in drafts
             if not draft.planted and draft.returned is not None and not draft.refused
             and BUSY[0] <= draft.accepted.month <= BUSY[1] and draft.accepted.day <= 20
             and (signal != "FEE01" or draft.taken.fee)]  # fmt: skip
    draft = year.chance.choice(found)
    draft.planted = True
    return draft


def _moved(year: Year, draft: Draft, day: date) -> None:
    """The same dossier, accepted on another day at nine, forwarded at half past."""
    draft.accepted = draft.submitted = at(day, 9, year.chance.randrange(20))
    draft.promised = worktime.officer_limit(draft.accepted, year.calendar, 3)
    forwarded = draft.accepted + 30 * MINUTE
    due = worktime.forward_by(draft.accepted, year.calendar)
    draft.work = [Work(draft.accepted, due, forwarded), Work(forwarded, None, None)]
    draft.resolved = draft.returned = None
    draft.refused, draft.paid = False, draft.taken.fee


def _overdue(year: Year, draft: Draft, _procedures: Procedures) -> None:
    _moved(year, draft, date(2023, 12, 21))
    draft.signals.append(("OVD01", ""))


def _second_day_missed(year: Year, draft: Draft, _procedures: Procedures) -> None:
    _moved(year, draft, date(2023, 12, 20))
    draft.apology = (at(date(2023, 12, 22), 10), at(date(2023, 12, 27), 17), False)
    draft.signals.append(("OVD03", ""))


def _idle(year: Year, draft: Draft, _procedures: Procedures) -> None:
    _moved(year, draft, date(2023, 12, 12))
    draft.promised = at(date(2024, 1, 31), 17)
    draft.signals.append(("IDL01", ""))


def _not_collected(year: Year, draft: Draft, _procedures: Procedures) -> None:
    _moved(year, draft, date(2023, 12, 5))
    resolve, approve = draft.accepted + DAY, draft.accepted + DAY + 4 * HOUR
    draft.work[1].closed = resolve
    draft.work += [Work(resolve, None, approve), Work(approve, None, None)]
    draft.resolved = approve
    draft.signals.append(("RET01", ""))


def _on_paper_only(_year: Year, draft: Draft, _procedures: Procedures) -> None:
    draft.digitised = False
    draft.signals.append(("DIG01", ""))


def _late_apology(year: Year, draft: Draft, _procedures: Procedures) -> None:
    """Apologised on the very day, resolved on the new one."""
    new = worktime.officer_limit(draft.promised, year.calendar, 2)
    draft.apology = (draft.promised - HOUR, new, True)
    _finish_at(draft, new - 3 * HOUR)
    draft.signals.append(("OVD02", ""))


def _finish_at(draft: Draft, moment: datetime) -> None:
    _, appraise, sign, hand_over = draft.work
    appraise.closed = sign.opened = moment - HOUR
    sign.closed = hand_over.opened = draft.resolved = moment
    hand_over.closed = draft.returned = moment + 2 * HOUR


def _asked_twice(year: Year, draft: Draft, _procedures: Procedures) -> None:
    first = worktime.officer_limit(draft.accepted, year.calendar, 1) - 3 * HOUR
    second = worktime.officer_limit(first, year.calendar, 2) - 3 * HOUR
    draft.supplements = [(first, first + HOUR, ["Bản sao giấy tờ (mẫu)"]), (second, second + HOUR, ["Tờ khai (mẫu)"])]
    draft.promised = worktime.officer_limit(second, year.calendar, 4)
    _finish_at(draft, draft.promised - 4 * HOUR)
    draft.signals.append(("SUP01", ""))


def _asked_late(year: Year, draft: Draft, _procedures: Procedures) -> None:
    asked = worktime.officer_limit(draft.accepted, year.calendar, 5) - 3 * HOUR
    draft.supplements = [(asked, asked + HOUR, ["Bản sao giấy tờ (mẫu)"])]
    draft.promised = worktime.officer_limit(asked, year.calendar, 4)
    _finish_at(draft, draft.promised - 4 * HOUR)
    draft.signals.append(("SUP02", "1"))


def _refused_without_slip(_year: Year, draft: Draft, _procedures: Procedures) -> None:
    draft.refused, draft.slip = True, False
    draft.signals.append(("REF01", ""))


def _forwarded_late(_year: Year, draft: Draft, _procedures: Procedures) -> None:
    late = draft.work[0].due or draft.promised
    draft.work[0].closed = draft.work[1].opened = late + HOUR
    if draft.work[1].done <= late + HOUR:
        _finish_at(draft, late + 5 * HOUR)
        draft.promised = max(draft.promised, late + 8 * HOUR)
    draft.signals.append(("FWD01", "{step0}"))


def _step_late(_year: Year, draft: Draft, _procedures: Procedures) -> None:
    draft.work[1].due = draft.work[1].done - HOUR
    draft.signals.append(("STP01", "{step1}"))


def _in_moments(_year: Year, draft: Draft, _procedures: Procedures) -> None:
    end = draft.work[2].done
    draft.work[1].opened, draft.work[1].closed = end - timedelta(seconds=70), end - timedelta(seconds=40)
    draft.work[2].opened = end - timedelta(seconds=40)
    draft.signals.append(("STP02", ""))


def _old_version(_year: Year, draft: Draft, procedures: Procedures) -> None:
    draft.taken, draft.paid = procedures.old, 0
    draft.signals.append(("CAT01", ""))


def _fee_differs(_year: Year, draft: Draft, _procedures: Procedures) -> None:
    draft.paid = draft.taken.fee + 5_000
    draft.signals.append(("FEE01", ""))


def _left_process(_year: Year, draft: Draft, _procedures: Procedures) -> None:
    """Appraised before the desk had passed it on."""
    forwarded = draft.work[0].done
    draft.work[0].opened, draft.work[1].opened = forwarded - 2 * MINUTE, forwarded - 5 * MINUTE
    draft.signals.append(("PRC01", "{step1}"))


def _already_held(year: Year, first: Draft, second: Draft) -> None:
    """The same person, whose paper the office has from the dossier before."""
    if first.accepted > second.accepted:
        first, second = second, first
    second.name, second.number = first.name, first.number
    first.papers = [PAPER]
    asked = max(worktime.officer_limit(second.accepted, year.calendar, 1) - 3 * HOUR, first.accepted + HOUR)
    second.supplements = [(asked, asked + HOUR, [PAPER])]
    second.promised = worktime.officer_limit(asked, year.calendar, 4)
    _finish_at(second, second.promised - 4 * HOUR)
    second.signals.append(("PAP01", "1"))


def _burst(year: Year, drafts: list[Draft]) -> None:
    """Handed in over days, entered on one afternoon one after the other."""
    month = year.chance.randrange(*BUSY)
    day = next(day for day in year.days if day.month == month and day.day > 10)
    for n, draft in enumerate(drafts):
        _moved(year, draft, day)
        draft.accepted = at(day, 13, 35 + n)
        draft.submitted = draft.accepted - (3 + n % 3) * DAY
        opened, due = draft.accepted + 30 * MINUTE, worktime.forward_by(draft.accepted, year.calendar)
        draft.promised = worktime.officer_limit(draft.accepted, year.calendar, 3)
        draft.work = [
            Work(draft.accepted, due, opened), Work(opened, None, opened + HOUR),
            Work(opened + HOUR, None, opened + 2 * HOUR), Work(opened + 2 * HOUR, None, opened + 3 * HOUR),
        ]  # fmt: skip
        draft.resolved, draft.returned = opened + 2 * HOUR, opened + 3 * HOUR
    drafts[0].signals.append(("BUR01", "{burst}"))


def _late_month(drafts: list[Draft]) -> None:
    """A fifth of a month's results come a little after their last day, all within the month."""
    chosen = [draft for draft in drafts if draft.promised.month == 11 and draft.promised.day <= 26]
    for draft in chosen[: max(2, len(drafts) // 5)]:
        draft.planted = True
        _finish_at(draft, draft.promised + 2 * HOUR)
    chosen[0].signals.append(("SHR01", "{month}"))


Plant = Callable[[Year, Draft, Procedures], None]
PLANTS: Final[dict[str, tuple[Plant, int]]] = {  # how a cause is planted, and in how many dossiers of a unit at most
    "OVD01": (_overdue, 3), "OVD02": (_late_apology, 2), "OVD03": (_second_day_missed, 2), "SUP01": (_asked_twice, 2),
    "SUP02": (_asked_late, 2), "REF01": (_refused_without_slip, 2), "FWD01": (_forwarded_late, 3),
    "STP01": (_step_late, 3), "STP02": (_in_moments, 2), "IDL01": (_idle, 2), "RET01": (_not_collected, 2),
    "DIG01": (_on_paper_only, 3), "CAT01": (_old_version, 2), "FEE01": (_fee_differs, 2), "PRC01": (_left_process, 2),
}  # fmt: skip


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
