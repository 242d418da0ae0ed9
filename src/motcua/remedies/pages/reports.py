"""The unit's own report on mending, for who sees all its cases."""

from datetime import date, datetime
from typing import Any

from django.http import HttpResponse
from django.utils.translation import override
from django.views.decorators.http import require_GET

from motcua.base.errors import NotFound
from motcua.documents import downloads
from motcua.documents.drafting import day_words
from motcua.inspection.sources.days import begin_of
from motcua.organisations.models import Unit
from motcua.organisations.queries import below
from motcua.remedies import policy, reports
from motcua.remedies.pages.doors import door
from motcua.remedies.pages.shared import today
from motcua.remedies.policy import Action, Whose
from motcua.web.door import StaffRequest


def reporting_units(request: StaffRequest, chosen: int | None) -> list[Unit]:
    """Whose report the reader is offered: of the unit he chose, if he sees all of it; else of those that he heads."""
    if chosen is not None:
        return list(_whole(request).filter(pk=chosen))
    headed = policy.paths(Action.ORDER, request.user, request.now, Whose.OWN)
    return list(Unit.objects.filter(path__in=headed).order_by("sort_key")) if headed else []


def _whole(request: StaffRequest) -> Any:
    """Units all of whose cases the reader sees; the head of a town, of those below, sees only what went up to him."""
    own = policy.paths(Action.SEE, request.user, request.now, Whose.OWN)
    under = policy.paths(Action.SEE, request.user, request.now, Whose.BELOW)
    units = Unit.objects.select_related("parent")
    return units.filter(path__in=own) | units.filter(below(under))


@require_GET
@door(Action.SEE)
def of_unit(request: StaffRequest, unit_id: int) -> HttpResponse:
    """The report on a unit since `?since=`, or the first day of the year, as .docx."""
    unit = _whole(request).filter(pk=unit_id).first()
    if unit is None:
        raise NotFound
    since = _since(request)
    with override("vi"):
        lines = reports.of_period(unit, begin_of(since), request.user, request.now)
        basis = f"từ ngày {day_words(since)} đến ngày {day_words(today(request))}"
        data = reports.paper(unit, lines, basis, request.now)
    return downloads.attached(data, downloads.TYPES["docx"], f"bao-cao-khac-phuc-{unit.code}.docx")


def _since(request: StaffRequest) -> date:
    """The day asked for; of one that is none or yet to come, the first of the year."""
    now = today(request)
    try:
        asked = datetime.strptime(request.GET.get("since", ""), "%Y-%m-%d").date()  # noqa: DTZ007 - a day, no moment
    except ValueError:
        return now.replace(month=1, day=1)
    return asked if date(2000, 1, 1) <= asked <= now else now.replace(month=1, day=1)
