"""Việc cần làm, and the search for dossiers."""

from datetime import UTC, datetime

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from motcua.dossiers import queries, queue
from motcua.dossiers.forms import FindForm
from motcua.dossiers.pages.doors import door
from motcua.dossiers.policy import Action
from motcua.dossiers.standing import standings, standings_of
from motcua.web.door import StaffRequest


@require_GET
@door(Action.SEE)
def work(request: StaffRequest) -> HttpResponse:
    """The queue of this person: tabs with counts, filters in the address."""
    tab = request.GET.get("tab", "mine")
    if tab not in queue.TABS:
        tab = "mine"
    user, now = request.user, request.now
    filters = queue.Filters(_number(request.GET.get("field")), _number(request.GET.get("holder")))
    context: dict[str, object] = {"tabs": queue.tabs(user, now, tab), "tab": tab, "filters": filters, "next": ""}
    if tab == "applicant":
        context["rows"] = standings_of(queue.waiting(user, now)[: queue.PAGE], now)
    else:
        context["fields"], context["holders"] = queue.choices(user, now)
        found = list(queue.rows(user, now, tab, filters, _after(request.GET.get("after"))))
        context["rows"] = standings(found[: queue.PAGE], now)
        if len(found) > queue.PAGE and (last := found[queue.PAGE - 1]).dossier.appointment:
            context["next"] = f"{last.dossier.appointment.timestamp():.6f}:{last.pk}"
    return render(request, "dossiers/queue.html", context)


@door(Action.SEE)
def find(request: StaffRequest) -> HttpResponse:
    """Search by code, name, card number or telephone; POST, so that nothing personal stands in an address."""
    form = FindForm(request.POST or None)
    rows = None
    if form.is_valid():
        found = queries.find(form.cleaned_data["text"].strip(), user=request.user, now=request.now)
        if len(found) == 1 and found[0].code == form.cleaned_data["text"].strip():
            return redirect("dossiers:dossier", found[0].ref)
        rows = standings_of(found, request.now)
    status = 422 if form.errors else 200
    return render(request, "dossiers/find.html", {"form": form, "rows": rows}, status=status)


@require_GET
@door(Action.SEE)
def moved(request: StaffRequest) -> HttpResponse:
    """Dossiers whose appointment a calendar decision moved: both dates, and why (R9)."""
    rows = queries.due_changes(user=request.user, now=request.now)
    return render(request, "dossiers/moved.html", {"rows": rows})


def _number(text: str | None) -> int | None:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 12 else None


def _after(text: str | None) -> tuple[datetime, int] | None:
    """The key of the last row of the page before; a spoiled one begins anew."""
    try:
        moment, pk = (text or "").split(":")
        return datetime.fromtimestamp(float(moment), UTC), int(pk)
    except (ValueError, OverflowError, OSError):
        return None
