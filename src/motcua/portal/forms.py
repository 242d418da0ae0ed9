"""Reading what the public types."""

from django import forms
from django.utils.translation import gettext_lazy as _

from motcua.engines.codes.dossiers import looks_like_dossier_code


class LookupForm(forms.Form):
    """A dossier code, as printed on the receipt."""

    code = forms.CharField(
        label=_("Mã hồ sơ"), max_length=60, help_text=_("In trên giấy hẹn, ví dụ H23.15.02-230315-0001."),
        widget=forms.TextInput(
            {"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false", "data-from-fragment": ""}
        ),
    )  # fmt: skip

    def clean_code(self) -> str:
        code = str(self.cleaned_data["code"]).replace(" ", "").upper().replace("–", "-")
        if not looks_like_dossier_code(code):
            raise forms.ValidationError(
                _("Đây không phải mã hồ sơ. Gõ đủ các phần như trên giấy hẹn, ví dụ H23.15.02-230315-0001.")
            )
        return code


class DayForm(forms.Form):
    """The day a count is asked for."""

    on = forms.DateField(
        label=_("Vào ngày"), required=False, input_formats=("%d/%m/%Y", "%Y-%m-%d"),
        widget=forms.TextInput({"placeholder": "15/03/2023", "autocomplete": "off", "class": "narrow"}),
    )  # fmt: skip
