"""Tiếp nhận hồ sơ: one page, under a minute. Every act posts the whole form; nothing typed is lost."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from motcua.base.clock import VIETNAM
from motcua.base.errors import UserError
from motcua.catalogue import queries as catalogue
from motcua.catalogue.models import ProcedureVersion, RequiredPaper, Terms
from motcua.catalogue.rules import limit_of
from motcua.dossiers import commands, queries
from motcua.dossiers.commands import Applicant, Intake, KeptFile, PaperIn
from motcua.dossiers.forms import ApplicantForm, IntakeForm, SubmitterForm, seal, unseal
from motcua.dossiers.law import ONE_STOP
from motcua.dossiers.models import Dossier
from motcua.dossiers.pages.doors import door
from motcua.dossiers.policy import RIGHTS, Action
from motcua.engines import worktime
from motcua.engines.codes import citizen_card
from motcua.engines.codes.errors import CodeFault
from motcua.organisations import queries as organisations
from motcua.organisations.models import Unit
from motcua.web.door import StaffRequest

MOST_OFFERED = 8


@dataclass
class PaperLine:
    """One paper of the list as the page shows it."""

    paper: RequiredPaper
    present: bool
    kept: list[KeptFile]

    @property
    def sealed(self) -> list[tuple[str, str]]:
        return [(seal(file), file.name) for file in self.kept]


@dataclass
class Reception:
    """What one call of the page knows."""

    request: StaffRequest
    desk: Unit
    unit: Unit
    applicant: ApplicantForm
    intake: IntakeForm
    submitter: SubmitterForm
    version: ProcedureVersion | None = None
    terms: list[Terms] = field(default_factory=list)
    chosen: Terms | None = None
    papers: list[PaperLine] = field(default_factory=list)
    people: list[Dossier] = field(default_factory=list)
    offered: list[ProcedureVersion] | None = None
    warnings: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    focus: str = "person"

    def context(self) -> dict[str, object]:
        """For the template: with the due moment, why, and other open dossiers of this person."""
        now = self.request.now
        context: dict[str, object] = {
            "r": self,
            "unit": self.unit,
            "desk": self.desk,
            "search": self.request.POST.get("q", ""),
        }
        limit = limit_of(self.chosen.limit_quantity, self.chosen.limit_unit) if self.chosen else None
        if self.version is not None and limit is not None:
            calendar = organisations.calendar_of(self.unit.pk, now.astimezone(VIETNAM).date())
            context |= {
                "due": worktime.due(now, limit, calendar),
                "reasons": worktime.explain(now, limit, calendar),
            }
        context["elsewhere"] = _elsewhere(self.desk, now)
        if self.version is not None:
            number = self.applicant["number"].value() or ""
            context["twins"] = list(
                queries.open_twins(number, self.version.procedure_id, user=self.request.user, now=now)[:3]
            )
        return context


@door(Action.RECEIVE)
def receive(request: StaffRequest) -> HttpResponse:
    """Take a dossier in: scan or find the person, choose the procedure, tick papers, accept; or Mẫu 02, Mẫu 03."""
    reception = _read(request)
    if request.method == "POST" and (answer := _act(reception)):
        return answer
    status = 422 if reception.faults or (reception.applicant.is_bound and reception.applicant.errors) else 200
    return render(request, "dossiers/receive.html", reception.context(), status=status)


@require_GET
@door(Action.RECEIVE)
def procedures(request: StaffRequest) -> HttpResponse:
    """The procedures that match what is being typed; a part of the page."""
    offered = _offer(_unit(request, _desk(request)), request.GET.get("q", ""), request.now)
    return render(request, "dossiers/_offered.html", {"offered": offered, "search": request.GET.get("q", "")})


def _act(reception: Reception) -> HttpResponse | None:
    """Do what the pressed button says; None: show the page again."""
    post = reception.request.POST
    if post.get("act") in ENDINGS:
        return _end(reception, post["act"])
    if post.get("use"):
        _use_person(reception, post["use"])
    elif post.get("choose"):
        reception.focus = "papers"
    elif post.get("act") == "search" or (post.get("q") and not post.get("scan")):
        reception.offered = _offer(reception.unit, post.get("q", ""), reception.request.now)
        reception.focus = "procedure"
    else:
        _read_person(reception, (post.get("scan") or "").strip())
    return None


def _read_person(reception: Reception, line: str) -> None:
    """What the scanner typed, or a number or name to look up."""
    if not line:
        return
    if "|" not in line:
        reception.people = queries.people(line, user=reception.request.user, now=reception.request.now)
        if not reception.people:
            reception.warnings.append(
                _("Chưa có ai trong sổ của đơn vị khớp với “%s”. Gõ thông tin vào các ô bên dưới.") % line
            )
        return
    try:
        card = citizen_card.parse(line)
    except CodeFault as fault:
        reception.faults.append(fault.en if get_language() == "en" else fault.vi)
        return
    if card.doubtful:
        reception.warnings.append(
            _("Bộ gõ tiếng Việt đang bật, họ tên có thể sai. Tắt bộ gõ rồi quét lại, hoặc sửa tay.")
        )
    known = queries.people(card.number, user=reception.request.user, now=reception.request.now, most=1)
    values = {
        "number": card.number, "name": card.full_name, "born_on": card.born_on, "sex": card.sex,
        "address": card.residence, "telephone": known[0].applicant_telephone if known else "",
        "email": known[0].applicant_email if known else "",
    }  # fmt: skip
    reception.applicant = ApplicantForm(initial=values)
    reception.focus = "procedure"


def _use_person(reception: Reception, ref: str) -> None:
    """Take over what an earlier dossier of this person says."""
    dossier = queries.by_ref(ref, user=reception.request.user, now=reception.request.now)
    names = ("number", "name", "born_on", "sex", "address", "telephone", "email", "kind")
    reception.applicant = ApplicantForm(initial={name: getattr(dossier, f"applicant_{name}") for name in names})
    reception.focus = "procedure"


def _end(reception: Reception, act: str) -> HttpResponse | None:
    """Accept, guide (Mẫu 02) or refuse (Mẫu 03): one command."""
    if reception.version is None:
        reception.faults.append(_("Chưa chọn thủ tục. Gõ tên thủ tục ở mục 2 rồi chọn một dòng."))
    reception.focus = ""
    forms = [reception.applicant, reception.intake, reception.submitter]
    valid = [form.is_valid() for form in forms]
    if reception.faults or not all(valid):
        return None
    try:
        dossier = ENDINGS[act](reception)
    except (UserError, worktime.WorktimeError) as error:
        reception.faults.append(error.words(get_language() or "vi"))
        return None
    messages.success(reception.request, _said(dossier))
    return redirect("dossiers:dossier", dossier.ref)


def _said(dossier: Dossier) -> str:
    return _("Đã ghi hồ sơ %(ref)s của %(name)s.") % {"ref": dossier.ref, "name": dossier.applicant_name}


def _intake(reception: Reception) -> Intake:
    """The forms as one value for the commands."""
    data = reception.intake.cleaned_data
    assert reception.version is not None  # noqa: S101 (asked in _end)
    return Intake(
        key=data["key"], unit_id=reception.desk.pk, for_unit_id=reception.unit.pk, version_id=reception.version.pk,
        terms_id=reception.chosen.pk if reception.chosen else 0,
        applicant=Applicant(**reception.applicant.cleaned_data),
        papers=[
            PaperIn(line.paper.name, line.paper.originals, line.paper.copies, line.present, tuple(line.kept))
            for line in reception.papers
        ],
        return_channel=data["return_channel"], note=data["note"],
        submitter=commands.Submitter(**reception.submitter.cleaned_data),
    )  # fmt: skip


def _accept(reception: Reception) -> Dossier:
    intake, by, now = _intake(reception), reception.request.user, reception.request.now
    if reception.version is not None and reception.version.at_once:
        return commands.receive_at_once(intake, taken_by=intake.applicant.name, by=by, now=now)
    return commands.receive(intake, by=by, now=now)


def _guide(reception: Reception) -> Dossier:
    reason = reception.intake.cleaned_data["reason"]
    return commands.guide(_intake(reception), reason=reason, by=reception.request.user, now=reception.request.now)


def _refuse(reception: Reception) -> Dossier:
    reason = reception.intake.cleaned_data["reason"]
    return commands.refuse_reception(
        _intake(reception), reason=reason, by=reception.request.user, now=reception.request.now
    )


ENDINGS = {"accept": _accept, "guide": _guide, "refuse": _refuse}


def _read(request: StaffRequest) -> Reception:
    """The page as it was sent, or an empty one with a new key."""
    desk = _desk(request)
    unit = _unit(request, desk)
    if request.method != "POST":
        return Reception(
            request, desk, unit, ApplicantForm(), IntakeForm(initial={"key": uuid4()}), SubmitterForm(prefix="for")
        )
    ending = request.POST.get("act") in ENDINGS
    applicant = ApplicantForm(request.POST) if ending else ApplicantForm(initial=_typed(request, ApplicantForm))
    submitter = SubmitterForm(request.POST, prefix="for")
    reception = Reception(request, desk, unit, applicant, IntakeForm(request.POST), submitter)
    _read_procedure(reception, request.POST.get("choose") or request.POST.get("version") or "")
    return reception


def _typed(request: StaffRequest, form: type[ApplicantForm]) -> dict[str, Any]:
    return {name: request.POST.get(name, "") for name in form.base_fields}


def _read_procedure(reception: Reception, text: str) -> None:
    """The chosen procedure with its cases and papers; ticks and files that came along."""
    if not text.isdigit():
        return
    unit, post = reception.unit, reception.request.POST
    rows = catalogue.received_by(unit.level, unit.branch, reception.request.now.astimezone(VIETNAM).date())
    version = rows.select_related("procedure", "field").prefetch_related("terms", "papers").filter(pk=text).first()
    if version is None:
        return
    reception.version = version
    reception.terms = [row for row in version.terms.all() if row.channel == "direct"]
    reception.intake.offer(reception.terms)
    reception.chosen = next((row for row in reception.terms if str(row.pk) == post.get("terms")), None)
    reception.chosen = reception.chosen or (reception.terms[0] if reception.terms else None)
    anew = bool(post.get("choose"))
    for paper in version.papers.all():
        kept = [] if anew else unseal(post.getlist(f"kept_{paper.place}"))
        for upload in reception.request.FILES.getlist(f"file_{paper.place}"):
            try:
                kept.append(commands.keep(upload))
            except UserError as error:
                reception.faults.append(error.words(get_language() or "vi"))
        reception.papers.append(PaperLine(paper, f"paper_{paper.place}" in post and not anew, kept))


def _desk(request: StaffRequest) -> Unit:
    """The first unit where this person is a receptionist; a posted one must be one of them."""
    mine = organisations.units_of(request.user, request.now, RIGHTS[Action.RECEIVE].roles)
    asked = request.POST.get("unit", "")
    return organisations.unit(int(asked) if asked.isdigit() and int(asked) in mine else min(mine))


def _unit(request: StaffRequest, desk: Unit) -> Unit:
    """The unit that resolves: the desk's own, or one of those it may receive for."""
    asked = request.POST.get("for_unit") or request.GET.get("for_unit") or ""
    known = {str(pk) for pk, _name in _elsewhere(desk, request.now)}
    return organisations.unit(int(asked)) if asked in known else desk


def _elsewhere(desk: Unit, now: datetime) -> list[tuple[int, str]]:
    """Units this desk may receive for: regardless of boundary in the province, where the law of the day says so."""
    today = now.astimezone(VIETNAM).date()
    return organisations.one_stops_beside(desk, today) if ONE_STOP.on(today).elsewhere.value else []


def _offer(unit: Unit, text: str, now: datetime) -> list[ProcedureVersion]:
    """Procedures this desk receives that match what was typed; all common ones for an empty search."""
    today = now.astimezone(VIETNAM).date()
    return catalogue.matching(unit.level, unit.branch, today, text, most=MOST_OFFERED)
