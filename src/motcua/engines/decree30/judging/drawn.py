"""Rules about the lines under Tiêu ngữ, issuer and subject; length measured in Times New Roman."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from motcua.engines.decree30.judging.letters import Judge, absent
from motcua.engines.decree30.measures import points
from motcua.engines.decree30.reading.flow import underscored
from motcua.engines.decree30.reading.model import Form, Line, Paragraph
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.roles.parts import Part
from motcua.engines.decree30.roles.pieces import Piece
from motcua.engines.decree30.rule import NOT_APPLICABLE, WORSE, Judgement, Rule, Spot, Verdict, judged, not_evaluated
from motcua.engines.decree30.view import View
from motcua.engines.decree30.widths import text_width

CELL_MARGIN: Final = 10.8  # points on both sides of a cell together, as Word sets them
HEADER: Final = (Role.NATIONAL_TITLE, Role.MOTTO, Role.ISSUER, Role.NUMBER_LINE, Role.PLACE_DATE)
PICTURED: Final = (
    "có hình vẽ không đọc được ở chỗ đường kẻ",
    "a drawing that cannot be read stands where the line should be",
)


def width_of(piece: Piece) -> float:
    """Length of its text in points."""
    return sum(
        text_width(run.text.upper() if run.format.caps else run.text, run.format.points, bold=run.format.bold,
                   italic=run.format.italic)
        for run in piece.runs
    )  # fmt: skip


def lines_of(view: View, paragraph: Paragraph) -> list[Line]:
    """Lines at this paragraph, those of unsaid length measured."""
    found = view.lines.get(paragraph.index)
    if found is None:
        found = view.lines[paragraph.index] = _measured(view, paragraph)
    return found


def _measured(view: View, paragraph: Paragraph) -> list[Line]:
    found = [line if line.width else replace(line, width=_room(view, paragraph)) for line in paragraph.lines]
    drawn = underscored(paragraph)
    if drawn is not None:
        runs = [run for run in paragraph.runs if run.text.strip()]
        found.append(replace(drawn, width=sum(text_width(run.text.strip(), run.format.points) for run in runs)))
    else:
        found += _within(paragraph)
    return found


def _within(paragraph: Paragraph) -> list[Line]:
    """Underscores on a line of their own between breaks."""
    if "\n" not in paragraph.text or "___" not in paragraph.text:
        return []
    size = max((run.format.points for run in paragraph.runs if "___" in run.text), default=13.0)
    return [
        Line(Form.UNDERSCORES, text_width(one.strip(), size))
        for one in paragraph.text.split("\n")
        if len(one.strip()) >= 3 and not one.strip().strip("_")
    ]


def _room(view: View, paragraph: Paragraph) -> float:
    """Points that a border of this paragraph spans."""
    cell = paragraph.cell
    section = view.document.sections[paragraph.section]
    whole = cell.width / 20 - CELL_MARGIN if cell is not None and cell.width else section.text_width / 20
    return whole - (paragraph.format.left + paragraph.format.right) / 20


def in_header(view: View, part: Part, side: str) -> tuple[list[Line], bool]:
    """Lines of one half of the header; whether a drawing that cannot be read stands there."""
    title = part.one(Role.NATIONAL_TITLE)
    heads = view.document.paragraphs[part.begin : _end_of_header(part)]
    middle = view.document.sections[0].text_width / 40
    found: list[Line] = []
    pictured = False
    for paragraph in heads:
        held = lines_of(view, paragraph)
        where = _half(paragraph, title)
        pictured |= bool(paragraph.pictures) and where in {side, ""}
        for line in held:
            if (where or _by_place(line, middle)) in {side, ""}:
                found.append(line)
    return found, pictured


def _end_of_header(part: Part) -> int:
    """Behind the last paragraph of the header and the few that may hold its anchors."""
    last = max((piece.paragraph.index for piece in part.of(*HEADER)), default=part.begin)
    following = part.of(Role.TYPE, Role.ADDRESSEE)
    return following[0].paragraph.index if following else last + 2


def _half(paragraph: Paragraph, title: Piece | None) -> str:
    if paragraph.cell is None or title is None or title.paragraph.cell is None:
        return ""
    if title.paragraph.cell.column == 0:
        return ""
    return "right" if paragraph.cell.column >= title.paragraph.cell.column else "left"


def _by_place(line: Line, middle: float) -> str:
    if line.left is None:
        return ""
    return "left" if line.left + line.width / 2 < middle else "right"


@dataclass(frozen=True, slots=True)
class Asked:
    """Shares of the text's length; doubt: how far outside them only warns, for nobody measures so closely by eye.

    room: points that a line of text has; a longer text fills it and goes on below.
    """

    low: float
    high: float
    doubt: float
    words: str
    room: float = 10_000.0


def judged_line(lines: list[Line], texts: Iterable[Piece], asked: Asked, *, pictured: bool) -> Judgement:
    """Is one of the lines as long as asked, measured against the last of the texts or the longest?"""
    held = [piece for piece in texts if piece.text and width_of(piece) > 0]
    if not held:
        return not_evaluated("không nhận ra dòng chữ phía trên đường kẻ", "the text above the line was not recognised")
    if not lines and pictured:
        return not_evaluated(*PICTURED)
    found = _said(lines, held, asked) if lines else _without(held[-1])
    return judged([] if found is None else [Spot(*found, held[-1].paragraph.index)], asked.words)


def _without(text: Piece) -> tuple[Verdict, str]:
    if all(run.format.underline for run in text.runs if run.text.strip()):
        return Verdict.WARNING, "gạch chân thay đường kẻ"
    return Verdict.VIOLATION, "không có đường kẻ"


def _said(lines: list[Line], held: list[Piece], asked: Asked) -> tuple[Verdict, str] | None:
    widths = {min(width_of(held[-1]), asked.room), min(max(width_of(piece) for piece in held), asked.room)}
    far, length, dashed = min(
        (_far(line.width / width, asked.low, asked.high), line.width, line.dashed)
        for line in lines for width in widths if width
    )  # fmt: skip
    if dashed:
        return Verdict.VIOLATION, "nét đứt"
    if far <= 0:
        return None
    share = round(100 * length / max(widths))
    return Verdict.WARNING if far <= asked.doubt else Verdict.VIOLATION, f"{points(length)}, bằng {share}% dòng chữ"


def _far(share: float, low: float, high: float) -> float:
    return max(low - share, share - high, 0.0)


def drawn_line(rule: Rule, role: Role, side: str) -> Judge:
    """The line under a text of the header; limits are shares of the text's length."""

    def judge(view: View) -> Judgement:
        missing = absent(view, (role,))
        if missing is not None:
            return missing
        low, high = view.limits[rule.id]
        asked = Asked(low, high, view.limits[f"{rule.id.partition('.')[0]}.doubt"], rule.right)
        worst = NOT_APPLICABLE
        for part in view.layout.documents:
            lines, pictured = in_header(view, part, side)
            found = judged_line(lines, part.of(role), asked, pictured=pictured)
            worst = max(worst, found, key=lambda one: WORSE[one.verdict])
        return worst

    return judge


def under(view: View, part: Part, texts: list[Piece], asked: Asked) -> Judgement:
    """The line below these texts, in the middle of the page; its anchor may sit a paragraph or two further on."""
    paragraphs = view.document.paragraphs
    first = min(piece.paragraph.index for piece in (*part.of(Role.TYPE)[:1], *texts))
    last = texts[-1].paragraph.index
    filled = next((at for at in range(last + 1, part.end) if paragraphs[at].text.strip("_ \t\n")), last)
    held = paragraphs[first : filled + 1]
    lines = [line for paragraph in held for line in lines_of(view, paragraph)]
    return judged_line(lines, texts, asked, pictured=any(paragraph.pictures for paragraph in held))
