"""Taking in a file of the national list: one transaction, every bad row named, the same again changes nothing."""

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, Final

from django.db import connection, transaction

from motcua.base.clock import VIETNAM
from motcua.base.vietnamese import sort_key
from motcua.catalogue.importing.files import SourceFile, read
from motcua.catalogue.importing.meaning import Meaning, meaning_of
from motcua.catalogue.models import (
    SOURCES,
    Field,
    Procedure,
    ProcedureVersion,
    PublicationDecision,
    RequiredPaper,
    Terms,
)  # fmt: skip
from motcua.catalogue.search import rebuild_words
from motcua.events.commands import record

GROUND: Final = "NĐ 63/2010/NĐ-CP Điều 15, 24"
LOCK: Final = 0x7474_6863  # one import at a time
BATCH: Final = 500


@dataclass(slots=True)
class Report:
    """What an import did. bad: rows left out, flagged: rows taken that a person has to look at; number and reason."""

    source: str
    rows: int = 0
    new: int = 0
    changed: int = 0
    same: int = 0
    bad: list[tuple[int, str]] = field(default_factory=list)
    flagged: int = 0


@dataclass(frozen=True, slots=True)
class _Row:
    number: int
    raw: Mapping[str, Any]
    digest: str
    meaning: Meaning


def import_source(
    path: Path, *, by: Any, now: datetime, progress: Callable[[int, int], None] = lambda _done, _all: None
) -> Report:
    """Import one file. progress: called with rows done and all rows. Raises ImportFault; then nothing is written."""
    file = read(path)
    report = Report(file.source, rows=len(file.rows))
    rows = list(_understood(file, report))
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("select pg_advisory_xact_lock(%s)", [LOCK])
        fresh = _fresh(rows, report)
        for begin in range(0, len(fresh), BATCH):
            _write(file.source, fresh[begin : begin + BATCH], now)
            progress(begin, len(fresh))
        if fresh:
            rebuild_words()
            data = {"source": file.source, "file": path.name, "new": report.new, "changed": report.changed,
                    "bad": [f"{number}: {why}" for number, why in report.bad]}  # fmt: skip
            record("catalogue.imported", "catalogue", by=by, at=now, ground=GROUND, data=data)
    return report


def _understood(file: SourceFile, report: Report) -> Iterator[_Row]:
    """Rows that can be read, each code once; a code that had to be trimmed gives way to the one written right."""
    written = {row.get("code") for _, row in file.rows if isinstance(row, dict)}
    taken: set[str] = set()
    for number, raw in file.rows:
        why = raw if isinstance(raw, str) else ""
        found = None
        if not isinstance(raw, str):
            try:
                found = meaning_of(file.source, raw)
            except (KeyError, TypeError, AttributeError, ValueError) as error:
                why = f"thiếu hoặc sai trường / a field is missing or wrong: {error}"
        if found is not None:
            why = _refused(found, str(raw["code"]), written, taken)  # type: ignore[index]
        if why or found is None:
            report.bad.append((number, why))
            continue
        taken.add(found.code)
        report.flagged += bool(found.needs_human)
        yield _Row(number, raw, _digest(raw), found)  # type: ignore[arg-type]


def _refused(found: Meaning, code: str, written: set[object], taken: set[str]) -> str:
    """Why a readable row cannot stand; empty where it can."""
    if not (found.code and found.name):
        return "không có mã hoặc tên / no code or name"
    if len(found.code) > 60 or "\x00" in found.name:
        return "mã hoặc tên không dùng được / unusable code or name"
    if found.code in taken or (found.code != code and found.code in written):
        return f"mã “{code}” sau khi cắt khoảng trắng trùng với {found.code} / collides after trimming"
    return ""


def _digest(raw: Mapping[str, Any]) -> str:
    return hashlib.sha256(json.dumps(raw, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def _fresh(rows: Sequence[_Row], report: Report) -> list[_Row]:
    """Rows that are not in the source's stream as they are."""
    known = dict(
        ProcedureVersion.objects.filter(source=report.source, valid_to__isnull=True).values_list(
            "procedure__code", "digest"
        )
    )
    fresh = [row for row in rows if known.get(row.meaning.code) != row.digest]
    report.changed = sum(row.meaning.code in known for row in fresh)
    report.new, report.same = len(fresh) - report.changed, len(rows) - len(fresh)
    return fresh


def _write(source: str, rows: Sequence[_Row], now: datetime) -> None:
    """Versions of these rows with all that belongs to them; a version that was open before ends yesterday."""
    today = now.astimezone(VIETNAM).date()
    Procedure.objects.bulk_create([Procedure(code=row.meaning.code) for row in rows], ignore_conflicts=True)
    procedures = Procedure.objects.in_bulk([row.meaning.code for row in rows], field_name="code")
    numbers = _close(source, list(procedures.values()), today)
    fields, decisions = _fields(rows), _decisions(rows)
    versions = ProcedureVersion.objects.bulk_create(
        ProcedureVersion(
            procedure=(procedure := procedures[row.meaning.code]), number=numbers.get(procedure.pk, 0) + 1,
            name=row.meaning.name, sort_key=sort_key(row.meaning.name), field=fields.get(row.meaning.field),
            decision=decisions.get(row.meaning.decision), valid_from=today if procedure.pk in numbers else None,
            source=source, source_rank=SOURCES.index(source), digest=row.digest, raw=row.raw,
            needs_human=sorted(set(row.meaning.needs_human)), **row.meaning.values,
        )
        for row in rows
    )  # fmt: skip
    Terms.objects.bulk_create(
        Terms(version=version, place=place, **terms)
        for version, row in zip(versions, rows, strict=True)
        for place, terms in enumerate(row.meaning.terms, start=1)
    )
    RequiredPaper.objects.bulk_create(
        RequiredPaper(version=version, place=place, **paper)
        for version, row in zip(versions, rows, strict=True)
        for place, paper in enumerate(row.meaning.papers, start=1)
    )


def _close(source: str, procedures: Sequence[Procedure], today: date) -> dict[int, int]:
    """End the open versions of this source; the highest number each procedure has had in it."""
    numbers: dict[int, int] = {}
    for version in ProcedureVersion.objects.filter(source=source, procedure__in=procedures):
        numbers[version.procedure_id] = max(numbers.get(version.procedure_id, 0), version.number)
        if version.valid_to is None:
            version.valid_to = max(today - timedelta(days=1), version.valid_from or date.min)
            version.save(update_fields=["valid_to"])
    return numbers


def _fields(rows: Sequence[_Row]) -> dict[str, Field]:
    wanted = {row.meaning.field: row.meaning.field_code for row in rows if row.meaning.field}
    new = [Field(name=name, code=code, sort_key=sort_key(name)[:400]) for name, code in wanted.items()]
    Field.objects.bulk_create(new, ignore_conflicts=True)
    return Field.objects.in_bulk(list(wanted), field_name="name")


def _decisions(rows: Sequence[_Row]) -> dict[str, PublicationDecision]:
    wanted = {row.meaning.decision[:100] for row in rows if row.meaning.decision}
    PublicationDecision.objects.bulk_create(
        [PublicationDecision(number=number) for number in sorted(wanted)], ignore_conflicts=True
    )
    return PublicationDecision.objects.in_bulk(list(wanted), field_name="number")
