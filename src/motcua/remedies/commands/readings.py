"""Reading a case, a remedy or its evidence is in the record too."""

from datetime import datetime
from typing import Any

from django.db import transaction

from motcua.events.commands import record
from motcua.remedies.commands.state import GROUND
from motcua.remedies.models import Case


@transaction.atomic
def note_reading(case: Case, *, what: str, by: Any, now: datetime) -> None:
    """One reading of a page or file; a chain per reader, so that readers never wait for one another."""
    record("case.read", f"readings:{by.pk}", by=by, at=now, ground=GROUND, data={"case": case.pk, "what": what})
