"""Slips as PDF, files of a dossier, and a dossier that waits for papers."""

from django.contrib import messages
from django.http import FileResponse, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from motcua.base.clock import VIETNAM
from motcua.base.errors import NotFound, UserError
from motcua.dossiers import commands, official, queries
from motcua.dossiers.commands import PaperIn
from motcua.dossiers.commands.files import content_of
from motcua.dossiers.commands.readings import note_reading
from motcua.dossiers.models import Dossier, State
from motcua.dossiers.pages.doors import door
from motcua.dossiers.policy import Action
from motcua.web.door import StaffRequest


@require_POST
@door(Action.PRINT)
def print_slip(request: StaffRequest, slip_id: int) -> HttpResponse:
    """Count the print, then show the PDF."""
    slip = commands.print_slip(slip_id, by=request.user, now=request.now)
    return redirect("dossiers:slip", slip.pk)


@require_GET
@door(Action.PRINT)
def slip(request: StaffRequest, slip_id: int) -> HttpResponse:
    """The paper as it was issued, as PDF in the browser."""
    found = queries.slip(slip_id, user=request.user, now=request.now)
    on = found.issued_at.astimezone(VIETNAM).date()
    number = f"{found.number:04d}/{official.form(found.form, on).suffix}"
    look_up = request.build_absolute_uri(reverse("portal:lookup"))
    made = official.pdf(found.form, number, found.content, look_up, on=on)
    answer = HttpResponse(made, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{found.form}-{found.number:04d}.pdf"'
    return _private(answer)


@require_GET
@door(Action.PRINT)
def control(request: StaffRequest, ref: str) -> HttpResponse:
    """Phiếu kiểm soát: written from the hand-overs as they are now."""
    found = queries.by_ref(ref, user=request.user, now=request.now)
    content = official.control_of(found, queries.tasks_of(found), request.now)
    today = request.now.astimezone(VIETNAM).date()
    answer = HttpResponse(official.pdf("control", found.ref, content, on=today), content_type="application/pdf")
    answer["Content-Disposition"] = 'inline; filename="phieu-kiem-soat.pdf"'
    return _private(answer)


@require_GET
@door(Action.SEE)
def file(request: StaffRequest, attachment_id: int) -> HttpResponse:
    """A file of a dossier the reader may see; its type is what its content is, and it cannot run."""
    found = queries.attachment(attachment_id, user=request.user, now=request.now)
    if found.blob.removed_at is not None:
        raise NotFound
    note_reading(found.dossier, what="file", by=request.user, now=request.now)
    answer = FileResponse(content_of(found.blob_id), content_type=found.blob.media_type, filename=found.name)
    answer["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return _private(answer)


def _private(answer: HttpResponse | FileResponse) -> HttpResponse:
    answer["Cache-Control"] = "private, no-store"
    answer["X-Content-Type-Options"] = "nosniff"
    return answer  # type: ignore[return-value]


@door(Action.COMPLETE)
def complete(request: StaffRequest, ref: str) -> HttpResponse:
    """The missing papers are here: accept; or they do not do: not accepted, with the reason."""
    found = queries.by_ref(ref, user=request.user, now=request.now)
    fault, status = "", 200
    if request.method == "POST":
        try:
            done = _complete(request, found)
            messages.success(request, _("Đã ghi hồ sơ %(ref)s.") % {"ref": done.ref})
            return redirect("dossiers:dossier", done.ref)
        except UserError as error:
            fault, status = error.words(get_language() or "vi"), error.status
    if found.state != State.GUIDED:
        return redirect("dossiers:dossier", found.ref)
    terms = [row for row in found.procedure.terms.all() if row.channel == "direct"]
    context = {
        "d": found, "papers": found.papers.all(), "terms": terms, "fault": fault, "post": request.POST,
        "ticked": set(request.POST.getlist("present")),
    }  # fmt: skip
    return render(request, "dossiers/complete.html", context, status=status)


def _complete(request: StaffRequest, found: Dossier) -> Dossier:
    post, by, now = request.POST, request.user, request.now
    seen = int(post["seen"]) if post.get("seen", "").isdigit() else 0
    if post.get("act") == "refuse":
        return commands.refuse_after_guidance(found.ref, reason=post.get("reason", ""), by=by, now=now, seen=seen)
    present = set(post.getlist("present"))
    papers = [
        PaperIn(row.name, row.originals, row.copies, row.present or str(row.place) in present)
        for row in found.papers.all()
    ]
    terms = post.get("terms", "")
    return commands.complete(
        found.ref, papers=papers, terms_id=int(terms) if terms.isdigit() else 0, by=by, now=now, seen=seen
    )
