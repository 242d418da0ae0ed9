"""The form of a copy is "SAO Y", "SAO LỤC" or "TRÍCH SAO" (Phụ lục I, Phần II, I.1)."""

from motcua.engines.decree30 import kinds
from motcua.engines.decree30.judging.texts import spot_text
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import NOT_APPLICABLE, Fix, Judgement, Rule, judged
from motcua.engines.decree30.view import View

RULE = Rule(
    code="ND30-X1.form",
    clause="Phụ lục I, Phần II, I.1 và II.1a",
    role=Role.COPY_FORM,
    fix=Fix.NONE,
    vi='Hình thức sao ghi "{measured}", phải là {allowed}.',
    en='The form of the copy reads "{measured}", it must be {allowed}.',
    asks_vi='Hình thức sao là "SAO Y", "SAO LỤC" hoặc "TRÍCH SAO".',
    asks_en='The form of a copy is "SAO Y", "SAO LỤC" or "TRÍCH SAO"',
)


def judge(view: View) -> Judgement:
    """The old words "BẢN SAO …" are no longer those of the decree's forms."""
    pieces = view.appended(Role.COPY_FORM)
    if not pieces:
        return NOT_APPLICABLE
    right = frozenset(kinds.copies().values())
    return judged([spot_text(piece) for piece in pieces if piece.plain not in right], "SAO Y, SAO LỤC, TRÍCH SAO")
