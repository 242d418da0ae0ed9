"""The type fits the authority of the issuing agency (NĐ 30/2020 Điều 7; Luật Tổ chức chính quyền địa phương)."""

from typing import Final

from motcua.engines.decree30.roles import words
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import Fix, Judgement, Rule, Severity, Spot, Verdict, judged
from motcua.engines.decree30.view import View

ALONE: Final = tuple(words.plain(word) for word in ("ủy ban nhân dân", "ubnd", "sở", "phòng", "chi cục", "trung tâm"))
BELOW: Final = tuple(words.plain(word) for word in ("phòng", "trung tâm", "chi cục", "trạm", "đội"))

RULE = Rule(
    code="MC-issuer.type",
    clause="NĐ 30/2020 Điều 7; Luật Tổ chức chính quyền địa phương",
    role=Role.TYPE,
    fix=Fix.NONE,
    vi="Loại văn bản không thường thuộc thẩm quyền: {measured}.",
    en="The type is not usually within the authority: {measured}.",
    asks_vi="Tên loại phù hợp với thẩm quyền của cơ quan ban hành.",
    asks_en="The type fits the authority of the issuing agency",
    severity=Severity.LOW,
    certain=False,
)


def judge(view: View) -> Judgement:
    """Resolutions come from councils and other collectives; directives not from offices below an agency."""
    spots: list[Spot] = []
    for part in view.layout.documents:
        issuer = " ".join(piece.plain for piece in part.of(Role.ISSUER))
        if part.kind is None or not issuer:
            continue
        wrong = part.kind.code == "NQ" and words.begins(issuer, ALONE)
        if wrong or (part.kind.code == "CT" and words.begins(issuer, BELOW)):
            said = f"{part.kind.name} của {issuer}"
            spots.append(Spot(Verdict.WARNING, said, part.of(Role.ISSUER)[0].paragraph.index))
    return judged(spots)
