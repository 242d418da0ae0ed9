"""Paper is A4 (210 × 297 mm), give or take 1 mm (Phụ lục I, Phần I, I.1)."""

from motcua.engines.decree30.edits import SetSection
from motcua.engines.decree30.measures import MM, mm
from motcua.engines.decree30.reading.model import Section
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import Fix, Judgement, Rule, Severity, Spot, Verdict, judged, not_evaluated
from motcua.engines.decree30.view import View

RULE = Rule(
    code="ND30-P1.size",
    clause="Phụ lục I, Phần I, I.1",
    role=None,
    fix=Fix.SAFE,
    vi="Khổ giấy {measured}, phải là {allowed}.",
    en="The paper is {measured}, it must be {allowed}.",
    asks_vi="Khổ giấy A4 (210 × 297 mm), sai số 1 mm.",
    asks_en="Paper is A4 (210 × 297 mm), give or take 1 mm",
    wrong="Letter 216 × 279 mm",
    right="A4 210 × 297 mm",
    severity=Severity.HIGH,
)


def judge(view: View) -> Judgement:
    """Both ways round; a later section of another size (a wide table) only warns."""
    allowed = "A4 (210 × 297 mm)"
    if view.first_section.paper is None:
        return not_evaluated("tệp không ghi khổ giấy", "the file does not state the paper")
    (low, high), within = view.limits["P1.size"], view.limits["P1.within"]
    spots: list[Spot] = []
    for section in view.document.sections:
        if section.paper is None:
            continue
        short, long = sorted(section.paper)
        if abs(short / MM - low) > within or abs(long / MM - high) > within:
            verdict = Verdict.VIOLATION if section.index == 0 else Verdict.WARNING
            said = " × ".join(map(mm, section.paper))
            spots.append(Spot(verdict, said, None, _edits(view, section)))
    return judged(spots, allowed)


def _edits(view: View, section: Section) -> tuple[SetSection, ...]:
    """None where tables of the content would flow anew: then the drafter changes the paper himself (facts, 1.1)."""
    in_tables = (piece.paragraph for piece in view.appended(Role.TABLE_TEXT, Role.APPENDIX_BODY))
    if any(one.section == section.index and one.cell is not None for one in in_tables):
        return ()
    width, height = (16838, 11906) if section.landscape else (11906, 16838)
    return SetSection(section.index, "width", width), SetSection(section.index, "height", height)
