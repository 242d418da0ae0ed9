"""Measured values are kept in Vietnamese, the language of the law; a reader of English gets their words translated."""

import re
from typing import Final

_WORDS: Final = {
    "không đậm": "not bold", "đậm": "bold", "nghiêng": "italic", "đứng": "upright", "chữ thường": "small letters",
    "chữ in hoa": "capitals", "in hoa": "capitals", "có hiển thị": "shown", "không hiển thị": "not shown",
    "ở chân trang": "in the footer", "không có đường kẻ": "no line", "gạch chân thay đường kẻ": "underlined instead",
    "nét đứt": "dashed", "không có": "none", "canh giữa": "centred", "canh trái": "left", "canh phải": "right",
    "canh đều hai bên": "justified", "đều hai bên": "justified", "giữa": "centre", "trái": "left", "phải": "right",
    "dòng đơn": "single", "dòng": "lines", "chưa ghi số": "no number yet", "chưa ghi": "blank", "ngày": "day",
    "tháng": "month", "năm": "year", "căn cứ": "bases", "hình": "pictures", "hoặc": "or", "đến": "to", "đen": "black",
    "bằng": "equal to", "dòng chữ": "the text", "lệch khỏi giữa do thụt lề": "off the middle by an indent",
    "chữ tổ hợp rời (không phải NFC)": "letters not composed (not NFC)", "thay cho": "instead of", "thiếu": "missing",
    "phần": "section", "trên": "top", "dưới": "bottom", "trang lẻ không có": "odd pages have none",
    "trang chẵn không có": "even pages have none", "chữ số La Mã": "Roman numerals", "chữ số Ả Rập": "Arabic digits",
}  # fmt: skip
_ANY: Final = re.compile(r"(?<!\w)(" + "|".join(map(re.escape, sorted(_WORDS, key=len, reverse=True))) + r")(?!\w)")
QUOTING: Final = frozenset({"ND30-Q1.text", "ND30-Q2.hyphen", "ND30-O1.name", "ND30-T2.case", "ND30-S2.title"})


def english(text: str, code: str) -> str:
    """The value with the words we set in it translated; what a rule quotes from the document stays."""
    return text if code in QUOTING else _ANY.sub(lambda found: _WORDS[found[1]], text)
