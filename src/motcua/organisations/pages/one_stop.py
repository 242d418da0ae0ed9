"""What the pages of a one-stop share: which one is shown, its tabs, one form that runs one command."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from motcua.base.errors import UserError
from motcua.organisations import policy
from motcua.organisations.models import Unit
from motcua.organisations.reading import one_stops
from motcua.web.door import StaffRequest, door_for

door = door_for(policy.may_enter)
TABS = (
    ("organisations:duty", _("Trực hôm nay")),
    ("organisations:duty_roster", _("Lịch trực")),
    ("organisations:equipment", _("Trang thiết bị")),
    ("organisations:connection", _("Đường truyền")),
)


def shown(request: StaffRequest) -> Unit:
    """The one-stop asked for in address or form, else the reader's own. Raises NotFound."""
    asked = request.GET.get("unit") or request.POST.get("unit") or ""
    number = int(asked) if asked.isdecimal() and len(asked) < 12 else None
    return one_stops.visible(number, request.user, request.now)


def frame(request: StaffRequest, unit: Unit, here: str) -> dict[str, Any]:
    """Context of every page of a one-stop: its tabs, the others of the reader, what he may keep."""
    units = list(one_stops.visible_to(request.user, request.now).values_list("pk", "short_name"))
    return {
        "unit": unit, "units": units, "keeps": policy.keeps_one_stop(unit, request.user, request.now),
        "tabs": [{"href": f"{reverse(name)}?unit={unit.pk}", "words": words, "here": name == here}
                 for name, words in TABS],
    }  # fmt: skip


def done(form: forms.Form, command: Callable[..., object], **more: Any) -> int:
    """Clean and run the one command: 0 where it is done, else the status of the page that shows what is wrong."""
    if not form.is_valid():
        return 422
    arguments = form.arguments() if hasattr(form, "arguments") else form.cleaned_data
    try:
        command(**arguments, **more)
    except UserError as error:
        form.add_error(None, error.words(get_language() or "vi"))
        return error.status
    return 0


def back(name: str, unit_id: int) -> str:
    """The address of a tab with this one-stop."""
    return f"{reverse(name)}?unit={unit_id}"
