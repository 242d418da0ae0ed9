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
from motcua.dossiers import official, policy, rules
from motcua.dossiers.commands.files import KeptFile, attach
from motcua.dossiers.commands.numbering import next_code, next_in_register
from motcua.dossiers.commands.slips import issue
from motcua.dossiers.commands.state import open_step
from motcua.dossiers.errors import NoLimit, NoProcess, NotOfThisUnit, PapersMissing
from motcua.dossiers.law import ONE_STOP
from motcua.dossiers.models import Dossier, PaperHandedIn, ReturnChannel, ReturnRecord, State
from motcua.engines import worktime
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

    def as_fields(self) -> dict[str, object]:
        """The dossier's columns, with the keys it is found and sorted by."""
        name = nfc(self.name)
        return {
            "applicant_name": name, "applicant_sort_key": person_sort_key(name), "applicant_plain": plain(name),
            "applicant_number": self.number, "applicant_born_on": self.born_on, "applicant_sex": self.sex,
            "applicant_address": nfc(self.address), "applicant_telephone": self.telephone,
            "applicant_email": self.email,
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
    """All that the counter knows of a dossier before a code exists."""

    key: UUID
    unit_id: int
    version_id: int
    terms_id: int
    applicant: Applicant
    papers: Sequence[PaperIn]
    return_channel: str = ReturnChannel.DESK
    note: str = ""


@transaction.atomic
def receive(intake: Intake, *, by: Any, now: datetime) -> Dossier:
    """Accept a complete dossier: code, number in the register, due moment, receipt (Mẫu 01), first step.

    A form sent twice gives the dossier of the first. Raises NotPermitted, NotOfThisUnit, NoProcess, NoLimit,
    PapersMissing, and what the working clock cannot count; then nothing is written, no number is used up.
    """
    policy.require_reception(by, intake.unit_id, now)
    if twin := Dossier.objects.filter(intake_key=intake.key).first():
        return twin
    unit, version = of_this_unit(intake, now)
    require_papers(intake.papers)
    dossier = Dossier(
        intake_key=intake.key, unit=unit, procedure=version, submitted_at=now, note=intake.note,
        return_channel=intake.return_channel, law_date=now.astimezone(VIETNAM).date(), state=State.RECEIVED,
        **intake.applicant.as_fields(),
    )  # fmt: skip
    keep_papers(accept(dossier, intake.terms_id, by=by, now=now), intake.papers, by=by, now=now)
    finish_reception(dossier, by=by, now=now)
    return dossier


def of_this_unit(intake: Intake, now: datetime) -> tuple[Unit, ProcedureVersion]:
    """The unit and the procedure, where that unit receives it today. Raises NotOfThisUnit."""
    unit, today = organisations.unit(intake.unit_id), now.astimezone(VIETNAM).date()
    rows = catalogue.received_by(unit.level, unit.branch, today).select_related("procedure")
    version = rows.filter(pk=intake.version_id).first()
    if version is None:
        known = catalogue.visible_to().filter(pk=intake.version_id).first()
        raise NotOfThisUnit(procedure=known.name if known else "", unit=unit.name)
    return unit, version


def require_papers(papers: Sequence[PaperIn]) -> None:
    """Raises PapersMissing, naming every one."""
    if missing := [paper.name for paper in papers if not paper.present]:
        raise PapersMissing(papers="; ".join(missing))


def accept(dossier: Dossier, terms_id: int, *, by: Any, now: datetime) -> Dossier:
    """Start the clock and give the dossier its names. Saves it. Raises NoProcess, NoLimit."""
    process = process_of(dossier)
    terms = Terms.objects.filter(pk=terms_id, version_id=dossier.procedure_id).first()
    limit = limit_of(terms.limit_quantity, terms.limit_unit) if terms else None
    if terms is None or limit is None:
        raise NoLimit(procedure=dossier.procedure.name)
    calendar = organisations.calendar_of(dossier.unit_id, dossier.law_date)
    due = worktime.due(now, limit, calendar)
    today = now.astimezone(VIETNAM).date()
    near_days = int(ONE_STOP.on(dossier.law_date).near_days.value)
    values: dict[str, object] = {
        "process": process, "terms": terms, "fee_vnd": terms.fee_vnd, "channel": terms.channel, "accepted_at": now,
        "due": due.moment, "appointment": due.end_of_day, "provisional": due.provisional,
        "near_from": rules.near_from(now, due.end_of_day, calendar, near_days),
        "register_year": today.year, "register_number": next_in_register(dossier.unit, today.year),
        "code": next_code(dossier.unit, today), "state": State.RECEIVED,
    }  # fmt: skip
    for name, value in values.items():
        setattr(dossier, name, value)
    dossier.save()
    return dossier


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
    open_step(dossier, processes.first_step(dossier.process), now=now)  # type: ignore[arg-type]
    papers = list(dossier.papers.all())
    slip = issue(dossier, law.receipt_form.value, official.receipt(dossier, papers, by), by=by, now=now)
    data = {
        "code": dossier.code, "procedure": dossier.procedure.procedure.code, "due": _text(dossier.due),
        "appointment": _text(dossier.appointment), "register": f"{dossier.register_number}/{dossier.register_year}",
        "papers": len(papers), "receipt": slip.number, "after": State.RECEIVED.value, "before": None,
    }  # fmt: skip
    record("dossier.received", dossier.stream, by=by, at=now, ground=law.receive.ground, data=data)


def _text(moment: datetime | None) -> str | None:
    return moment.astimezone(VIETNAM).isoformat() if moment else None


@transaction.atomic
def receive_at_once(intake: Intake, *, taken_by: str, by: Any, now: datetime) -> Dossier:
    """A procedure whose result is handed over at once: no receipt, but recorded (NĐ 61/2018 Điều 17 khoản 4).

    Raises as `receive`, and NotOfThisUnit for a procedure that is not of this kind.
    """
    policy.require_reception(by, intake.unit_id, now)
    if twin := Dossier.objects.filter(intake_key=intake.key).first():
        return twin
    unit, version = of_this_unit(intake, now)
    if not version.at_once:
        raise NotOfThisUnit(procedure=version.name, unit=unit.name)
    require_papers(intake.papers)
    law_date = now.astimezone(VIETNAM).date()
    dossier = Dossier(
        intake_key=intake.key, unit=unit, procedure=version, submitted_at=now, note=intake.note, law_date=law_date,
        **intake.applicant.as_fields(),
    )  # fmt: skip
    keep_papers(accept(dossier, intake.terms_id, by=by, now=now), intake.papers, by=by, now=now)
    for name, value in {
        "state": State.RETURNED,
        "resolved_at": now,
        "returned_at": now,
        "ended_at": now,
    }.items():
        setattr(dossier, name, value)
    dossier.save()
    ReturnRecord.objects.create(dossier=dossier, taken_by=taken_by, proof=AT_THE_DESK, at=now, by=by)
    data = {"code": dossier.code, "procedure": version.procedure.code, "taken_by": taken_by, "before": None,
            "after": State.RETURNED.value,
            "register": f"{dossier.register_number}/{dossier.register_year}"}  # fmt: skip
    ground = ONE_STOP.on(law_date).at_once.ground
    record("dossier.returned_at_once", dossier.stream, by=by, at=now, ground=ground, data=data)
    return dossier
