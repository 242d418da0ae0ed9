"""What clerks, keyboards, spreadsheets and readers of pictures do to a field on its way into a source."""

import random
import unicodedata
from collections.abc import Callable
from typing import Final

from motcua.engines.linkage.invented import PROCEDURES, WARDS, place, telephone
from motcua.engines.linkage.normal import bare

KEYS_OF_TELEX: Final = {"\u0301": "s", "\u0300": "f", "\u0309": "r", "\u0303": "x", "\u0323": "j"}
NEIGHBOURS: Final = {"a": "s", "n": "m", "h": "g", "t": "r", "i": "o", "o": "p", "e": "r", "u": "y", "c": "v", "m": "n"}
OFFICE_PHONE: Final = "0220000000"  # one that the clerk writes where nobody has one
SHORT_FORMS: Final = {
    "Đăng ký khai sinh": ("ĐKKS", "Khai sinh", "ĐK khai sinh"), "Đăng ký kết hôn": ("ĐKKH", "Kết hôn"),
    "Đăng ký khai tử": ("ĐKKT", "Khai tử"), "Chứng thực bản sao từ bản chính": ("CT bản sao", "Chứng thực bản sao"),
    "Chứng thực chữ ký": ("CT chữ ký",), "Cấp giấy xác nhận tình trạng hôn nhân": ("XN tình trạng hôn nhân", "XN TTHN"),
    "Cấp giấy phép xây dựng nhà ở riêng lẻ": ("GPXD nhà ở riêng lẻ",), "Đăng ký thành lập hộ kinh doanh": ("ĐK HKD",),
}  # fmt: skip

# How often, and how.
Slip = tuple[float, Callable[[str, random.Random], str]]


def _nothing(_text: str, _dice: random.Random) -> str:
    return ""


def _bared(text: str, _dice: random.Random) -> str:
    return bare(text).title()


def _decomposed(text: str, _dice: random.Random) -> str:
    return unicodedata.normalize("NFD", text)


def _older_tone(text: str, _dice: random.Random) -> str:
    for new, old in (("oà", "òa"), ("uỷ", "ủy"), ("oá", "óa"), ("òa", "oà"), ("ủy", "uỷ")):
        if new in text:
            return text.replace(new, old)
    return text


def _initials(text: str, _dice: random.Random) -> str:
    words = text.split()
    return f"{'.'.join(word[0] for word in words[:-1])}.{words[-1]}" if len(words) > 2 else text


def _first_initial(text: str, _dice: random.Random) -> str:
    words = text.split()
    return " ".join([words[0], *(f"{word[0]}." for word in words[1:-1]), words[-1]])


def _without_middle(text: str, _dice: random.Random) -> str:
    words = text.split()
    return f"{words[0]} {words[-1]}" if len(words) > 2 else text


def _given_first(text: str, _dice: random.Random) -> str:
    words = text.split()
    return " ".join([words[-1], *words[:-1]])


def _short_family(text: str, _dice: random.Random) -> str:
    return text.replace("Nguyễn", "Ng.", 1)


def _titled(text: str, dice: random.Random) -> str:
    return f"{dice.choice(('Ông', 'Bà', 'Anh', 'Chị'))} {text}"


def _keystrokes(text: str, dice: random.Random) -> str:
    """One word typed with Telex switched off."""
    words = text.split()
    at = dice.randrange(len(words))
    plain = unicodedata.normalize("NFD", words[at].replace("đ", "dd").replace("Đ", "Dd"))
    letters, tone = "", ""
    for char in plain:
        if char in KEYS_OF_TELEX:
            tone = KEYS_OF_TELEX[char]
        elif char == "\u0302":
            letters += letters[-1].lower()
        elif char in {"\u031b", "\u0306"}:
            letters += "w"
        else:
            letters += char
    words[at] = letters + tone
    return " ".join(words)


def _read_by_machine(text: str, _dice: random.Random) -> str:
    for letter, digit in (("o", "0"), ("l", "1"), ("i", "1")):
        if letter in text:
            return text.replace(letter, digit, 1)
    return text


def _letter_wrong(text: str, dice: random.Random) -> str:
    at = dice.randrange(len(text))
    letter = text[at]
    wrong = NEIGHBOURS.get(letter.lower(), letter)
    kind = dice.randrange(4)
    if kind == 0:
        return text[:at] + wrong + text[at + 1 :]
    if kind == 1 and at + 1 < len(text) and " " not in text[at : at + 2]:
        return text[:at] + text[at + 1] + letter + text[at + 2 :]
    if kind == 2 and letter.isalpha():
        return text[:at] + text[at + 1 :]
    return text[:at] + letter + text[at:]


