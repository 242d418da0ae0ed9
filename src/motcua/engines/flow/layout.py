"""Where the steps of a process lie in its picture: from the top down, branches side by side."""

from dataclasses import dataclass
from typing import Final

from motcua.engines.flow.steps import Flow

WIDTH: Final = 176
HEIGHT: Final = 58
GAP_X: Final = 14
GAP_Y: Final = 30
LINE_CHARACTERS: Final = 25


@dataclass(frozen=True, slots=True)
class Box:
    """A step in the picture, in pixels; lines: its name, broken to fit, two at the most."""

    key: str
    x: int
    y: int
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """From the foot of one box to the head of another; path: SVG."""

    path: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """The whole picture, in pixels."""

    width: int
    height: int
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]


def drawing(flow: Flow) -> Drawing:
    """Lay the steps out by their distance from the start. The flow has no faults."""
    depth: dict[str, int] = {}
    for _ in flow.steps:
        for step in flow.steps:
            depth[step.key] = 1 + max((depth.get(key, 0) for key in step.after), default=-1)
    rows: dict[int, list[str]] = {}
    for step in flow.steps:
        rows.setdefault(depth[step.key], []).append(step.key)
    widest = max(len(row) for row in rows.values())
    width = widest * WIDTH + (widest - 1) * GAP_X
    place = {key: at for level, row in rows.items() for key, at in _row(row, level, width)}
    boxes = tuple(Box(step.key, *place[step.key], broken(step.name)) for step in flow.steps)
    lines = tuple(Line(_path(place[key], place[step.key])) for step in flow.steps for key in step.after)
    return Drawing(width + 2, len(rows) * (HEIGHT + GAP_Y) - GAP_Y + 2, boxes, lines)


def _row(keys: list[str], level: int, width: int) -> list[tuple[str, tuple[int, int]]]:
    mine = len(keys) * WIDTH + (len(keys) - 1) * GAP_X
    left = (width - mine) // 2
    return [(key, (1 + left + n * (WIDTH + GAP_X), 1 + level * (HEIGHT + GAP_Y))) for n, key in enumerate(keys)]


def _path(above: tuple[int, int], below: tuple[int, int]) -> str:
    x1, y1, x2, y2 = above[0] + WIDTH // 2, above[1] + HEIGHT, below[0] + WIDTH // 2, below[1] - 5
    middle = y2 - GAP_Y // 2 + 4
    return f"M{x1} {y1}V{middle}H{x2}V{y2}" if x1 != x2 else f"M{x1} {y1}V{y2}"


def broken(name: str) -> tuple[str, ...]:
    """The name in two lines at the most; what does not fit ends in `…`."""
    lines = [""]
    for word in name.split():
        longer = f"{lines[-1]} {word}".strip()
        if len(longer) <= LINE_CHARACTERS or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    if len(lines) > 2:
        lines = [lines[0], f"{lines[1][: LINE_CHARACTERS - 1]}…"]
    return tuple(lines)
