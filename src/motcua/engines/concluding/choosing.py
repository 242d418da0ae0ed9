"""Which wording fits the figures: the first whose conditions hold."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from motcua.engines.concluding.sentences import Figure, Piece, fields_of, said

KEYS: Final = frozenset({"text", "some", "none", "equal", "differ"})


class BadVariant(ValueError):
    """A wording in the table cannot be read: a fault of the table."""


@dataclass(frozen=True, slots=True)
class Variant:
    """A wording with its conditions.

    some: figures above 0. none: figures that are 0. equal, differ: pairs of figures.
    """

    text: str
    some: tuple[str, ...] = ()
    none: tuple[str, ...] = ()
    equal: tuple[tuple[str, str], ...] = ()
    differ: tuple[tuple[str, str], ...] = ()

    def fits(self, figures: Mapping[str, Figure]) -> bool:
        """Does every condition hold? One on a figure that was not reckoned does not."""
        return (
            all(code in figures and bool(figures[code].value) for code in self.some)
            and all(code in figures and figures[code].value == 0 for code in self.none)
            and all(_values(figures, pair) == 1 for pair in self.equal)
            and all(_values(figures, pair) == 2 for pair in self.differ)
        )

    @property
    def named(self) -> frozenset[str]:
        """Every figure that it shows or asks."""
        pairs = [code for pair in (*self.equal, *self.differ) for code in pair]
        return frozenset([*fields_of(self.text), *self.some, *self.none, *pairs])


def _values(figures: Mapping[str, Figure], pair: tuple[str, str]) -> int:
    """How many different values the two have; 0 where one was not reckoned."""
    return len({figures[code].value for code in pair}) if all(code in figures for code in pair) else 0


def variant_of(row: Mapping[str, Any]) -> Variant:
    """A row of the table. Raises BadVariant."""
    if not set(row) <= KEYS or not isinstance(row.get("text"), str):
        raise BadVariant(f"{dict(row)}: keys are {', '.join(sorted(KEYS))}")
    pairs = {name: tuple((str(a), str(b)) for a, b in row.get(name, ())) for name in ("equal", "differ")}
    return Variant(row["text"], tuple(row.get("some", ())), tuple(row.get("none", ())), **pairs)


def chosen(variants: Sequence[Variant], figures: Mapping[str, Figure]) -> tuple[Piece, ...] | None:
    """The first wording that fits and whose figures were all reckoned; None where none does."""
    for variant in variants:
        if variant.fits(figures):
            pieces = said(variant.text, figures)
            if pieces is not None:
                return pieces
    return None
