"""What the frame of every page shows: the reader's places, his unit, the clock."""

from django.http import HttpRequest

from motcua.base import clock
from motcua.dossiers.places import places_of


def shell(request: HttpRequest) -> dict[str, object]:
    """Context of every template; `shell.places` are the ≤ 7 doors this person may use."""
    now = getattr(request, "now", None) or clock.now()
    user = getattr(request, "user", None)
    frame: dict[str, object] = {
        "now": now,
        "own_clock": bool(clock.offset()),
        "look": request.COOKIES.get("look") if request.COOKIES.get("look") in ("light", "dark") else "",
    }
    if user is not None and user.is_authenticated:
        frame |= places_of(user, now, request.path)
    return {"shell": frame}
