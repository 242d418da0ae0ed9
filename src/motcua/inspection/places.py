"""The doors of this app, for the frame of every page."""

from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.inspection.policy import Action, may_enter


def places_of(user: Any, now: datetime, path: str) -> list[dict[str, object]]:
    """What the signals found, for whoever may see findings."""
    if not may_enter(Action.SEE, user, now):
        return []
    href = reverse("inspection:findings")
    here = path.startswith(("/inspection/", "/remedies"))
    return [{"href": href, "icon": "triangle-alert", "words": _("Tồn tại"), "here": here}]
