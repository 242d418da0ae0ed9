"""Staff without a second factor set one up first, where the installation demands it."""

from collections.abc import Callable
from typing import Any, Final

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from motcua.web.door import PUBLIC, SIGNED_IN

KNOWN: Final = "second_factor_is_set"


class SecondFactorMiddleware:
    """MOTCUA_SECOND_FACTOR=required: every door but those of the account itself waits for the second factor."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, _args: Any, _kwargs: Any) -> HttpResponse | None:
        """Asked once a session; a factor that is set is not asked for again."""
        if not settings.SECOND_FACTOR_REQUIRED or getattr(view, "door", PUBLIC) in {PUBLIC, SIGNED_IN}:
            return None
        if not request.user.is_authenticated or request.session.get(KNOWN) == request.user.pk:
            return None
        if is_mfa_enabled(request.user):
            request.session[KNOWN] = request.user.pk
            return None
        return redirect("mfa_activate_totp")
