"""Which faces letters are set in: plain and accented ones are asked separately (trap 1)."""

from typing import Final

from motcua.engines.decree30.edits import SetRun
from motcua.engines.decree30.judging.letters import MANY
from motcua.engines.decree30.reading.formats import RunFormat
from motcua.engines.decree30.roles.legacy import legacy_of
from motcua.engines.decree30.rule import Spot, Verdict
from motcua.engines.decree30.view import Use

ALIASES: Final = frozenset({"bold", "italic", "bold italic", "regular"})


def is_alias(face: str, right: str) -> bool:
    """ "Times New Roman Bold", "TimesNewRoman": Windows shows the right face for it (trap 4)."""
    name, wanted = face.casefold().replace(",", " ").replace("-", " "), right.casefold()
    if name.replace(" ", "") == wanted.replace(" ", ""):
        return face != right
    return name.startswith(wanted) and name[len(wanted) :].strip() in ALIASES


def fonts_off(uses: list[Use], right: str) -> list[Spot]:
    """Letters in another face; an alias of the right one only warns. Letters of old fonts are not renamed safely."""
    spots: list[Spot] = []
    number = total = 0
    for use in uses:
        faces = (use.format.ascii, use.format.hansi)
        if faces == (right, right):
            total += MANY
            continue
        for paragraph, run in use.runs:
            for face, count in _counts(run.text, use.format):
                total += count
                if not count or face == right or face.casefold() == right.casefold():
                    continue
                alias = is_alias(face, right)
                number += 0 if alias else count
                edits = () if legacy_of(face) else (SetRun(run, "font", right),)
                spots.append(Spot(Verdict.WARNING, face, paragraph.index, edits))
    if number >= MANY or (number and number >= total):
        for spot in spots:
            if not is_alias(spot.measured, right):
                spot.verdict = Verdict.VIOLATION
    return spots


def _counts(text: str, form: RunFormat) -> list[tuple[str, int]]:
    """Letters set in each of the two faces."""
    if form.ascii == form.hansi:
        return [(form.ascii, sum(map(str.isalnum, text)))]
    plain = sum(1 for letter in text if letter.isalnum() and letter.isascii())
    accented = sum(1 for letter in text if letter.isalnum() and not letter.isascii())
    return [(form.ascii, plain), (form.hansi, accented)]
