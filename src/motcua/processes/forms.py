"""Reading what an administrator writes about a process."""

from django import forms
from django.utils.translation import gettext_lazy as _


class ProcessForm(forms.Form):
    """The whole process as text; the command reads and judges it."""

    text = forms.CharField(
        label=_("Quy trình (YAML)"), max_length=40_000,
        widget=forms.Textarea({"rows": 22, "spellcheck": "false", "class": "yaml"}),
    )  # fmt: skip
