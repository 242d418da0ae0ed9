"""Writing the record, and sealing it."""

from motcua.events.commands.record import Actor, record
from motcua.events.commands.seal import seal

__all__ = ["Actor", "record", "seal"]
