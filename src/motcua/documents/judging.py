"""One file through the engine, and what of it is kept in a row. No database, no request."""

import hashlib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from motcua.documents.models import CheckedFile
from motcua.engines.decree30 import convert
from motcua.engines.decree30.batch import TWICE, Task, check_source
from motcua.engines.decree30.check import check
from motcua.engines.decree30.errors import NeedsConverter, Unreadable
from motcua.engines.decree30.files import Source
from motcua.engines.decree30.profiles import STANDARD, Profile, load
from motcua.engines.decree30.report import finding
from motcua.engines.decree30.rule import Fix, Judgement, Spot, Verdict
from motcua.engines.decree30.rules import registry

Outcome = CheckedFile.Outcome
OLDER: Final = frozenset({".doc", ".odt", ".rtf"})


@dataclass(frozen=True, slots=True)
class Given(Source):
    """A file in memory, for the engine's own way through a file."""

    data: bytes = b""

    @property
    def name(self) -> str:
        """As the report names it."""
        return self.member

    def read(self) -> bytes:
        """Its bytes."""
        return self.data


def profile_of(text: str) -> Profile:
    """The house style of a text; the decree's own for an empty one. Raises BadProfile."""
    return load(text) if text.strip() else STANDARD


def readable(name: str, data: bytes) -> bytes:
    """What the engine reads of it: an older format as LibreOffice makes it, where that is installed; else the same."""
    suffix = Path(name).suffix.lower()
    if suffix not in OLDER or convert.converter() is None:
        return data
    error = check(data).error
    if error is not None and error[0] == NeedsConverter.code:
        try:
            return convert.to_docx(data, suffix)
        except Unreadable:
            return data  # the engine says what is wrong with it
    return data


def _mark(subject: str) -> str:
    """Versions of one document share number and subject: only another subject under the number is a fault."""
    return hashlib.sha256(subject.encode()).hexdigest()[:12]


def judge(row: CheckedFile, given: bytes, read: bytes, profile: Profile) -> None:
    """Put into the row what the engine says of the file. given, read: as in `readable`."""
    outcome = check_source(Given(Path(), row.name, read), Task(profile=profile))
    held = outcome.held
    if read is not given:
        held["notes"].append(convert.NOTE.format(found=Path(row.name).suffix.lower()))
    row.number = f"{outcome.number[:480]}#{_mark(outcome.subject)}" if outcome.number else ""
    row.document_type = held["document_type"][:100]
    row.findings, row.not_evaluated = held["findings"], held["not_evaluated"]
    row.roles, row.notes = held["roles"], held["notes"]
    if "error" in held:
        error = held["error"]
        unreadable(row, error["code"], error["message"], error["message_en"])
    else:
        count(row)


def unreadable(row: CheckedFile, code: str, message: str, message_en: str) -> None:
    """Nothing can be said of the file but why."""
    row.outcome, row.error_code, row.error, row.error_en = Outcome.UNREADABLE, code, message, message_en


def count(row: CheckedFile) -> None:
    """The counts and the outcome from the findings."""
    verdicts = Counter(one["verdict"] for one in row.findings)
    row.violations, row.warnings = verdicts[Verdict.VIOLATION], verdicts[Verdict.WARNING]
    row.not_filled, row.needs_human = verdicts[Verdict.NOT_FILLED], verdicts[Verdict.NEEDS_HUMAN]
    row.unsettled = len(row.not_evaluated)
    row.mendable = sum(one["fix"] in {Fix.SAFE, Fix.SAFE_TEXT} for one in row.findings)
    row.outcome = Outcome.VIOLATION if row.violations else Outcome.WARNING if row.warnings else Outcome.CLEAN


def add_twice(row: CheckedFile, first: str) -> None:
    """The number of this document was already given to another file of the check."""
    spot = Spot(Verdict.WARNING, f"đã dùng trong {first}")
    found = finding(registry()[TWICE].rule, Judgement(Verdict.WARNING, [spot]), None)
    row.findings = [*row.findings, found.as_json()]
    count(row)


def as_object(row: CheckedFile) -> dict[str, Any]:
    """The row as the report's JSON object (docs/decree30.md), for reports and the API."""
    held: dict[str, Any] = {
        "version": 1, "path": row.name, "sha256": row.sha256, "document_type": row.document_type,
        "findings": row.findings, "roles": row.roles, "not_evaluated": row.not_evaluated, "notes": row.notes,
    }  # fmt: skip
    if row.error:
        held["error"] = {"code": row.error_code, "message": row.error, "message_en": row.error_en}
    return held
