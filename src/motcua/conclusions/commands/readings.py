"""Reading a conclusion, its figures and its parts is in the record too: what is not issued yet is nobody else's."""

from datetime import datetime
from typing import Any

from django.db import transaction

from motcua.conclusions.commands.begun import GROUND
from motcua.conclusions.models import Conclusion
from motcua.events.commands import record


@transaction.atomic
def note_reading(conclusion: Conclusion, *, what: str, by: Any, now: datetime) -> None:
    """One reading of a page or file; a chain per reader, so that readers never wait for one another."""
    data = {"conclusion": conclusion.pk, "what": what}
    record("conclusion.read", f"readings:{by.pk}", by=by, at=now, ground=GROUND, data=data)
