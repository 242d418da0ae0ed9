"""The progress of mending: over weeks, how long it takes, what comes back, what it earned; and its workbook."""

from collections import Counter
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode
from django.views.decorators.http import require_GET

from motcua.documents import downloads
from motcua.inspection import words as told
from motcua.inspection.law import SAMPLE_SET
from motcua.inspection.pages.heads import FIELDS
from motcua.inspection.standing import field_of
from motcua.remedies import progress as reading
from motcua.remedies.pages.doors import door
from motcua.remedies.pages.drawing import highest, lines
from motcua.remedies.pages.reports import reporting_units
from motcua.remedies.pages.shared import today
from motcua.remedies.policy import Action
from motcua.remedies.progress import Again, OfUnit
from motcua.remedies.workbook import progress_book
from motcua.web.door import StaffRequest


def _asked(request: StaffRequest) -> tuple[int, int | None]:
    """Weeks and unit as asked; what nobody offers is as if it had not been."""
    weeks, unit = request.GET.get("weeks", ""), request.GET.get("unit", "")
    number = int(weeks) if weeks.isdigit() and len(weeks) < 4 else 0
    return (number if number in reading.WEEKS else reading.WEEKS[0],
            int(unit) if unit.isdigit() and len(unit) < 10 else None)  # fmt: skip


@require_GET
@door(Action.SEE)
def progress(request: StaffRequest) -> HttpResponse:
    """`?unit=` narrows to one unit, `&weeks=` says how far back."""
    number, unit = _asked(request)
    held = reading.progress(request.user, request.now, number=number, unit_id=unit)
    units = reading.units_with_cases(request.user, request.now)
    most = max((highest(one.weeks) for one in held.units), default=0)
    context: dict[str, Any] = {
        "held": held, "number": number, "choices": reading.WEEKS, "unit": unit, "units": units,
        "name": dict(units).get(unit, "") if unit is not None else "", "picture": lines(held.weeks),
        "rows": [_row(one, most) for one in held.units], "again": [_again(one) for one in held.again],
        "enough": reading.enough(held.pace), "least": reading.ENOUGH,
        "earned": [_earned(one, request) for one in held.units if one.earned.leaves],
        "query": urlencode({"weeks": number} | ({"unit": unit} if unit is not None else {})),
        "reports": reporting_units(request, unit), "anything": bool(held.units),
    }  # fmt: skip
    return render(request, "remedies/progress.html", context)


def _row(one: OfUnit, most: int) -> dict[str, Any]:
    return {"unit": one, "picture": lines(one.weeks, most)}


def _again(one: Again) -> dict[str, Any]:
    return {
        "row": one, "title": told.signal_of(one.signal).title.words(told.language()),
        "cases": [(case, told.sentence(case.finding)) for case in one.shown], "more": one.repeats - len(one.shown),
    }  # fmt: skip


def _earned(one: OfUnit, request: StaffRequest) -> dict[str, Any]:
    """Points of a unit by the fields of the set."""
    leaves, fields = SAMPLE_SET.on(today(request)).leaves.value, Counter[str]()
    for leaf in one.earned.leaves:
        fields[field_of(leaf)] += leaves[leaf]
    return {"unit": one, "fields": [(FIELDS[name], fields[name]) for name in FIELDS if fields[name]]}


@require_GET
@door(Action.SEE)
def book(request: StaffRequest) -> HttpResponse:
    """The same numbers as XLSX."""
    number, unit = _asked(request)
    held = reading.progress(request.user, request.now, number=number, unit_id=unit)
    return downloads.attached(progress_book(held), downloads.TYPES["xlsx"], "tien-do-khac-phuc.xlsx")
