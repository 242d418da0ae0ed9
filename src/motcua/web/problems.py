"""Errors of the API: application/problem+json (RFC 9457)."""

import re
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any, Final

from django.http import HttpRequest, JsonResponse

PREFIX: Final = "/api/"
CONTENT_TYPE: Final = "application/problem+json"
HTTP_ERROR: Final = 400


def is_api(request: HttpRequest) -> bool:
    """Is this call one of a program?"""
    return request.path.startswith(PREFIX)


def is_problem(response: Any) -> bool:
    """Does the answer say already what is wrong, in the form of the API?"""
    return str(response.headers.get("Content-Type", "")).startswith(CONTENT_TYPE)


def problem(status: int, kind: str, detail: str, **more: object) -> JsonResponse:
    """kind: a short stable word (`stale`, `not-found`); detail: what happened and what to do, for a person."""
    slug = re.sub(r"(?<!^)(?=[A-Z])", "-", kind).lower()
    body: Mapping[str, object] = {
        "type": f"urn:motcua:{slug}", "title": HTTPStatus(status).phrase, "status": status, "detail": detail, **more,
    }  # fmt: skip
    return JsonResponse(body, status=status, content_type=CONTENT_TYPE)


def plain_problem(status: int) -> JsonResponse:
    """For an answer of the framework itself: a method that is not there, a call that cannot be read."""
    return problem(status, HTTPStatus(status).name.replace("_", "-").lower(), HTTPStatus(status).description)
