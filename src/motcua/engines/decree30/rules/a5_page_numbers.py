"""Each appendix counts its own pages from 1 (Phụ lục I, Phần I, III.1đ)."""

from motcua.engines.decree30.edits import SetSection
from motcua.engines.decree30.judging.pages import numbered_pages
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import NOT_APPLICABLE, Fix, Judgement, Rule, Severity, Spot, Verdict, judged
from motcua.engines.decree30.view import View

RULE = Rule(
    code="ND30-A5.page_numbers",
    clause="Phụ lục I, Phần I, III.1đ",
    role=Role.APPENDIX,
    fix=Fix.GUARDED,
    vi="Phụ lục không đánh số trang riêng ({measured}).",
    en="Appendices do not count their own pages ({measured}).",
    asks_vi="Số trang của phụ lục được đánh số riêng theo từng phụ lục.",
    asks_en="Each appendix counts its own pages from 1",
    severity=Severity.LOW,
)


def judge(view: View) -> Judgement:
    """Each appendix begins a section whose numbers begin with 1; only where pages are numbered."""
    heads = [part for part in view.layout.appendices if part.of(Role.APPENDIX)]
    if not heads or not numbered_pages(view):
        return NOT_APPLICABLE
    spots: list[Spot] = []
    paragraphs = view.document.paragraphs
    for part in heads:
        at = paragraphs[part.begin].section
        above = next((one for one in reversed(paragraphs[: part.begin]) if one.text.strip()), None)
        if above is not None and above.section == at:
            spots.append(Spot(Verdict.VIOLATION, "không có phần (section) riêng", part.begin))
        elif view.document.sections[at].restart != 1:
            spots.append(Spot(Verdict.VIOLATION, "không bắt đầu lại từ 1", part.begin, (SetSection(at, "restart", 1),)))
    return judged(spots, "từ 1")
