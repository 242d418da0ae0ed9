"""Taking a photograph by its hash; what is already there is not asked for again."""

from datetime import datetime
from typing import Any

from django.db import transaction

from motcua.events.commands import record
from motcua.visits import photos, queries
from motcua.visits.commands.devices import require_device
from motcua.visits.law import VISITS
from motcua.visits.models import Photo


@transaction.atomic
def take_photo(
    visit_id: int, sha256: str, data: bytes, *, device_id: int, token: str, taken_at: datetime | None, by: Any,
    now: datetime,
) -> Photo:  # fmt: skip
    """Keep a photograph once; sent again it changes nothing. Raises NotFound, DeviceRevoked, BadPhoto."""
    device = require_device(device_id, token, by=by)
    visit, _member = queries.delivered_to(visit_id, user=by, now=now)
    known = Photo.objects.filter(visit=visit, sha256=sha256).first()
    if known is not None:
        return known
    width, height = photos.looked_at(data, sha256)
    photos.keep(visit, data)
    made = Photo.objects.create(
        visit=visit, sha256=sha256, size=len(data), width=width, height=height, taken_at=taken_at, received_at=now,
        by=by,
    )  # fmt: skip
    ground = visit.decision_number or VISITS.on(visit.begins_on).team.ground
    told = {"visit": visit.pk, "device": device.pk, "sha256": sha256, "size": len(data)}
    record("visit.photo", visit.stream, by=by, at=now, ground=ground, data=told)
    return made
