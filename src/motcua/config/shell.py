"""What the frame of every page shows: the reader's places, his unit, the clock."""

from typing import Final

from django.http import HttpRequest

from motcua.base import clock
from motcua.documents import places as documents
from motcua.dossiers import places as dossiers
from motcua.inspection import places as inspection
from motcua.registers import places as registers

MOST_PLACES: Final = 7  # the registers, last of all, are then reached from the findings, which read them


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
        own = dossiers.places_of(user, now, request.path)
        places = [*own["places"], *documents.places_of(user, now, request.path)]
        places += inspection.places_of(user, now, request.path)
        sources = registers.places_of(user, now, request.path)
        frame |= {**own, "places": places + sources if len(places + sources) <= MOST_PLACES else places}
    return {"shell": frame}
