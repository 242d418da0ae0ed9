"""Long runs with their progress; each is its owner's alone."""

from django.core.files.storage import default_storage
from django.http import FileResponse, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from motcua.base.errors import NotFound
from motcua.dossiers import exporting, queries
from motcua.dossiers.pages.doors import door
from motcua.dossiers.policy import Action
from motcua.web.door import StaffRequest

SHOWN = 30


@require_GET
@door(Action.SEE)
def runs(request: StaffRequest) -> HttpResponse:
    """The reader's exports and acts on many."""
    return render(request, "dossiers/runs.html", {"runs": queries.runs_of(request.user)[:SHOWN]})


@require_GET
@door(Action.SEE)
def run(request: StaffRequest, run_id: int) -> HttpResponse:
    """One run: how far it is, what failed and why, its file. The page asks again by itself while it runs."""
    found = queries.run_of(run_id, user=request.user)
    template = "dossiers/_run.html" if request.headers.get("HX-Request") else "dossiers/run.html"
    return render(request, template, {"run": found})


@require_GET
@door(Action.SEE)
def file(request: StaffRequest, run_id: int) -> HttpResponse:
    """The file of an export, for who ordered it."""
    found = queries.run_of(run_id, user=request.user)
    if not found.path or not default_storage.exists(found.path):
        raise NotFound
    form = found.order["form"]
    answer = FileResponse(default_storage.open(found.path), content_type=exporting.TYPES[form], as_attachment=True,
                          filename=f"ho-so-{found.pk}.{form}")  # fmt: skip
    answer["Cache-Control"] = "private, no-store"
    return answer  # type: ignore[return-value]