def _digit_wrong(text: str, dice: random.Random) -> str:
    places = [at for at, letter in enumerate(text) if letter.isdigit()]
    if not places:
        return text
    at = dice.choice(places)
    if dice.random() < 0.3 and at + 1 < len(text) and text[at + 1].isdigit():
        return text[:at] + text[at + 1] + text[at] + text[at + 2 :]
    return text[:at] + str(dice.randrange(10)) + text[at + 1 :]


def _turned(text: str, _dice: random.Random) -> str:
    """Day and month change places."""
    sign = next((letter for letter in text if not letter.isdigit()), "")
    parts = text.split(sign) if sign else []
    if len(parts) != 3:
        return text
    turned = [parts[0], parts[2], parts[1]] if len(parts[0]) == 4 else [parts[1], parts[0], parts[2]]
    return sign.join(turned)


def _year_alone(text: str, _dice: random.Random) -> str:
    return next((part for part in text.replace("-", "/").replace(".", "/").split("/") if len(part) == 4), text)


def _two_digits(text: str, _dice: random.Random) -> str:
    return text[:-4] + text[-2:] if text[-4:].isdigit() else text


def _lost_zero(text: str, _dice: random.Random) -> str:
    return text.lstrip("0")


def _older_card(_text: str, dice: random.Random) -> str:
    return f"14{dice.randrange(10**7):07}"


def _in_groups(text: str, _dice: random.Random) -> str:
    return f"{text[:4]} {text[4:7]}.{text[7:]}"


def _abroad(text: str, _dice: random.Random) -> str:
    return f"+84{text[1:]}"


def _another_phone(_text: str, dice: random.Random) -> str:
    return OFFICE_PHONE if dice.random() < 0.3 else telephone(dice)


def _short_places(text: str, _dice: random.Random) -> str:
    for long, short in (
        ("phường", "P."),
        ("thị xã", "TX."),
        ("Khu dân cư", "KDC"),
        ("Tổ dân phố", "TDP"),
        ("Số ", "SN "),
    ):
        text = text.replace(long, short)
    return text


def _less_of_place(text: str, dice: random.Random) -> str:
    parts = text.split(", ")
    return ", ".join(parts[:-1]) if dice.random() < 0.7 else ", ".join(parts[1:])


def _another_place(_text: str, dice: random.Random) -> str:
    return f"{place(dice)}, {dice.choice(WARDS)}"


def _short_procedure(text: str, dice: random.Random) -> str:
    return dice.choice(SHORT_FORMS.get(text, (f"Thủ tục {text[0].lower()}{text[1:]}",)))


def _another_procedure(_text: str, dice: random.Random) -> str:
    return dice.choice(PROCEDURES)[1]


def _thousands(text: str, _dice: random.Random) -> str:
    return f"{int(text) // 1000}" if len(text) > 3 else text


def _with_points(text: str, _dice: random.Random) -> str:
    return f"{int(text):,}".replace(",", ".") + " đ" if text.isdigit() else text


def _another_fee(_text: str, dice: random.Random) -> str:
    return str(dice.choice((0, 2000, 5000, 10_000, 20_000)))


SLIPS: Final[dict[str, tuple[Slip, ...]]] = {
    "full_name": (
        (0.05, _letter_wrong), (0.03, _without_middle), (0.02, _given_first), (0.02, _initials), (0.03, _first_initial),
        (0.02, _short_family), (0.02, _keystrokes), (0.02, _titled), (0.10, _bared), (0.05, lambda t, _: t.upper()),
        (0.03, lambda t, _: t.lower()), (0.02, _older_tone), (0.02, _read_by_machine), (0.03, _decomposed),
        (0.01, _nothing),
    ),
    "birth_date": ((0.10, _nothing), (0.07, _year_alone), (0.04, _turned), (0.05, _digit_wrong), (0.03, _two_digits)),
    "citizen_id": ((0.25, _nothing), (0.05, _digit_wrong), (0.05, _older_card), (0.05, _lost_zero), (0.03, _in_groups)),
    "phone": ((0.30, _nothing), (0.08, _another_phone), (0.04, _digit_wrong), (0.05, _lost_zero), (0.04, _abroad),
              (0.04, _in_groups)),
    "address": ((0.20, _nothing), (0.15, _less_of_place), (0.20, _short_places), (0.05, _another_place), (0.10, _bared),
                (0.04, _letter_wrong)),
    "procedure": ((0.03, _nothing), (0.03, _another_procedure), (0.15, _short_procedure), (0.08, _bared)),
    "received_on": ((0.03, _nothing), (0.02, _turned), (0.03, _digit_wrong)),
    "fee": ((0.15, _nothing), (0.04, _another_fee), (0.05, _thousands), (0.05, _with_points)),
}  # fmt: skip
