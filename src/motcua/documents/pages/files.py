"""One checked document: as it reads with its marks, what would be mended, reports, images of its pages."""

from collections.abc import Mapping
from typing import Any

from django.core.files.storage import default_storage
from django.http import FileResponse, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_GET, require_POST

from motcua.base.errors import NotFound, UserError
from motcua.documents import commands, downloads, keeping, policy, queries, reading
from motcua.documents.commands.draw import image_path
from motcua.documents.commands.mend import offered
from motcua.documents.models import CheckedFile
from motcua.documents.pages.doors import door
from motcua.documents.policy import Action
from motcua.documents.words import OUTCOMES
from motcua.engines.decree30 import convert
from motcua.engines.decree30.rule import Fix
from motcua.engines.decree30.rules import registry
from motcua.web.door import StaffRequest

SHOWN_CHANGES = 200


@require_GET
@door(Action.SEE)
def file(request: StaffRequest, file_id: int) -> HttpResponse:
    """The document as it reads, or its pages as images, with marks; beside it what was found, by verdict."""
    row = queries.file(file_id, user=request.user, now=request.now)
    if row.outcome == CheckedFile.Outcome.WAITING:
        return redirect("documents:check", row.check_of_id)
    if request.headers.get("HX-Request") and (row.drawn or {}).get("state") == "asked":
        return render(request, "documents/_drawing.html", {"file": row})
    language = get_language() or "vi"
    groups = reading.groups(row.findings, language)
    images = request.GET.get("view") == "images" and row.drawn is not None
    context = {
        "file": row, "check": row.check_of, "groups": groups, "outcome": OUTCOMES[row.outcome],
        "unsettled": reading.unsettled(row.not_evaluated, language), "whole": reading.whole_page(groups),
        "images": images, "can_draw": convert.converter() is not None,
        "may_mend": policy.allows(Action.MEND, request.user, row.check_of, request.now),
        "guarded": any(point.guarded for group in groups for point in group.points),
        "sheets": [], "pages": [],
    }  # fmt: skip
    if images:
        context["pages"] = _pages(row, groups)
    elif row.kept:
        context["sheets"] = reading.sheets(keeping.read(row.check_of, row.kept), groups)
    answer = render(request, "documents/file.html", context)
    if request.headers.get("HX-Request"):
        answer["HX-Refresh"] = "true"
    return answer


def _pages(row: CheckedFile, groups: list[reading.Group]) -> list[dict[str, object]]:
    """Drawn pages with the boxes of marked paragraphs and the points each box bears."""
    marks = reading.marks_of(groups)
    shown = []
    for number, page in enumerate((row.drawn or {}).get("pages", ()), start=1):
        boxes = [_box(box, marks[box["paragraph"]]) for box in page["boxes"] if box["paragraph"] in marks]
        shown.append({"number": number, "width": page["width"], "height": page["height"], "boxes": boxes})
    return shown


def _box(box: Mapping[str, Any], points: list[reading.Point]) -> dict[str, object]:
    """A frame with a tag on its left that bears the numbers of its points."""
    numbers = ", ".join(str(point.number) for point in points)
    tag = 8 + 6 * len(numbers)
    return {**box, "points": points, "numbers": numbers, "tone": points[0].kind.verdict, "tag_x": box["x"] - tag,
            "tag_width": tag, "text_x": box["x"] - tag + 4, "text_y": box["y"] + 11}  # fmt: skip


@require_POST
@door(Action.SEE)
def ask_pages(request: StaffRequest, file_id: int) -> HttpResponse:
    """Order images of the pages."""
    row = commands.ask_pages(file_id, by=request.user, now=request.now)
    return redirect(f"{reverse('documents:file', args=[row.pk])}?view=images")


@require_GET
@door(Action.SEE)
def image(request: StaffRequest, file_id: int, number: int) -> HttpResponse:
    """The image of one page, for who may see the check."""
    row = queries.file(file_id, user=request.user, now=request.now)
    place = image_path(row, number)
    if not default_storage.exists(place):
        raise NotFound
    answer = FileResponse(default_storage.open(place), content_type="image/png")
    answer["Cache-Control"] = "private, no-store"
    answer["X-Content-Type-Options"] = "nosniff"
    return answer  # type: ignore[return-value]


@require_GET
@door(Action.MEND)
def fix(request: StaffRequest, file_id: int) -> HttpResponse:
    """What would be changed, change by change, before the mended copy is taken."""
    row = queries.file(file_id, user=request.user, now=request.now)
    policy.require(Action.MEND, request.user, row.check_of, request.now)
    guarded = request.GET.get("guarded") == "on"
    context: dict[str, object] = {
        "file": row,
        "check": row.check_of,
        "guarded": guarded,
        "refused": "",
        "has_guarded": any(one["fix"] == Fix.GUARDED for one in row.findings),
    }
    try:
        made = offered(row, guarded=guarded, now=request.now)
    except UserError as error:
        return render(request, "documents/fix.html", context | {"refused": error.words(get_language() or "vi")})
    entries, english = registry(), (get_language() or "vi").startswith("en")
    context |= {
        "total": len(made.changes), "left": len(made.after.counted), "before": len(made.before.counted),
        "changes": [
            (one, entries[one.code].rule.asks_en if english else entries[one.code].rule.asks_vi)
            for one in made.changes[:SHOWN_CHANGES]
        ],
        "hidden": max(0, len(made.changes) - SHOWN_CHANGES),
    }  # fmt: skip
    return render(request, "documents/fix.html", context)


@require_GET
@door(Action.MEND)
def fixed(request: StaffRequest, file_id: int) -> HttpResponse:
    """The mended copy; the original stays as it is."""
    name, data = commands.mended(
        file_id, guarded=request.GET.get("guarded") == "on", tracked=request.GET.get("tracked") == "on",
        by=request.user, now=request.now,
    )  # fmt: skip
    return downloads.attached(data, downloads.TYPES["docx"], name.rpartition("/")[2])


@require_GET
@door(Action.SEE)
def report(request: StaffRequest, file_id: int, form: str) -> HttpResponse:
    """The report of one file to keep or send on."""
    row = queries.file(file_id, user=request.user, now=request.now)
    data = downloads.report(row, form, get_language() or "vi")
    return downloads.attached(data, downloads.TYPES[form], f"kiem-tra-{row.check_of_id}-{row.place + 1}.{form}")
