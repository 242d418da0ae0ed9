"""Which cells head which columns: found by name, without accents, or by what registers usually write. Pure."""

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from motcua.base.sheets import Formula
from motcua.base.vietnamese import nfc, plain
from motcua.registers.columns import Column

LOOK_AT: Final = 10  # lines above the header: name of the agency, title, year
_ORDINAL: Final = re.compile(r"\(?\s*(\d{1,2})\s*\)?")


def key_of(text: str) -> str:
    """What two heads have in common that mean the same: letters and digits, no accents, no case."""
    return " ".join(re.findall(r"[a-z0-9_]+", plain(text)))


def texts_of(cells: Sequence[object]) -> list[str]:
    """The heads of a line, each one once: a second "Ngày" becomes "Ngày (2)"."""
    found: list[str] = []
    for cell in cells:
        text = "" if cell is None or isinstance(cell, Formula) else nfc(str(cell))
        number = 2
        head = text
        while text and head in found:
            head, number = f"{text} ({number})", number + 1
        found.append(head)
    while found and not found[-1]:
        found.pop()
    return found


def matched(columns: Iterable[Column], heads: Sequence[str]) -> dict[str, str]:
    """Column → head. Exact names go first, then names without accents, then what registers usually write."""
    found: dict[str, str] = {}
    free = [head for head in heads if head]
    columns = list(columns)
    for names_of, same in (
        (_names, nfc), (_names, key_of), (lambda column: column.aliases, key_of),
    ):  # fmt: skip
        for column in columns:
            if column.name in found:
                continue
            names = [same(name) for name in names_of(column)]
            fits = sorted((head for head in free if same(head) in names), key=lambda head: names.index(same(head)))
            if fits:
                found[column.name] = fits[0]
                free.remove(fits[0])
    return found


def _names(column: Column) -> tuple[str, ...]:
    return (column.name, column.words.vi, column.words.en)


def header_line(columns: Iterable[Column], lines: Sequence[Sequence[object]]) -> int | None:
    """Which of the first lines heads the table: the first where at least half of the cells, and two, are known.

    Where there is none, the one where most are known, else the first of two cells or more: a person maps it. None
    where no line has two cells: that is no table.
    """
    columns, best, most = list(columns), None, 0
    for place, cells in enumerate(lines[:LOOK_AT]):
        heads = [head for head in texts_of(cells) if head]
        known = len(matched(columns, heads))
        if known >= 2 and known * 2 >= len(heads):
            return place
        if len(heads) >= 2 and (best is None or known > most):
            best, most = place, known
    return best


def is_numbering(cells: Sequence[object]) -> bool:
    """Is this the line "(1) (2) (3) …" that forms of registers have below their heads (NĐ 30/2020 Phụ lục IV)?"""
    texts = [str(cell).strip() for cell in cells if cell is not None and str(cell).strip()]
    numbers = [match[1] for text in texts if (match := _ORDINAL.fullmatch(text))]
    return len(texts) >= 2 and [int(n) for n in numbers] == list(range(1, len(texts) + 1))


def digest(heads: Sequence[str]) -> str:
    """Names a header, however it is spaced or accented."""
    return hashlib.sha256("\n".join(key_of(head) for head in heads).encode()).hexdigest()


def wanting(columns: Iterable[Column], mapping: Mapping[str, str]) -> list[Column]:
    """Columns that no row can do without, and that the mapping does not give."""
    return [
        column for column in columns
        if column.required and not mapping.get(column.name) and not any(mapping.get(name) for name in column.derived)
    ]  # fmt: skip
