"""Changing the catalogue. Every change is in the record's stream `catalogue`."""

import tomllib
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from django.db import transaction

from motcua.catalogue.models import SOURCES, Field, Procedure, ProcedureVersion, RequiredPaper, Terms
from motcua.catalogue.search import rebuild_words
from motcua.events.commands import record

CATALOGUE: Final = "catalogue"  # the stream of the record
DATA: Final = Path(__file__).parent.parent / "data"
GROUND: Final = "NĐ 63/2010/NĐ-CP Điều 15, 17"


@transaction.atomic
def lay_procedures(*, by: Any, now: datetime, folder: Path = DATA) -> int:
    """Put the procedures written in `folder`, a TOML file each, in force; returns how many are new."""
    laid = [lay_procedure(tomllib.loads(path.read_text("utf-8"))) for path in sorted(folder.glob("*.toml"))]
    new = [version for version in laid if version is not None]
    if new:
        rebuild_words()
        data = {"procedures": [version.procedure.code for version in new]}
        record("catalogue.laid", CATALOGUE, by=by, at=now, ground=GROUND, data=data)
    return len(new)


def lay_procedure(row: Mapping[str, Any]) -> ProcedureVersion | None:
    """One procedure of our own data; None where it stands already."""
    procedure, _ = Procedure.objects.get_or_create(code=row["code"])
    if procedure.versions.filter(source="demo").exists():
        return None
    field, _ = Field.objects.get_or_create(name=row["field"], defaults={"code": row.get("field_code", "")})
    version = ProcedureVersion.objects.create(
        procedure=procedure, name=row["name"], field=field, valid_from=row["valid_from"], valid_to=row.get("valid_to"),
        levels=row["levels"], branch=row.get("branch", ""), agency=row.get("agency", ""), result=row.get("result", ""),
        requirements=row.get("requirements", ""), legal_basis=row.get("legal_basis", []), source="demo",
        source_rank=SOURCES.index("demo"),
        online_level=row.get("online_level", ""), at_once=row.get("at_once", False), raw={"mark": row["mark"]},
    )  # fmt: skip
    Terms.objects.bulk_create(_terms(version, place, terms) for place, terms in enumerate(row["terms"], start=1))
    RequiredPaper.objects.bulk_create(
        RequiredPaper(version=version, place=place, name=paper["name"], originals=paper.get("originals", 0),
                      copies=paper.get("copies", 0))
        for place, paper in enumerate(row.get("papers", []), start=1)
    )  # fmt: skip
    return version


def _terms(version: ProcedureVersion, place: int, row: Mapping[str, Any]) -> Terms:
    return Terms(
        version=version, place=place, channel=row["channel"], case=row.get("case", ""),
        limit_quantity=str(row.get("quantity", "")), limit_unit=row["unit"], fee_vnd=row.get("fee"),
        fee_text=row.get("fee_text", ""), note=row.get("note", ""),
    )  # fmt: skip
