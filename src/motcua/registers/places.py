"""The doors of this app, for the frame of every page."""

from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.registers.policy import Action, may_enter


def places_of(user: Any, now: datetime, path: str) -> list[dict[str, object]]:
    """The registers, for whoever may write in one."""
    if not may_enter(Action.WRITE, user, now):
        return []
    href = reverse("registers:registers")
    return [{"href": href, "icon": "clipboard-list", "words": _("Nguồn số liệu"), "here": path.startswith(href)}]
