"""The last line reads "- Lưu: VT, <unit>, <copies>."; unit and copies if needed (Phụ lục I, Phần I, II.9d)."""

import re
from typing import Final

from motcua.engines.decree30.judging.letters import absent
from motcua.engines.decree30.judging.texts import spot_text
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.roles.pieces import Piece
from motcua.engines.decree30.rule import Fix, Judgement, Rule, Severity, Spot, judged
from motcua.engines.decree30.view import View

LAST: Final = re.compile(r"^[-–+•\s]*lưu\b", re.IGNORECASE)
RIGHT: Final = re.compile(r"^[-–•]?\s*Lưu\s*:\s*VT\b")

RULE = Rule(
    code="ND30-K3.last_line",
    clause="Phụ lục I, Phần I, II.9d",
    role=Role.RECIPIENTS,
    fix=Fix.GUARDED,
    vi='Dòng lưu ghi "{measured}", phải là "- Lưu: VT, … ."',
    en='The last line reads "{measured}", it must be "- Lưu: VT, … ."',
    asks_vi='Dòng cuối là "- Lưu: VT, <đơn vị soạn thảo>, <số bản>."; đơn vị và số bản ghi khi cần.',
    asks_en='The last line reads "- Lưu: VT, <unit>, <copies>."; unit and copies if needed',
    wrong="- Lưu VT",
    right="- Lưu: VT, VP (05).",
    severity=Severity.LOW,
)


def judge(view: View) -> Judgement:
    """The line that begins with "Lưu"; the drafter's name behind it may end it too (trap 22)."""
    missing = absent(view, (Role.RECIPIENTS,))
    if missing is not None:
        return missing
    spots: list[Spot] = []
    for part in view.layout.documents:
        lines = [piece for piece in part.of(Role.RECIPIENTS) if piece.sure]
        if not lines:
            continue
        last = next((piece for piece in reversed(lines) if LAST.search(piece.text)), None)
        if last is None:
            spots.append(spot_text(lines[-1]))
        elif not RIGHT.match(last.text) or not _ends(last, lines):
            spots.append(spot_text(last))
    return judged(spots, "- Lưu: VT.")


def _ends(last: Piece, lines: list[Piece]) -> bool:
    """A full stop at its end, or at the end of the line it goes on in; a raised or small drafter's mark may follow."""
    text = "".join(run.text for run in last.runs if not run.format.raised).rstrip()
    following = lines[lines.index(last) + 1 :]
    return text.endswith(".") or last.text.endswith(".") or any(piece.text.endswith(".") for piece in following)
