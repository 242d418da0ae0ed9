"""Pictures of the heads' pages: columns over time, and where each unit of the town lies on the tile map."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

WIDTH: Final = 28
HEIGHT: Final = 60
# Column and row of each unit (by GSO code), roughly as they lie: the river Kinh Môn in the south-west, the hills in the
# north-east. A convention of ours: a map of equal tiles, not of borders.
TILES: Final[Mapping[str, tuple[int, int]]] = {
    "10678": (0, 0), "10681": (1, 0), "10684": (2, 0), "10687": (4, 0), "10696": (5, 0),
    "10693": (1, 1), "10723": (2, 1), "10726": (3, 1), "10699": (4, 1), "10702": (5, 1),
    "10705": (0, 2), "10732": (1, 2), "10729": (2, 2), "10675": (3, 2), "10714": (4, 2),
    "10720": (0, 3), "10708": (1, 3), "10735": (2, 3), "10738": (3, 3), "10741": (4, 3),
    "10717": (0, 4), "10744": (3, 4), "10747": (4, 4),
}  # fmt: skip


def columns(values: Sequence[int], names: Sequence[str]) -> dict[str, Any]:
    """Columns from 0, for inspection/columns.html."""
    most = max(values, default=0) or 1
    bars = [
        {"x": place * WIDTH + 4, "middle": place * WIDTH + WIDTH // 2, "value": value,
         "height": round(value / most * HEIGHT), "y": HEIGHT + 16 - round(value / most * HEIGHT),
         "above": HEIGHT + 12 - round(value / most * HEIGHT), "name": names[place] if names else ""}
        for place, value in enumerate(values)
    ]  # fmt: skip
    return {"bars": bars, "width": WIDTH * len(values), "foot": HEIGHT + 16, "says": HEIGHT + 32,
            "height": HEIGHT + (40 if names else 20), "last": values[-1] if values else 0}  # fmt: skip
