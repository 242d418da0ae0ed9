"""Reading what is asked for in preparing and deciding a visit."""

from datetime import datetime
from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from motcua.accounts.models import User
from motcua.organisations.models import Unit
from motcua.organisations.queries import posts_of
from motcua.visits.errors import NotInTeam
from motcua.visits.minutes import Given, lines_of
from motcua.visits.models import MemberRole, Mode, TemplateVersion
from motcua.visits.policy import RIGHTS, Action

DAYS: Final = ("%d/%m/%Y", "%Y-%m-%d")


def _day(label: Any) -> forms.DateField:
    widget = forms.TextInput({"placeholder": "15/03/2023", "autocomplete": "off"})
    return forms.DateField(label=label, input_formats=DAYS, widget=widget)


class PrepareForm(forms.Form):
    """Whom, when, over which time, with which checklist."""

    unit = forms.ChoiceField(label=_("Đơn vị được kiểm tra"))
    mode = forms.ChoiceField(label=_("Hình thức"), choices=Mode.choices)
    begins_on = _day(_("Kiểm tra từ ngày"))
    ends_on = _day(_("Đến hết ngày"))
    period_from = _day(_("Thời kỳ được kiểm tra: từ ngày"))
    period_to = _day(_("Thời kỳ được kiểm tra: đến hết ngày"))
    template_version = forms.ChoiceField(label=_("Bộ câu hỏi"))

    def __init__(
        self, given: Any, units: list[Unit], versions: list[TemplateVersion], user: Any, now: datetime
    ) -> None:
        super().__init__(given)
        self.units, self.versions = {str(row.pk): row for row in units}, {str(row.pk): row for row in versions}
        self.own = [post for post in posts_of(user, now) if post.role in RIGHTS[Action.PREPARE]]
        self.fields["unit"].choices = [(pk, row.short_name) for pk, row in self.units.items()]  # type: ignore[attr-defined]
        self.fields["template_version"].choices = [(pk, str(row)) for pk, row in self.versions.items()]  # type: ignore[attr-defined]

    def asked(self) -> dict[str, Any]:
        """What the command takes, of a valid form: the unit that inspects is the nearest above with his post."""
        given = self.cleaned_data
        unit = self.units[given["unit"]]
        above = max((post for post in self.own if unit.path.startswith(f"{post.unit_path}/")),
                    key=lambda post: len(post.unit_path))  # fmt: skip
        return {
            "unit": unit, "by_unit": Unit.objects.get(pk=above.unit_id), "mode": given["mode"],
            "period": (given["period_from"], given["period_to"]), "days": (given["begins_on"], given["ends_on"]),
            "template_version": self.versions[given["template_version"]],
        }  # fmt: skip


class MemberForm(forms.Form):
    """Who is of the team, by his account."""

    account = forms.CharField(label=_("Tên đăng nhập"), max_length=150)
    role = forms.ChoiceField(label=_("Vai trò trong đoàn"), choices=MemberRole.choices)

    def person(self) -> User:
        """Raises NotInTeam."""
        found = User.objects.filter(username=self.cleaned_data["account"].strip(), is_active=True).first()
        if found is None:
            raise NotInTeam
        return found


class DecideForm(forms.Form):
    """The decision as it was signed."""

    number = forms.CharField(label=_("Số, ký hiệu quyết định"), max_length=100)
    on = _day(_("Ngày quyết định"))


class PlanForm(forms.Form):
    """Of which year; of which unit, where somebody inspects for several."""

    year = forms.IntegerField(label=_("Năm"), min_value=2010, max_value=2100)
    unit = forms.ChoiceField(label=_("Đơn vị kiểm tra"))

    def __init__(self, given: Any, units: list[Unit], *args: Any, **more: Any) -> None:
        super().__init__(given, *args, **more)
        self.units = {str(row.pk): row for row in units}
        self.fields["unit"].choices = [(pk, row.short_name) for pk, row in self.units.items()]  # type: ignore[attr-defined]
        if len(units) == 1:
            self.fields["unit"].widget = forms.HiddenInput()
            self.fields["unit"].initial = units[0].pk

    def by_unit(self) -> Unit:
        """Of a valid form."""
        return self.units[self.cleaned_data["unit"]]


class IssueForm(forms.Form):
    """Number and day of the plan as it was signed."""

    number = forms.CharField(label=_("Số, ký hiệu kế hoạch"), max_length=100)
    on = _day(_("Ngày ban hành"))


def _lines(label: Any, **more: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=4000, widget=forms.Textarea({"rows": 3}), **more)


class MinutesForm(forms.Form):
    """What is written by hand into the minutes; the rest comes from what was said."""

    place = forms.CharField(label=_("Địa điểm lập biên bản"), max_length=300)
    present_team = _lines(_("Người của đoàn kiểm tra, mỗi người một dòng"))
    present_unit = _lines(_("Người của đơn vị: họ tên, chức vụ, mỗi người một dòng"))
    opinion = _lines(_("Ý kiến của đơn vị được kiểm tra"), required=False)

    def given(self) -> Given:
        """Of a valid form."""
        told = self.cleaned_data
        return Given(
            told["place"].strip(), lines_of(told["present_team"]), lines_of(told["present_unit"]), told["opinion"]
        )
