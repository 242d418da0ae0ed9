"""Words that tell a component by its text. Compared in plain form: one space, NFC, small, one tone placement."""

import functools
import re
import unicodedata
from typing import Final

_SPACES: Final = re.compile(r"[\s\u00a0\u200b\u2000-\u200a\u202f]+")
_TONES: Final = {  # the older placement, read as the newer one; both are legal (facts, 1.1)
    "òa": "oà", "óa": "oá", "ỏa": "oả", "õa": "oã", "ọa": "oạ", "òe": "oè", "óe": "oé", "ỏe": "oẻ", "õe": "oẽ",
    "ọe": "oẹ", "ùy": "uỳ", "úy": "uý", "ủy": "uỷ", "ũy": "uỹ", "ụy": "uỵ",
}  # fmt: skip
_TONE: Final = re.compile("|".join(_TONES))


_UNEVEN: Final = re.compile(r"^\s|\s$|\s\s|[\t\n\r\u00a0\u2000-\u200b\u202f]")


def one_space(text: str) -> str:
    """NFC, every stretch of white space one space, none at the ends."""
    if _UNEVEN.search(text):
        text = _SPACES.sub(" ", text).strip()
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


@functools.lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """The form in which words are compared."""
    small = one_space(text).casefold()
    return _TONE.sub(lambda found: _TONES[found[0]], small)


def _plain_all(*words: str) -> tuple[str, ...]:
    return tuple(plain(word) for word in words)


NATIONAL_TITLE: Final = plain("Cộng hòa xã hội chủ nghĩa Việt Nam")
MOTTO: Final = plain("Độc lập - Tự do - Hạnh phúc")
PARTY_TITLE: Final = plain("Đảng Cộng sản Việt Nam")

# A name of an agency begins with one of these; another line goes on with the name above it.
AGENCIES: Final = _plain_all(
    "ủy ban", "ubnd", "hđnd", "hội đồng", "sở", "phòng", "ban", "bộ", "cục", "chi cục", "tổng cục", "vụ", "trung tâm",
    "trường", "văn phòng", "vp", "công an", "bộ chỉ huy", "ban chỉ huy", "quân khu", "thanh tra", "viện", "tòa án",
    "kho bạc", "bảo hiểm xã hội", "bhxh", "thuế", "chi cục thuế", "hải quan", "ngân hàng", "đài", "báo", "hội",
    "đoàn", "liên đoàn", "liên minh", "mặt trận", "công ty", "tổng công ty", "tập đoàn", "doanh nghiệp", "hợp tác xã",
    "bệnh viện", "trạm", "nhà xuất bản", "học viện", "đại học", "chủ tịch", "thủ tướng", "chính phủ", "quốc hội",
    "tổ công tác", "tổ", "đội", "hạt kiểm lâm", "quỹ", "đảng ủy", "huyện ủy", "tỉnh ủy", "thị ủy", "thành ủy", "chi bộ",
    "đảng bộ", "cơ quan", "tổng kho", "nhà máy", "xí nghiệp", "trại", "cảng", "bưu điện", "điện lực", "nhà văn hóa",
    "bảo tàng", "thư viện", "khu", "vườn quốc gia", "hiệp hội", "câu lạc bộ", "ban quản lý", "ban chỉ đạo", "hđnd-ubnd",
)  # fmt: skip
PLACES: Final = _plain_all("tỉnh", "thành phố", "tp", "tp.", "huyện", "quận", "thị xã", "thị trấn", "xã", "phường",
                           "đặc khu", "tx", "tx.")  # fmt: skip
COMMITTEE: Final = _plain_all("ủy ban nhân dân", "hội đồng nhân dân", "ubnd", "hđnd")

