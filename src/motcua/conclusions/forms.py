"""Reading what a person does with a conclusion."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class DraftForm(forms.Form):
    """Of which unit and year. units: (id, name)."""

    unit = forms.TypedChoiceField(label=_("Đơn vị kết luận"), coerce=int)
    year = forms.IntegerField(label=_("Năm"), min_value=2000, max_value=2100)

    def __init__(self, units: Sequence[tuple[int, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].choices = units  # type: ignore[attr-defined]


class SentenceForm(forms.Form):
    """The words of a sentence; why a number differs from the data."""

    text = forms.CharField(label=_("Nội dung câu"), max_length=4000, widget=forms.Textarea({"rows": 4}))
    because = forms.CharField(label=_("Lý do nếu sửa số"), max_length=500, required=False)


class IssueForm(forms.Form):
    """What makes the draft a document."""

    number = forms.CharField(label=_("Số văn bản"), max_length=10, widget=forms.TextInput({"inputmode": "numeric"}))
    issued_on = forms.DateField(label=_("Ngày ký"), widget=forms.DateInput({"type": "date"}))
    signer = forms.CharField(label=_("Người ký"), max_length=200)
    deputy = forms.BooleanField(label=_("Phó Chủ tịch ký thay (KT.)"), required=False)
