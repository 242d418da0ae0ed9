"""Tablets: one registers itself with a token that it alone keeps; a lost one is stopped."""

import hashlib
import secrets
from datetime import datetime
from typing import Any, Final

from django.db import transaction

from motcua.base.errors import NotFound, NotPermitted
from motcua.base.vietnamese import nfc
from motcua.events.commands import record
from motcua.visits import policy
from motcua.visits.errors import DeviceRevoked
from motcua.visits.models import Device, Member
from motcua.visits.policy import Action

GROUND: Final = "Quy ước của phần mềm: máy tính bảng của đoàn kiểm tra"
STREAM: Final = "devices"


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()


@transaction.atomic
def register_device(label: str, *, by: Any, now: datetime) -> tuple[Device, str]:
    """A new tablet of this person, and its token, told once. Raises NotPermitted for who is of no team."""
    if not policy.may_enter(Action.ANSWER, by, now):
        raise NotPermitted
    token = secrets.token_urlsafe(32)
    device = Device.objects.create(user=by, hashed=_hash(token), label=nfc(label)[:60] or "—", registered_at=now)
    record("device.registered", STREAM, by=by, at=now, ground=GROUND, data={"device": device.pk})
    return device, token


def require_device(device_id: int, token: str, *, by: Any) -> Device:
    """The caller's own tablet. Raises DeviceRevoked."""
    found = Device.objects.filter(pk=device_id, user=by.pk, revoked_at=None).first()
    if found is None or not secrets.compare_digest(found.hashed, _hash(token)):
        raise DeviceRevoked
    return found


@transaction.atomic
def revoke_device(device_id: int, *, by: Any, now: datetime) -> None:
    """Stop a tablet: its owner, or who keeps visits of a team it is in. Raises NotFound."""
    device = Device.objects.select_for_update(no_key=True).filter(pk=device_id, revoked_at=None).first()
    if device is None:
        raise NotFound
    teams = Member.objects.filter(user=device.user_id, visit__by_unit__in=policy.units_where(Action.DEVICES, by, now))
    if device.user_id != by.pk and not teams.exists():
        raise NotFound
    device.revoked_at = now
    device.save(update_fields=["revoked_at"])
    record("device.revoked", STREAM, by=by, at=now, ground=GROUND, data={"device": device.pk, "of": device.user_id})
