"""Background work of dossiers, started by events."""

from motcua.accounts.system import SYSTEM
from motcua.base import clock
from motcua.dossiers.commands.recompute import recompute_due
from motcua.events import queries as events
from motcua.events.subscriptions import subscribe


def _recompute(event_id: int) -> None:
    event = events.get(event_id)
    because = str(event.data.get("name") or event.data.get("year") or "lịch làm việc")
    recompute_due(because=because, by=SYSTEM, now=clock.now())


@subscribe("calendar.day_decided", queue="calendars")
def after_day_decided(event_id: int) -> None:
    """A day was decided: due moments move (R9). May run twice, moves once."""
    _recompute(event_id)


@subscribe("calendar.day_revoked", queue="calendars")
def after_day_revoked(event_id: int) -> None:
    """A decision was taken back: due moments move back."""
    _recompute(event_id)


@subscribe("calendar.year_decided", queue="calendars")
def after_year_decided(event_id: int) -> None:
    """A year's days off are decided: dates in it are no longer provisional."""
    _recompute(event_id)
