"""Making and revoking keys for programs; each in the record's stream `accounts`, never the secret."""

import hashlib
import secrets
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any, Final

from django.db import transaction

from motcua.accounts import queries
from motcua.accounts.errors import KeyDates
from motcua.accounts.models import ApiToken
from motcua.base.clock import VIETNAM
from motcua.events.commands import record

ACCOUNTS: Final = "accounts"
GROUND: Final = "Quy chế sử dụng hệ thống; NĐ 85/2016/NĐ-CP"
LONGEST: Final = timedelta(days=366)


@transaction.atomic
def make_token(*, name: str, scopes: Sequence[str], valid_to: date, by: Any, now: datetime) -> tuple[ApiToken, str]:
    """A key for oneself from today to `valid_to`; the secret is returned once and kept nowhere. Raises KeyDates."""
    today = now.astimezone(VIETNAM).date()
    if not today <= valid_to <= today + LONGEST:
        raise KeyDates
    secret = f"mc_{secrets.token_urlsafe(32)}"
    token = ApiToken.objects.create(
        user=by, name=name, prefix=secret[:9], digest=hashlib.sha256(secret.encode()).digest(), scopes=list(scopes),
        valid_from=today, valid_to=valid_to, created_at=now,
    )  # fmt: skip
    data = {"token": token.pk, "name": name, "scopes": list(scopes), "until": valid_to.isoformat()}
    record("account.token_made", ACCOUNTS, by=by, at=now, ground=GROUND, data=data)
    return token, secret


@transaction.atomic
def revoke_token(token_id: int, *, by: Any, now: datetime) -> None:
    """Revoke one of one's own keys at once. Raises NotFound."""
    token = queries.token_of(token_id, user=by)
    if token.revoked_at is None:
        token.revoked_at = now
        token.save(update_fields=["revoked_at"])
        record("account.token_revoked", ACCOUNTS, by=by, at=now, ground=GROUND, data={"token": token.pk})


def note_use(token: ApiToken, *, today: date) -> None:
    """Keep the day a key was last used; one write a day."""
    if token.last_used_on != today:
        ApiToken.objects.filter(pk=token.pk).update(last_used_on=today)
