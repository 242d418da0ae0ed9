"""How findings are written for a reader."""

from collections.abc import Mapping
from typing import Any, Final

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from motcua.inspection.models import Finding, Severity
from motcua.inspection.signals import Signal, registry

STATES: Final = {
    "open": _("Đang mở"), "easing": _("Đang mở, có dấu hiệu đã khắc phục"), "accepted": _("Chấp nhận tạm thời"),
    "closed": _("Đã tự đóng"), "withdrawn": _("Đã kết luận, đóng"), "waiting": _("Đang theo dõi"),
}  # fmt: skip
TONES: Final = {Severity.HIGH: "late", Severity.MEDIUM: "near", Severity.LOW: "calm"}
EVENTS: Final = {
    "finding.opened": _("Hệ thống phát hiện"), "finding.reopened": _("Tái diễn"),
    "finding.closed": _("Tự đóng: nguyên nhân không còn"), "finding.accepted": _("Chấp nhận tạm thời"),
    "finding.acceptance_ended": _("Hết thời gian chấp nhận"), "finding.withdrawn": _("Kết luận, đóng"),
    "finding.assigned": _("Giao người khắc phục"), "finding.remarked": _("Trao đổi"),
    "campaign.opened": _("Mở đợt tự kiểm tra"), "campaign.begun": _("Bắt đầu kiểm tra tự động"),
    "campaign.gone_on": _("Chạy tiếp"),
    "campaign.done": _("Kiểm tra tự động xong"), "campaign.reviewed": _("Kết luận một văn bản"),
    "campaign.handled": _("Ghi đã xử lý xong"),
}  # fmt: skip


def language() -> str:
    """The reader's."""
    return get_language() or "vi"


def signal_of(code: str) -> Signal:
    """The signal of a finding; one that is no longer shipped is a bug."""
    return registry()[code]


def sentence(finding: Finding) -> str:
    """What is wrong, with its figures: thousands parted as the reader's language does."""
    return said(finding.signal, finding.values)


def said(code: str, values: Mapping[str, Any]) -> str:
    """The sentence of a signal with these values."""
    words = signal_of(code).sentence.words(language())
    return words.format(**{name: _written(value) for name, value in values.items()})


def _written(value: Any) -> str:
    if isinstance(value, int):
        parted = f"{value:,}"
        return parted if language().startswith("en") else parted.replace(",", ".")
    return str(value)
