"""The doors of the house: who may call a view. A view without one fails tests/test_doors.py."""

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Any, Final, TypeVar, cast

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse

from motcua.base.errors import NotFound

View = TypeVar("View", bound=Callable[..., HttpResponse])
May = Callable[[Any, Any, datetime], bool]

PUBLIC: Final = "public"
SIGNED_IN: Final = "signed in"


class StaffRequest(HttpRequest):
    """A request that passed a staff door: `user` is signed in, `now` is the installation's moment."""

    now: datetime


def open_to_all(view: View) -> View:
    """Anybody may come in; the view itself shows only what is public."""
    view.door = PUBLIC  # type: ignore[attr-defined]
    return view


def signed_in(view: View) -> View:
    """Any member of staff; the view shows only his own."""
    return _guarded(view, SIGNED_IN, lambda _user, _now: True)


def door_for(may_enter: May) -> Callable[[Any], Callable[[View], View]]:
    """The `door` of an app: `may_enter(action, user, now)` is its policy's word on who may ever do the action.

    Whether he may do it to this very thing is asked again by the command. A visitor goes to sign-in; somebody
    without the right gets the same answer as for an absent page.
    """

    def door(action: Any) -> Callable[[View], View]:
        return lambda view: _guarded(view, str(action), lambda user, now: may_enter(action, user, now))

    return door


def _guarded(view: View, name: str, allowed: Callable[[Any, datetime], bool]) -> View:
    @wraps(view)
    def guarded(request: Any, *args: object, **kwargs: object) -> HttpResponse:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        if not allowed(request.user, request.now):
            raise NotFound()
        return view(request, *args, **kwargs)

    guarded.door = name  # type: ignore[attr-defined]
    return cast("View", guarded)
