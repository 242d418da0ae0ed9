"""Changes: checklists, visits and their teams, tablets, and what they bring."""

from motcua.visits.commands.checklists import publish, publish_default
from motcua.visits.commands.devices import register_device, require_device, revoke_device
from motcua.visits.commands.photos import take_photo
from motcua.visits.commands.readings import note_reading
from motcua.visits.commands.sync import Taken, take
from motcua.visits.commands.visits import (
    add_member,
    close_visit,
    decide,
    make_minutes,
    open_visit,
    prepare,
    remove_member,
)

__all__ = [
    "Taken", "add_member", "close_visit", "decide", "make_minutes", "note_reading", "open_visit", "prepare", "publish",
    "publish_default", "register_device", "remove_member", "require_device", "revoke_device", "take", "take_photo",
]  # fmt: skip
