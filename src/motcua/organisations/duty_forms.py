"""Reading what is typed about duty, equipment and PINs. People offered are those of the one-stop."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from motcua.accounts.models import User
from motcua.organisations.models import Branch, EquipmentKind, State
from motcua.organisations.staff_forms import DAY

People = Sequence[tuple[int, str]]
WEEKDAY_NAMES = [("mon", _("Thứ Hai")), ("tue", _("Thứ Ba")), ("wed", _("Thứ Tư")), ("thu", _("Thứ Năm")),
                 ("fri", _("Thứ Sáu")), ("sat", _("Thứ Bảy")), ("sun", _("Chủ nhật"))]  # fmt: skip


def _day(label: Any, *, required: bool = True) -> forms.DateField:
    widget = forms.TextInput({"placeholder": "15/03/2023", "autocomplete": "off"})
    return forms.DateField(label=label, required=required, widget=widget, **DAY)  # type: ignore[arg-type]


def _clock(label: Any, example: str) -> forms.TimeField:
    widget = forms.TextInput({"placeholder": example, "autocomplete": "off", "inputmode": "numeric"})
    return forms.TimeField(label=label, input_formats=["%H:%M"], widget=widget)


def _choice(label: Any, *, required: bool = True) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(label=label, coerce=int, required=required, empty_value=None)


def _pin(label: Any) -> forms.CharField:
    widget = forms.PasswordInput({"inputmode": "numeric", "autocomplete": "off"})
    return forms.CharField(label=label, max_length=6, widget=widget)


def _user(pk: int | None) -> User | None:
    return User.objects.filter(pk=pk).first() if pk else None


class DutyPostForm(forms.Form):
    """A post of the roster."""

    counter = forms.CharField(label=_("Quầy"), max_length=60)
    branch = forms.ChoiceField(label=_("Cơ quan"), choices=Branch.choices, required=False)
    field = forms.CharField(label=_("Lĩnh vực"), max_length=200)
    weekdays = forms.MultipleChoiceField(
        label=_("Ngày trong tuần"), choices=WEEKDAY_NAMES, widget=forms.CheckboxSelectMultiple
    )
    begins = _clock(_("Từ giờ"), "07:30")
    ends = _clock(_("Đến giờ"), "17:00")
    person = _choice(_("Người trực"), required=False)
    valid_from = _day(_("Từ ngày"))
    valid_to = _day(_("Đến hết ngày"), required=False)
    decision = forms.CharField(label=_("Quyết định số"), max_length=200)

    def __init__(self, *args: Any, people: People, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["person"].choices = [("", _("chưa phân công")), *people]  # type: ignore[attr-defined]

    def arguments(self) -> dict[str, Any]:
        """What the command takes."""
        return {**self.cleaned_data, "person": _user(self.cleaned_data["person"])}


class DutyAbsenceForm(forms.Form):
    """Who is away from which post, why, who comes instead."""

    post_id = _choice(_("Vị trí trực"))
    day_from = _day(_("Vắng từ ngày"))
    day_to = _day(_("Đến hết ngày"))
    ground = forms.CharField(label=_("Lý do vắng"), max_length=300)
    substitute = _choice(_("Người trực thay"), required=False)

    def __init__(self, *args: Any, posts: People, people: People, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["post_id"].choices = posts  # type: ignore[attr-defined]
        self.fields["substitute"].choices = [("", _("chưa có")), *people]  # type: ignore[attr-defined]

    def arguments(self) -> dict[str, Any]:
        """What the command takes."""
        return {**self.cleaned_data, "substitute": _user(self.cleaned_data["substitute"])}


class PinForm(forms.Form):
    """At the shared computer: which post, who, his PIN."""

    post_id = _choice(_("Vị trí trực"))
    person = _choice(_("Người trực"))
    pin = _pin(_("Mã PIN"))

    def __init__(self, *args: Any, posts: Iterable[tuple[int, str]], people: People, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["post_id"].choices = list(posts)  # type: ignore[attr-defined]
        self.fields["person"].choices = [("", _("chọn một người")), *people]  # type: ignore[attr-defined]


class OwnPinForm(forms.Form):
    """A new PIN of one's own."""

    pin = _pin(_("Mã PIN mới, 6 chữ số"))


class EquipmentForm(forms.Form):
    """A thing for the register."""

    kind = forms.ChoiceField(label=_("Loại"), choices=EquipmentKind.choices)
    name = forms.CharField(label=_("Tên, kiểu máy"), max_length=200)
    count = forms.IntegerField(label=_("Số lượng"), min_value=1, max_value=999, initial=1)
    place = forms.CharField(label=_("Nơi đặt"), max_length=100, required=False)
    acquired_on = _day(_("Ngày đưa vào dùng"))
    own_label = forms.CharField(
        label=_("Nhãn đã có"), max_length=60, required=False,
        help_text=_("Mã trên tem của sổ tài sản; để trống thì hệ thống đặt mã."),
    )  # fmt: skip


class StateForm(forms.Form):
    """How it is now."""

    state = forms.ChoiceField(label=_("Tình trạng"), choices=State.choices)
    note = forms.CharField(label=_("Ghi chú"), max_length=300, required=False)


class LastDutyDayForm(forms.Form):
    """When it ends."""

    last_day = _day(_("Ngày cuối"))
