"""Counts of what the sources know, as a CSV file gives them: source_1 … source_k of 0 or 1, and count."""

import csv
from collections import Counter
from pathlib import Path

from motcua.engines.linkage.errors import BadRow, NothingCounted, TooFewSources, UnreadableFile
from motcua.engines.linkage.estimate import History


def read_counts(path: Path) -> dict[History, int]:
    """Counts by history; rows of one history are added.

    Raises UnreadableFile, BadRow, TooFewSources, NothingCounted.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return _read(path, csv.DictReader(file))
    except UnicodeDecodeError as error:
        raise UnreadableFile(path=path, why="không phải mã UTF-8") from error
    except (OSError, csv.Error) as error:
        raise UnreadableFile(path=path, why=getattr(error, "strerror", None) or error) from error


def _read(path: Path, reader: "csv.DictReader[str]") -> dict[History, int]:
    names = [(name or "").strip().casefold() for name in reader.fieldnames or ()]
    sources = sorted((name for name in names if name.startswith("source_")), key=lambda name: (len(name), name))
    if "count" not in names:
        raise UnreadableFile(path=path, why="không có cột count")
    if len(sources) < 2:
        raise TooFewSources(found=len(sources))
    reader.fieldnames = names
    found: Counter[History] = Counter()
    for line, row in enumerate(reader, 2):
        bits = [(row.get(name) or "").strip() for name in sources]
        number = (row.get("count") or "").strip()
        if any(bit not in {"0", "1"} for bit in bits):
            raise BadRow(path=path, line=line, why="cột source_… phải là 0 hoặc 1 / source_… must be 0 or 1")
        if not number.isascii() or not number.isdigit():
            raise BadRow(
                path=path, line=line, why="cột count phải là số nguyên không âm / count must be a whole number"
            )
        found[tuple(int(bit) for bit in bits)] += int(number)
    if not found:
        raise NothingCounted(source=path)
    return dict(found)
