""" "Kính gửi" stands only in a proposal, a report to a superior, and a letter (Phụ lục I, Phần I, II.9b)."""

from motcua.engines.decree30 import kinds
from motcua.engines.decree30.roles import words
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.roles.parts import Part
from motcua.engines.decree30.rule import NOT_APPLICABLE, Fix, Judgement, Rule, Spot, Verdict, judged
from motcua.engines.decree30.view import View

RULE = Rule(
    code="ND30-K1.required",
    clause="Phụ lục I, Phần I, II.9b",
    role=Role.ADDRESSEE,
    fix=Fix.NONE,
    vi='"Kính gửi" không hợp với loại văn bản: {measured}.',
    en='"Kính gửi" does not fit the type: {measured}.',
    asks_vi='"Kính gửi" chỉ có trong tờ trình, báo cáo gửi cấp trên và công văn.',
    asks_en='"Kính gửi" stands only in a proposal, a report to a superior, and a letter',
    wrong='Quyết định có "Kính gửi"',
    right='Công văn có "Kính gửi"',
)


def judge(view: View) -> Judgement:
    """Templates 1.6–1.8 address somebody too: their types are left alone."""
    spots: list[Spot] = []
    for part in view.layout.documents:
        piece = part.one(Role.ADDRESSEE)
        if piece is None and part.is_letter and part.of(Role.LETTER_SUBJECT) and not _named(view, part):
            spots.append(Spot(Verdict.VIOLATION, "Công văn (thiếu)", part.of(Role.LETTER_SUBJECT)[0].paragraph.index))
        if piece is None or part.kind is None:
            continue
        if not (kinds.listed("addressed", part.kind.code) or kinds.listed("may_be_addressed", part.kind.code)):
            spots.append(Spot(Verdict.VIOLATION, part.kind.name, piece.paragraph.index))
    return judged(spots) if spots or view.pieces(Role.ADDRESSEE) else NOT_APPLICABLE


def _named(view: View, part: Part) -> bool:
    """Does any paragraph or text box of the part speak of addressees, wherever it stands?"""
    held = view.document.paragraphs[part.begin : part.end]
    texts = [words.plain(text) for one in held for text in (one.text, *one.boxed)]
    return any(text.startswith(("kính gửi", "kính gởi", "kính trình")) for text in texts)
