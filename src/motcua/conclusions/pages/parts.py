"""Each unit's own part of a conclusion: its notice, what it has to mend, by when."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import override
from django.views.decorators.http import require_GET

from motcua.base.errors import NotFound
from motcua.conclusions import commands, policy, queries
from motcua.conclusions.composing.notices import notice as notice_of
from motcua.conclusions.composing.notices import of_unit
from motcua.conclusions.composing.paper import issuer, subject
from motcua.conclusions.models import Conclusion
from motcua.conclusions.pages.conclusions import read
from motcua.conclusions.pages.doors import door
from motcua.conclusions.policy import Action
from motcua.documents.downloads import TYPES, attached
from motcua.documents.drafting import day_words, written
from motcua.organisations.models import Unit
from motcua.remedies import policy as remedies_policy
from motcua.remedies import reports
from motcua.web.door import StaffRequest, signed_in


@require_GET
@door(Action.SEE)
def parts(request: StaffRequest, conclusion_id: int) -> HttpResponse:
    """Units with how much each has to mend."""
    found = read(request, conclusion_id, "parts")
    report = queries.report_of(found)
    counts: dict[int, int] = {}
    for one in report.demands:
        counts[one.unit] = counts.get(one.unit, 0) + one.number
    context = {"conclusion": found, "title": subject(found.year),
               "units": [(unit, counts.get(unit.pk, 0)) for unit in report.scope.units]}  # fmt: skip
    return render(request, "conclusions/parts.html", context)


@require_GET
@signed_in
def mine(request: StaffRequest) -> HttpResponse:
    """Issued conclusions that cover the reader's unit; the way to all of them for who may read these."""
    found = queries.own_parts(request.user, request.now)
    context = {"parts": [(row, unit, subject(row.year)) for row, unit in found],
               "sees": policy.may_enter(Action.SEE, request.user, request.now)}  # fmt: skip
    return render(request, "conclusions/mine.html", context)


def _part(request: StaffRequest, conclusion_id: int, unit_id: int) -> tuple[Conclusion, Unit]:
    """A unit's part, with its reading in the record. Raises NotFound."""
    found, unit = queries.part_of(conclusion_id, unit_id, user=request.user, now=request.now)
    commands.note_reading(found, what=f"part of unit {unit.pk}", by=request.user, now=request.now)
    return found, unit


@require_GET
@door(Action.SEE_OWN_PART)
def part(request: StaffRequest, conclusion_id: int, unit_id: int) -> HttpResponse:
    """What one unit is told."""
    found, unit = _part(request, conclusion_id, unit_id)
    own = of_unit(queries.report_of(found), unit)
    context = {"conclusion": found, "unit": unit, "title": subject(found.year), "demands": own.demands,
               "number": sum(one.number for one in own.demands),
               "may_report": found.issued and _sees_mending(request, unit)}  # fmt: skip
    return render(request, "conclusions/part.html", context)


@require_GET
@door(Action.SEE_OWN_PART)
def notice(request: StaffRequest, conclusion_id: int, unit_id: int) -> HttpResponse:
    """The notice to one unit as .docx."""
    found, unit = _part(request, conclusion_id, unit_id)
    with override("vi"):
        data = written(notice_of(queries.report_of(found), unit, queries.issue_of(found)))
    return attached(data, TYPES["docx"], f"thong-bao-{unit.code}-{found.year}.docx")


def _sees_mending(request: StaffRequest, unit: Unit) -> bool:
    """All of it: who sees only what went up to him would report a part as the whole."""
    return remedies_policy.allows(remedies_policy.Action.SEE, request.user, unit, request.now)


@require_GET
@door(Action.SEE_OWN_PART)
def mending(request: StaffRequest, conclusion_id: int, unit_id: int) -> HttpResponse:
    """The report of one unit on how it mended what an issued conclusion demands, as .docx."""
    found, unit = _part(request, conclusion_id, unit_id)
    if not found.issued or not _sees_mending(request, unit):
        raise NotFound
    wanted = {pk for one in of_unit(queries.report_of(found), unit).demands for pk in one.findings}
    with override("vi"):
        lines = reports.of_findings(unit, wanted, request.user, request.now)
        data = reports.paper(unit, lines, _basis(found), request.now)
    return attached(data, TYPES["docx"], f"bao-cao-khac-phuc-{unit.code}-{found.year}.docx")


def _basis(found: Conclusion) -> str:
    symbol = issuer(found.unit, queries.issue_of(found))["symbol"]
    return f"nêu tại Thông báo số {found.number}/TB-{symbol} ngày {day_words(found.issued_on)} của {found.unit.name}"
