"""Reading what a person decides of a finding."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from motcua.inspection.models import SignalSetting
from motcua.inspection.signals import Signal

MOST: int = 500


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
    fields: dict[str, forms.Field] = {
        name: forms.IntegerField(label=one.words.words(get_language() or "vi").capitalize(), min_value=0,
                                 help_text=_("Mặc định: %s") % one.value)
        for name, one in signal.thresholds.items()
    }  # fmt: skip
    form.fields = {"on": form.fields["on"], **fields, "reason": form.fields["reason"]}
    return form
