"""Bars for the annex, drawn by Typst as PNG: widths are true, a number stands at each."""

import functools
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import motcua.web

FONTS: Final = Path(next(iter(motcua.web.__path__))) / "paper_fonts"
DOTS: Final = 220  # an inch
WIDTH: Final = 455  # points: what stands between the margins
LABEL: Final = 215
ROW: Final = 25


def bars(rows: Sequence[tuple[str, int]]) -> bytes:
    """PNG of horizontal bars from 0, one a row, in the order given."""
    import typst

    most = max((value for _, value in rows), default=0) or 1
    room = WIDTH - LABEL - 34
    cells = ", ".join(
        f"align(right, text(size: 11pt, {_quoted(label)})), "
        f"grid(columns: (auto, auto), column-gutter: 5pt, align: horizon, rect(width: {room * value / most:.2f}pt,"
        f' height: 10pt, fill: rgb("#3F74B5")), text(size: 11pt, weight: "bold", "{value}"))'
        for label, value in rows
    )
    source = (
        f"#set page(width: {WIDTH}pt, height: {ROW * len(rows) + 8}pt, margin: (x: 0pt, y: 4pt))\n"
        '#set text(font: "Tinos", lang: "vi")\n#set par(leading: 2pt)\n'
        f"#grid(columns: ({LABEL}pt, 1fr), rows: {ROW}pt, column-gutter: 6pt, align: horizon, {cells})\n"
    )
    made = typst.compile(source.encode(), font_paths=_fonts(), ignore_system_fonts=True, format="png", ppi=DOTS)
    return bytes(made)


@functools.cache
def _fonts() -> Any:
    """Searched once in a process."""
    import typst

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
