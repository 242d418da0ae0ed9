"""How cases and remedies are written for a reader."""

from datetime import date, datetime, timedelta
from typing import Final

from django.utils.translation import gettext_lazy as _

from motcua.base.text import Text
from motcua.engines.mending import CaseState, RemedyState
from motcua.inspection.words import language
from motcua.remedies import law
from motcua.remedies.models import Case, Remedy
from motcua.web.beside import Badge

# tone and icon of a badge, its words
CASES: Final = {
    CaseState.NOTED: ("calm", "info", _("Ghi nhận")), CaseState.CONTESTED: ("unit", "circle-help", _("Bị khiếu nại")),
    CaseState.CONCLUDED: ("near", "stamp", _("Đã kết luận")),
    CaseState.MENDING: ("near", "history", _("Đang khắc phục")),
    CaseState.REPORTED: ("unit", "send", _("Đã báo cáo")),
    CaseState.MENDED: ("ok", "check-check", _("Đã xác minh, đóng")),
    CaseState.EXPLAINED: ("done", "check", _("Giải trình được chấp nhận")), CaseState.DROPPED: ("done", "ban", _("Bỏ")),
}  # fmt: skip
UNTAKEN: Final = ("calm", "circle-help", _("Chưa ai theo dõi"))
REMEDIES: Final = {
    RemedyState.ASSIGNED: _("Đã giao"), RemedyState.BEGUN: _("Đang khắc phục"), RemedyState.REPORTED: _("Đã báo cáo"),
    RemedyState.RETURNED: _("Trả lại, làm tiếp"), RemedyState.VERIFIED: _("Đã xác minh"),
    RemedyState.LIFTED: _("Thôi giao"),
}  # fmt: skip
TRACK: Final = (RemedyState.ASSIGNED, RemedyState.BEGUN, RemedyState.REPORTED, RemedyState.VERIFIED)
LEVELS: Final = {1: _("đã báo thủ trưởng"), 2: _("đã báo cấp trên")}
EVENTS: Final = {
    "case.noted": _("Ghi nhận để theo dõi"), "case.confirmed": _("Kết luận"), "case.contested": _("Khiếu nại"),
    "case.answered": _("Trả lời khiếu nại"), "case.dropped": _("Bỏ"), "case.explained": _("Chấp nhận giải trình"),
    "case.mended": _("Hệ thống thấy nguyên nhân không còn, xác minh"),
    "case.goes_on": _("Hết thời gian chấp nhận, theo dõi tiếp"),
    "case.still_seen": _("Đã xác minh nhưng hệ thống vẫn thấy: theo dõi tiếp"), "remedy.ordered": _("Giao khắc phục"),
    "remedy.begun": _("Bắt đầu khắc phục"), "remedy.reported": _("Báo cáo"), "remedy.verified": _("Xác minh"),
    "remedy.returned": _("Trả lại báo cáo"), "remedy.escalated": _("Quá hạn, báo lên trên"),
    "remedy.letter": _("Ghi số công văn"),
}  # fmt: skip
SOON: Final = timedelta(days=1)
LATE: Final = Badge("late", "octagon-alert", Text("Quá hạn khắc phục", "Remedy overdue"))
NEAR: Final = Badge("near", "clock-alert", Text("Sắp đến hạn", "Nearly due"))
IN_TIME: Final = Badge("ok", "circle-check", Text("Trong hạn", "In time"))
TO_VERIFY: Final = Badge("unit", "send", Text("Chờ xác minh", "To be verified"))
TO_GO_ON: Final = Badge("near", "undo-2", Text("Trả lại, làm tiếp", "Returned"))


def badge(remedy: Remedy, now: datetime) -> Badge:
    """What is due of it."""
    if remedy.state == RemedyState.REPORTED:
        return TO_VERIFY
    if remedy.due_at < now:
        return LATE
    if remedy.state == RemedyState.RETURNED:
        return TO_GO_ON
    return NEAR if remedy.due_at - now < SOON else IN_TIME


def cause(case: Case, on: date) -> str:
    """The cause in words: of the table in force on that day, and as somebody wrote it."""
    known = law.causes(on).get(case.cause_code)
    return ": ".join(part for part in (known.words(language()) if known else "", case.cause) if part)


def track(remedy: Remedy) -> list[dict[str, object]]:
    """The four steps of a remedy: which are past, which is now."""
    stands = RemedyState.BEGUN if remedy.state == RemedyState.RETURNED else remedy.stands
    if stands not in TRACK:
        return [{"words": REMEDIES[stands], "past": False, "here": True}]
    here = TRACK.index(stands)
    return [{"words": REMEDIES[one], "past": place < here, "here": place == here} for place, one in enumerate(TRACK)]
