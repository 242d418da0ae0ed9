"""Limits on how often a caller may ask, shared by all workers: one row a window in the database."""

import hashlib
from datetime import datetime
from typing import Final

from django.conf import settings
from django.db import connection
from django.http import HttpRequest

from motcua.base.errors import UserError

HIT: Final = """
insert into web_rate_window (key, opened_at, hits) values (%s, %s, 1)
on conflict (key) do update set
  hits = case when web_rate_window.opened_at > %s - make_interval(secs => %s) then web_rate_window.hits + 1 else 1 end,
  opened_at = case when web_rate_window.opened_at > %s - make_interval(secs => %s)
    then web_rate_window.opened_at else %s end
returning hits
"""


class TooOften(UserError):
    """The caller asked more often than people do."""

    status = 429
    vi = "Đã gửi yêu cầu quá nhiều lần. Vui lòng thử lại sau {minutes} phút."
    en = "Too many requests. Please try again in {minutes} minutes."


def caller(request: HttpRequest) -> str:
    """The caller's address: as our own outermost proxy saw it, never what a caller may write himself."""
    hops = [hop.strip() for hop in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if hop.strip()]
    proxies: int = settings.TRUSTED_PROXIES
    if proxies and len(hops) >= proxies:
        return str(hops[-proxies])
    return str(request.META.get("REMOTE_ADDR", ""))


def limit(request: HttpRequest, purpose: str, *, most: int, seconds: int, now: datetime) -> None:
    """Count this call; raises TooOften beyond `most` calls in `seconds`, per caller's address.

    The address is kept only as a keyed hash.
    """
    salted = f"{settings.SECRET_KEY}:{purpose}:{caller(request)}".encode()
    key = hashlib.sha256(salted).hexdigest()
    with connection.cursor() as cursor:
        cursor.execute(HIT, [key, now, now, seconds, now, seconds, now])
        hits = cursor.fetchone()[0]
    if hits > most:
        raise TooOften(minutes=max(1, seconds // 60))
