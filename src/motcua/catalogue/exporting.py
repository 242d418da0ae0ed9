"""Giving a source back as it came: streamed, one row at a time."""

import csv
import gzip
import json
from pathlib import Path
from typing import IO

from motcua.catalogue.importing.files import COMMUNE_COLUMNS
from motcua.catalogue.models import ProcedureVersion


def export_source(source: str, path: Path) -> int:
    """Write the open versions of a source, by code: CSV for `commune`, else JSON lines (gzip by the name's end).

    The rows are equal to those imported. Returns how many. Raises OSError.
    """
    rows = ProcedureVersion.objects.filter(source=source, valid_to__isnull=True).order_by("procedure__code")
    count = 0
    with _opened(path) as file:
        writer = csv.DictWriter(file, COMMUNE_COLUMNS, lineterminator="\n") if source == "commune" else None
        if writer is not None:
            writer.writeheader()
        for raw in rows.values_list("raw", flat=True).iterator(chunk_size=500):
            if writer is not None:
                writer.writerow(raw)
            else:
                file.write(json.dumps(raw, ensure_ascii=False, separators=(",", ":")) + "\n")
            count += 1
    return count


def _opened(path: Path) -> IO[str]:
    if path.suffix == ".gz":
        return gzip.open(path, "wt", encoding="utf-8")
    return path.open("w", encoding="utf-8", newline="")
