"""Putting internal processes in force."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, Final

import yaml
from django.db import transaction

from motcua.catalogue.models import Procedure
from motcua.events.commands import record
from motcua.processes.models import ProcessVersion, Step

DATA: Final = Path(__file__).parent / "data"
GROUND: Final = "TT 01/2018/TT-VPCP Điều 8"


@transaction.atomic
def lay_processes(*, by: Any, now: datetime, folder: Path = DATA) -> int:
    """Put the processes written in `folder`, a YAML file each, in force; returns how many are new."""
    rows = [yaml.safe_load(path.read_text("utf-8")) for path in sorted(folder.glob("*.yaml"))]
    new = [row["procedure"] for row in rows if lay_process(row)]
    if new:
        record("process.laid", "catalogue", by=by, at=now, ground=GROUND, data={"procedures": new})
    return len(new)


def lay_process(row: Mapping[str, Any]) -> bool:
    """One process as version 1 of its procedure; False where one stands already."""
    procedure = Procedure.objects.get(code=row["procedure"])
    if procedure.processes.exists():
        return False
    version = ProcessVersion.objects.create(
        procedure=procedure, number=1, valid_from=row["valid_from"], decision=row["decision"]
    )
    Step.objects.bulk_create(
        Step(version=version, place=place, key=step["key"], name=step["name"], kind=step["kind"], role=step["role"],
             limit_quantity=str(step.get("quantity", "")), limit_unit=step.get("unit", ""), after=step.get("after", []))
        for place, step in enumerate(row["steps"], start=1)
    )  # fmt: skip
    return True
