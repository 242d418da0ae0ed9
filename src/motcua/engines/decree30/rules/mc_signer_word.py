"""The authority word fits the signer: a deputy signs "KT.", a collective "TM." (NĐ 30/2020 Điều 13; Phụ lục I, Phần I,
II.7b).
"""

from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import NOT_APPLICABLE, Fix, Judgement, Rule, Spot, Verdict, judged
from motcua.engines.decree30.view import View

RULE = Rule(
    code="MC-signer.word",
    clause="NĐ 30/2020 Điều 13; Phụ lục I, Phần I, II.7b",
    role=Role.AUTHORITY,
    fix=Fix.NONE,
    vi="Quyền hạn và chức vụ không khớp: {measured}.",
    en="Authority word and title do not fit: {measured}.",
    asks_vi='Chữ chỉ quyền hạn phù hợp với chức vụ người ký: cấp phó ký thay ghi "KT.", tập thể ghi "TM.".',
    asks_en='The authority word fits the signer: a deputy signs "KT.", a collective "TM."',
    wrong="PHÓ CHỦ TỊCH (không có KT.)",
    right="KT. CHỦ TỊCH / PHÓ CHỦ TỊCH",
)


def judge(view: View) -> Judgement:
    """Column after column of who signs; a deputy needs KT., TL., TUQ. or Q. above; KT. needs a deputy below."""
    if not view.pieces(Role.TITLE, attached=False):
        return NOT_APPLICABLE
    spots: list[Spot] = []
    for part in view.layout.documents:
        if part.kind is not None and part.kind.code in {"BB", "HĐ", "BGN", "BTT"}:
            continue
        above = [piece.plain for piece in part.of(Role.AUTHORITY)]
        for title in part.of(Role.TITLE):
            said = _mismatch(title.plain, above)
            if said:
                spots.append(Spot(Verdict.WARNING, said, title.paragraph.index))
    return judged(spots)


def _mismatch(title: str, above: list[str]) -> str:
    deputy = title.startswith("phó ")
    if deputy and not any(line.startswith(("kt", "tl", "tuq", "q.")) for line in above):
        return f"{title} ký mà không có KT."
    if not deputy and above and above[-1].startswith("kt") and above[-1].removeprefix("kt").strip(" .") == title:
        return f"{above[-1]} nhưng người ký là {title}"
    return ""
