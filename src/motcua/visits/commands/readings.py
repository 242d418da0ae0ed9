"""Reading what was said at a visit is in the record too, as of dossiers: photographs and notes may be of people."""

from datetime import datetime
from typing import Any, Final

from django.db import transaction

from motcua.events.commands import record
from motcua.visits.models import Visit

GROUND: Final = "NĐ 13/2023/NĐ-CP về bảo vệ dữ liệu cá nhân Điều 26"


@transaction.atomic
def note_reading(visit: Visit, *, what: str, by: Any, now: datetime) -> None:
    """One reading of a visit's page, file or tablet copy; a chain per reader, as of dossiers."""
    record("visit.read", f"readings:{by.pk}", by=by, at=now, ground=GROUND, data={"visit": visit.pk, "what": what})
