"""Marks of secrecy follow the law on state secrets (Phụ lục I, Phần I, III.2a)."""

from motcua.engines.decree30.judging.texts import spot_text, text_spots
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import Decides, Fix, Rule, Verdict

RULE = Rule(
    code="ND30-B1.secrecy",
    clause="Phụ lục I, Phần I, III.2a",
    role=Role.SECRECY,
    fix=Fix.NONE,
    vi='Văn bản có dấu "{measured}": người có thẩm quyền kiểm tra.',
    en='The document bears "{measured}": a person in charge must look.',
    asks_vi="Dấu chỉ độ mật theo quy định về bảo vệ bí mật nhà nước.",
    asks_en="Marks of secrecy follow the law on state secrets",
    decides=Decides.PERSON,
)

judge = text_spots(RULE, Role.SECRECY, lambda piece: spot_text(piece, Verdict.NEEDS_HUMAN))
