"""Paragraphs stand at least 6 pt apart (Phụ lục I, Phần I, II.6e)."""

from motcua.engines.decree30.judging.paragraphs import gaps
from motcua.engines.decree30.measures import points
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import NOT_APPLICABLE, Fix, Judgement, Rule, Spot, Verdict, judged
from motcua.engines.decree30.view import View

RULE = Rule(
    code="ND30-C11.gap",
    clause="Phụ lục I, Phần I, II.6e",
    role=Role.BODY,
    fix=Fix.SAFE,
    vi="Các đoạn cách nhau {measured}, tối thiểu phải {allowed}.",
    en="Paragraphs stand {measured} apart, at least {allowed}.",
    asks_vi="Khoảng cách giữa các đoạn tối thiểu 6 pt.",
    asks_en="Paragraphs stand at least 6 pt apart",
    wrong="0 pt",
    right="6 pt",
)


def judge(view: View) -> Judgement:
    """Running text of the documents (1.6)."""
    held = view.running
    if not held:
        return NOT_APPLICABLE
    least = view.limits[RULE.id]
    return judged([*gaps(view, held, least, Verdict.VIOLATION), *_of_bases(view, least)], points(least))


def _of_bases(view: View, least: float) -> list[Spot]:
    """Whether bases are content for this rule the text leaves open: they only warn (facts, 14)."""
    spots: list[Spot] = []
    for part in view.layout.documents:
        bases = [piece.paragraph for piece in part.of(Role.LEGAL_BASIS) if piece.paragraph.cell is None]
        if bases:
            after = [one for one in view.running if one.index == bases[-1].index + 1]
            spots += gaps(view, bases + after, least, Verdict.WARNING)
    return spots
