"""A figure: what it counts, the query it came from, and the very records."""

import csv
from collections.abc import Iterator
from typing import Any, Final

from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from motcua.base.text import plain_cell
from motcua.conclusions import queries
from motcua.conclusions.pages.conclusions import language, read
from motcua.conclusions.pages.doors import door
from motcua.conclusions.pages.links import href
from motcua.conclusions.policy import Action
from motcua.web.door import StaffRequest

PAGE: Final = 100


@require_GET
@door(Action.SEE)
def figure(request: StaffRequest, conclusion_id: int, code: str) -> HttpResponse:
    """One figure with a page of its records; `?from=` the first that is shown."""
    found = read(request, conclusion_id, f"figure {code}"[:80])
    row = queries.figure(found, code)
    given = request.GET.get("from", "")
    first = int(given) if given.isdigit() else 0
    told = queries.reckoned(row)
    shown = [(record.label, href(record.ref)) for record in told.records[first : first + PAGE]]
    sentences = [one for one in found.sentences if any(isinstance(piece, dict) and piece["figure"] == code
                                                       for piece in one["pieces"])]  # fmt: skip
    context = {
        "conclusion": found, "figure": told, "label": told.label.words(language()), "how": told.how.words(language()),
        "records": shown, "first": first + 1, "last": first + len(shown), "total": len(told.records),
        "next": first + PAGE if first + PAGE < len(told.records) else None, "parts": queries.figures(found, told.parts),
        "sentences": sentences,
    }  # fmt: skip
    return render(request, "conclusions/figure.html", context)


class _Echo:
    """Gives each line on instead of keeping it."""

    def write(self, value: str) -> str:
        return value


@require_GET
@door(Action.SEE)
def records(request: StaffRequest, conclusion_id: int, code: str) -> HttpResponse:
    """All records of a figure as CSV (UTF-8 with a mark, so that spreadsheets read it)."""
    found = read(request, conclusion_id, f"figure {code}"[:80])
    told = queries.reckoned(queries.figure(found, code))
    answer = StreamingHttpResponse(_lines(told), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{code}.csv"'
    answer["Cache-Control"] = "private, no-store"
    return answer  # type: ignore[return-value]


def _lines(told: Any) -> Iterator[str]:
    writer = csv.writer(_Echo())
    yield "\ufeff"
    yield str(writer.writerow(["record", "ref"]))
    for record in told.records:
        yield str(writer.writerow([plain_cell(record.label), record.ref]))
