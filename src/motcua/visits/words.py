"""How visits are written for a reader."""

from typing import Any, Final

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from motcua.visits.models import Visit
from motcua.visits.rules import Tie

TONES: Final = {"draft": "paused", "decided": "unit", "open": "near", "minutes": "citizen", "closed": "done"}
POPULATIONS: Final = {
    "dossiers": "Hồ sơ tiếp nhận từ {first} đến {last}",
    "supplemented": "Hồ sơ yêu cầu bổ sung từ {first} đến {last}",
    "documents": "Văn bản ban hành từ {first} đến {last}",
}
SOURCES: Final = {"dossiers": _("Hồ sơ tiếp nhận"), "supplemented": _("Hồ sơ yêu cầu bổ sung"),
                  "documents": _("Văn bản ban hành")}  # fmt: skip
KINDS: Final = {"pass_fail": _("Đạt hoặc chưa đạt"), "sample": _("Rút mẫu"), "number": _("Con số")}
RESULTS: Final = {"pass": _("Đạt"), "fail": _("Chưa đạt"), "na": _("Không áp dụng")}
EVENTS: Final = {
    "visit.prepared": _("Lập dự thảo cuộc kiểm tra"), "visit.member_added": _("Thêm người vào đoàn"),
    "visit.member_removed": _("Bớt người khỏi đoàn"), "visit.decided": _("Ghi quyết định kiểm tra"),
    "visit.opened": _("Mở cuộc kiểm tra, rút mẫu"), "visit.said": _("Nhận nội dung từ máy tính bảng"),
    "visit.photo": _("Nhận ảnh"), "visit.minutes": _("Thôi ghi, lập biên bản"), "visit.closed": _("Kết thúc"),
}  # fmt: skip


def language() -> str:
    """The reader's."""
    return get_language() or "vi"


def population(name: str, visit: Visit) -> str:
    """What was drawn from, in words, kept with the sample."""
    return POPULATIONS[name].format(first=f"{visit.period_from:%d/%m/%Y}", last=f"{visit.period_to:%d/%m/%Y}")


def tie_dates(tie: Tie) -> str:
    """From when to when somebody belonged to the unit: 01/07/2021 –"""
    return f"{tie.first:%d/%m/%Y} – {tie.last:%d/%m/%Y}" if tie.last else f"{tie.first:%d/%m/%Y} –"


def answer(value: Any) -> str:
    """`Chưa đạt, thiếu 2`"""
    if value is None:
        return ""
    said = str(RESULTS[value["result"]]) if "result" in value else str(value["number"])
    return f"{said}, {_('thiếu')} {value['missing']}" if value.get("missing") else said
