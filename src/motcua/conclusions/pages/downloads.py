"""The files of a conclusion. What was issued is given out as it was issued, byte by byte."""

import io
import json
from typing import Final

from django.core.files.storage import default_storage
from django.http import HttpResponse
from django.utils.translation import override
from django.views.decorators.http import require_GET

from motcua.conclusions import queries
from motcua.conclusions.commands.issue import path_of
from motcua.conclusions.composing.exporting import as_object
from motcua.conclusions.composing.paper import conclusion as paper_of
from motcua.conclusions.composing.pictures import FONTS
from motcua.conclusions.composing.workbook import demands_book
from motcua.conclusions.models import Conclusion
from motcua.conclusions.pages.conclusions import read
from motcua.conclusions.pages.doors import door
from motcua.conclusions.policy import Action
from motcua.documents.downloads import TYPES, attached
from motcua.documents.drafting import written
from motcua.engines.decree30.writing.layout import lay_out
from motcua.engines.decree30.writing.pdf import to_pdf
from motcua.web.door import StaffRequest

PDF: Final = "application/pdf"


@require_GET
@door(Action.SEE)
def paper(request: StaffRequest, conclusion_id: int) -> HttpResponse:
    """The .docx: the draft as it stands, or what was issued."""
    found = _found(request, conclusion_id)
    if found.issued:
        with default_storage.open(path_of(found.paper)) as held:
            data = held.read()
    else:
        with override("vi"):
            data = written(paper_of(queries.report_of(found), queries.issue_of(found)))
    return attached(data, TYPES["docx"], f"ket-luan-{found.year}.docx")


@require_GET
@door(Action.SEE)
def pdf(request: StaffRequest, conclusion_id: int) -> HttpResponse:
    """The PDF, for reading."""
    found = _found(request, conclusion_id)
    with override("vi"):
        sheet = lay_out(paper_of(queries.report_of(found), queries.issue_of(found)))
    return attached(to_pdf(sheet, FONTS), PDF, f"ket-luan-{found.year}.pdf")


@require_GET
@door(Action.SEE)
def as_json(request: StaffRequest, conclusion_id: int) -> HttpResponse:
    """Sentences, figures, queries and records."""
    found = _found(request, conclusion_id)
    with override("vi"):
        told = json.dumps(as_object(queries.report_of(found)), ensure_ascii=False, indent=1)
    return attached(told.encode(), TYPES["json"], f"ket-luan-{found.year}.json")


@require_GET
@door(Action.SEE)
def demands(request: StaffRequest, conclusion_id: int) -> HttpResponse:
    """Who mends what by when, as XLSX."""
    found = _found(request, conclusion_id)
    held = io.BytesIO()
    demands_book(queries.report_of(found).demands).save(held)
    return attached(held.getvalue(), TYPES["xlsx"], f"yeu-cau-khac-phuc-{found.year}.xlsx")


def _found(request: StaffRequest, pk: int) -> Conclusion:
    return read(request, pk, "file")
