"""conclusion.json, and the three files of a conclusion."""

import json
import os
import tempfile
from pathlib import Path
from typing import Any, Final

from motcua.conclusions.composing.paper import DRAFT, MEASURES, Issue, conclusion
from motcua.conclusions.composing.pictures import FONTS
from motcua.conclusions.composing.report import Report
from motcua.engines.decree30.writing import docx
from motcua.engines.decree30.writing.layout import lay_out
from motcua.engines.decree30.writing.pdf import to_pdf

VERSION: Final = 1


def as_object(report: Report) -> dict[str, Any]:
    """Everything that the paper says, with each figure's query and records: [label, ref, unit].

    A cell of the table of units is the number of a figure's records of that unit.
    """
    scope = report.scope
    held: dict[str, Any] = {
        "version": VERSION, "unit": scope.unit.code, "year": scope.year, "since": scope.since.isoformat(),
        "until": scope.until.isoformat(), "at": scope.at.isoformat(), "nothing": report.nothing,
    }  # fmt: skip
    if report.nothing:
        return {**held, "sentences": [], "figures": [], "demands": [], "units": []}
    return {
        **held,
        "sentences": [one.as_json() for one in report.sentences],
        "figures": [one.as_json() for one in report.figures.values()],
        "demands": [one.as_json() for one in report.demands],
        "units": [_unit(report, unit) for unit in scope.units],
    }


def _unit(report: Report, unit: Any) -> dict[str, Any]:
    cells = {code: sum(record.unit == unit.pk for record in report.figures[code].records) for _, code in MEASURES}
    return {"unit": unit.pk, "name": unit.name, "cells": cells}


def files(report: Report, issue: Issue = DRAFT) -> dict[str, bytes]:
    """The files by name; where there is nothing to conclude only the JSON, which says so."""
    told = json.dumps(as_object(report), ensure_ascii=False, indent=1).encode()
    if report.nothing:
        return {"conclusion.json": told}
    sheet = lay_out(conclusion(report, issue))
    return {"conclusion.docx": docx.write(sheet), "conclusion.pdf": to_pdf(sheet, FONTS), "conclusion.json": told}


def put(folder: Path, made: dict[str, bytes]) -> None:
    """Write each file whole or not at all. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, inside in made.items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, waiting = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        try:
            with os.fdopen(handle, "wb") as out:
                out.write(inside)
            os.chmod(waiting, 0o644)
            os.replace(waiting, target)
        except BaseException:
            Path(waiting).unlink(missing_ok=True)
            raise
