"""Records of one source, as they stand in its file, column by column."""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from motcua.engines.linkage.errors import BadRow, UnreadableFile

FIELDS: Final = ("full_name", "birth_date", "citizen_id", "phone", "address", "procedure", "received_on", "fee")
_SIGNS: Final = ",;\t|"


@dataclass(frozen=True, slots=True)
class Records:
    """ids: as the source names its records. columns: for each of FIELDS, what it says of every record ("": nothing)."""

    ids: list[str]
    columns: dict[str, list[str]]

    def __len__(self) -> int:
        return len(self.ids)


def of_rows(rows: Iterable[Mapping[str, str | None]]) -> Records:
    """Records from rows with an "id" and any of FIELDS."""
    ids: list[str] = []
    columns: dict[str, list[str]] = {field: [] for field in FIELDS}
    for row in rows:
        ids.append((row.get("id") or "").strip())
        for field, held in columns.items():
            held.append((row.get(field) or "").strip())
    return Records(ids, columns)


def read_csv(path: Path) -> Records:
    """Records of a CSV file: id, and any of FIELDS; other columns are left alone.

    Raises UnreadableFile; BadRow where a row has no id, or one that stands above it already.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return of_rows(_checked(path, _rows(path, file.read())))
    except UnicodeDecodeError as error:
        raise UnreadableFile(path=path, why="không phải mã UTF-8") from error
    except (OSError, csv.Error) as error:
        raise UnreadableFile(path=path, why=getattr(error, "strerror", None) or error) from error


def _rows(path: Path, text: str) -> Iterable[dict[str, str | None]]:
    head, _, _ = text.partition("\n")
    sign = max(_SIGNS, key=head.count)
    reader = csv.DictReader(text.splitlines(keepends=True), delimiter=sign)
    names = [(name or "").strip().casefold() for name in reader.fieldnames or ()]
    if "id" not in names:
        raise UnreadableFile(path=path, why="không có cột id")
    reader.fieldnames = names
    return reader


def _checked(path: Path, rows: Iterable[dict[str, str | None]]) -> Iterable[dict[str, str | None]]:
    seen: set[str] = set()
    for line, row in enumerate(rows, 2):
        key = (row.get("id") or "").strip()
        if not key:
            raise BadRow(path=path, line=line, why="không có id / has no id")
        if key in seen:
            raise BadRow(path=path, line=line, why=f"id {key} đã có ở trên / stands above already")
        seen.add(key)
        yield row
