"""Rows of an XLSX workbook, distrusted: bounded in what it unpacks to, in rows and in columns, read row by row."""

import zipfile
from collections.abc import Iterator
from typing import IO, Any, Final

from openpyxl import load_workbook

MB: Final = 2**20
MOST_LINES: Final = 1_048_576  # what a sheet of Excel holds; a lying row number would give empty lines for ever
MOST_COLUMNS: Final = 200


class BadSheet(Exception):
    """The file is no workbook that can be read. vi, en: why."""

    def __init__(self, vi: str, en: str) -> None:
        super().__init__(en)
        self.vi, self.en = vi, en


class Formula:
    """Stands where a cell holds a formula: what it gives is known to no reader of the file."""

    def __str__(self) -> str:
        return "=…"


FORMULA: Final = Formula()


def opened(source: IO[bytes], most_bytes: int, *, values: bool) -> Any:
    """The first sheet. values: of a formula what was last computed; else cells tell that they hold one.

    No part is unpacked to disk, all together unpack to no more than `most_bytes`. Raises BadSheet.
    """
    try:
        with zipfile.ZipFile(source) as archive:
            if sum(part.file_size for part in archive.infolist()) > most_bytes:
                size = most_bytes // MB
                raise BadSheet(f"giải nén ra lớn hơn {size} MB.", f"it unpacks to more than {size} MB.")
        source.seek(0)
        return load_workbook(source, read_only=True, data_only=values).worksheets[0]
    except BadSheet:
        raise
    except Exception as error:  # openpyxl raises whatever a spoiled part makes it stumble over
        raise BadSheet("không phải tệp XLSX.", "it is not an XLSX file.") from error


def rows(source: IO[bytes], most_bytes: int, *, values: bool = False) -> Iterator[tuple[Any, ...]]:
    """Cells of the first sheet, line by line, none shorter than one before it; FORMULA for one that holds a formula.

    Raises BadSheet.
    """
    sheet = opened(source, most_bytes, values=values)
    sheet.reset_dimensions()  # what a file says of its own size may leave rows out
    lines, width = sheet.iter_rows(values_only=values), 0
    for _ in range(MOST_LINES):
        try:
            line = next(lines)
        except StopIteration:
            return
        except Exception as error:
            raise BadSheet("không phải tệp XLSX.", "it is not an XLSX file.") from error
        cells = line if values else tuple(FORMULA if cell.data_type == "f" else cell.value for cell in line)
        width = min(max(width, len(cells)), MOST_COLUMNS)
        yield (*cells[:width], *[None] * (width - len(cells)))
    raise BadSheet(f"có nhiều hơn {MOST_LINES} dòng.", f"it has more than {MOST_LINES} rows.")
