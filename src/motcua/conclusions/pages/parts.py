"""Each unit's own part of a conclusion: its notice, what it has to mend, by when."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import override
from django.views.decorators.http import require_GET

from motcua.conclusions import policy, queries
from motcua.conclusions.composing.exporting import written
from motcua.conclusions.composing.notices import notice as notice_of
from motcua.conclusions.composing.notices import of_unit
from motcua.conclusions.composing.paper import subject
from motcua.conclusions.pages.doors import door
from motcua.conclusions.policy import Action
from motcua.documents.downloads import TYPES, attached
from motcua.web.door import StaffRequest, signed_in


@require_GET
@door(Action.SEE)
def parts(request: StaffRequest, conclusion_id: int) -> HttpResponse:
    """Units with how much each has to mend."""
    found = queries.conclusion(conclusion_id, user=request.user, now=request.now)
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


@require_GET
@door(Action.SEE_OWN_PART)
def part(request: StaffRequest, conclusion_id: int, unit_id: int) -> HttpResponse:
    """What one unit is told."""
    found, unit = queries.part_of(conclusion_id, unit_id, user=request.user, now=request.now)
    own = of_unit(queries.report_of(found), unit)
    context = {"conclusion": found, "unit": unit, "title": subject(found.year), "demands": own.demands,
               "number": sum(one.number for one in own.demands)}  # fmt: skip
    return render(request, "conclusions/part.html", context)


@require_GET
@door(Action.SEE_OWN_PART)
def notice(request: StaffRequest, conclusion_id: int, unit_id: int) -> HttpResponse:
    """The notice to one unit as .docx."""
    found, unit = queries.part_of(conclusion_id, unit_id, user=request.user, now=request.now)
    with override("vi"):
        data = written(notice_of(queries.report_of(found), unit, queries.issue_of(found)))
    return attached(data, TYPES["docx"], f"thong-bao-{unit.code}-{found.year}.docx")
