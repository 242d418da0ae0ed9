"""One addressee in the line of "Kính gửi:"; several on lines of their own with dashes, semicolons, and a full stop at
the end (Phụ lục I, Phần I, II.9d).
"""

import re
from typing import Final

from motcua.engines.decree30.judging.letters import absent
from motcua.engines.decree30.judging.texts import end_of, spot_text
from motcua.engines.decree30.measures import first_letter
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.roles.pieces import Piece
from motcua.engines.decree30.rule import Fix, Judgement, Rule, Severity, Spot, Verdict, judged
from motcua.engines.decree30.view import View

SEVERAL: Final = re.compile(r":\s*[-–]?[^;]+;\s*[-–]?\s*\w")
DASH: Final = re.compile(r"^[-–]")

RULE = Rule(
    code="ND30-K1.layout",
    clause="Phụ lục I, Phần I, II.9d",
    role=Role.ADDRESSEE,
    fix=Fix.GUARDED,
    vi="Kính gửi: {measured}.",
    en="Addressees: {measured}.",
    asks_vi=(
        'Gửi một nơi: cùng dòng với "Kính gửi:"; gửi nhiều nơi: xuống dòng, mỗi nơi một dòng có gạch đầu '
        "dòng, cuối dòng dấu chấm phẩy, dòng cuối dấu chấm."
    ),
    asks_en=(
        'One addressee in the line of "Kính gửi:"; several on lines of their own with dashes, semicolons, and'
        " a full stop at the end"
    ),
    severity=Severity.LOW,
)


def judge(view: View) -> Judgement:
    """Marks at the end of the lines; where they stand is done by tabs or tables (trap 13)."""
    missing = absent(view, (Role.ADDRESSEE,))
    if missing is not None:
        return missing
    spots: list[Spot] = []
    for part in view.layout.documents:
        pieces = part.of(Role.ADDRESSEE)
        if pieces and ":" not in pieces[0].text:
            spots.append(spot_text(pieces[0], said='thiếu dấu hai chấm sau "Kính gửi"'))
        if pieces and SEVERAL.search(pieces[0].text):
            spots.append(spot_text(pieces[0], said="nhiều nơi gửi trên một dòng"))
        items = [piece for piece in pieces if DASH.match(piece.text) or piece.paragraph.label]
        if len(items) < 2:
            continue
        spots += _at_margin(view, pieces[0], items)
        for at, piece in enumerate(items):
            wanted = "." if at == len(items) - 1 else ";"
            found = end_of(piece.text)
            if found != wanted:
                said = f'"{found}" thay cho "{wanted}"' if found else f'thiếu "{wanted}"'
                spots.append(Spot(Verdict.VIOLATION, said, piece.paragraph.index))
    return judged(spots)


def _at_margin(view: View, label: Piece, items: list[Piece]) -> list[Spot]:
    """Dashes stand under the colon: none may begin left of where "Kính gửi" begins (trap 13)."""
    if label.paragraph.cell is not None or label.paragraph.format.align not in {"left", "both"}:
        return []
    tab = view.document.default_tab
    begin = first_letter(label.paragraph, tab)
    return [
        spot_text(piece, said="gạch đầu dòng không thẳng dưới dấu hai chấm")
        for piece in items
        if piece.paragraph.cell is None and piece.paragraph.format.align in {"left", "both"}
        and piece.whole and first_letter(piece.paragraph, tab) <= begin
    ]  # fmt: skip
