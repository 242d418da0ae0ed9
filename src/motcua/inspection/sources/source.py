"""What a source of facts is: where signals get from what they look at."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from motcua.base.text import Text
from motcua.inspection.facts import Facts

Key = TypeVar("Key", int, str)


@dataclass(frozen=True, slots=True)
class Window:
    """What a run looks back on. after, upto: places in the record; since: a moment before which nothing counts."""

    after: int
    upto: int
    since: datetime
    at: datetime


@dataclass(frozen=True, slots=True)
class Source:
    """A kind of thing that is looked at.

    name: before the colon of each subject. all_of_them: keys of what there was by a moment. to_look_at: keys that may
    stand otherwise than before the window. read: the facts of these keys as of a moment, a handful of queries for each
    thousand; keys of which there is nothing are left out. page: the address where this reader sees the very thing; ""
    where there is none for him.
    """

    name: str
    words: Text
    all_of_them: Callable[[datetime], set[str]]
    to_look_at: Callable[[Window], set[str]]
    read: Callable[[Iterable[str], datetime], Iterator[Facts]]
    page: Callable[[str, Any, datetime], str] = lambda _key, _user, _now: ""


def chunks(keys: Iterable[Key], size: int) -> Iterator[list[Key]]:
    """The keys in their order, so many at a time."""
    ordered = sorted(keys)
    for begin in range(0, len(ordered), size):
        yield ordered[begin : begin + size]
