"""The same call again changes nothing: a write of the API carries an Idempotency-Key."""

import hashlib
import re
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import wraps
from typing import Any, Final, TypeVar, cast

from django.db import transaction
from django.http import HttpRequest, HttpResponse, JsonResponse

from motcua.base.errors import UserError
from motcua.web.models import Answered

KEY: Final = re.compile(r"[A-Za-z0-9_-]{8,64}")
KEPT: Final = timedelta(days=7)


class KeyMissing(UserError):
    """A write without a usable Idempotency-Key."""

    status = 400
    vi = "Lệnh ghi cần tiêu đề Idempotency-Key, 8 đến 64 chữ, số, gạch."
    en = "A write needs the header Idempotency-Key, 8 to 64 letters, digits, dashes."


class KeyUsed(UserError):
    """The key was used for another call."""

    vi = "Idempotency-Key này đã dùng cho một lệnh khác. Tạo khóa mới cho lệnh mới."
    en = "This Idempotency-Key was used for another call. Make a new one for a new call."


View = TypeVar("View", bound=Callable[..., Any])


def idempotent(view: View) -> View:
    """Do the view once for each key of a token: change, answer and key stand or fall in one transaction.

    Two calls at once: the second waits for the first. Raises KeyMissing, KeyUsed, and what the view raises; then the
    key is free again.
    """

    @wraps(view)
    def once(request: Any, *args: Any, **more: Any) -> HttpResponse:
        key = request.headers.get("Idempotency-Key", "")
        if not KEY.fullmatch(key):
            raise KeyMissing
        with transaction.atomic():
            row, new = Answered.objects.get_or_create(
                owner=request.auth.pk, key=key, defaults={"digest": _digest(request), "at": request.now}
            )
            if not new:
                return _again(row, request)
            made = view(request, *args, **more)
            row.status, row.body = 200, made.model_dump(mode="json")
            row.save(update_fields=["status", "body"])
        return JsonResponse(row.body, status=200)

    return cast("View", once)


def _again(row: Answered, request: HttpRequest) -> HttpResponse:
    if row.digest != _digest(request):
        raise KeyUsed
    return JsonResponse(row.body, status=row.status or 200, headers={"Idempotent-Replayed": "true"})


def _digest(request: HttpRequest) -> str:
    parts = (request.method or "", request.path, request.content_type or "")
    return hashlib.sha256("\n".join(parts).encode() + b"\n" + request.body).hexdigest()


def sweep(*, before: datetime) -> int:
    """Forget answers older than `before`; returns how many."""
    return Answered.objects.filter(at__lt=before).delete()[0]