# Titles of those who sign, in whole or as the beginning of a line.
TITLES: Final = _plain_all(
    "chủ tịch", "phó chủ tịch", "giám đốc", "phó giám đốc", "tổng giám đốc", "phó tổng giám đốc", "trưởng phòng",
    "phó trưởng phòng", "trưởng ban", "phó trưởng ban", "chánh văn phòng", "phó chánh văn phòng", "bộ trưởng",
    "thứ trưởng", "cục trưởng", "phó cục trưởng", "chi cục trưởng", "phó chi cục trưởng", "vụ trưởng",
    "phó vụ trưởng", "tổng cục trưởng", "phó tổng cục trưởng", "chánh thanh tra", "phó chánh thanh tra", "viện trưởng",
    "phó viện trưởng", "hiệu trưởng", "phó hiệu trưởng", "thủ tướng", "phó thủ tướng", "chủ nhiệm", "phó chủ nhiệm",
    "trưởng đoàn", "phó trưởng đoàn", "tổ trưởng", "tổ phó", "trưởng công an", "phó trưởng công an", "chỉ huy trưởng",
    "phó chỉ huy trưởng", "chính trị viên", "kế toán trưởng", "đội trưởng", "phó đội trưởng", "trưởng trạm",
    "bí thư", "phó bí thư", "chánh án", "phó chánh án", "thư ký", "chủ tọa", "hạt trưởng", "phó hạt trưởng",
    "tổng thư ký", "tổng biên tập", "phó tổng biên tập", "trưởng khoa", "phó trưởng khoa", "trạm trưởng",
    "phó trạm trưởng", "tư lệnh", "phó tư lệnh", "chính ủy", "trưởng bộ phận", "người lập", "trưởng thuế", "ủy viên",
    "phó chánh", "phó trưởng", "trưởng", "chánh", "phó", "quyền", "đại diện", "bên a", "bên b", "bên nhận", "bên giao",
)  # fmt: skip
COLLECTIVES: Final = _plain_all("ủy ban", "hội đồng", "ubnd", "hđnd", "ban", "tổ", "đoàn", "thường trực", "tập thể")

SECRECY: Final = _plain_all("tuyệt mật", "tối mật", "mật")
URGENCY: Final = _plain_all("hoả tốc", "thượng khẩn", "khẩn", "hỏa tốc hẹn giờ")
CIRCULATION: Final = _plain_all("xem xong trả lại", "lưu hành nội bộ")

MARKS: Final = frozenset({*SECRECY, *URGENCY, *CIRCULATION})

NUMBER_LINE: Final = re.compile(r"^số\s*[:.]?\s*(?=[\d\s.…_/:-]|$)|^s[oố]\s*[:.]?\s*[\d.…_]*\s*/", re.IGNORECASE)
SYMBOL: Final = re.compile(r"/\s*(?:\d{4}\s*/\s*)?[A-ZĐ][A-Za-zĐđyr0-9&.]*\s*[-–]\s*[A-ZĐ]")
DATE: Final = re.compile(r"ngày\W*\d{0,2}\W*tháng\W*\d{0,2}\W*năm\W*\d{0,4}", re.IGNORECASE)
DATED: Final = re.compile(  # also one written wrongly: "Hà Nội, 5/1/2026"
    r"ngày\b.{0,24}(?:tháng|năm|\d{4})|,\s*\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{2,4}\s*$", re.IGNORECASE
)
OF_LETTER: Final = re.compile(r"^\W{0,2}v\s*/\s*v\b", re.IGNORECASE)
LETTER_SUBJECT: Final = re.compile(r"^\W{0,2}(v\s*/\s*v|v/v|về việc)\b", re.IGNORECASE)
AUTHORITY_WORD: Final = re.compile(r"^\s*(TM|KT|TL|TUQ|T/M|K/T|T/L|T/UQ|Q|TƯQ)(\s*[.:]\s*|\s+)(?=\w)", re.IGNORECASE)
RECIPIENTS: Final = re.compile(r"^n[oơ]i\s+nh[aậ]n\s*(?::|$)", re.IGNORECASE)  # not "Nơi nhận hồ sơ: …"
ADDRESSEE: Final = re.compile(r"^(kính\s+gửi|kính\s+gởi)\b", re.IGNORECASE)
BASIS: Final = re.compile(r"^[-–+•*\s]*(căn\s+cứ|xét|theo\s+đề\s+nghị)\b", re.IGNORECASE)
APPENDIX: Final = re.compile(r"^(phụ\s+lục|phụ\s+biểu)\b", re.IGNORECASE)
POINTER: Final = re.compile(r"^\(?\s*(ban\s+hành\s+)?(kèm\s+theo|đính\s+kèm)\b", re.IGNORECASE)
VERB: Final = re.compile(r"^(quyết\s+định|quyết\s+nghị|nghị\s+quyết|chỉ\s+thị)\s*:\s*\.?$", re.IGNORECASE)


@functools.cache
def _beginning(words: tuple[str, ...]) -> "re.Pattern[str]":
    return re.compile("(?:" + "|".join(map(re.escape, sorted(words, key=len, reverse=True))) + r")(?!\w)")


def begins(text: str, words: tuple[str, ...]) -> bool:
    """Does the plain `text` begin with one of these words, whole?"""
    return _beginning(words).match(text) is not None
