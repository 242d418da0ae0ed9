"""Changes: checklists, visits and their teams, tablets, and what they bring."""

from motcua.visits.commands.checklists import publish, publish_default
from motcua.visits.commands.devices import register_device, require_device, revoke_device
from motcua.visits.commands.minutes import freeze, reopen, sign, thaw
from motcua.visits.commands.photos import take_photo
from motcua.visits.commands.plans import draft_plan, issue_plan, set_units
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
    "Taken", "add_member", "close_visit", "decide", "draft_plan", "freeze", "issue_plan", "make_minutes",
    "note_reading", "open_visit", "prepare", "publish", "publish_default", "register_device", "remove_member", "reopen",
    "require_device", "revoke_device", "set_units", "sign", "take", "take_photo", "thaw",
]  # fmt: skip
