"""The door of this app, for the frame of every page."""

from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.visits.policy import Action, units_where


def places_of(user: Any, now: datetime, path: str) -> list[dict[str, object]]:
    """Visits, for who prepares or decides them; a member of a team alone has the link that he was sent."""
    if not units_where(Action.PREPARE, user, now):
        return []
    href = reverse("visits:visits")
    return [{"href": href, "icon": "clipboard-list", "words": _("Kiểm tra"), "here": path.startswith("/visits")}]
