"""XLSX: a sheet of findings, one of files, one of rules; for whoever sorts and filters."""

import io
from collections.abc import Iterable
from typing import Any, Final

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font

from motcua.engines.decree30.output.summary import Summary
from motcua.engines.decree30.output.text import message
from motcua.engines.decree30.output.words import FIXES, LABELS, SEVERITIES, VERDICTS
from motcua.engines.decree30.rules import registry

WIDTHS: Final = (46, 18, 20, 14, 10, 26, 10, 60, 16)


def document(objects: Iterable[dict[str, Any]], summary: Summary, language: str) -> bytes:
    """The workbook; rows are streamed, so that a run of many thousand files fits."""
    label = LABELS[language]
    book = Workbook(write_only=True)
    findings = book.create_sheet(label["verdict"])
    for at, width in enumerate(WIDTHS):
        findings.column_dimensions[chr(65 + at)].width = width
    findings.freeze_panes = "A2"
    names = ("file", "type", "code", "verdict", "severity", "clause", "place", "message", "fix")
    findings.append([_bold(findings, label[name]) for name in names])
    for held in objects:
        summary.add(held)
        for row in _rows(held, language):
            findings.append(row)
    rules = book.create_sheet(label["rule"])
    rules.column_dimensions["D"].width = 90
    rules.append([_bold(rules, text) for text in (
        label["code"], VERDICTS[language]["violation"], VERDICTS[language]["warning"], label["rule"])])  # fmt: skip
    for code, violations, warnings in summary.rows():
        rule = registry()[code].rule
        rules.append([code, violations, warnings, rule.asks_vi if language == "vi" else rule.asks_en])
    held_bytes = io.BytesIO()
    book.save(held_bytes)
    return held_bytes.getvalue()


def _rows(held: dict[str, Any], language: str) -> Iterable[list[Any]]:
    if "error" in held:
        yield [_text(held["path"]), "", held["error"]["code"], LABELS[language]["unreadable"], "", "", "",
               held["error"]["message"], ""]  # fmt: skip
    for one in held["findings"]:
        place = "" if one["paragraph"] is None else f"{LABELS[language]['paragraph']} {one['paragraph'] + 1}"
        yield [
            _text(held["path"]), held["document_type"], one["code"], VERDICTS[language][one["verdict"]],
            SEVERITIES[language][one["severity"]], one["clause"], place, _text(message(one, language)),
            FIXES[language][one["fix"]],
        ]  # fmt: skip


def _text(value: str) -> str:
    """A cell must never be read as a formula: texts of a stranger's file stand here."""
    return f"'{value}" if value[:1] in {"=", "+", "-", "@"} else value


def _bold(sheet: Any, text: str) -> Any:
    cell = WriteOnlyCell(sheet, value=text)
    cell.font = Font(bold=True)
    return cell
