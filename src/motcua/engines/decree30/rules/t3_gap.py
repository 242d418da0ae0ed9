"""The subject of a letter stands 6 pt below the number line (Phụ lục I, Phần I, II.5b)."""

from typing import Final

from motcua.engines.decree30.edits import SetParagraph
from motcua.engines.decree30.judging.letters import absent
from motcua.engines.decree30.measures import gap, points
from motcua.engines.decree30.reading.model import Paragraph
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.roles.pieces import Piece
from motcua.engines.decree30.rule import Fix, Judgement, Rule, Severity, Spot, Verdict, judged, not_evaluated
from motcua.engines.decree30.view import View

BETWEEN: Final = ("có dòng khác giữa số, ký hiệu và trích yếu", "something stands between the two lines")

RULE = Rule(
    code="ND30-T3.gap",
    clause="Phụ lục I, Phần I, II.5b",
    role=Role.LETTER_SUBJECT,
    fix=Fix.SAFE,
    vi="Trích yếu công văn cách dòng số {measured}, phải là {allowed}.",
    en="The subject of the letter stands {measured} below the number line, it must be {allowed}.",
    asks_vi="Trích yếu công văn cách dòng số, ký hiệu 6 pt.",
    asks_en="The subject of a letter stands 6 pt below the number line",
    wrong="0 pt",
    right="6 pt",
    severity=Severity.LOW,
)


def judge(view: View) -> Judgement:
    """Between the paragraphs of both, where nothing stands between them; in two cells the gaps of both add up."""
    missing = absent(view, (Role.LETTER_SUBJECT,))
    if missing is not None:
        return missing
    spots: list[Spot] = []
    low, high = view.limits[RULE.id]
    for part in view.layout.documents:
        for number, subject in zip(part.of(Role.NUMBER_LINE), part.of(Role.LETTER_SUBJECT), strict=False):
            room = _room(view, number.paragraph, subject.paragraph)
            if room is None:
                return not_evaluated(*BETWEEN)
            if not low <= room <= high:
                edits = () if number.paragraph is subject.paragraph else _edits(number, subject)
                spots.append(Spot(Verdict.VIOLATION, points(room), subject.paragraph.index, edits))
    return judged(spots, "6 pt")


def _room(view: View, above: Paragraph, below: Paragraph) -> float | None:
    if above is below:
        return 0.0
    if above.cell == below.cell:
        if below.index != above.index + 1:
            return None
        return gap(above, below, additive=view.document.additive_gaps) / 20
    if above.cell is None or below.cell is None or below.cell.row != above.cell.row + 1:
        return None
    between = view.document.paragraphs[above.index + 1 : below.index]
    if any(one.cell is not None and one.cell.column == above.cell.column for one in between):
        return None
    return (above.format.after + below.format.before) / 20


def _edits(number: Piece, subject: Piece) -> tuple[SetParagraph, ...]:
    """Six points before "V/v", none after the number line."""
    return SetParagraph(number.paragraph, "after", 0), SetParagraph(subject.paragraph, "before", 120)
