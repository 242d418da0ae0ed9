"""Arithmetic of the facts, section 2: indents, gaps of a pair, line spacing in lines; lengths in twips."""

from typing import Final

from motcua.engines.decree30.reading.model import Paragraph

CM: Final = 566.93  # twips
MM: Final = 56.693
NATURAL: Final = 1.149  # height of a line of Times New Roman, times its size
AUTO_GAP: Final = 280  # twips: what Word puts for an automatic gap, 14 points
EMPTY: Final = " \u00a0\u2002\u2003\u2009\u200b"


def cm(twips: float) -> str:
    """ "1,27 cm", as people write it."""
    return f"{twips / CM:.2f}".replace(".", ",") + " cm"


def mm(twips: float) -> str:
    """ "20 mm", a tenth only where there is one."""
    return f"{twips / MM:.1f}".rstrip("0").rstrip(".").replace(".", ",") + " mm"


def points(value: float) -> str:
    """ "13 pt", "13,5 pt"."""
    return f"{value:.1f}".rstrip("0").rstrip(".").replace(".", ",") + " pt"


def first_letter(paragraph: Paragraph, default_tab: int) -> int:
    """Where the first letter (or the automatic number) stands, from the left margin; leading spaces are ignored."""
    form = paragraph.format
    at: int = form.left + form.first
    if paragraph.label:
        return at
    for letter in paragraph.text:
        if letter == "\t":
            at = _next_stop(at, form.tabs, form.left if form.first < 0 else None, default_tab)
        elif letter not in EMPTY:
            break
    return at


def _next_stop(at: int, tabs: tuple[int, ...], hanging: int | None, every: int) -> int:
    """Custom stops first, the end of a hanging indent as one of them, then the default ones."""
    stops: list[int] = sorted({*tabs, *(() if hanging is None else (hanging,))})
    for stop in stops:
        if stop > at:
            return stop
    return (at // every + 1) * every


def gap(above: Paragraph, below: Paragraph, *, additive: bool) -> int:
    """Room between two neighbours, by Word's rules for contextual and automatic spacing."""
    first, second = above.format, below.format
    after = _auto(above) if first.after_auto else first.after
    before = _auto(below) if second.before_auto else second.before
    if first.style == second.style:
        if first.contextual and second.contextual:
            return 0
        if first.contextual:
            return max(before - after, 0)
        if second.contextual:
            return after
    return after + before if additive else max(after, before)


def _auto(paragraph: Paragraph) -> int:
    return 0 if paragraph.format.number is not None or paragraph.cell is not None else AUTO_GAP


def lines(paragraph: Paragraph) -> float | None:
    """Line spacing in lines of the largest letters of the paragraph; None where it has none."""
    form = paragraph.format
    if form.rule == "auto":
        return form.line / 240
    size = 0
    for run in paragraph.runs:
        if run.format.size > size and not run.format.hidden and not run.text.isspace():
            size = run.format.size
    if not size:
        return None
    ratio = form.line / 20 / (size / 2 * NATURAL)
    return ratio if form.rule == "exact" else max(1.0, ratio)
