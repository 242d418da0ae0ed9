"""Tables in files that people hand in, distrusted: known by content, bounded, read line by line."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import IO, Any, Final

from django.conf import settings

from motcua.base import sheets
from motcua.registers.errors import NoTable, TooManyRows, UnreadableFile
from motcua.registers.headers import LOOK_AT, header_line, is_numbering, texts_of
from motcua.registers.register import Register

ZIP: Final = b"PK\x03\x04"
OLD_EXCEL: Final = b"\xd0\xcf\x11\xe0"
UTF16: Final = (b"\xff\xfe", b"\xfe\xff")
DELIMITERS: Final = (";", "\t", ",")


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the table. number: as a spreadsheet counts it."""

    number: int
    cells: tuple[Any, ...]

    def at(self, place: int) -> object:
        """The cell at a place; None beyond the end of a short line."""
        return self.cells[place] if place < len(self.cells) else None


@dataclass(frozen=True, slots=True)
class Header:
    """Where the heads stand and what they say."""

    number: int
    texts: tuple[str, ...]


def header_of(source: IO[bytes], register: Register) -> Header:
    """Find the line of heads. Raises UnreadableFile, NoTable."""
    first = list(islice(all_lines(source), LOOK_AT))
    place = header_line(register.columns, [line.cells for line in first])
    if place is None:
        raise NoTable
    return Header(first[place].number, tuple(texts_of(first[place].cells)))


def lines_below(source: IO[bytes], header: int) -> Iterator[Line]:
    """Rows below the heads: empty lines and the line of column numbers left out. Raises UnreadableFile, TooManyRows."""
    most, count, begun = settings.REGISTER_MOST_ROWS, 0, False
    for line in all_lines(source):
        if line.number <= header:
            continue
        first, begun = not begun, True
        if first and is_numbering(line.cells):
            continue
        count += 1
        if count > most:
            raise TooManyRows(most=most)
        yield line


def expected(source: IO[bytes]) -> int:
    """About how many lines there are, to show progress by; 0 where the file does not say."""
    source.seek(0)
    if source.read(4) == ZIP:
        source.seek(0)
        try:
            return int(sheets.opened(source, settings.REGISTER_UNPACKED_MAX_BYTES, values=False).max_row or 0)
        except sheets.BadSheet:
            return 0
    source.seek(0)
    return sum(piece.count(b"\n") for piece in iter(lambda: source.read(2**20), b""))


def all_lines(source: IO[bytes]) -> Iterator[Line]:
    """Every line that holds something, with its number. Raises UnreadableFile."""
    source.seek(0)
    begin = source.read(4)
    source.seek(0)
    if begin == ZIP:
        yield from _of_workbook(source)
        return
    if begin == OLD_EXCEL:
        raise UnreadableFile(
            why_vi="là tệp .xls cũ; hãy lưu lại thành .xlsx.", why="it is an old .xls; save it as .xlsx."
        )
    if begin[:2] in UTF16 or b"\0" in begin or begin.startswith(b"%PDF"):
        raise _no_text()
    yield from _of_text(source)


def _no_text() -> UnreadableFile:
    return UnreadableFile(why_vi="không phải XLSX hay CSV (UTF-8).", why="it is neither XLSX nor CSV (UTF-8).")


def _of_workbook(source: IO[bytes]) -> Iterator[Line]:
    try:
        for number, cells in enumerate(sheets.rows(source, settings.REGISTER_UNPACKED_MAX_BYTES), start=1):
            if any(cell is not None and cell != "" for cell in cells):
                yield Line(number, cells)
    except sheets.BadSheet as error:
        raise UnreadableFile(why_vi=error.vi, why=error.en) from error


def _of_text(source: IO[bytes]) -> Iterator[Line]:
    text = io.TextIOWrapper(source, encoding="utf-8-sig", newline="")
    try:
        head = text.read(8192)
        text.seek(0)
        reader = csv.reader(text, delimiter=_delimiter(head))
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield Line(reader.line_num, tuple(cells[: sheets.MOST_COLUMNS]))
    except (UnicodeDecodeError, csv.Error) as error:
        raise _no_text() from error
    finally:
        text.detach()  # the file is its opener's to close


def _delimiter(head: str) -> str:
    """What parts most cells in the first lines."""
    lines = head.splitlines()[:LOOK_AT]
    return max(DELIMITERS, key=lambda mark: sum(line.count(mark) for line in lines))
