"""Only the official leadership title of the signer (Phụ lục I, Phần I, II.7c)."""

from motcua.engines.decree30.judging.texts import spot_text, text_spots
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import Decides, Fix, Rule, Verdict

RULE = Rule(
    code="ND30-S2.title",
    clause="Phụ lục I, Phần I, II.7c",
    role=Role.TITLE,
    fix=Fix.NONE,
    vi='Đối chiếu chức vụ: "{measured}".',
    en='Compare the title: "{measured}".',
    asks_vi="Chỉ ghi chức vụ lãnh đạo chính thức của người ký.",
    asks_en="Only the official leadership title of the signer",
    decides=Decides.PERSON,
)

judge = text_spots(RULE, Role.TITLE, lambda piece: spot_text(piece, Verdict.NEEDS_HUMAN), attached=False)
