"""Sổ theo dõi hồ sơ: by year, printed in volumes, as a sheet; closed by the head; a paper book taken over."""

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from motcua.base.clock import VIETNAM
from motcua.base.errors import UserError
from motcua.dossiers import books, exporting, official, queries
from motcua.dossiers.commands import registers as commands
from motcua.dossiers.pages.doors import door
from motcua.dossiers.policy import RIGHTS, Action
from motcua.organisations import queries as organisations
from motcua.organisations.models import Role
from motcua.web.door import StaffRequest

SHOWN = 50


@require_GET
@door(Action.SEE)
def registers(request: StaffRequest) -> HttpResponse:
    """All registers the reader may see."""
    return render(request, "dossiers/registers.html", {"books": queries.register_books(request.user, request.now)})


@require_GET
@door(Action.SEE)
def register(request: StaffRequest, unit_id: int, year: int) -> HttpResponse:
    """One year's book: its lines from a number on, whether it has gaps, print, sheet, closing, paper lines."""
    return _page(request, unit_id, year)


def _page(request: StaffRequest, unit_id: int, year: int, faults: list[str] | None = None) -> HttpResponse:
    user, now = request.user, request.now
    book = queries.register_book(unit_id, year, user=user, now=now)
    since = request.GET.get("from", "")
    first = int(since) if since.isdigit() and len(since) < 8 else 0
    rows = list(queries.in_register(book, user=user, now=now).filter(register_number__gte=first)[: SHOWN + 1])
    numbers = queries.numbers_in(book)
    last = max(numbers, default=0)
    context = {
        "book": book, "rows": [books.row_of(dossier) for dossier in rows[:SHOWN]], "last": last,
        "next": rows[SHOWN].register_number if len(rows) > SHOWN else None,
        "gaps": last - len(numbers), "volumes": range(1, last // books.VOLUME + 2),
        "paper": book.paper_entries.order_by("number"), "faults": faults or [],
        "may_close": organisations.holds(user, {Role.LEADER}, unit_id, now) and not book.closed_at
        and now.astimezone(VIETNAM).year > year,
        "may_import": organisations.holds(user, RIGHTS[Action.REGISTER].roles, unit_id, now) and not book.closed_at,
    }  # fmt: skip
    return render(request, "dossiers/register.html", context, status=422 if faults else 200)


@require_GET
@door(Action.SEE)
def print_volume(request: StaffRequest, unit_id: int, year: int, volume: int) -> HttpResponse:
    """A volume of a thousand numbers as PDF, with the closing words once the book is closed."""
    book = queries.register_book(unit_id, year, user=request.user, now=request.now)
    first = (volume - 1) * books.VOLUME + 1
    rows = queries.in_register(book, user=request.user, now=request.now)
    rows = rows.filter(register_number__gte=first, register_number__lt=first + books.VOLUME)
    head = book.closed_by.record_name() if book.closed_by else ""
    content = official.register_of(book, [books.row_of(row) for row in rows], head, request.now)
    today = request.now.astimezone(VIETNAM).date()
    made = official.pdf("register", f"{volume:02d}/{year}", {**content, "volume": f"{volume:02d}"}, on=today)
    answer = HttpResponse(made, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="so-theo-doi-{year}-{volume:02d}.pdf"'
    answer["Cache-Control"] = "private, no-store"
    return answer


@require_GET
@door(Action.SEE)
def xlsx(request: StaffRequest, unit_id: int, year: int) -> HttpResponse:
    """The whole book as a sheet; an empty one is the form for a paper book."""
    book = queries.register_book(unit_id, year, user=request.user, now=request.now)
    rows = queries.in_register(book, user=request.user, now=request.now).iterator(chunk_size=500)
    answer = HttpResponse(
        exporting.as_bytes(list(books.HEADS), books.cells_of(book, rows)), content_type=exporting.TYPES["xlsx"]
    )
    answer["Content-Disposition"] = f'attachment; filename="so-theo-doi-{year}.xlsx"'
    answer["Cache-Control"] = "private, no-store"
    return answer


@require_POST
@door(Action.REGISTER)
def close(request: StaffRequest, unit_id: int, year: int) -> HttpResponse:
    """The head closes the year's book."""
    try:
        book = commands.close_register(unit_id, year, by=request.user, now=request.now)
    except UserError as error:
        return _page(request, unit_id, year, [error.words(get_language() or "vi")])
    messages.success(
        request, _("Đã khóa sổ năm %(year)s, số cuối %(last)s.") % {"year": year, "last": book.last_number}
    )
    return redirect("dossiers:register", unit_id, year)


@require_POST
@door(Action.REGISTER)
def import_book(request: StaffRequest, unit_id: int, year: int) -> HttpResponse:
    """Take a paper book over; every line that was not taken is named."""
    upload = request.FILES.get("book")
    if not isinstance(upload, UploadedFile):
        return _page(request, unit_id, year, [_("Chọn tệp XLSX hoặc CSV của sổ giấy.")])
    try:
        rows = books.read_book(upload.name or "", upload.read(books.MOST_BYTES + 1))
        done = commands.import_paper_book(unit_id, year, rows, by=request.user, now=request.now)
    except UserError as error:
        return _page(request, unit_id, year, [error.words(get_language() or "vi")])
    if done.faults:
        said = [_("Đã lấy %(n)s dòng; các dòng sau thì không:") % {"n": done.taken}]
        lines = [_("Dòng %(line)s: %(why)s") % {"line": line, "why": why} for line, why in done.faults]
        return _page(request, unit_id, year, said + lines)
    messages.success(request, _("Đã lấy %s dòng của sổ giấy.") % done.taken)
    return redirect("dossiers:register", unit_id, year)
