"""An administrator changes a signal, with a reason; the record keeps what was before."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from motcua.base.errors import NotFound
from motcua.events.commands import record
from motcua.inspection import policy
from motcua.inspection.errors import ReasonNeeded, UnknownThreshold
from motcua.inspection.models import SignalSetting
from motcua.inspection.policy import Action
from motcua.inspection.settings import settings_now
from motcua.inspection.signals import registry


@transaction.atomic
def set_signal(
    code: str, *, on: bool, thresholds: Mapping[str, int], reason: str, by: Any, now: datetime
) -> SignalSetting:
    """Switch a signal, or change its numbers, from the next run on.

    Raises NotFound, NotPermitted, ReasonNeeded, UnknownThreshold.
    """
    signal = registry().get(code)
    if signal is None:
        raise NotFound
    policy.require(Action.SET, by, None, now)
    if not reason.strip():
        raise ReasonNeeded
    for name, value in thresholds.items():
        if name not in signal.thresholds or value < 0:
            raise UnknownThreshold(name=name)
    before = settings_now().get(code)
    own = {name: value for name, value in thresholds.items() if value != signal.thresholds[name].value}
    row = SignalSetting.objects.create(signal=code, on=on, thresholds=own, reason=reason.strip(), by=by, at=now)
    data = {
        "signal": code, "reason": row.reason, "on": on, "thresholds": own, "on_before": before.on if before else True,
        "thresholds_before": before.thresholds if before else {},
    }  # fmt: skip
    record("signal.set", "signals", by=by, at=now, ground=signal.ground, data=data)
    return row
