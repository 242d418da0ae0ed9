"""Reading what a person decides of a case or a remedy."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from motcua.remedies.commands.ordering import MOST_DAYS

DAYS: Final = ("%d/%m/%Y", "%Y-%m-%d")


def _long(label: Any, most: int, *, required: bool = True) -> forms.CharField:
    return forms.CharField(label=label, max_length=most, required=required, widget=forms.Textarea({"rows": 3}))


class ConfirmForm(forms.Form):
    """The cause, and who answers for it."""

    cause_code = forms.ChoiceField(label=_("Nguyên nhân"), required=False)
    cause = _long(_("Diễn giải nguyên nhân"), 500, required=False)
    responsible = forms.TypedChoiceField(
        label=_("Người chịu trách nhiệm"), coerce=int, required=False, empty_value=None
    )

    def __init__(self, causes: Mapping[str, str], people: Sequence[tuple[int, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["cause_code"].choices = [("", _("Chọn nguyên nhân")), *causes.items()]  # type: ignore[attr-defined]
        self.fields["responsible"].choices = [("", _("Chọn người")), *people]  # type: ignore[attr-defined]


class ContestForm(forms.Form):
    """What the unit holds against it."""

    text = _long(_("Nội dung khiếu nại, giải trình"), 2000)


class AnswerForm(forms.Form):
    """The answer, and whether it stands."""

    stands = forms.ChoiceField(
        label=_("Kết luận"), choices=[("yes", _("Giữ nguyên phát hiện")), ("no", _("Khiếu nại đúng, bỏ phát hiện"))]
    )
    text = _long(_("Trả lời"), 2000)


class EndForm(forms.Form):
    """Why it ends without being mended."""

    reason = _long(_("Lý do"), 500)


class OrderForm(forms.Form):
    """Who does what in how many working days; empty words and days are those of the template that is pressed."""

    owner = forms.TypedChoiceField(label=_("Người khắc phục"), coerce=int)
    action = forms.CharField(label=_("Việc phải làm"), max_length=500, required=False)
    days = forms.IntegerField(label=_("Số ngày làm việc"), required=False, min_value=1, max_value=MOST_DAYS)

    def __init__(self, people: Sequence[tuple[int, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["owner"].choices = [("", _("Chọn người")), *people]  # type: ignore[attr-defined]


class ReportForm(forms.Form):
    """What was done, and what shows it."""

    text = _long(_("Đã làm gì, kết quả"), 2000)
    note = forms.CharField(label=_("Bằng chứng: ghi chú, số văn bản, mã hồ sơ"), max_length=1000, required=False)
    link = forms.CharField(label=_("Bằng chứng: đường dẫn"), max_length=500, required=False)
    file = forms.FileField(label=_("Bằng chứng: tệp PDF, JPG, PNG"), required=False)


class LetterForm(forms.Form):
    """Number and day of the letter that was issued."""

    number = forms.CharField(label=_("Số, ký hiệu công văn"), max_length=40)
    on = forms.DateField(
        label=_("Ngày ban hành"), input_formats=DAYS,
        widget=forms.TextInput({"placeholder": "15/03/2023", "autocomplete": "off"}),
    )  # fmt: skip
