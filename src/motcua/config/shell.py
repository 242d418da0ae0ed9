"""What the frame of every page shows: the reader's places, his unit, the clock."""

from typing import Final

from django.http import HttpRequest

from motcua.base import clock
from motcua.documents import places as documents
from motcua.dossiers import places as dossiers
from motcua.inspection import places as inspection
from motcua.organisations import places as organisations
from motcua.organisations import queries
from motcua.registers import places as registers
from motcua.visits import places as visits

MOST_PLACES: Final = 8  # the registers, last of all, are then reached from the findings, which read them


def shell(request: HttpRequest) -> dict[str, object]:
    """Context of every template; `shell.places` are the doors this person may use.

    `shell.beats`: he works at a one-stop, so his browser measures its connection (web/beat.js).
    """
    now = getattr(request, "now", None) or clock.now()
    user = getattr(request, "user", None)
    frame: dict[str, object] = {
        "now": now,
        "own_clock": bool(clock.offset()),
        "look": request.COOKIES.get("look") if request.COOKIES.get("look") in ("light", "dark") else "",
    }
    if user is not None and user.is_authenticated:
        own = dossiers.places_of(user, now, request.path)
        others = (organisations, documents, inspection, visits)
        places = [*own["places"], *(place for app in others for place in app.places_of(user, now, request.path))]
        sources = registers.places_of(user, now, request.path)
        beats = any(post.one_stop and post.owner_id == user.pk for post in queries.posts_of(user, now))
        shown = places + sources if len(places + sources) <= MOST_PLACES else places
        frame |= {**own, "places": shown, "beats": beats}
    return {"shell": frame}
