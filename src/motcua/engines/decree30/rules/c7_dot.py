"""A full stop follows the number of an article (Phụ lục I, Phần I, II.6đ)."""

import re
from typing import Final

from motcua.engines.decree30.edits import SetText
from motcua.engines.decree30.judging.texts import spot_text, text_spots
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.roles.pieces import Piece
from motcua.engines.decree30.rule import Fix, Rule, Spot

HEAD: Final = re.compile(r"^(\s*điều\s+\d+[a-zđ]?)(\s*[.:)/–-]?)", re.IGNORECASE)

RULE = Rule(
    code="ND30-C7.dot",
    clause="Phụ lục I, Phần I, II.6đ",
    role=Role.ARTICLE,
    fix=Fix.GUARDED,
    vi='"{measured}": sau số thứ tự của điều phải có dấu chấm.',
    en='"{measured}": a full stop must follow the number of the article.',
    asks_vi="Sau số thứ tự của điều có dấu chấm.",
    asks_en="A full stop follows the number of an article",
    wrong="Điều 1: Phạm vi",
    right="Điều 1. Phạm vi",
)


def _spot(piece: Piece) -> Spot | None:
    label = piece.paragraph.label
    if label:
        return None if label.rstrip().endswith(".") else spot_text(piece, said=label)
    head = HEAD.match(piece.paragraph.text)
    if head is None or head[2].startswith("."):
        return None
    found = spot_text(piece, said=head[0].strip())
    found.edits = (SetText(piece.paragraph, head.start(2), head.end(2), "."),)
    return found


judge = text_spots(RULE, Role.ARTICLE, _spot)
