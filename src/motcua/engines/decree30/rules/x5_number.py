"""Copies are numbered in one series; the symbol is SY, SL or TrS and the agency (Phụ lục I, Phần II, II.1c)."""

from motcua.engines.decree30 import kinds
from motcua.engines.decree30.judging.texts import spot_text
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.roles.parts import Place
from motcua.engines.decree30.rule import NOT_APPLICABLE, Fix, Judgement, Rule, judged
from motcua.engines.decree30.view import View

RULE = Rule(
    code="ND30-X5.number",
    clause="Phụ lục I, Phần II, II.1c",
    role=Role.COPY_FORM,
    fix=Fix.NONE,
    vi='Ký hiệu bản sao ghi "{measured}", phải là {allowed}.',
    en='The symbol of the copy reads "{measured}", it must be {allowed}.',
    asks_vi="Số, ký hiệu bản sao: một dãy số cho mọi hình thức sao; ký hiệu SY, SL hoặc TrS và tên cơ quan.",
    asks_en="Copies are numbered in one series; the symbol is SY, SL or TrS and the agency",
    wrong="Số: 05/UBND",
    right="Số: 05/SY-UBND",
)


def judge(view: View) -> Judgement:
    """The abbreviation in the copy's own number line."""
    copies = [part for part in view.parts if part.place is Place.COPY and part.of(Role.NUMBER_LINE)]
    if not copies:
        return NOT_APPLICABLE
    right = tuple(kinds.copies())
    spots = [
        spot_text(part.of(Role.NUMBER_LINE)[0]) for part in copies
        if part.symbol is None or not part.symbol.groups or part.symbol.groups[0] not in right
    ]  # fmt: skip
    return judged(spots, "SY, SL, TrS")
