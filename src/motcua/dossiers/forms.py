"""Reading what the counter and the office type. A form cleans; it decides nothing."""

import re
from datetime import date
from typing import Any, Final

from django import forms
from django.core import signing
from django.utils.translation import gettext_lazy as _

from motcua.catalogue.models import Terms
from motcua.dossiers.commands import KeptFile
from motcua.dossiers.models import ApplicantKind, Capacity, ReturnChannel, Sex

DAY_FORMATS: Final = ("%d/%m/%Y", "%d-%m-%Y", "%Y-%m-%d", "%d%m%Y")
TELEPHONE: Final = re.compile(r"\+?\d{9,12}")


class Day(forms.DateField):
    """A day as people type it here: 02/09/1995, or eight digits."""

    def __init__(self, example: str = "02/09/1995", **more: Any) -> None:
        widget = forms.TextInput(attrs={"inputmode": "numeric", "placeholder": example, "autocomplete": "off"})
        super().__init__(input_formats=DAY_FORMATS, widget=widget, **more)

    def prepare_value(self, value: Any) -> Any:
        return f"{value:%d/%m/%Y}" if isinstance(value, date) else value


def text(label: Any, *, required: bool = False, most: int = 300, **attrs: str) -> forms.CharField:
    """One line of text."""
    widget = forms.TextInput(attrs={"autocomplete": "off", **attrs})
    return forms.CharField(label=label, required=required, max_length=most, widget=widget)


class ApplicantForm(forms.Form):
    """Who hands in. Field names are those of commands.Applicant."""

    number = text(_("Số định danh cá nhân"), most=20, inputmode="numeric")
    name = text(_("Họ và tên"), required=True, most=200)
    kind = forms.ChoiceField(label=_("Người có yêu cầu là"), choices=ApplicantKind.choices, required=False)
    born_on = Day(label=_("Ngày sinh"), required=False)
    sex = forms.ChoiceField(label=_("Giới tính"), choices=Sex.choices, required=False)
    address = text(_("Nơi thường trú"))
    telephone = text(_("Điện thoại"), most=20, inputmode="tel")
    email = forms.EmailField(label=_("Thư điện tử"), required=False)

    def clean_kind(self) -> str:
        return self.cleaned_data["kind"] or ApplicantKind.PERSON

    def clean_number(self) -> str:
        number = re.sub(r"[\s.]", "", self.cleaned_data["number"])
        if number and not re.fullmatch(r"\d{12}", number):
            raise forms.ValidationError(
                _("Số định danh có 12 chữ số; đã nhập %(n)s ký tự."), params={"n": len(number)}, code="digits"
            )
        return number

    def clean_telephone(self) -> str:
        telephone = re.sub(r"[\s.()-]", "", self.cleaned_data["telephone"])
        if telephone and not TELEPHONE.fullmatch(telephone):
            raise forms.ValidationError(_("Số điện thoại có 9 đến 12 chữ số."), code="telephone")
        return telephone


class SubmitterForm(forms.Form):
    """Who hands in for the applicant. Field names are those of commands.Submitter."""

    capacity = forms.ChoiceField(label=_("Người nộp là"), choices=Capacity.choices, required=False)
    name = text(_("Tên người nộp thay"), most=200)
    number = text(_("Định danh người nộp thay"), most=20, inputmode="numeric")
    proof = text(_("Giấy ủy quyền, giấy tờ đại diện"), most=200)

    def clean_capacity(self) -> str:
        return self.cleaned_data["capacity"] or Capacity.SELF


class IntakeForm(forms.Form):
    """The rest of the reception page."""

    key = forms.UUIDField(widget=forms.HiddenInput)
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    terms = forms.TypedChoiceField(label=_("Trường hợp, kênh nộp"), coerce=int, empty_value=None, required=False)
    return_channel = forms.ChoiceField(label=_("Nhận kết quả"), choices=ReturnChannel.choices, required=False)
    note = forms.CharField(label=_("Ghi chú"), required=False, max_length=2000, widget=forms.Textarea({"rows": 2}))
    reason = forms.CharField(
        label=_("Lý do (in trên phiếu)"), required=False, max_length=2000, widget=forms.Textarea({"rows": 2})
    )

    def offer(self, terms: list[Terms]) -> None:
        """The cases of the chosen procedure."""
        self.fields["terms"].choices = [(row.pk, label_of(row)) for row in terms]  # type: ignore[attr-defined]

    def clean_return_channel(self) -> str:
        return self.cleaned_data["return_channel"] or ReturnChannel.DESK


def label_of(terms: Terms) -> str:
    """`Trực tiếp · 3 ngày làm việc`"""
    from motcua.dossiers.official.content import limit_in_words

    limit = limit_in_words(terms.limit_quantity, terms.limit_unit) if terms.limit_unit else str(_("chưa rõ thời hạn"))
    return " · ".join(part for part in (terms.get_channel_display(), terms.case, limit) if part)


SALT: Final = "motcua.kept-file"


def seal(file: KeptFile) -> str:
    """A stored file's name for a hidden field; nobody can put another's file there."""
    return signing.dumps([file.sha256, file.name], salt=SALT)


def unseal(values: list[str]) -> list[KeptFile]:
    """Files that an earlier form of this page has stored; what was tampered with is dropped."""
    kept = []
    for value in values:
        try:
            sha256, name = signing.loads(value, salt=SALT, max_age=24 * 3600)
        except signing.BadSignature:
            continue
        kept.append(KeptFile(sha256, name))
    return kept


class FindForm(forms.Form):
    """Search by code, name, card or telephone: always POST, nothing personal in an address."""

    procedure = text(_("Mã thủ tục"), most=20)
    since = Day("01/03/2023", label=_("Nhận từ ngày"), required=False)
    until = Day("31/03/2023", label=_("Đến hết ngày"), required=False)
    text = forms.CharField(label=_("Mã hồ sơ, họ tên, số định danh hoặc điện thoại"), max_length=100, min_length=2)
