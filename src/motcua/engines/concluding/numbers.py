"""Numbers, shares and lists as Vietnamese administrative papers write them."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Final

SMALL: Final = 10  # counts below it are written with a nought, as offices do [C]


def number(value: int) -> str:
    """A count: "07", "41", "6.135"."""
    return f"{value:02d}" if 0 < value < SMALL else f"{value:,}".replace(",", ".")


def percent(part: int, whole: int) -> str:
    """A share of a whole that is not 0, one decimal, never rounded up to all or down to nothing: "97,4%", "100%".

    Raises ZeroDivisionError.
    """
    tenths = round(Fraction(1000 * part, whole))
    if part < whole:
        tenths = min(tenths, 999)
    if part > 0:
        tenths = max(tenths, 1)
    whole_part, tenth = divmod(tenths, 10)
    return f"{whole_part},{tenth}%" if tenth else f"{whole_part}%"


def listed(names: Sequence[str], last: str = " và ") -> str:
    """ "A", "A và B", "A, B và C"."""
    *others, final = names
    return f"{', '.join(others)}{last}{final}" if others else final


def places(kinds: Sequence[tuple[str, str]], counts: Mapping[str, int] | None = None) -> str:
    """Units of some kinds in one phrase: "phường An Lưu", "các phường An Lưu, Phú Thứ và xã Lạc Long".

    kinds: rows of kind ("phường", or "" where the name stands alone) and name, in the order of reading. counts: number
    of each, in brackets after its name where there is more than one name. Raises ValueError for none at all.
    """
    if not kinds:
        raise ValueError("no unit to name")
    grouped: dict[str, list[str]] = {}
    for kind, name in kinds:
        told = f"{name} ({number(counts[name])})" if counts and len(kinds) > 1 else name
        grouped.setdefault(kind, []).append(told)
    if len(grouped) == 1:
        return "".join(_of_kind(kind, listed(names), len(names)) for kind, names in grouped.items())
    return listed([_of_kind(kind, ", ".join(names), len(names)) for kind, names in grouped.items()])


def _of_kind(kind: str, names: str, how_many: int) -> str:
    return f"{'các ' if how_many > 1 else ''}{kind} {names}" if kind else names
