"""What every request gets: the installation's moment, the reader's language, and an answer to every fault."""

import logging
import secrets
from collections.abc import Callable
from types import TracebackType
from typing import Final

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation

from motcua.base import clock
from motcua.base.errors import NotFound, UserError
from motcua.web.problems import HTTP_ERROR, is_api, is_problem, plain_problem, problem

LANGUAGE_COOKIE: Final = "language"
LANGUAGES: Final = ("vi", "en")
log = logging.getLogger("motcua.fault")


class RequestMiddleware:
    """Sets request.now and the language: Vietnamese unless the reader switched (never by the browser's wish)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.now = clock.now()  # type: ignore[attr-defined]
        chosen = request.COOKIES.get(LANGUAGE_COOKIE)
        language = chosen if chosen in LANGUAGES else "vi"
        if is_api(request) and request.headers.get("Accept-Language", "").startswith("en"):
            language = "en"  # a program has no cookie; it names its language
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = self.get_response(request)
            if is_api(request) and response.status_code >= HTTP_ERROR and not is_problem(response):
                response = plain_problem(response.status_code)
        response.headers.setdefault("Content-Language", language)
        return response

    def process_exception(self, request: HttpRequest, fault: Exception) -> HttpResponse:
        """A UserError becomes its page; anything else a short notice with a number that is also in the log.

        The log names the number and the code's place, never what the user typed or who he is.
        """
        if isinstance(fault, PermissionDenied | Http404):
            fault = NotFound()
        if isinstance(fault, UserError):
            return refusal(request, fault)
        number = fault_number(request, fault)
        if is_api(request):
            return problem(500, "fault", translation.gettext("Hệ thống gặp lỗi số %s.") % number)
        return render(request, "web/fault.html", {"number": number}, status=500)


def fault_number(request: HttpRequest, fault: BaseException) -> str:
    """A number for a fault that is nobody's doing, written to the log with the place in the code."""
    number = secrets.token_hex(3).upper()
    log.error("fault %s on %s", number, request.resolver_match and request.resolver_match.view_name)
    log.error("fault %s: %s", number, type(fault).__name__, exc_info=_place_only(fault))
    return number


def refusal(request: HttpRequest, error: UserError) -> HttpResponse:
    """The page that says what happened and what to do, with the error's own status."""
    words = error.words(translation.get_language() or "vi")
    if is_api(request):
        return problem(error.status, type(error).__name__, words)
    return render(request, "web/refusal.html", {"words": words, "status": error.status}, status=error.status)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Django's handler for addresses that lead nowhere: the same page as for what is not yours."""
    return refusal(request, NotFound())


def _place_only(fault: BaseException) -> tuple[type[BaseException], BaseException, TracebackType | None]:
    """The traceback with the message taken out: a database error quotes the row, and a row is personal."""
    return (RuntimeError, RuntimeError(type(fault).__name__), fault.__traceback__)
