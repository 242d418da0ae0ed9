"""The public site: the first page, look-up of a dossier, procedures."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from motcua.base.clock import VIETNAM
from motcua.base.errors import NotFound
from motcua.catalogue import queries as catalogue
from motcua.dossiers import queries as dossiers
from motcua.dossiers.policy import Action, may_enter
from motcua.portal.forms import LookupForm
from motcua.web import rate
from motcua.web.door import StaffRequest, open_to_all

LOOKUPS_AT_MOST = 20
LOOKUP_WINDOW_SECONDS = 300


@open_to_all
@require_GET
def home(request: StaffRequest) -> HttpResponse:
    """Staff go to their work; everybody else looks up a dossier or a procedure."""
    if request.user.is_authenticated and may_enter(Action.SEE, request.user, request.now):
        return redirect("dossiers:queue")
    return render(request, "portal/home.html", {"form": LookupForm()})


@open_to_all
def lookup(request: StaffRequest) -> HttpResponse:
    """By the code alone: code, completion, whom to ask; never more (TT 01/2018/TT-VPCP Điều 16 khoản 2 điểm d).

    POST only carries the code, so that it stands in no address and no log; rate-limited over all workers.
    """
    form = LookupForm(request.POST or None)
    found, status = None, 200
    if request.method == "POST":
        rate.limit(request, "lookup", most=LOOKUPS_AT_MOST, seconds=LOOKUP_WINDOW_SECONDS, now=request.now)
        status = 422
        if form.is_valid():
            found = dossiers.completion_of(form.cleaned_data["code"])
            status = 200 if found else 404
    context = {"form": form, "found": found, "asked": form.is_bound and form.is_valid()}
    return render(request, "portal/lookup.html", context, status=status)


@open_to_all
@require_GET
def procedures(request: StaffRequest) -> HttpResponse:
    """The public list of procedures."""
    today = request.now.astimezone(VIETNAM).date()
    rows = catalogue.in_force(today).select_related("procedure", "field").order_by("sort_key")[:50]
    return render(request, "portal/procedures.html", {"rows": rows})


@open_to_all
@require_GET
def procedure(request: StaffRequest, code: str) -> HttpResponse:
    """The public page of one procedure. Raises NotFound."""
    today = request.now.astimezone(VIETNAM).date()
    version = catalogue.in_force(today).select_related("procedure", "field").filter(procedure__code=code).first()
    if version is None:
        raise NotFound
    return render(request, "portal/procedure.html", {"v": version})
