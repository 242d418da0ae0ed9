"""Signals as they are asked now: what comes with the software, changed by what an administrator set."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from motcua.inspection.models import SignalSetting
from motcua.inspection.signals import Signal, registry

SPANS: Final = frozenset({"days", "hours", "minutes", "seconds"})  # thresholds that are times


@dataclass(frozen=True, slots=True)
class On:
    """A signal that is asked, with the thresholds in force."""

    signal: Signal
    thresholds: Mapping[str, int]

    @property
    def reach(self) -> timedelta:
        """How long after the last act on a dossier it may still find something: its line in time, and its wait."""
        spans = {name: value for name, value in self.thresholds.items() if name in SPANS}
        return timedelta(**spans) + self.signal.waits.opening


def settings_now() -> dict[str, SignalSetting]:
    """The newest setting of each signal that has one."""
    rows = SignalSetting.objects.order_by("signal", "-pk").distinct("signal").select_related("by")
    return {row.signal: row for row in rows}


def signals_on() -> list[On]:
    """Signals that are on, with their thresholds."""
    changed = settings_now()
    return [
        On(signal, {**signal.own_thresholds(), **(changed[code].thresholds if code in changed else {})})
        for code, signal in registry().items()
        if code not in changed or changed[code].on
    ]
