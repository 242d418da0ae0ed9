"""Why two records are held to be of one dossier, field by field, in plain words."""

from enum import IntEnum
from typing import Final

from motcua.engines.linkage.classes import Birth, Fee, Name, Number, Place, Procedure, Received

_FIELDS: Final = {
    "full_name": ("họ tên", "name"), "birth_date": ("ngày sinh", "date of birth"),
    "citizen_id": ("số định danh", "identity number"), "phone": ("số điện thoại", "telephone"),
    "address": ("địa chỉ", "address"), "procedure": ("thủ tục", "procedure"),
    "received_on": ("ngày tiếp nhận", "day of reception"), "fee": ("lệ phí", "fee"),
}  # fmt: skip
_SAME: Final = ("giống nhau", "the same")
_ANOTHER: Final = ("khác nhau", "another")
_DIGIT: Final = ("lệch một chữ số", "a digit differs")
_TURNED: Final = ("đổi chỗ ngày và tháng", "day and month changed places")
_WORDS: Final[dict[type[IntEnum], dict[IntEnum, tuple[str, str]]]] = {
    Name: {
        Name.EQUAL: _SAME, Name.BARE: ("giống nhau, chỉ khác dấu", "the same but for its marks"),
        Name.ORDER: ("cùng các chữ, khác thứ tự", "the same words in another order"),
        Name.INITIALS: ("một bên viết tắt", "written with initials on one side"),
        Name.SHORT: ("một bên thiếu chữ đệm", "a middle word is missing on one side"),
        Name.NEAR: ("lệch một, hai chữ cái", "a letter or two differ"),
        Name.ENDS: ("cùng họ và tên, khác chữ đệm", "family and given name agree, the middle does not"),
        Name.OTHER: _ANOTHER,
    },
    Birth: {
        Birth.EQUAL: _SAME, Birth.TURNED: _TURNED,
        Birth.YEAR_ALONE: ("cùng năm, một bên chỉ ghi năm", "the same year, one side has the year alone"),
        Birth.SLIP: _DIGIT, Birth.YEAR: ("chỉ cùng năm", "only the year agrees"), Birth.OTHER: _ANOTHER,
    },
    Number: {Number.EQUAL: _SAME, Number.SLIP: _DIGIT, Number.OTHER: _ANOTHER},
    Place: {
        Place.EQUAL: _SAME, Place.LIKE: ("gần giống nhau", "alike"), Place.PARTLY: ("giống một phần", "partly alike"),
        Place.OTHER: _ANOTHER,
    },
    Procedure: {
        Procedure.EQUAL: _SAME, Procedure.LIKE: ("một bên viết gọn", "short on one side"), Procedure.OTHER: _ANOTHER,
    },
    Received: {
        Received.EQUAL: _SAME, Received.TURNED: _TURNED, Received.DAYS: ("cách nhau tới 3 ngày", "within 3 days"),
        Received.WEEKS: ("cách nhau tới 14 ngày", "within 14 days"), Received.SLIP: _DIGIT,
        Received.MONTHS: ("cách nhau tới 2 tháng", "within 2 months"), Received.OTHER: _ANOTHER,
    },
    Fee: {
        Fee.EQUAL: _SAME, Fee.THOUSANDS: ("một bên bỏ hàng nghìn", "thousands left out on one side"),
        Fee.OTHER: _ANOTHER,
    },
}  # fmt: skip


def why(levels: dict[str, IntEnum], language: str = "vi") -> list[str]:
    """One phrase a field that both records fill, in the order of the fields ("họ tên: giống nhau, chỉ khác dấu")."""
    at = 1 if language.startswith("en") else 0
    return [f"{_FIELDS[field][at]}: {_WORDS[type(level)][level][at]}" for field, level in levels.items() if level]
