"""The public site: the first page, look-up of a dossier, procedures."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET

from motcua.base.clock import VIETNAM
from motcua.base.errors import NotFound
from motcua.base.text import Text
from motcua.catalogue import queries as catalogue
from motcua.dossiers import official
from motcua.dossiers import queries as dossiers
from motcua.dossiers.official.content import limit_in_words
from motcua.dossiers.policy import Action, may_enter
from motcua.organisations import queries as organisations
from motcua.portal.forms import DayForm, LookupForm
from motcua.processes import queries as processes
from motcua.processes.pages import picture_of
from motcua.web import rate
from motcua.web.door import StaffRequest, open_to_all

LOOKUPS_AT_MOST = 20
PAGE = 30
LEVELS = {
    "commune": Text("Cấp xã", "Commune"),
    "district": Text("Cấp huyện", "Town"),
    "province": Text("Cấp tỉnh", "Province"),
    "ministry": Text("Cấp bộ", "Ministry"),
}
BRANCHES = {
    "police": Text("Công an", "Police"),
    "insurance": Text("Bảo hiểm xã hội", "Social insurance"),
    "tax": Text("Thuế", "Tax"),
    "military": Text("Quân sự", "Military"),
}
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
    """The public list: search, or by field and level with counts; pages by key."""
    today = request.now.astimezone(VIETNAM).date()
    text = request.GET.get("q", "").strip()[:200]
    level = request.GET.get("level", "")
    level = level if level in LEVELS else ""
    field = _number(request.GET.get("field"))
    context: dict[str, object] = {"text": text, "level": level, "field": field, "levels": LEVELS.items(), "next": ""}
    if text:
        context["rows"] = catalogue.found(text, today, level=level, field=field, most=PAGE)
    elif field is not None or "after" in request.GET or request.GET.get("all"):
        found = catalogue.listed(today, field=field, level=level, after=_after(request), most=PAGE + 1)
        context["rows"] = found[:PAGE]
        if len(found) > PAGE:
            context["next"] = f"{found[PAGE - 1].pk}"
    else:
        fields = list(catalogue.counts_by_field(today, level))
        context |= {"fields": fields, "total": sum(row.count for row in fields)}  # type: ignore[attr-defined]
    return render(request, "portal/procedures.html", context)


@open_to_all
@require_GET
def procedure(request: StaffRequest, code: str) -> HttpResponse:
    """The public page of one procedure: the eight parts of NĐ 63/2010/NĐ-CP Điều 8 khoản 2. Raises NotFound."""
    today = request.now.astimezone(VIETNAM).date()
    rows = catalogue.in_force(today).select_related("procedure", "field", "decision")
    version = rows.prefetch_related("terms", "papers").filter(procedure__code=code).first()
    if version is None:
        raise NotFound
    process = processes.in_force(version.procedure_id, today)
    context = {
        "v": version,
        "terms": [(row, limit_in_words(row.limit_quantity, row.limit_unit)) for row in version.terms.all()],
        "steps": processes.steps_of(process.pk) if process else [],
        "picture": picture_of(processes.flow_of(process.pk)) if process else None,
        "unverified": version.raw.get("mark") == "M",
        "levels": [LEVELS[level] for level in version.levels if level in LEVELS],
    }  # fmt: skip
    return render(request, "portal/procedure.html", context)


@open_to_all
@require_GET
def poster(request: StaffRequest, code: str) -> HttpResponse:
    """The A4 sheet of a procedure for the wall, with the QR of its page. Raises NotFound.

    unit: whose one-stop stands on it, by key; the first commune's where none is asked.
    """
    today = request.now.astimezone(VIETNAM).date()
    rows = catalogue.in_force(today).select_related("procedure", "field", "decision")
    version = rows.prefetch_related("terms", "papers").filter(procedure__code=code).first()
    unit = organisations.one_stop(_number(request.GET.get("unit")), today)
    if version is None or unit is None:
        raise NotFound
    link = request.build_absolute_uri(reverse("portal:procedure", args=[code]))
    made = official.pdf("posting", code, official.posting_of(version, unit, link, request.now), on=today)
    answer = HttpResponse(made, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="niem-yet-{code}.pdf"'
    return answer


@open_to_all
@require_GET
def counts(request: StaffRequest) -> HttpResponse:
    """How many procedures in how many fields, by level and vertical agency, on any day; from what is loaded."""
    form = DayForm(request.GET or None)
    today = request.now.astimezone(VIETNAM).date()
    on = form.cleaned_data["on"] if form.is_valid() and form.cleaned_data["on"] else today
    levels, branches = catalogue.town_counts(on)
    context = {
        "on": on, "form": form, "levels": [(LEVELS.get(row.of), row) for row in levels],
        "fields": catalogue.counts_by_field(on), "today": on == today,
        "branches": [(BRANCHES.get(row.of), row) for row in branches], "vertical": sum(r.procedures for r in branches),
    }  # fmt: skip
    return render(request, "portal/counts.html", context)


def _number(text: str | None) -> int | None:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 10 else None


def _after(request: StaffRequest) -> tuple[str, int] | None:
    """The key of the last row of the page before, by its id; an unknown one begins anew."""
    pk = _number(request.GET.get("after"))
    row = catalogue.visible_to().filter(pk=pk).values_list("sort_key", "pk").first() if pk else None
    return (row[0], row[1]) if row else None
