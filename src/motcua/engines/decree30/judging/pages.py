"""Rules about the page: margins, and the number of the page in the headers in force."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final

from motcua.engines.decree30.edits import SetRun, SetSection
from motcua.engines.decree30.judging.letters import Judge
from motcua.engines.decree30.measures import MM, mm
from motcua.engines.decree30.reading.formats import RunFormat
from motcua.engines.decree30.reading.model import HeaderFooter, Paragraph, Section
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import Judgement, Rule, Spot, Verdict, judged, not_evaluated
from motcua.engines.decree30.view import Use, View, uses_in

SIDES: Final = ("top", "bottom", "left", "right")
# The page turned: its top edge is the left one of the page held upright (facts, 1.1).
TURNED: Final = {"top": "left", "bottom": "right", "left": "bottom", "right": "top"}
UNSAID: Final = ("tệp không ghi lề trang", "the file does not state the margins")


def size_of(section: Section, side: str) -> int | None:
    """Margin in twips, the gutter added to its side; None where the file does not say."""
    value: int | None = getattr(section, side)
    if value is None:
        return None
    return value + (section.gutter if side == "left" else 0)


def off(view: View, value: int, side: str) -> Verdict | None:
    """How far a margin lies outside its bounds: a tenth of a millimetre passes, three tenths only warn (1.6)."""
    low, high = view.limits[f"P3.{side}"]
    far = max(low - value / MM, value / MM - high)
    if far <= view.limits["P3.within"] + 1e-6:
        return None
    return Verdict.WARNING if far <= view.limits["P3.doubt"] + 1e-6 else Verdict.VIOLATION


def margin(rule: Rule, side: str) -> Judge:
    """One margin of the first section."""

    def judge(view: View) -> Judgement:
        section = view.first_section
        value = size_of(section, side)
        low, high = view.limits[rule.id]
        allowed = f"{low}–{high} mm"
        if value is None:
            return not_evaluated(*UNSAID)
        verdict = off(view, value, side)
        if verdict is None or (section.landscape and _turned(view, section, side)):
            return judged([], allowed)
        return judged([Spot(verdict, mm(value), None, (_clamped(view, section, side, value),))], allowed)

    return judge


def _turned(view: View, section: Section, side: str) -> bool:
    value = size_of(section, side)
    return value is not None and off(view, value, TURNED[side]) is None


def _clamped(view: View, section: Section, side: str, value: int) -> SetSection:
    low, high = view.limits[f"P3.{side}"]
    bound = low if value / MM < low else high
    twips = round(bound * MM) - (section.gutter if side == "left" else 0)
    return SetSection(section.index, side, twips)


def other_margins(view: View) -> Iterator[Spot]:
    """Margins of later sections; a landscape page is judged as it stands or turned, whichever fits."""
    for section in view.document.sections[1:]:
        as_it_stands = list(_of_section(view, section, turned=False))
        if as_it_stands and section.landscape and not list(_of_section(view, section, turned=True)):
            continue
        yield from as_it_stands


def _of_section(view: View, section: Section, *, turned: bool) -> Iterator[Spot]:
    for side in SIDES:
        value = size_of(section, side)
        if value is None:
            continue
        judged_as = TURNED[side] if turned else side
        verdict = off(view, value, judged_as)
        if verdict is not None:
            edits = () if turned else (_clamped(view, section, side, value),)
            yield Spot(verdict, f"phần {section.index + 1}, {_WORDS[side]} {mm(value)}", None, edits)


_WORDS: Final = {"top": "trên", "bottom": "dưới", "left": "trái", "right": "phải"}


# The number of the page


def main_sections(view: View) -> list[Section]:
    """Sections in which the documents themselves stand."""
    paragraphs = view.document.paragraphs
    held = {paragraphs[at].section for part in view.layout.documents for at in range(part.begin, part.end)}
    return [section for section in view.document.sections if section.index in held] or view.document.sections[:1]


def numbered(held: Iterable[HeaderFooter]) -> list[HeaderFooter]:
    """Those that print the page's number."""
    return [one for one in held if one.numbered]


def numbered_pages(view: View) -> bool:
    """Does any header or footer in force print the number of the page?"""
    return any(
        numbered((*section.headers.values(), *section.footers.values())) for section in view.document.sections
    )  # fmt: skip


def page_fields(held: Iterable[HeaderFooter]) -> list[Paragraph]:
    """Paragraphs with the page's number, each once."""
    found = {id(paragraph): paragraph for one in held for paragraph in one.paragraphs if paragraph.page_field}
    return list(found.values())


def page_uses(view: View) -> list[Use]:
    """Formats of the page's number; where the field holds no result yet, the format it is written in."""
    found = list(view.in_headers(numbered=True))
    uses = uses_in((one, one.runs) for one in found)
    if any(any(map(str.isalnum, run.text)) for use in uses for _, run in use.runs):
        return uses
    return [Use(one.page_format, []) for one in found if one.page_format is not None]


def signature_pictures(view: View) -> int:
    """Pictures among the lines of those who sign."""
    return sum(
        piece.paragraph.pictures for piece in view.pieces(Role.AUTHORITY, Role.TITLE, Role.SIGNER, Role.NOTE)
    )  # fmt: skip


def number_spots(
    view: View, good: Callable[[RunFormat], bool], said: Callable[[RunFormat], str],
    mend: Callable[[RunFormat], tuple[str, Any]],
) -> list[Spot]:  # fmt: skip
    """Page numbers whose format is not good: few letters, so each of them counts."""
    return [
        Spot(Verdict.VIOLATION, said(use.format), None, tuple(SetRun(run, *mend(use.format)) for _, run in use.runs))
        for use in page_uses(view)
        if not good(use.format) and (not use.runs or any(run.text.strip() for _, run in use.runs))
    ]
