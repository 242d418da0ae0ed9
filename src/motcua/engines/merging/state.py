"""The state of every question, from all entries there are."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from motcua.engines.merging.entries import Entry, Kind, heads, same_value
from motcua.engines.merging.twins import twins


class Said(StrEnum):
    NOTHING = "nothing"
    ONE = "one"
    MERGED = "merged"  # several said the same
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True)
class Question:
    """said: how the answer stands. value: the answer where it is one. answers: the entries that stand for it, by name.

    notes, photos, defects: what stands of them. twins: pairs of defects that may be one.
    """

    said: Said = Said.NOTHING
    value: Mapping[str, Any] | None = None
    answers: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    photos: tuple[str, ...] = ()
    defects: tuple[str, ...] = ()
    twins: tuple[tuple[str, str], ...] = field(default=())


def state(entries: Iterable[Entry]) -> dict[str, Question]:
    """Of every question of which anything was said; signatures are of no question."""
    strands: defaultdict[str, defaultdict[str, list[Entry]]] = defaultdict(lambda: defaultdict(list))
    for entry in {entry.uuid: entry for entry in entries}.values():
        if entry.kind is not Kind.SIGNATURE:
            strands[entry.question][entry.strand].append(entry)
    return {question: _question(strands[question]) for question in sorted(strands)}


def _question(strands: Mapping[str, list[Entry]]) -> Question:
    standing = {
        name: [entry for entry in heads(strands.get(name, ())) if not entry.withdraws]
        for name in ("answer", "note", "photo", "defect")
    }
    answers = standing["answer"]
    values = {same_value(entry.value) for entry in answers}
    if not answers:
        said = Said.NOTHING
    elif len(values) > 1:
        said = Said.CONFLICT
    else:
        said = Said.ONE if len(answers) == 1 else Said.MERGED
    return Question(
        said=said, value=dict(answers[0].value) if len(values) == 1 else None, answers=_names(answers),
        notes=_names(standing["note"]), photos=_names(standing["photo"]), defects=_names(standing["defect"]),
        twins=tuple(twins(standing["defect"], (entry.apart for entry in strands.get("apart", ())))),
    )  # fmt: skip


def _names(entries: Iterable[Entry]) -> tuple[str, ...]:
    return tuple(entry.uuid for entry in entries)


def digest(entries: Iterable[Entry]) -> str:
    """SHA-256 in hex of the names of all entries but signatures: what somebody had before him when he signed."""
    names = sorted({entry.uuid for entry in entries if entry.kind is not Kind.SIGNATURE})
    return hashlib.sha256("\n".join(names).encode()).hexdigest()
