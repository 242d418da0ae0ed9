"""Number and symbol stand in the middle under the issuing agency (Phụ lục I, Phần I, II.3c)."""

from motcua.engines.decree30.judging.paragraphs import aligned
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import Fix, Rule, Severity

RULE = Rule(
    code="ND30-N3.align",
    clause="Phụ lục I, Phần I, II.3c",
    role=Role.NUMBER_LINE,
    fix=Fix.SAFE,
    vi="Dòng số canh {measured}, phải canh {allowed}.",
    en="The number line is set {measured}, it must be centred.",
    asks_vi="Số, ký hiệu đặt canh giữa dưới tên cơ quan ban hành.",
    asks_en="Number and symbol stand in the middle under the issuing agency",
    severity=Severity.LOW,
)

judge = aligned(RULE, Role.NUMBER_LINE, align="center")
