"""How visits are written for a reader."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from django.utils.translation import get_language, override
from django.utils.translation import gettext_lazy as _

from motcua.visits.models import Visit
from motcua.visits.proposing import is_enough
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
    "visit.reopened": _("Mở lại để ghi tiếp"), "visit.minutes_frozen": _("Chốt nội dung biên bản để ký"),
    "visit.minutes_thawed": _("Bỏ bản chốt để sửa"), "visit.minutes_signed": _("Một bên ký biên bản"),
    "visit.minutes_done": _("Hai bên đã ký biên bản"), "inspection-plan.drafted": _("Lập dự thảo kế hoạch"),
    "inspection-plan.changed": _("Sửa đơn vị, tháng của kế hoạch"), "inspection-plan.issued": _("Ban hành kế hoạch"),
}  # fmt: skip

REASONS: Final = {
    "high": _("{n} tồn tại mức cao"), "medium": _("{n} tồn tại mức vừa"), "low": _("{n} tồn tại mức thấp"),
    "points": _("{n} điểm của bộ mẫu đang mất"), "late": _("{n} việc khắc phục quá hạn"),
    "repeats": _("{n} tồn tại lặp lại trong 12 tháng"), "months": _("{n} tháng chưa được kiểm tra"),
    "long": _("{n} tháng chưa được kiểm tra: đến lượt"), "never": _("phần mềm chưa ghi cuộc kiểm tra nào"),
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


def reasons(why: Iterable[Mapping[str, Any]]) -> list[str]:
    """What spoke for a unit of a plan: `3 tồn tại mức cao`; a reason of an older release is left out."""
    return [str(REASONS[row["reason"]]).format(n=row["value"]) for row in why if row["reason"] in REASONS]


def share(number: int, total: int, percent: int) -> str:
    """`7/23 đơn vị, 30,4 %: đủ 30 %`; never rounded up to what it does not reach."""
    tenths = number * 1000 // total if total else 0
    part = f"{tenths // 10}.{tenths % 10}"
    if not language().startswith("en"):
        part = part.replace(".", ",")
    enough = _("đủ {p} %") if is_enough(number, total, percent) else _("chưa đủ {p} %")
    return str(_("{n}/{m} đơn vị, {part} %: {enough}")).format(
        n=number, m=total, part=part, enough=str(enough).format(p=percent))  # fmt: skip


def share_vi(number: int, total: int, percent: int) -> str:
    """The share as the plan itself keeps and says it."""
    with override("vi"):
        return share(number, total, percent)
