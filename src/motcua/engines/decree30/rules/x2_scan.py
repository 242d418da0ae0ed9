"""A paper document is scanned as PDF 1.4 or later, colour, 200 dpi at least (Phụ lục I, Phần II, I.2)."""

from typing import Final

from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import NOT_APPLICABLE, Fix, Judgement, Rule, Spot, Verdict, judged
from motcua.engines.decree30.view import View

VERSION: Final = 14
DPI: Final = 200

RULE = Rule(
    code="ND30-X2.scan",
    clause="Phụ lục I, Phần II, I.2",
    role=Role.COPY_FORM,
    fix=Fix.NONE,
    vi="Bản số hóa: {measured}; phải là {allowed}.",
    en="The scan: {measured}; it must be {allowed}.",
    asks_vi="Số hóa văn bản giấy: PDF phiên bản 1.4 trở lên, ảnh màu, độ phân giải tối thiểu 200 dpi, tỷ lệ 100%.",
    asks_en="A paper document is scanned as PDF 1.4 or later, in colour, 200 dpi at least, scale 100 %",
)


def judge(view: View) -> Judgement:
    """Version and resolution of a scanned PDF; colour and scale a person sees."""
    facts = view.document.facts
    if not facts.get("scanned"):
        return NOT_APPLICABLE
    spots: list[Spot] = []
    if facts["version"] and facts["version"] < VERSION:
        spots.append(Spot(Verdict.VIOLATION, f"PDF {facts['version'] / 10:.1f}"))
    if facts["dpi"] is not None and facts["dpi"] < DPI:
        spots.append(Spot(Verdict.VIOLATION, f"{facts['dpi']} dpi"))
    return judged(spots, "PDF 1.4 trở lên, từ 200 dpi")
