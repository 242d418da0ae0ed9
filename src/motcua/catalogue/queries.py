"""Reading the catalogue. It is public by law (NĐ 63/2010/NĐ-CP Điều 17): everybody may read every row."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count as Counted
from django.db.models import Exists, F, Func, OuterRef, Q, QuerySet

from motcua.catalogue.models import Field, Posting, Procedure, ProcedureVersion
from motcua.catalogue.search import find
from motcua.organisations.models import Unit


def visible_to(_user: Any = None) -> QuerySet[ProcedureVersion]:
    """All versions: the catalogue is public."""
    return ProcedureVersion.objects.all()


def _on(day: date) -> Q:
    return (Q(valid_from__isnull=True) | Q(valid_from__lte=day)) & (Q(valid_to__isnull=True) | Q(valid_to__gte=day))


def in_force(on: date) -> QuerySet[ProcedureVersion]:
    """The one version of each procedure that is shown on that day: where sources overlap the most believed.

    A version whose beginning its source does not state counts as in force.
    """
    better = ProcedureVersion.objects.filter(
        _on(on), procedure_id=OuterRef("procedure_id"), source_rank__lt=OuterRef("source_rank")
    )
    return visible_to().filter(_on(on)).exclude(Exists(better))


def received_by(level: str, branch: str, on: date) -> QuerySet[ProcedureVersion]:
    """What a one-stop of this level receives: in force, with a process, for its committee or its own branch."""
    rows = in_force(on).filter(levels__contains=[level], procedure__processes__isnull=False).distinct()
    return rows.filter(Q(branch="") | Q(branch=branch))


def matching(level: str, branch: str, on: date, text: str, *, most: int) -> list[ProcedureVersion]:
    """What the desk receives and what was typed, best first; the shortest names for an empty search."""
    if text.strip():
        return find(text, on=on, most=most, level=level, desk=branch)
    rows = received_by(level, branch, on).select_related("procedure", "field")
    return sorted(rows[:200], key=lambda row: (len(row.name), row.sort_key))[:most]


def found(text: str, on: date, *, level: str, field: int | None, most: int) -> list[ProcedureVersion]:
    """What the public typed, best first."""
    return find(text, on=on, most=most, level=level, field=field)


def counts_by_field(on: date, level: str = "") -> QuerySet[Field]:
    """Fields with the number of procedures shown in each (`count`), in Vietnamese order."""
    shown = in_force(on)
    if level:
        shown = shown.filter(levels__contains=[level])
    rows = Field.objects.filter(versions__in=shown).annotate(count=Counted("versions", distinct=True))
    return rows.order_by("sort_key")


def fields_with_process() -> QuerySet[Any]:
    """(id, name) of fields in which some procedure has a process, in Vietnamese order."""
    with_process = Procedure.objects.filter(processes__isnull=False)
    rows = Field.objects.filter(versions__procedure__in=with_process).distinct().order_by("sort_key")
    return rows.values_list("pk", "name")


def counts_by_level(on: date) -> dict[str, int]:
    """How many procedures each level of government takes."""
    rows = in_force(on).annotate(one=Func(F("levels"), function="unnest")).values("one").order_by()
    return {row["one"]: row["n"] for row in rows.annotate(n=Counted("pk"))}


@dataclass(frozen=True, slots=True)
class Count:
    """How many procedures in how many fields; of whom: a level of government or a vertical agency."""

    of: str
    procedures: int
    fields: int


def town_counts(on: date) -> tuple[list[Count], list[Count]]:
    """As a town reports its catalogue on a day: by level (the committees' own), and of vertical agencies by branch.

    Counted from what is loaded; "326 in 56 fields" comes out only where such a catalogue is.
    """
    rows = in_force(on).order_by().values_list("procedure_id", "field_id", "levels", "branch")
    found: dict[tuple[str, str], tuple[set[int], set[int | None]]] = {}
    for procedure, field, levels, branch in rows:
        for key in [("branch", branch)] if branch else [("level", level) for level in levels]:
            kept = found.setdefault(key, (set(), set()))
            kept[0].add(procedure)
            kept[1].add(field)
    counts = {key: Count(key[1], len(codes), len(fields - {None})) for key, (codes, fields) in found.items()}
    levels_first = [counts[key] for key in sorted(counts) if key[0] == "level"]
    return levels_first, [counts[key] for key in sorted(counts) if key[0] == "branch"]


def listed(
    on: date, *, field: int | None, level: str, after: tuple[str, int] | None, most: int
) -> list[ProcedureVersion]:
    """A page of the public list, by name; `after`: sort key and id of the last row before it."""
    rows = in_force(on).select_related("procedure", "field")
    if field is not None:
        rows = rows.filter(field_id=field)
    if level:
        rows = rows.filter(levels__contains=[level])
    if after is not None:
        rows = rows.filter(Q(sort_key__gt=after[0]) | Q(sort_key=after[0], pk__gt=after[1]))
    return list(rows.order_by("sort_key", "pk")[:most])


def to_post(level: str, on: date) -> QuerySet[ProcedureVersion]:
    """What a unit of this level posts: in force, of the committee's own, by name."""
    rows = in_force(on).filter(levels__contains=[level], branch="").select_related("procedure", "field")
    return rows.order_by("sort_key", "pk")


@dataclass(frozen=True, slots=True)
class Posted:
    """A procedure that a unit posts. posted_on: since when the version in force hangs there; old: an older one does."""

    version: ProcedureVersion
    posted_on: date | None
    old: bool
    lacking: tuple[str, ...]

    @property
    def good(self) -> bool:
        """Is nothing to be done?"""
        return self.posted_on is not None and not self.old and not self.lacking


def posted_by(unit: Unit, on: date) -> list[Posted]:
    """What a unit posts, and how it hangs there. Two queries."""
    rows = Posting.objects.filter(unit=unit, posted_on__lte=on).filter(
        Q(removed_on__isnull=True) | Q(removed_on__gt=on)
    )
    hanging: dict[int, dict[int, Posting]] = {}
    for row in rows.select_related("version"):
        hanging.setdefault(row.version.procedure_id, {})[row.version_id] = row
    found = []
    for version in to_post(unit.level, on):
        held = hanging.get(version.procedure_id, {})
        current = held.get(version.pk)
        found.append(Posted(version, current.posted_on if current else None, bool(held.keys() - {version.pk}),
                            tuple(current.lacking) if current else ()))  # fmt: skip
    return found
