"""Where the record behind a figure is opened."""

from typing import Final

from django.urls import reverse

ROUTES: Final = {
    "finding": "inspection:finding", "dossier": "dossiers:dossier", "procedure": "portal:procedure",
    "signal": "inspection:signal", "equipment": "organisations:thing",
    "visit": "visits:visit",
}  # fmt: skip
NUMBERED: Final = frozenset({"finding", "equipment", "visit"})


def href(ref: str) -> str:
    """The page of a record; empty where it has none of its own: its row is told by the register."""
    kind, _, key = ref.partition(":")
    if kind not in ROUTES or not key:
        return ""
    return reverse(ROUTES[kind], args=[int(key) if kind in NUMBERED else key])
