"""What a check found in issued documents, written into their register, many at a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from motcua.documents.models import IssuedDocument

UPDATES: Final = 250  # rows in one UPDATE: its text grows with the rows
FIELDS: Final = ("kept", "rules", "checked_at", "changed_at")


@dataclass(frozen=True, slots=True)
class Checked:
    """A document of the register, the content that was read, the codes of the format rules it breaks."""

    document: int
    kept: str
    rules: tuple[str, ...]


def note_checked(found: Sequence[Checked], *, now: datetime) -> None:
    """Write verdicts of format, inside the caller's transaction; who asked for the check records it."""
    rows = [
        IssuedDocument(pk=one.document, kept=one.kept, rules=list(one.rules), checked_at=now, changed_at=now)
        for one in sorted(found, key=lambda one: one.document)
    ]  # fmt: skip
    IssuedDocument.objects.bulk_update(rows, FIELDS, batch_size=UPDATES)
