"""The symbol joins the abbreviation of type and agency; of a letter, those of agency and drafting unit or field; no
year (Phụ lục I, Phần I, II.3b).
"""

import functools

from motcua.engines.decree30 import kinds
from motcua.engines.decree30.judging.letters import absent
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.roles.parts import Part
from motcua.engines.decree30.rule import Fix, Judgement, Rule, Severity, Spot, Verdict, judged
from motcua.engines.decree30.view import View

RULE = Rule(
    code="ND30-N2.symbol",
    clause="Phụ lục I, Phần I, II.3b",
    role=Role.NUMBER_LINE,
    fix=Fix.NONE,
    vi='Ký hiệu "{measured}" không đúng cấu trúc ({allowed}).',
    en='The symbol "{measured}" is not built as it should be ({allowed}).',
    asks_vi=(
        "Ký hiệu gồm chữ viết tắt tên loại và chữ viết tắt tên cơ quan; công văn gồm chữ viết tắt cơ quan và "
        "đơn vị soạn thảo hoặc lĩnh vực; không ghi năm."
    ),
    asks_en=(
        "The symbol joins the abbreviation of type and agency; of a letter, those of agency and drafting unit"
        " or field; no year"
    ),
    wrong="Số: 15/QYĐ-UBND; Số: 15/CV-UBND",
    right="Số: 15/QyĐ-UBND; Số: 15/UBND-VX",
    severity=Severity.HIGH,
)


def judge(view: View) -> Judgement:
    """Against the type that the document names; an unknown abbreviation may be a sector's own, so it only warns."""
    missing = absent(view, (Role.NUMBER_LINE,))
    if missing is not None:
        return missing
    spots: list[Spot] = []
    for part in view.layout.documents:
        line = part.one(Role.NUMBER_LINE)
        if line is None or not line.sure or part.symbol is None:
            continue
        verdict = _verdict(part.symbol, part, normative=part.family is kinds.Family.NORMATIVE)
        if verdict is not None:
            said = part.symbol.text or line.text
            spots.append(Spot(verdict, said, line.paragraph.index))
    return judged(spots, "tên loại-cơ quan; công văn: cơ quan-đơn vị")


def _verdict(symbol: kinds.Symbol, part: Part, *, normative: bool) -> Verdict | None:
    groups = symbol.groups
    if not groups or symbol.rest.rstrip(" .…").endswith("-"):  # "Số:      /UBND-": the unit is still to come
        return Verdict.NOT_FILLED
    if symbol.year and not normative:
        return Verdict.VIOLATION
    if part.is_letter or (part.kind is not None and not part.kind.abbreviated):
        return _of_letter(groups)
    if len(groups) < 2 and not normative:
        return _of_one(groups[0], part)
    return _of_named(groups[0], part)


def _of_one(group: str, part: Part) -> Verdict:
    """A type in the list must stand before the agency; the agency itself may still be blank."""
    if not group.isalpha() or group.casefold() in _known():
        return Verdict.NOT_FILLED
    return Verdict.VIOLATION if part.kind is not None else Verdict.WARNING


def _of_letter(groups: tuple[str, ...]) -> Verdict | None:
    """ "12/UBND-VX": no abbreviation of a type; "CV" is none in the decree."""
    if groups[0] in {"CV", "CÔNG VĂN"}:
        return Verdict.VIOLATION
    if groups[0].casefold() in _known():
        return Verdict.WARNING
    return None if len(groups) > 1 else Verdict.WARNING


def _of_named(code: str, part: Part) -> Verdict | None:
    known = _known()
    if code.casefold() in known and code != known[code.casefold()]:
        return Verdict.VIOLATION  # QYĐ for QyĐ, TTR for TTr
    if part.kind is None:
        return Verdict.WARNING
    if code.casefold() == part.kind.code.casefold():
        return None
    return Verdict.VIOLATION if code.casefold() in known else Verdict.WARNING


@functools.cache
def _known() -> dict[str, str]:
    return {kind.code.casefold(): kind.code for kind in kinds.kinds().values() if kind.abbreviated}
