"""Appendices named in the text are in the file, and with the same numbers (NĐ 30/2020, Phụ lục I, Phần I, III.1a)."""

import re
from typing import Final

from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import NOT_APPLICABLE, OK, Fix, Judgement, Rule, Severity, Spot, Verdict, judged
from motcua.engines.decree30.view import View

NAMED: Final = re.compile(r"[Pp]hụ lục (?:số )?([IVXL]+|\d+)\b")

RULE = Rule(
    code="MC-appendix.named",
    clause="NĐ 30/2020, Phụ lục I, Phần I, III.1a",
    role=Role.APPENDIX,
    fix=Fix.NONE,
    vi="Phụ lục được nhắc tới nhưng không có trong tệp: {measured}.",
    en="Appendices are named but not in the file: {measured}.",
    asks_vi="Phụ lục được nhắc tới trong lời văn thì có trong tệp; có trong tệp thì được nhắc tới đúng số.",
    asks_en="Appendices named in the text are in the file, and with the same numbers",
    severity=Severity.LOW,
    certain=False,
)


def judge(view: View) -> Judgement:
    """Only where the file holds appendices at all: those in files of their own cannot be seen from here."""
    labels = view.appended(Role.APPENDIX)
    if not labels:
        return NOT_APPLICABLE
    held = {found[1] for piece in labels if (found := NAMED.search(piece.text)) is not None}
    if not held:
        return OK
    spots = [
        Spot(Verdict.WARNING, f"Phụ lục {found[1]}", piece.paragraph.index)
        for part in view.layout.documents for piece in part.pieces
        if "ục" in piece.paragraph.text
        for found in NAMED.finditer(piece.paragraph.text) if found[1] not in held
    ]  # fmt: skip
    return judged(spots)
