"""Reading the catalogue. It is public by law (NĐ 63/2010/NĐ-CP Điều 17): everybody may read every row."""

from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from motcua.base.vietnamese import plain
from motcua.catalogue.models import ProcedureVersion


def visible_to(_user: Any = None) -> QuerySet[ProcedureVersion]:
    """All versions: the catalogue is public."""
    return ProcedureVersion.objects.all()


def in_force(on: date) -> QuerySet[ProcedureVersion]:
    """Versions in force on that day, of every source."""
    return visible_to().filter(Q(valid_to__isnull=True) | Q(valid_to__gte=on), valid_from__lte=on)


def received_by(level: str, branch: str, on: date) -> QuerySet[ProcedureVersion]:
    """What a one-stop of this level receives: in force, of its level, for its committee or its own branch."""
    rows = in_force(on).filter(levels__contains=[level], procedure__processes__isnull=False).distinct()
    return rows.filter(Q(branch="") | Q(branch=branch))


def matching(rows: QuerySet[ProcedureVersion], text: str, *, most: int) -> list[ProcedureVersion]:
    """Those of `rows` that match what was typed; by name for an empty search."""
    words = plain(text).split()
    found = [row for row in rows.select_related("procedure", "field") if _has(row, words)]
    return sorted(found, key=lambda row: (len(row.name), row.sort_key))[:most]


def _has(row: ProcedureVersion, words: list[str]) -> bool:
    own = plain(f"{row.procedure.code} {row.name}")
    return all(word in own for word in words)
