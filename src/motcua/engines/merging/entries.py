"""What one device said of one question, and which entries are still said: those that no other one replaced."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final


class Kind(StrEnum):
    ANSWER = "answer"
    NOTE = "note"
    PHOTO = "photo"
    DEFECT = "defect"
    RESOLVE = "resolve"
    SIGNATURE = "signature"


@dataclass(frozen=True, slots=True)
class Entry:
    """uuid: its name. seen: names of the entries it replaces; names that nobody knows are passed over.

    value: what is said; {"withdrawn": true} takes back what it replaces; of a `resolve`, {"apart": [a, b]} says that
    two defects are not one.
    """

    uuid: str
    device: str
    question: str
    kind: Kind
    value: Mapping[str, Any]
    seen: frozenset[str] = frozenset()

    @property
    def withdraws(self) -> bool:
        """Does it say nothing but that what it replaces no longer counts?"""
        return self.value.get("withdrawn") is True

    @property
    def apart(self) -> frozenset[str]:
        """The two defects that it says are not one; empty for every other entry."""
        told = self.value.get("apart") if self.kind is Kind.RESOLVE else None
        return frozenset(map(str, told)) if isinstance(told, list) else frozenset()

    @property
    def strand(self) -> str:
        """What it can replace: a resolution is an answer; notes, photographs and defects stand beside one another."""
        if self.apart:
            return "apart"
        return Kind.ANSWER.value if self.kind is Kind.RESOLVE else self.kind.value


MOST_NAMED: Final = 50  # entries that one names in `seen`


def same_value(value: Mapping[str, Any]) -> str:
    """Equal for equal values, whatever the order in which they were written."""
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def heads(entries: Iterable[Entry]) -> list[Entry]:
    """Of entries of one question and strand those that no other replaced, by name.

    Entries that name one another in a ring (no honest device makes such) replace nothing within the ring: all are
    kept, and nothing is lost.
    """
    known = {entry.uuid: entry for entry in entries}
    behind = {uuid: _behind(uuid, known) for uuid in known}
    replaced = {old for uuid, olds in behind.items() for old in olds if old != uuid and uuid not in behind[old]}
    return [known[uuid] for uuid in sorted(known) if uuid not in replaced]


def _behind(uuid: str, known: Mapping[str, Entry]) -> set[str]:
    """All that an entry replaces, also by what it replaces."""
    found: set[str] = set()
    ahead = [name for name in known[uuid].seen if name in known]
    while ahead:
        name = ahead.pop()
        if name not in found:
            found.add(name)
            ahead += [older for older in known[name].seen if older in known]
    return found
