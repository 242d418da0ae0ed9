"""Taking a dossier in at the counter (NĐ 61/2018/NĐ-CP Điều 17)."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from motcua.base.clock import VIETNAM
from motcua.base.vietnamese import nfc, person_sort_key, plain
from motcua.catalogue import queries as catalogue
from motcua.catalogue.models import ProcedureVersion, Terms
from motcua.catalogue.rules import limit_of
from motcua.dossiers import official, policy
from motcua.dossiers.commands.clock import reckon
from motcua.dossiers.commands.course import in_words, new_task, require_units
from motcua.dossiers.commands.files import KeptFile, attach
from motcua.dossiers.commands.numbering import next_code, next_in_register
from motcua.dossiers.commands.slips import issue
from motcua.dossiers.errors import NoLimit, NoProcess, NotElsewhere, NotOfThisUnit, PapersMissing, SubmitterUnknown
from motcua.dossiers.law import ONE_STOP
from motcua.dossiers.models import (
    ApplicantKind,
    Capacity,
    Dossier,
    PaperHandedIn,
    ResultKind,
    ReturnChannel,
    ReturnRecord,
    State,
)
from motcua.events.commands import record
from motcua.organisations import queries as organisations
from motcua.organisations.models import Unit
from motcua.processes import queries as processes
from motcua.processes.models import ProcessVersion

AT_THE_DESK = "tại quầy, trả ngay"


@dataclass(frozen=True, slots=True)
class Applicant:
    """Who hands in, as on the card. number: 12 digits, or empty for who has none."""

    name: str
    number: str = ""
    born_on: date | None = None
    sex: str = ""
    address: str = ""
    telephone: str = ""
    email: str = ""
    kind: str = ApplicantKind.PERSON

    def as_fields(self) -> dict[str, object]:
        """The dossier's columns, with the keys it is found and sorted by."""
        name = nfc(self.name)
        return {
            "applicant_name": name, "applicant_sort_key": person_sort_key(name), "applicant_plain": plain(name),
            "applicant_number": self.number, "applicant_born_on": self.born_on, "applicant_sex": self.sex,
            "applicant_address": nfc(self.address), "applicant_telephone": self.telephone,
            "applicant_email": self.email, "applicant_kind": self.kind,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Submitter:
    """Who hands in for the applicant, as what, and by which paper (NĐ 61/2018/NĐ-CP Điều 16)."""

    capacity: str = Capacity.SELF
    name: str = ""
    number: str = ""
    proof: str = ""

    def as_fields(self) -> dict[str, object]:
        """The dossier's columns."""
        return {
            "submitter_capacity": self.capacity, "submitter_name": nfc(self.name), "submitter_number": self.number,
            "submitter_proof": nfc(self.proof),
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class PaperIn:
    """One paper of the list: how many of it, whether it is here, and its files."""

    name: str
    originals: int
    copies: int
    present: bool
    files: tuple[KeptFile, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Intake:
    """All that the counter knows of a dossier before a code exists.

    unit_id: the desk. for_unit_id: the unit competent to resolve it, where that is another one (reception
    regardless of boundary, NĐ 118/2025/NĐ-CP Điều 14 khoản 2).
    """

    key: UUID
    unit_id: int
    version_id: int
    terms_id: int
    applicant: Applicant
    papers: Sequence[PaperIn]
    return_channel: str = ReturnChannel.DESK
    note: str = ""
    for_unit_id: int | None = None
    submitter: Submitter = field(default=Submitter())


@transaction.atomic
def receive(intake: Intake, *, by: Any, now: datetime) -> Dossier:
    """Accept a complete dossier: code, number in the register, due moment, receipt (Mẫu 01), first step.

    A form sent twice gives the dossier of the first. Raises NotPermitted, NotOfThisUnit, NoProcess, NoLimit,
    PapersMissing, and what the working clock cannot count; then nothing is written, no number is used up.
    """
    policy.require_reception(by, intake.unit_id, now)
    if twin := Dossier.objects.filter(intake_key=intake.key).first():
        return twin
    dossier = begun(intake, State.RECEIVED, now=now)
    require_papers(intake.papers)
    keep_papers(accept(dossier, intake.terms_id, by=by, now=now), intake.papers, by=by, now=now)
    finish_reception(dossier, by=by, now=now)
    return dossier


def begun(intake: Intake, state: State, *, now: datetime) -> Dossier:
    """The dossier of a reception form, not yet written. Raises NotOfThisUnit, NotElsewhere, SubmitterUnknown."""
    if intake.submitter.capacity != Capacity.SELF and not (intake.submitter.name and intake.submitter.proof):
        raise SubmitterUnknown
    desk, unit, version = places_of(intake, now)
    return Dossier(
        intake_key=intake.key, unit=unit, desk=desk, seen_by=sorted({unit.pk, desk.pk}), procedure=version,
        submitted_at=now, note=intake.note, return_channel=intake.return_channel,
        law_date=now.astimezone(VIETNAM).date(), state=state, **intake.applicant.as_fields(),
        **intake.submitter.as_fields(),
    )  # fmt: skip


def places_of(intake: Intake, now: datetime) -> tuple[Unit, Unit, ProcedureVersion]:
    """Desk, competent unit and procedure, where that unit receives it today. Raises NotOfThisUnit, NotElsewhere."""
    desk, today = organisations.unit(intake.unit_id), now.astimezone(VIETNAM).date()
    unit = desk
    if intake.for_unit_id not in {None, desk.pk}:
        unit = organisations.unit(intake.for_unit_id or 0)
        _require_elsewhere(desk, unit, today)
    rows = catalogue.received_by(unit.level, unit.branch, today).select_related("procedure", "field")
    version = rows.filter(pk=intake.version_id).first()
    if version is None:
        known = catalogue.visible_to().filter(pk=intake.version_id).first()
        raise NotOfThisUnit(procedure=known.name if known else "", unit=unit.name)
    return desk, unit, version


def _require_elsewhere(desk: Unit, unit: Unit, today: date) -> None:
    """Regardless of boundary, within the province, once the law of the day says so. Raises NotElsewhere."""
    law = ONE_STOP.on(today)
    same = unit.path.split("/")[0] == desk.path.split("/")[0]
    stands = unit.valid_from <= today and (unit.valid_to is None or today <= unit.valid_to)
    if not (law.elsewhere.value and same and stands and unit.one_stop_name):
        raise NotElsewhere(unit=unit.name, ground=law.elsewhere.ground)


def require_papers(papers: Sequence[PaperIn]) -> None:
    """Raises PapersMissing, naming every one."""
    if missing := [paper.name for paper in papers if not paper.present]:
        raise PapersMissing(papers="; ".join(missing))


def accept(dossier: Dossier, terms_id: int, *, by: Any, now: datetime) -> Dossier:
    """Start the clock and give the dossier its names. Saves it. Raises NoProcess, NoLimit, NoUnitForStep."""
    terms = Terms.objects.filter(pk=terms_id, version_id=dossier.procedure_id).first()
    if terms is None or limit_of(terms.limit_quantity, terms.limit_unit) is None:
        raise NoLimit(procedure=dossier.procedure.name)
    dossier.terms, dossier.fee_vnd, dossier.channel = terms, terms.fee_vnd, terms.channel
    start(dossier, terms.limit_quantity, terms.limit_unit, now=now)
    return dossier


def start(dossier: Dossier, quantity: str, unit: str, *, now: datetime) -> None:
    """Begin the clock with this limit; process, code and number in the register. Saves the dossier."""
    dossier.process = process_of(dossier)
    require_units(dossier)
    dossier.limit_quantity, dossier.limit_unit = quantity, unit
    dossier.accepted_at = dossier.clock_from = now
    for name, value in reckon(dossier).items():
        setattr(dossier, name, value)
    today = now.astimezone(VIETNAM).date()
    coded = dossier.desk if ONE_STOP.on(today).code.value == "receiving unit" else dossier.unit
    dossier.register_year, dossier.register_number = today.year, next_in_register(dossier.desk, today.year, now)
    dossier.code, dossier.state = next_code(coded, today), State.RECEIVED
    dossier.save()


def process_of(dossier: Dossier) -> ProcessVersion:
    """The process in force; the dossier keeps it. Raises NoProcess."""
    process = processes.in_force(dossier.procedure.procedure_id, dossier.law_date)
    if process is None:
        raise NoProcess(procedure=dossier.procedure.name)
    return process


def keep_papers(dossier: Dossier, papers: Sequence[PaperIn], *, by: Any, now: datetime) -> None:
    """Write the list of papers and hang their files to them."""
    rows = [
        PaperHandedIn(
            dossier=dossier, place=place, name=paper.name, originals=paper.originals, copies=paper.copies,
            present=paper.present,
        )
        for place, paper in enumerate(papers, start=1)
    ]  # fmt: skip
    for row, paper in zip(PaperHandedIn.objects.bulk_create(rows), papers, strict=True):
        for file in paper.files:
            attach(dossier, file, paper=row, by=by, now=now)


def finish_reception(dossier: Dossier, *, by: Any, now: datetime) -> None:
    """Open the first step, issue the receipt and write it into the record."""
    law = ONE_STOP.on(dossier.law_date)
    papers = list(dossier.papers.all())
    slip = issue(dossier, "receipt", official.receipt(dossier, papers, by), by=by, now=now)
    data = {
        "code": dossier.code, "procedure": dossier.procedure.procedure.code, "due": in_words(dossier.due),
        "appointment": in_words(dossier.appointment),
        "register": f"{dossier.register_number}/{dossier.register_year}", "papers": len(papers),
        "receipt": slip.number, "unit": dossier.unit.name, "after": State.RECEIVED.value, "before": None,
    }  # fmt: skip
    first = processes.steps_of(dossier.process_id or 0)[0]
    new_task(dossier, first, now=now).save()
    record("dossier.received", dossier.stream, by=by, at=now, ground=law.receive.ground, data=data)
    if dossier.desk_id != dossier.unit_id:
        passed = {"from": dossier.desk.name, "unit": dossier.unit.name}
        record("dossier.passed_on", dossier.stream, by=by, at=now, ground=law.elsewhere.ground, data=passed)


@transaction.atomic
def receive_at_once(intake: Intake, *, taken_by: str, by: Any, now: datetime) -> Dossier:
    """A procedure whose result is handed over at once: no receipt, but recorded (NĐ 61/2018 Điều 17 khoản 4).

    Raises as `receive`, and NotOfThisUnit for a procedure that is not of this kind.
    """
    policy.require_reception(by, intake.unit_id, now)
    if twin := Dossier.objects.filter(intake_key=intake.key).first():
        return twin
    dossier = begun(intake, State.RECEIVED, now=now)
    if not dossier.procedure.at_once or dossier.desk_id != dossier.unit_id:
        raise NotOfThisUnit(procedure=dossier.procedure.name, unit=dossier.desk.name)
    require_papers(intake.papers)
    keep_papers(accept(dossier, intake.terms_id, by=by, now=now), intake.papers, by=by, now=now)
    dossier.state, dossier.result_kind = State.RETURNED, ResultKind.GRANTED
    dossier.resolved_at = dossier.returned_at = dossier.ended_at = now
    dossier.save()
    ReturnRecord.objects.create(dossier=dossier, taken_by=taken_by, proof=AT_THE_DESK, at=now, by=by)
    data = {"code": dossier.code, "procedure": dossier.procedure.procedure.code, "taken_by": taken_by, "before": None,
            "after": State.RETURNED.value,
            "register": f"{dossier.register_number}/{dossier.register_year}"}  # fmt: skip
    ground = ONE_STOP.on(dossier.law_date).at_once.ground
    record("dossier.returned_at_once", dossier.stream, by=by, at=now, ground=ground, data=data)
    return dossier
