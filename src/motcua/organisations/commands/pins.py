"""The PIN of the counter's shared computer: set by its owner, hashed, closed for a while after wrong tries."""

from datetime import datetime, timedelta
from typing import Any, Final

from django.contrib.auth.hashers import check_password, make_password
from django.db import transaction

from motcua.accounts.models import User
from motcua.events.commands import record
from motcua.organisations.errors import PinClosed, PinTooSimple, WrongPin
from motcua.organisations.models import DutyPin

DIGITS: Final = 6
MOST_WRONG: Final = 5  # tries of one person's PIN …
WINDOW: Final = timedelta(minutes=15)  # … within this time
SEQUENCES: Final = ("0123456789", "9876543210")
GROUND: Final = "Quy ước của phần mềm: mã PIN tại quầy"
STREAM: Final = "accounts"


@transaction.atomic
def set_pin(pin: str, *, by: Any, now: datetime) -> None:
    """Set one's own PIN, or a new one. Raises PinTooSimple."""
    fits = pin.isascii() and pin.isdigit() and len(pin) == DIGITS
    if not fits or len(set(pin)) == 1 or any(pin in row for row in SEQUENCES):
        raise PinTooSimple
    values = {"hashed": make_password(pin), "set_at": now, "wrong": 0, "wrong_since": None}
    DutyPin.objects.update_or_create(user=by, defaults=values)
    record("account.duty_pin_set", STREAM, by=by, at=now, ground=GROUND, data={"who": by.record_name()})


def require_pin(user: User, pin: str, *, now: datetime) -> None:
    """Is it his PIN? A wrong try stays counted. Raises PinClosed, WrongPin."""
    if not _fits(user, pin, now):
        raise WrongPin


@transaction.atomic
def _fits(user: User, pin: str, now: datetime) -> bool:
    """Compare under a lock, so that tries at once are all counted; the count is committed before anybody raises."""
    row = DutyPin.objects.select_for_update().filter(user=user.pk).first()
    if row is None:
        make_password(pin)  # takes as long as comparing: who has a PIN is not to be measured
        return False
    if row.wrong_since is None or row.wrong_since <= now - WINDOW:
        row.wrong, row.wrong_since = 0, None
    if row.wrong >= MOST_WRONG:
        raise PinClosed(minutes=int(WINDOW.total_seconds()) // 60)
    fits = check_password(pin, row.hashed)
    row.wrong = 0 if fits else row.wrong + 1
    row.wrong_since = None if fits else row.wrong_since or now
    row.save(update_fields=["wrong", "wrong_since"])
    return fits
