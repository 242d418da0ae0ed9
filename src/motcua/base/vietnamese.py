"""Vietnamese order and forgiving keys, stored beside the text, since a database may know no Vietnamese."""

import re
import unicodedata
from typing import Final

# The alphabet of Vietnamese, each vowel with its tones in the order of the dictionaries:
# level, grave, hook, tilde, acute, dot (ngang, huyền, hỏi, ngã, sắc, nặng).
_LETTERS: Final = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_TONES: Final = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}
_PLACE: Final = {letter: chr(ord("A") + place) for place, letter in enumerate(_LETTERS)}


def nfc(text: str) -> str:
    """One space between words, none at the ends, composed letters (NFC)."""
    return unicodedata.normalize("NFC", " ".join(text.split()))


def sort_key(text: str) -> str:
    """ASCII key that any collation sorts as a Vietnamese dictionary does: letters first, tones break ties."""
    letters, tones = [], []
    for char in unicodedata.normalize("NFC", text.casefold()):
        tone, letter = _apart(char)
        letters.append(_PLACE.get(letter, letter if letter.isascii() else "~"))
        tones.append(tone)
    return "".join(letters) + " " + "".join(tones)


def person_sort_key(full_name: str) -> str:
    """People sort by given name, the last word; then the whole name (design: look §5)."""
    words = nfc(full_name).split(" ")
    return sort_key(" ".join([words[-1], *words[:-1]]))


def plain(text: str) -> str:
    """Lower case without marks: what a person types in a hurry. "Đăng ký" and "dang ky" give one key."""
    bare = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    bare = "".join(char for char in bare if not unicodedata.combining(char))
    return re.sub(r"\s+", " ", bare).strip()


def _apart(char: str) -> tuple[str, str]:
    """Tone digit and letter: "ế" → ("4", "ê")."""
    tone, rest = "0", []
    for part in unicodedata.normalize("NFD", char):
        if part in _TONES:
            tone = _TONES[part]
        else:
            rest.append(part)
    return tone, unicodedata.normalize("NFC", "".join(rest))
