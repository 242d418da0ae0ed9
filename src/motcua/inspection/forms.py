"""Reading what a person decides of a finding."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, Final

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from motcua.inspection.models import SignalSetting
from motcua.inspection.signals import Signal

MOST: Final = 500
MAX: Final = 2_000_000_000


class AcceptForm(forms.Form):
    """Until when, and why."""

    until = forms.DateField(label=_("Chấp nhận đến hết ngày"), widget=forms.DateInput({"type": "date"}))
    reason = forms.CharField(label=_("Lý do"), max_length=MOST)


class ReasonForm(forms.Form):
    """Why."""

    reason = forms.CharField(label=_("Kết luận"), max_length=MOST)


class AssignForm(forms.Form):
    """Who mends it: one of the people of the unit. people: (id, name)."""

    to = forms.TypedChoiceField(label=_("Người khắc phục"), coerce=int)

    def __init__(self, people: Sequence[tuple[int, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].choices = [("", _("Chọn người")), *people]  # type: ignore[attr-defined]


class RemarkForm(forms.Form):
    """What somebody says."""

    text = forms.CharField(label=_("Ý kiến"), max_length=4000, widget=forms.Textarea({"rows": 3}))


class SignalForm(forms.Form):
    """Is a signal asked; its numbers are added by `signal_form`."""

    on = forms.BooleanField(label=_("Đang dùng tín hiệu này"), required=False)
    reason = forms.CharField(label=_("Lý do thay đổi"), max_length=MOST)


def signal_form(signal: Signal, setting: SignalSetting | None, given: Any) -> SignalForm:
    """The form of one signal, filled with what is in force."""
    values = {**signal.own_thresholds(), **(setting.thresholds if setting else {})}
    form = SignalForm(given, initial={"on": setting.on if setting else True, **values})
    form.fields = {"on": form.fields["on"], **_numbers(signal), "reason": form.fields["reason"]}
    return form


def _numbers(signal: Signal) -> dict[str, forms.Field]:
    """A field for each threshold."""
    return {
        name: forms.IntegerField(label=one.words.words(get_language() or "vi").capitalize(), min_value=0, max_value=MAX,
                                 help_text=_("Mặc định: %s") % one.value)
        for name, one in signal.thresholds.items()
    }  # fmt: skip


class TrialForm(forms.Form):
    """The days on which a signal is tried; its numbers are added by `trial_form`."""

    since = forms.DateField(label=_("Từ ngày"), widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"))
    until = forms.DateField(label=_("Đến hết ngày"), widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"))


def trial_form(signal: Signal, setting: SignalSetting | None, today: date, given: Any = None) -> TrialForm:
    """The form that tries a signal, filled with the last thirty days and what is in force."""
    values = {**signal.own_thresholds(), **(setting.thresholds if setting else {})}
    form = TrialForm(given, prefix="try", initial={"since": today - timedelta(days=30), "until": today, **values})
    form.fields = {**form.fields, **_numbers(signal)}
    return form
