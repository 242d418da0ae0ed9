"""Rules about paragraphs: alignment, first line, gaps, line spacing. One off the rule is enough (1.6)."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final

from motcua.engines.decree30.edits import Edit, SetParagraph
from motcua.engines.decree30.judging.letters import Judge, absent
from motcua.engines.decree30.measures import cm, first_letter, gap, lines, points
from motcua.engines.decree30.reading.model import Paragraph
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import Judgement, Rule, Spot, Verdict, judged
from motcua.engines.decree30.view import View

WORDS: Final = {"left": "trái", "right": "phải", "center": "giữa", "both": "đều hai bên"}


def aligned(_rule: Rule, *roles: Role, align: str) -> Judge:
    """Set as asked ("center"); pieces that share their line with others cannot be told and are left out."""

    def judge(view: View) -> Judgement:
        missing = absent(view, roles)
        if missing is not None:
            return missing
        spots = [
            Spot(Verdict.VIOLATION, WORDS.get(piece.paragraph.format.align, piece.paragraph.format.align),
                 piece.paragraph.index, (SetParagraph(piece.paragraph, "align", align),))
            for piece in view.appended(*roles)
            if piece.sure and "\t" not in piece.paragraph.text and not piece.paragraph.format.frame
            and piece.paragraph.format.align != align
        ]  # fmt: skip
        return judged(spots, WORDS[align])

    return judge


def indents(view: View, paragraphs: Iterable[Paragraph], allowed: list[float], within: float) -> Iterator[Spot]:
    """First letters that stand at none of the allowed places, in centimetres."""
    tab = view.document.default_tab
    right: dict[int, bool] = {}  # formats whose first letter stands well where nothing stands before it
    for paragraph in paragraphs:
        form = paragraph.format
        plain = not paragraph.label and paragraph.text[:1].isalnum()
        if plain and right.get(id(form)):
            continue
        at = first_letter(paragraph, tab) / 566.93
        if plain:
            right[id(form)] = any(abs(at - place) <= within + 1e-9 for place in allowed)
        if all(abs(at - place) > within + 1e-9 for place in allowed):
            yield Spot(Verdict.VIOLATION, cm(at * 566.93), paragraph.index, _indented(paragraph, allowed[-1]))


def _indented(paragraph: Paragraph, place: float) -> tuple[Edit, ...]:
    """Only where no tab or list number stands before the letter: there the place has other causes."""
    if paragraph.label or paragraph.text[:1] == "\t":
        return ()
    twips = 720 if place == 1.27 else round(place * 566.93)
    edits: list[Edit] = [SetParagraph(paragraph, "first", twips)]
    if paragraph.format.left:
        edits.append(SetParagraph(paragraph, "left", 0))
    return tuple(edits)


def gaps(view: View, paragraphs: list[Paragraph], least: float, verdict: Verdict) -> Iterator[Spot]:
    """Neighbours with nothing between them, nearer than `least` points."""
    additive = view.document.additive_gaps
    right: set[tuple[int, int]] = set()  # pairs of formats that keep the room
    for above, below in pairwise(paragraphs):
        pair = (id(above.format), id(below.format))
        if below.index != above.index + 1 or pair in right:
            continue
        room = gap(above, below, additive=additive)
        if room < least * 20 - 1:
            edits: tuple[Edit, ...] = (SetParagraph(above, "after", round(least * 20)),)
            if above.format.contextual or below.format.contextual:
                edits += (SetParagraph(above, "contextual", False), SetParagraph(below, "contextual", False))
            yield Spot(verdict, points(max(room, 0) / 20), below.index, edits)
        else:
            right.add(pair)


def spacings(paragraphs: Iterable[Paragraph], low: float, high: float, *, widest: int = 360) -> Iterator[Spot]:
    """Line spacing outside the limits, in lines; what is wider than them becomes `widest`."""
    for paragraph in paragraphs:
        if paragraph.format.rule == "auto" and low <= paragraph.format.line / 240 <= high:
            continue
        found = lines(paragraph)
        if found is None or low <= found <= high:
            continue
        mended = 240 if found < low else widest
        yield Spot(
            Verdict.VIOLATION, f"{found:.2f}".replace(".", ",") + " dòng", paragraph.index,
            (SetParagraph(paragraph, "line", mended), SetParagraph(paragraph, "rule", "auto")),
        )  # fmt: skip
