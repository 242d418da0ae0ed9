"""The doors of this app beside those that dossiers shows, for the frame of every page."""

from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.organisations.policy import Action, may_enter


def places_of(user: Any, now: datetime, path: str) -> list[dict[str, object]]:
    """The one-stop's duty, equipment and connection, for whoever has one to see."""
    if not may_enter(Action.SEE_DUTY, user, now):
        return []
    return [{"href": reverse("organisations:duty"), "icon": "house", "words": _("Trực một cửa"),
             "here": path.startswith("/organisations/")}]  # fmt: skip
