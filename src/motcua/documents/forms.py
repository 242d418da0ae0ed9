"""Reading what a person hands in to be checked."""

from typing import Any, Final

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

ACCEPT: Final = ".docx,.docm,.dotx,.doc,.odt,.rtf,.pdf,.zip"
PROFILE_MOST: Final = 64 * 1024


class ManyFiles(forms.FileInput):
    allow_multiple_selected = True


class ManyFilesField(forms.FileField):
    """One or more files; an empty one is taken, because the engine says what it is."""

    widget = ManyFiles

    def clean(self, data: Any, initial: Any = None) -> list["UploadedFile[bytes]"]:
        """The files; none chosen is an error of the form."""
        given = data if isinstance(data, list | tuple) else [data]
        return [super(ManyFilesField, self).clean(one, initial) for one in given or [None]]


class CheckForm(forms.Form):
    """Files to be checked, and the agency's own house style."""

    documents = ManyFilesField(
        label=_("Văn bản cần kiểm tra"), allow_empty_file=True,
        help_text=_("Kéo tệp thả vào đây, hoặc bấm để chọn: .docx, .pdf, .doc, .odt, .rtf hoặc .zip chứa các tệp đó."),
        error_messages={"required": _("Chưa chọn tệp nào.")},
        widget=ManyFiles({"accept": ACCEPT, "class": "drop"}),
    )  # fmt: skip
    profile = forms.FileField(
        label=_("Bộ quy tắc riêng của cơ quan (.toml)"), required=False, allow_empty_file=True,
        help_text=_("Siết hoặc nới quy tắc theo quy chế của cơ quan; để trống thì theo Nghị định 30/2020/NĐ-CP."),
        widget=forms.FileInput({"accept": ".toml"}),
    )  # fmt: skip

    def clean_profile(self) -> str:
        """The text of the profile; "" without one."""
        upload = self.cleaned_data.get("profile")
        if upload is None:
            return ""
        try:
            return str(upload.read(PROFILE_MOST).decode("utf-8"))
        except UnicodeDecodeError:
            raise forms.ValidationError(_("Tệp này không phải văn bản UTF-8.")) from None
