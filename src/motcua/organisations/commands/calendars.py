"""Changing calendars. Every change is in the record's stream `calendars` and recomputes open dossiers (R9)."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, Final

from django.db import IntegrityError, transaction

from motcua.events.commands import record
from motcua.organisations import policy, queries
from motcua.organisations.errors import DayAlreadyDecided
from motcua.organisations.models import DayDecision, DecidedYear, OfficeHours, Unit

LABOUR_CODE: Final = "Bộ luật Lao động 2019 Điều 112"


@transaction.atomic
def decide_day(
    *, day: date, what: str, name: str, decision: str, unit: Unit | None, by: Any, now: datetime
) -> DayDecision:
    """Enter a decided day off (`off`) or swapped working day (`work`) for a unit, or for the whole town.

    Raises NotPermitted, DayAlreadyDecided; then nothing is written.
    """
    policy.require(policy.Action.CHANGE_CALENDAR, by, now)
    try:
        with transaction.atomic():
            row = DayDecision.objects.create(unit=unit, day=day, what=what, name=name, decision=decision)
    except IntegrityError:
        raise DayAlreadyDecided(day=f"{day:%d/%m/%Y}") from None
    data = {"day": day.isoformat(), "what": what, "name": name, "unit": unit.code if unit else None}
    record("calendar.day_decided", queries.CALENDARS, by=by, at=now, ground=decision or LABOUR_CODE, data=data)
    return row


@transaction.atomic
def revoke_day(*, decision_id: int, by: Any, now: datetime) -> None:
    """Take a decided day out of the calendar again. Raises NotPermitted; an absent row changes nothing."""
    policy.require(policy.Action.CHANGE_CALENDAR, by, now)
    row = DayDecision.objects.select_for_update(of=("self",)).select_related("unit").filter(pk=decision_id).first()
    if row is None:
        return
    data = {
        "day": row.day.isoformat(),
        "what": row.what,
        "name": row.name,
        "unit": row.unit.code if row.unit else None,
    }
    ground = row.decision or LABOUR_CODE
    row.delete()
    record("calendar.day_revoked", queries.CALENDARS, by=by, at=now, ground=ground, data=data)


@transaction.atomic
def enter_year(*, year: int, decision: str, by: Any, now: datetime) -> None:
    """Say that the days off of `year` are decided: due moments in it are no longer provisional (R11)."""
    policy.require(policy.Action.CHANGE_CALENDAR, by, now)
    DecidedYear.objects.update_or_create(year=year, defaults={"decision": decision})
    record("calendar.year_decided", queries.CALENDARS, by=by, at=now, ground=decision, data={"year": year})


@transaction.atomic
def lay_office_hours(
    *,
    unit: Unit | None,
    valid_from: date,
    hours: Mapping[str, Sequence[str]],
    ground: str,
    by: Any,
    now: datetime,
    duty: Mapping[str, Sequence[str]] | None = None,
    duty_weight: str = "0",
) -> OfficeHours:
    """Working hours of a unit, or of the whole town, from a date on; laid by the set-up, so without a post."""
    row = OfficeHours.objects.create(
        unit=unit,
        valid_from=valid_from,
        hours=dict(hours),
        duty=dict(duty or {}),
        duty_weight=duty_weight,
        ground=ground,
    )
    data = {
        "unit": unit.code if unit else None,
        "from": valid_from.isoformat(),
        "hours": row.hours,
        "duty": row.duty,
    }
    record("calendar.hours_laid", queries.CALENDARS, by=by, at=now, ground=ground, data=data)
    return row
