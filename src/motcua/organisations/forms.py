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
