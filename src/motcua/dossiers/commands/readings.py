"""Reading of personal data is in the record too (NĐ 13/2023/NĐ-CP Điều 26): who looked at which dossier, when."""

from datetime import datetime
from typing import Any, Final

from django.db import transaction

from motcua.dossiers.models import Dossier
from motcua.events.commands import record

GROUND: Final = "NĐ 13/2023/NĐ-CP về bảo vệ dữ liệu cá nhân Điều 26"


@transaction.atomic
def note_reading(dossier: Dossier, *, what: str = "page", by: Any, now: datetime) -> None:
    """One reading of a dossier's page or file; a chain per reader, so that readers never wait for one another."""
    data = {"dossier": dossier.ref, "what": what}
    record("dossier.read", f"readings:{by.pk}", by=by, at=now, ground=GROUND, data=data)


@transaction.atomic
def note_search(count: int, *, by: Any, now: datetime) -> None:
    """A search that showed people: how many, never what was typed."""
    record("dossier.searched", f"readings:{by.pk}", by=by, at=now, ground=GROUND, data={"shown": count})
