"""Under Tiêu ngữ runs a solid line as long as the text (Phụ lục I, Phần I, II.1b)."""

from motcua.engines.decree30.judging.drawn import drawn_line
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import Decides, Fix, Rule

RULE = Rule(
    code="ND30-Q3.line",
    clause="Phụ lục I, Phần I, II.1b",
    role=Role.MOTTO,
    fix=Fix.GUARDED,
    vi="Đường kẻ dưới Tiêu ngữ: {measured}; phải là nét liền, dài bằng dòng chữ.",
    en="The line under Tiêu ngữ: {measured}; it must be solid and as long as the text.",
    asks_vi="Dưới Tiêu ngữ có đường kẻ ngang, nét liền, dài bằng dòng chữ.",
    asks_en="Under Tiêu ngữ runs a solid line as long as the text",
    wrong="Không có đường kẻ",
    right="nét liền, dài bằng dòng chữ",
    decides=Decides.PART,
)

judge = drawn_line(RULE, Role.MOTTO, "right")
