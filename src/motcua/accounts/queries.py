"""Reading keys for programs: each person his own."""

import hashlib
from datetime import date
from typing import Any

from django.db.models import QuerySet

from motcua.accounts.models import ApiToken
from motcua.base.errors import NotFound


def tokens_of(user: Any) -> QuerySet[ApiToken]:
    """His keys, newest first."""
    return ApiToken.objects.filter(user=user.pk).order_by("-pk")


def token_of(pk: int, *, user: Any) -> ApiToken:
    """One of his keys. Raises NotFound."""
    found = tokens_of(user).filter(pk=pk).first()
    if found is None:
        raise NotFound
    return found


def token_by_secret(secret: str, today: date) -> ApiToken | None:
    """The key with this secret if it is in force and its owner active; found by the hash of the secret."""
    digest = hashlib.sha256(secret.encode()).digest()
    rows = ApiToken.objects.filter(digest=digest, revoked_at=None, valid_from__lte=today, valid_to__gte=today)
    return rows.filter(user__is_active=True).select_related("user").first()
