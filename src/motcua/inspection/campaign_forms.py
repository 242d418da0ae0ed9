"""Reading what a person asks of a campaign and says of its documents."""

from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from motcua.inspection.commands import Review
from motcua.inspection.models import Reviewed

DAYS: Final = ("%d/%m/%Y", "%Y-%m-%d")
SAID: Final = (("", "—"), ("met", _("Đạt")), ("not_met", _("Không đạt")))


def _day(label: Any, *, required: bool = True) -> forms.DateField:
    widget = forms.TextInput({"placeholder": "15/03/2023", "autocomplete": "off"})
    return forms.DateField(label=label, input_formats=DAYS, widget=widget, required=required)


class CampaignForm(forms.Form):
    """Whose documents of which days, and how many of them people review."""

    unit = forms.ChoiceField(label=_("Đơn vị và mọi đơn vị bên dưới"))
    since = _day(_("Ban hành từ ngày"))
    until = _day(_("Đến hết ngày"))
    percent = forms.IntegerField(label=_("Rút mẫu cho người xem (%)"), min_value=0, max_value=100, initial=5)

    def __init__(self, given: Any, units: list[tuple[int, str]]) -> None:
        super().__init__(given)
        self.fields["unit"].choices = units  # type: ignore[attr-defined]


class ReviewForm(forms.Form):
    """The five points, the verdict, the handling with its deadline."""

    verdict = forms.ChoiceField(label=_("Kết luận"), choices=[("", "—"), *Reviewed.Verdict.choices])
    handling = forms.ChoiceField(label=_("Hình thức xử lý"), choices=Reviewed.Handling.choices)
    due_on = _day(_("Hạn xử lý"), required=False)
    note = forms.CharField(
        label=_("Nội dung sai, căn cứ"), max_length=1000, required=False, widget=forms.Textarea({"rows": 3})
    )

    def __init__(self, given: Any, row: Reviewed) -> None:
        initial = {
            "verdict": row.verdict,
            "handling": row.handling or "none",
            "due_on": _written(row),
            "note": row.note,
        }
        super().__init__(given, initial=initial | {f"point_{name}": said for name, said in row.points.items()})
        points = {
            f"point_{point.value}": forms.ChoiceField(label=point.label, choices=SAID) for point in Reviewed.Point
        }  # fmt: skip
        self.fields = {**points, **self.fields}

    def review(self) -> Review:
        """What the command takes, of a valid form."""
        given = self.cleaned_data
        points = {point.value: given[f"point_{point.value}"] for point in Reviewed.Point}
        return Review(points, given["verdict"], given["handling"], given["due_on"], given["note"])


def _written(row: Reviewed) -> str:
    return f"{row.due_on:%d/%m/%Y}" if row.due_on else ""


class HandledForm(forms.Form):
    """When the unit put it right."""

    on = _day(_("Ngày xử lý xong"))
