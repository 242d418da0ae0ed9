"""Normal forms as numbers: equal texts bear one code on both sides, so that a million pairs compare in milliseconds."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from motcua.engines.linkage import normal
from motcua.engines.linkage.records import Records

HALF: Final = 0.5  # of a record: a value that only one pair bears is rare, not impossible
Ints: TypeAlias = NDArray[np.int64]
Floats: TypeAlias = NDArray[np.float64]
Bools: TypeAlias = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Column:
    """One reading of one field. texts: by code. left, right: the code of each record, -1 where it says nothing.

    share: of each code, what part of the records that say something say this, the two of a pair left aside. number: of
    records that say something.
    """

    texts: list[str]
    left: Ints
    right: Ints
    share: Floats
    number: int

    def same(self, left: Ints, right: Ints) -> Bools:
        """Which pairs say the same."""
        one, other = self.left[left], self.right[right]
        found: Bools = (one == other) & (one >= 0)
        return found

    def said(self, left: Ints, right: Ints) -> Bools:
        """Of which pairs both records say something."""
        found: Bools = (self.left[left] >= 0) & (self.right[right] >= 0)
        return found


def column(left: Sequence[str], right: Sequence[str]) -> Column:
    """Codes of texts in order of their first appearance."""
    places: dict[str, int] = {"": -1}
    found = [places.setdefault(text, len(places) - 1) for side in (left, right) for text in side]
    codes = np.array(found, dtype=np.int64)
    texts = list(places)[1:]
    counts = np.bincount(codes[codes >= 0], minlength=len(texts)).astype(np.float64)
    number = int(counts.sum())
    share = (np.maximum(counts - 2, 0) + HALF) / max(number, 1)
    return Column(texts, codes[: len(left)], codes[len(left) :], share, number)


class Coded:
    """Both sides, every reading of every field that comparisons and blocks ask for."""

    def __init__(self, left: Records, right: Records) -> None:
        self.left, self.right = left, right
        self.name = self._of("full_name", normal.name)
        self.bare_name = self._of("full_name", normal.bare_name)
        self.ends = self._of("full_name", _ends)
        self.initials = self._of("full_name", _initials)
        self.first_letters = self._of("full_name", _first_letters)
        self.sorted_name = self._of("full_name", lambda text: " ".join(sorted(normal.bare_name(text).split())))
        self.given = self._of("full_name", lambda text: normal.bare_name(text).rpartition(" ")[2])
        self.citizen_id = self._of("citizen_id", normal.citizen_id)
        self.phone = self._of("phone", normal.phone)
        self.address = self._of("address", normal.address)
        self.procedure = self._of("procedure", normal.procedure)
        self.birth, self.birth_parts = self._days("birth_date")
        self.received, self.received_parts = self._days("received_on")
        self.fee = self._of("fee", lambda text: "" if normal.fee(text) < 0 else str(normal.fee(text)))

    def _of(self, field: str, form: Callable[[str], str]) -> Column:
        return column([form(text) for text in self.left.columns[field]],
                      [form(text) for text in self.right.columns[field]])  # fmt: skip

    def _days(self, field: str) -> tuple[Column, tuple[Ints, Ints]]:
        """The day as written, and its (year, month, day) on each side."""
        parts = [[normal.day(text) for text in side.columns[field]] for side in (self.left, self.right)]
        texts = [["" if not one[0] else "{}-{:02}-{:02}".format(*one) for one in side] for side in parts]
        arrays = [np.array(side, dtype=np.int64).reshape(-1, 3) for side in parts]
        return column(*texts), (arrays[0], arrays[1])


def _ends(text: str) -> str:
    """Family and given name."""
    words = normal.bare_name(text).split()
    return f"{words[0]} {words[-1]}" if len(words) > 1 else ""


def _initials(text: str) -> str:
    """ "N.V. Mẫu": initials and the given name, only where the name is written so."""
    words = normal.bare_name(text).split()
    short = len(words) > 1 and any(len(word) == 1 for word in words[:-1])
    return " ".join([*(word[0] for word in words[:-1]), words[-1]]) if short else ""


def _first_letters(text: str) -> str:
    """The same of any name, to be compared with one written so."""
    words = normal.bare_name(text).split()
    return " ".join([*(word[0] for word in words[:-1]), words[-1]]) if len(words) > 1 else ""
