"""How conclusions are told to a reader."""

from typing import Final

from django.utils.translation import gettext_lazy as _

EVENTS: Final = {
    "conclusion.drafted": _("Lập dự thảo từ số liệu"), "conclusion.reckoned": _("Tính lại từ số liệu"),
    "conclusion.edited": _("Sửa một câu"), "conclusion.taken_out": _("Bỏ một câu"),
    "conclusion.put_back": _("Đưa lại một câu"), "conclusion.restored": _("Lấy lại câu gốc"),
    "conclusion.issued": _("Ban hành"),
}  # fmt: skip
