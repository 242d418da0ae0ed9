"""One basis a line, each ends with a semicolon, the last line of the block with a full stop (Phụ lục I, Phần I,
II.6a).
"""

from motcua.engines.decree30.edits import SetText
from motcua.engines.decree30.judging.letters import absent
from motcua.engines.decree30.judging.texts import end_of
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.roles.pieces import Piece
from motcua.engines.decree30.rule import Fix, Judgement, Rule, Spot, Verdict, judged
from motcua.engines.decree30.view import View

RULE = Rule(
    code="ND30-C2.punctuation",
    clause="Phụ lục I, Phần I, II.6a",
    role=Role.LEGAL_BASIS,
    fix=Fix.GUARDED,
    vi="Dấu cuối dòng căn cứ: {measured}.",
    en="Marks at the end of bases: {measured}.",
    asks_vi="Mỗi căn cứ một dòng, cuối dòng có dấu chấm phẩy, dòng cuối cùng kết thúc bằng dấu chấm.",
    asks_en="One basis a line, each ends with a semicolon, the last line of the block with a full stop",
    wrong="Căn cứ …,",
    right="Căn cứ …; / Theo đề nghị … .",
)


def judge(view: View) -> Judgement:
    """The block ends with its last line, be it "Theo đề nghị …" or "Xét …" (trap 11)."""
    missing = absent(view, (Role.LEGAL_BASIS,))
    if missing is not None:
        return missing
    spots: list[Spot] = []
    for part in view.layout.headed:
        bases = part.of(Role.LEGAL_BASIS)
        for at, piece in enumerate(bases):
            wanted = "." if at == len(bases) - 1 else ";"
            found = end_of(piece.text)
            if found != wanted:
                said = f'"{found}" thay cho "{wanted}"' if found else f'thiếu "{wanted}"'
                spots.append(Spot(Verdict.VIOLATION, said, piece.paragraph.index, _edits(piece, found, wanted)))
    return judged(spots)


def _edits(piece: Piece, found: str, wanted: str) -> tuple[SetText, ...]:
    """The one mark at the very end."""
    end = len(piece.paragraph.text.rstrip())
    if not piece.whole or (found and piece.paragraph.text[end - 1] != found):
        return ()
    return (SetText(piece.paragraph, end - len(found), end, wanted),)
