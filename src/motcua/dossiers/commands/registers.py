"""Sổ theo dõi hồ sơ: closed at year end, a paper book taken over (TT 01/2018/TT-VPCP Điều 10; NĐ 61/2018 Điều 39)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.db import transaction

from motcua.base.clock import VIETNAM
from motcua.base.errors import NotPermitted
from motcua.dossiers import queries
from motcua.dossiers.errors import RegisterClosed, YearNotOver
from motcua.dossiers.law import ONE_STOP
from motcua.dossiers.models import Counter, PaperEntry, RegisterBook
from motcua.dossiers.policy import RIGHTS, Action
from motcua.engines.codes.dossiers import looks_like_dossier_code
from motcua.events.commands import record
from motcua.organisations import queries as organisations
from motcua.organisations.models import Role

# Columns of Mẫu số 06, as a paper book has them.
CELLS: Final = (
    "procedure", "sets", "applicant", "contact", "lead_unit", "received", "appointment", "forwarded", "came_back",
    "returned", "return_way", "note",
)  # fmt: skip


@transaction.atomic
def close_register(unit_id: int, year: int, *, by: Any, now: datetime) -> RegisterBook:
    """The head closes the book of a year that is over; no number is added after.

    Raises NotFound, NotPermitted for who leads not this one-stop, YearNotOver, RegisterClosed.
    """
    _require(unit_id, {Role.LEADER}, by, now)
    book = queries.register_book(unit_id, year, user=by, now=now, lock=True)
    if book.closed_at is not None:
        raise RegisterClosed(year=year, unit=book.unit.name)
    if now.astimezone(VIETNAM).year <= year:
        raise YearNotOver(year=year)
    last = Counter.objects.filter(name=f"register:{unit_id}:{year}").values_list("last", flat=True).first() or 0
    book.closed_at, book.closed_by, book.last_number = now, by, last
    book.save(update_fields=["closed_at", "closed_by", "last_number"])
    data = {"unit": book.unit.code, "year": year, "last_number": last}
    ground = ONE_STOP.on(now.astimezone(VIETNAM).date()).register.ground
    record("register.closed", f"registers:{unit_id}", by=by, at=now, ground=ground, data=data)
    return book


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of a paper book: lines taken, and of those that were not the line's number and why."""

    taken: int
    faults: Sequence[tuple[int, str]]


@transaction.atomic
def import_paper_book(
    unit_id: int, year: int, rows: Sequence[Mapping[str, str]], *, by: Any, now: datetime
) -> Imported:
    """Take the lines of a paper book over: each keeps its number and code; the next number goes on after the last.

    A line with a number already there, without a number, or with a code that is none is named and left out; the
    others are taken. Lines come twice without harm. Raises NotPermitted, RegisterClosed.
    """
    _require(unit_id, RIGHTS[Action.REGISTER].roles, by, now)
    book, _made = RegisterBook.objects.get_or_create(unit_id=unit_id, year=year, defaults={"opened_at": now})
    if book.closed_at is not None:
        raise RegisterClosed(year=year, unit=book.unit.name)
    used = queries.numbers_in(book)
    faults: list[tuple[int, str]] = []
    entries: dict[int, PaperEntry] = {}
    for line, row in enumerate(rows, start=2):
        number = str(row.get("number", "")).strip()
        code = str(row.get("code", "")).strip()
        if not number.isdigit() or int(number) < 1:
            faults.append((line, "thiếu số thứ tự"))
        elif int(number) in used or int(number) in entries:
            faults.append((line, f"số {number} đã có trong sổ"))
        elif code and not looks_like_dossier_code(code):
            faults.append((line, f"mã “{code}” không đúng cấu trúc"))
        else:
            cells = {name: str(row.get(name, "")).strip() for name in CELLS}
            entries[int(number)] = PaperEntry(book=book, number=int(number), code=code, cells=cells)
    PaperEntry.objects.bulk_create(entries.values())
    if entries:
        _go_on_after(unit_id, year, max(entries))
    data = {"unit": book.unit.code, "year": year, "taken": len(entries), "left_out": len(faults)}
    ground = ONE_STOP.on(now.astimezone(VIETNAM).date()).register.ground
    record("register.paper_book_imported", f"registers:{unit_id}", by=by, at=now, ground=ground, data=data)
    return Imported(len(entries), faults)


def _go_on_after(unit_id: int, year: int, number: int) -> None:
    """The next dossier's number comes after the last of the paper book."""
    counter, _made = Counter.objects.select_for_update().get_or_create(
        name=f"register:{unit_id}:{year}", defaults={"last": number}
    )
    if counter.last < number:
        Counter.objects.filter(pk=counter.pk).update(last=number)


def _require(unit_id: int, roles: Any, by: Any, now: datetime) -> None:
    if not organisations.holds(by, roles, unit_id, now):
        raise NotPermitted
