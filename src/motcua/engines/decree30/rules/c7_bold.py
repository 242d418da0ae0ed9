""" "Điều", its number and its title are upright and bold; without a title only "Điều n." is bold (Phụ lục I, Phần I,
II.6đ).
"""

import re
from typing import Final

from motcua.engines.decree30.edits import SetRun
from motcua.engines.decree30.judging.letters import MANY, absent
from motcua.engines.decree30.judging.texts import is_title_text, spot_text
from motcua.engines.decree30.reading.model import Run
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.roles.pieces import Piece, seen
from motcua.engines.decree30.rule import Fix, Judgement, Rule, Spot, Verdict, judged
from motcua.engines.decree30.view import View, letters

HEAD: Final = re.compile(r"^\s*điều\s+\d+[a-zđ]?\s*[.:]?\s*", re.IGNORECASE)

RULE = Rule(
    code="ND30-C7.bold",
    clause="Phụ lục I, Phần I, II.6đ",
    role=Role.ARTICLE,
    fix=Fix.SAFE,
    vi='"{measured}" không đúng kiểu chữ của điều ({allowed}).',
    en='"{measured}" is not set as an article must be ({allowed}).',
    asks_vi=('"Điều", số thứ tự và tiêu đề: chữ in thường, đứng, đậm; điều không có tiêu đề thì chỉ "Điều n." đậm.'),
    asks_en='"Điều", its number and its title are upright and bold; without a title only "Điều n." is bold',
    wrong="Điều 1. Phạm vi điều chỉnh (không đậm)",
    right="Điều 1. Phạm vi điều chỉnh (đậm)",
)


def judge(view: View) -> Judgement:
    """A title ends without a mark, a run-on sentence with one: bold words inside it only warn (1.6)."""
    missing = absent(view, (Role.ARTICLE,))
    if missing is not None:
        return missing
    return judged([spot for piece in view.pieces(Role.ARTICLE) for spot in _spots(piece)], "đứng, đậm")


def _spots(piece: Piece) -> list[Spot]:
    head, rest = _divided(piece)
    title = is_title_text(piece.text) and bool(seen(rest).strip())
    must = [*head, *rest] if title or not rest else head
    off = [run for run in must if not run.format.bold or run.format.italic]
    if sum(letters(run.text) for run in off) >= MANY:
        found = spot_text(piece)
        found.edits = tuple(SetRun(run, "b", True) for run in must if not run.format.bold) + tuple(
            SetRun(run, "i", False) for run in must if run.format.italic
        )
        return [found]
    if not title and sum(letters(run.text) for run in rest if run.format.bold) >= MANY:
        return [spot_text(piece, Verdict.WARNING, "chữ đậm trong câu của điều")]
    return []


def _divided(piece: Piece) -> tuple[list[Run], list[Run]]:
    """Runs of "Điều n." and of what follows; an automatic number has no letters here."""
    if piece.paragraph.label:
        return [], piece.runs
    left = len(piece.raw) - len(HEAD.sub("", piece.raw))  # letters of "Điều n." that are still to come
    head: list[Run] = []
    rest: list[Run] = []
    for run in piece.runs:
        cut = min(left, len(run.text))
        head.append(run.cut(0, cut))
        rest.append(run.cut(cut, len(run.text)))
        left -= cut
    return _filled(head), _filled(rest)


def _filled(runs: list[Run]) -> list[Run]:
    return [run for run in runs if run.text]
