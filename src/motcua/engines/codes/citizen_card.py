"""The QR line of the citizen card (thẻ căn cước), as a keyboard-wedge scanner types it.

Seven or more fields by `|`: number, old number, full name, birth date ddmmyyyy, sex, residence, date of issue
ddmmyyyy; more are ignored (facts: look §4 [S]). A Vietnamese input method in the way spoils letters, not
digits: number and dates then stand, the name is marked doubtful.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from typing import Final

from motcua.engines.codes.errors import CodeFault

_NUMBER: Final = re.compile(r"\d{12}")
_OLD_NUMBER: Final = re.compile(r"\d{9}")
_SEXES: Final = {"nam": "male", "nữ": "female", "nu": "female"}
# Letters no Vietnamese word has, digits, and marks heaped on one letter: a Telex or VNI method ran over it.
_SPOILED: Final = re.compile(r"[^\W\d_]*[0-9fjwzFJWZ]|[^\w\s'’.-]", re.UNICODE)


@dataclass(frozen=True, slots=True)
class CitizenCard:
    """What the card says. doubtful: the input method may have changed the letters, check name and residence."""

    number: str
    old_number: str
    full_name: str
    born_on: date | None
    sex: str
    residence: str
    issued_on: date | None
    doubtful: bool


def parse(line: str) -> CitizenCard:
    """Read one scanned line. Raises CodeFault, saying what to do, where it is not of a citizen card."""
    fields = [unicodedata.normalize("NFC", part).strip() for part in line.strip().split("|")]
    if len(fields) < 7:
        raise CodeFault(
            "Không đọc được mã QR của thẻ căn cước. Hãy quét lại, hoặc gõ số định danh.",
            "This is not the QR line of a citizen card. Scan again or type the number.",
        )
    number, old_number, name, born, sex, residence, issued = fields[:7]
    if not _NUMBER.fullmatch(number):
        raise CodeFault(
            f"Số định danh có 12 chữ số; mã QR cho {len(number)} ký tự. Hãy quét lại.",
            f"A personal number has 12 digits; the QR line gave {len(number)} characters. Scan again.",
        )
    if not name:
        raise CodeFault("Mã QR không có họ tên. Hãy gõ họ tên.", "The QR line has no name. Type it.")
    doubtful = sex.lower() not in _SEXES or bool(_SPOILED.search(name))
    return CitizenCard(
        number,
        old_number if _OLD_NUMBER.fullmatch(old_number) else "",
        name,
        _day(born),
        _SEXES.get(sex.lower(), ""),
        residence,
        _day(issued),
        doubtful,
    )


def _day(digits: str) -> date | None:
    """`02091995` → 2 September 1995; None where the card has no full date."""
    if not re.fullmatch(r"\d{8}", digits):
        return None
    try:
        return date(int(digits[4:]), int(digits[2:4]), int(digits[:2]))
    except ValueError:
        return None
