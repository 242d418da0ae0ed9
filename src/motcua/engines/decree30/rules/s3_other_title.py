"""A second title of the signer stands above the name (Phụ lục I, Phần I, II.7c)."""

from motcua.engines.decree30.judging.texts import spot_text, text_spots
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import Decides, Fix, Rule, Verdict

RULE = Rule(
    code="ND30-S3.other_title",
    clause="Phụ lục I, Phần I, II.7c",
    role=Role.OTHER_TITLE,
    fix=Fix.NONE,
    vi='Đối chiếu chức danh: "{measured}".',
    en='Compare the title: "{measured}".',
    asks_vi="Chức danh khác của người ký đặt phía trên họ tên.",
    asks_en="A second title of the signer stands above the name",
    decides=Decides.PERSON,
)

judge = text_spots(RULE, Role.OTHER_TITLE, lambda piece: spot_text(piece, Verdict.NEEDS_HUMAN), attached=False)
