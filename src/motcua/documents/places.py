"""The doors of this app, for the frame of every page."""

from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.documents.policy import Action, may_enter


def places_of(user: Any, now: datetime, path: str) -> list[dict[str, object]]:
    """The format checker, for whoever holds a post."""
    if not may_enter(Action.CHECK, user, now):
        return []
    href = reverse("documents:checks")
    return [
        {"href": href, "icon": "file-text", "words": _("Kiểm tra thể thức"), "here": path.startswith("/documents/")}
    ]
