"""Reading what a person asks of a key."""

from django import forms
from django.utils.translation import gettext_lazy as _

from motcua.accounts.models import ApiToken


class TokenForm(forms.Form):
    """A new key."""

    name = forms.CharField(label=_("Tên khóa, dùng vào việc gì"), max_length=60)
    scopes = forms.MultipleChoiceField(
        label=_("Phạm vi"), choices=ApiToken.Scope.choices, widget=forms.CheckboxSelectMultiple
    )
    valid_to = forms.DateField(
        label=_("Đến hết ngày"), input_formats=("%d/%m/%Y", "%Y-%m-%d"),
        widget=forms.TextInput({"placeholder": "31/12/2023", "autocomplete": "off"}),
    )  # fmt: skip
