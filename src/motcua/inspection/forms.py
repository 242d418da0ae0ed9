"""Reading what a person decides of a finding."""

from django import forms
from django.utils.translation import gettext_lazy as _

MOST: int = 500


class AcceptForm(forms.Form):
    """Until when, and why."""

    until = forms.DateField(label=_("Chấp nhận đến hết ngày"), widget=forms.DateInput({"type": "date"}))
    reason = forms.CharField(label=_("Lý do"), max_length=MOST)


class ReasonForm(forms.Form):
    """Why."""

    reason = forms.CharField(label=_("Kết luận"), max_length=MOST)


class RemarkForm(forms.Form):
    """What somebody says."""

    text = forms.CharField(label=_("Ý kiến"), max_length=4000, widget=forms.Textarea({"rows": 3}))
