"""Reading what is typed about posts, absences and delegations. People and units offered are those of the reader."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from motcua.accounts.models import User
from motcua.base.clock import VIETNAM
from motcua.organisations import queries
from motcua.organisations.models import Post, Role, Unit

DAY = {"input_formats": ("%d/%m/%Y", "%Y-%m-%d")}


def _day(label: Any, *, required: bool = True) -> forms.DateField:
    widget = forms.TextInput({"placeholder": "15/03/2023", "autocomplete": "off"})
    return forms.DateField(label=label, required=required, widget=widget, **DAY)  # type: ignore[arg-type]


def _choice(label: Any, *, required: bool = True) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(label=label, coerce=int, required=required, empty_value=None)


def people_of(posts: Iterable[Post]) -> list[tuple[int | str, str | Promise]]:
    """Nobody first, so that none is chosen unseen; then each person once, with his post and unit."""
    found: dict[int | str, str | Promise] = {"": _("chọn một người")}
    for post in posts:
        found.setdefault(post.user_id, f"{post.user.full_name}, {post.title}, {post.unit.short_name}")
    return list(found.items())


class AbsenceForm(forms.Form):
    """Who is away, who stands in."""

    user = _choice(_("Người vắng"))
    stand_in = _choice(_("Người làm thay"))
    valid_from = _day(_("Từ ngày"))
    valid_to = _day(_("Đến hết ngày"))
    document = forms.CharField(label=_("Văn bản"), max_length=200, required=False)

    def __init__(self, *args: Any, posts: Iterable[Post], **more: Any) -> None:
        super().__init__(*args, **more)
        people = people_of(posts)
        self.fields["user"].choices = self.fields["stand_in"].choices = people  # type: ignore[attr-defined]

    def arguments(self) -> dict[str, Any]:
        """What the command takes."""
        return {**self.cleaned_data, "user": _user(self.cleaned_data["user"]),
                "stand_in": _user(self.cleaned_data["stand_in"])}  # fmt: skip


class DelegationForm(forms.Form):
    """Which post of his own, to whom, by which document."""

    post_id = _choice(_("Chức vụ được ủy quyền"))
    receiver = _choice(_("Người nhận ủy quyền"))
    document = forms.CharField(label=_("Văn bản ủy quyền"), max_length=200)
    valid_from = _day(_("Từ ngày"))
    valid_to = _day(_("Đến hết ngày"))

    def __init__(self, *args: Any, user: Any, now: datetime, **more: Any) -> None:
        super().__init__(*args, **more)
        own = [post for post in queries.posts_of(user, now) if post.owner_id == user.pk]
        mates = Post.objects.filter(unit__in={post.unit_id for post in own}).exclude(user=user)
        mates = (
            queries.in_force(mates, now.astimezone(VIETNAM).date())
            .select_related("user", "unit")
            .order_by("user__full_name")
        )
        posts = [(post.id, f"{post.title}, {post.unit_short_name}") for post in own]
        self.fields["post_id"].choices = posts  # type: ignore[attr-defined]
        self.fields["receiver"].choices = people_of(mates.order_by("user__full_name"))  # type: ignore[attr-defined]

    def arguments(self) -> dict[str, Any]:
        """What the command takes."""
        return {**self.cleaned_data, "receiver": _user(self.cleaned_data["receiver"])}


class PostForm(forms.Form):
    """A post for a person of the subtree or a new account's holder."""

    user = forms.CharField(label=_("Tên đăng nhập"), max_length=150)
    unit = _choice(_("Đơn vị"))
    role = forms.ChoiceField(label=_("Vai trò"), choices=Role.choices)
    title = forms.CharField(label=_("Chức danh"), max_length=200)
    valid_from = _day(_("Từ ngày"))
    valid_to = _day(_("Đến hết ngày"), required=False)
    home = _choice(_("Biệt phái từ đơn vị"), required=False)
    decision = forms.CharField(label=_("Quyết định số"), max_length=200, required=False)

    def __init__(self, *args: Any, units: Callable[[], Iterable[Unit]], **more: Any) -> None:
        super().__init__(*args, **more)
        rows = [(unit.pk, unit.name) for unit in units()]
        self.fields["unit"].choices = rows  # type: ignore[attr-defined]
        self.fields["home"].choices = [("", "—"), *rows]  # type: ignore[attr-defined]

    def clean_user(self) -> User:
        found = User.objects.filter(username=self.cleaned_data["user"], is_active=True).first()
        if found is None:
            raise forms.ValidationError(_("Không có tài khoản này."))
        return found

    def arguments(self) -> dict[str, Any]:
        """What the command takes."""
        home = self.cleaned_data["home"]
        return {**self.cleaned_data, "unit": Unit.objects.get(pk=self.cleaned_data["unit"]),
                "home": Unit.objects.get(pk=home) if home else None}  # fmt: skip


class LastDayForm(forms.Form):
    """When a post ends."""

    last_day = _day(_("Đến hết ngày"))


def _user(pk: int) -> User:
    return User.objects.get(pk=pk)
