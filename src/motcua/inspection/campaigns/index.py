"""The index of a folder of documents: the outgoing register as its registrar keeps it, with a column of files."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import IO, Any, Final

from motcua.base.text import Text as Words
from motcua.documents.registers import ISSUED
from motcua.inspection.errors import BadIndex
from motcua.registers import queries, tables
from motcua.registers.columns import Text
from motcua.registers.headers import matched, wanting
from motcua.registers.reading import Reader
from motcua.registers.register import Register, Values

FILE: Final = "file"
COLUMN: Final = Text(FILE, Words("Tệp", "File"), ("Tên tệp", "Đường dẫn", "Tệp văn bản", "File name"), most=500)
FILES: Final[Register] = replace(ISSUED, columns=(COLUMN, *ISSUED.columns))
TOLD: Final = 5  # faulty rows that are named


@dataclass(frozen=True, slots=True)
class Index:
    """Rows of the register, and the file of each by the row's key; file: path inside the folder."""

    rows: list[Values] = field(default_factory=list)
    files: dict[tuple[Any, ...], str] = field(default_factory=dict)


def read_index(source: IO[bytes], *, unit: int, folder: Path, by: Any, now: datetime) -> Index:
    """The whole index, all its rows or none. unit: of rows that name none.

    Raises BadIndex, UnreadableFile, NoTable, TooManyRows.
    """
    header = tables.header_of(source, FILES)
    mapping = matched(FILES.columns, header.texts)
    mapping.setdefault("form", "=electronic")
    if missing := wanting(FILES.columns, {**mapping, "unit": "="}):
        names = [", ".join(column.words.words(language) for column in missing) for language in ("vi", "en")]
        raise BadIndex(vi=f"thiếu cột {names[0]}", en=f"it lacks the columns {names[1]}")
    units = queries.units_for_reading(by, ISSUED, now)
    reader = Reader(FILES, list(header.texts), mapping, units, unit)
    found = Index()
    faults = list(_fill(reader, tables.lines_below(source, header.number), folder, found))
    if faults:
        more = f" (+{len(faults) - TOLD})" if len(faults) > TOLD else ""
        told = [
            "; ".join(f"{row} {number}: {text.words(language)}" for number, text in faults[:TOLD]) + more
            for row, language in (("dòng", "vi"), ("row", "en"))
        ]  # fmt: skip
        raise BadIndex(vi=told[0], en=told[1])
    return found


def _fill(reader: Reader, lines: Iterator[tables.Line], folder: Path, into: Index) -> Iterator[tuple[int, Words]]:
    """Take in good rows; the faults of the others."""
    root = folder.resolve()
    for line in lines:
        read = reader.read(line)
        if read.wrong:
            yield from ((line.number, wrong.text) for wrong in read.wrong)
            continue
        values = dict(read.values)
        name = str(values.pop(FILE))
        if not (root / name).resolve().is_relative_to(root):
            yield line.number, Words("tệp nằm ngoài thư mục", "the file lies outside the folder")
            continue
        into.rows.append(values)
        into.files[ISSUED.key_of(values)] = name
