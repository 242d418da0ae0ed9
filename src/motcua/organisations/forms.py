"""Reading what an administrator types about calendars."""

from django import forms
from django.utils.translation import gettext_lazy as _

from motcua.organisations.models import DayDecision


class DayForm(forms.Form):
    """A decided day off, or a swapped working day."""

    day = forms.DateField(
        label=_("Ngày"), input_formats=("%d/%m/%Y", "%Y-%m-%d"),
        widget=forms.TextInput({"placeholder": "15/03/2023", "autocomplete": "off"}),
    )  # fmt: skip
    what = forms.ChoiceField(label=_("Nghỉ hay làm việc"), choices=DayDecision.What.choices)
    name = forms.CharField(label=_("Tên ngày, lý do"), max_length=200)
    decision = forms.CharField(label=_("Quyết định, thông báo số"), max_length=200)


class DueForm(forms.Form):
    """A question to the working clock: nothing personal, so it stands in the address and can be sent on."""

    received = forms.CharField(
        label=_("Nhận lúc"), max_length=40, help_text=_("Ví dụ 2023-03-15T15:20; chỉ ngày thì tính từ 0 giờ."),
        widget=forms.TextInput({"autocomplete": "off"}),
    )  # fmt: skip
    limit = forms.CharField(label=_("Thời hạn"), max_length=20, required=False)
    unit = forms.ChoiceField(label=_("Đơn vị tính"), choices=[
        ("working_day", _("ngày làm việc")), ("working_hour", _("giờ làm việc")), ("calendar_day", _("ngày")),
        ("month", _("tháng")), ("same_day", _("trong ngày")), ("forward", _("chuyển xử lý")),
    ])  # fmt: skip
    calendar = forms.ChoiceField(label=_("Lịch"), required=False, choices=[
        ("", _("của đơn vị")), ("STD", "STD"), ("8H", "8H"), ("SAT", "SAT"), ("none", _("không có giờ làm việc")),
    ])  # fmt: skip
    pauses = forms.CharField(
        label=_("Tạm dừng"), required=False, max_length=2000, widget=forms.Textarea({"rows": 2}),
        help_text=_("Mỗi dòng một khoảng TỪ/ĐẾN, ví dụ 2023-03-07T14:00/2023-03-10T09:00."),
    )  # fmt: skip
