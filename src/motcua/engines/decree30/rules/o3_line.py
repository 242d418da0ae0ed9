"""Under the issuing agency runs a solid line, a third to a half of the text (Phụ lục I, Phần I, II.2b)."""

from motcua.engines.decree30.judging.drawn import drawn_line
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import Decides, Fix, Rule

RULE = Rule(
    code="ND30-O3.line",
    clause="Phụ lục I, Phần I, II.2b",
    role=Role.ISSUER,
    fix=Fix.GUARDED,
    vi="Đường kẻ dưới tên cơ quan: {measured}; phải là nét liền, dài bằng 1/3 đến 1/2 dòng chữ.",
    en="The line under the agency: {measured}; it must be solid, a third to a half of the text.",
    asks_vi="Dưới tên cơ quan ban hành có đường kẻ ngang, nét liền, dài bằng 1/3 đến 1/2 dòng chữ, đặt cân đối.",
    asks_en="Under the issuing agency runs a solid line, a third to a half of the text, in the middle",
    wrong="Dài bằng cả dòng chữ",
    right="nét liền, dài bằng 1/3 đến 1/2 dòng chữ",
    decides=Decides.PART,
)

judge = drawn_line(RULE, Role.ISSUER, "left")
