"""Đường truyền: outages and round trips of a one-stop over seven days, and the address browsers report to."""

import json
from datetime import timedelta
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_POST

from motcua.base.errors import NotFound
from motcua.organisations import commands
from motcua.organisations.errors import BadMeasurement
from motcua.organisations.models import Unit
from motcua.organisations.pages.one_stop import door, frame, shown
from motcua.organisations.policy import Action
from motcua.organisations.reading import connection as reading
from motcua.organisations.reading import one_stops
from motcua.web import rate
from motcua.web.door import StaffRequest

MOST_BYTES, MOST_ROWS = 4096, 300
BEATS, BEAT_SECONDS = 180, 3600  # of one person at one address: three browsers
WIDTH, HEIGHT = 44, 80  # of a bar's place in the picture


@require_GET
@door(Action.SEE_DUTY)
def connection(request: StaffRequest) -> HttpResponse:
    """The last seven days of one one-stop; the others of the reader in a table."""
    unit = shown(request)
    context = frame(request, unit, "organisations:connection")
    units = list(one_stops.visible_to(request.user, request.now)) if len(context["units"]) > 1 else [unit]
    weeks = reading.week_of(units, request.now)
    days = weeks[unit.pk]
    context |= {
        "days": days, "measured": any(day.measured for day in days),
        "out": _bars([day.minutes_out if day.measured else None for day in days]),
        "latency": _bars([day.median for day in days]),
        "others": [_summary(row, weeks[row.pk]) for row in units] if len(units) > 1 else [],
    }  # fmt: skip
    return render(request, "organisations/connection.html", context)


def _summary(unit: Unit, days: list[reading.ConnectionDay]) -> dict[str, Any]:
    medians = [day.median for day in days if day.median is not None]
    return {
        "unit": unit, "out": sum(day.minutes_out for day in days), "today": days[-1],
        "measured": sum(day.measured for day in days), "worst": max(medians, default=None),
    }  # fmt: skip


def _bars(values: list[int | None]) -> dict[str, Any]:
    """Bars of a picture from 0; None: nothing was measured, no bar."""
    most = max((value for value in values if value), default=0) or 1
    bars = [
        {"x": place * WIDTH + 6, "middle": place * WIDTH + WIDTH // 2, "value": value,
         "height": round((value or 0) / most * HEIGHT), "y": HEIGHT + 20 - round((value or 0) / most * HEIGHT)}
        for place, value in enumerate(values)
    ]  # fmt: skip
    return {"bars": bars, "width": WIDTH * len(values), "foot": HEIGHT + 20, "says": HEIGHT + 38}


@require_POST
@door(Action.SEE_DUTY)
def beat(request: StaffRequest) -> HttpResponse:
    """What one browser measured: {"latency_ms": 84, "missed": [seconds ago, …]}; the one-stop is the person's own."""
    rate.limit(request, f"beat:{request.user.pk}", most=BEATS, seconds=BEAT_SECONDS, now=request.now)
    unit_id = one_stops.own_of(request.user, request.now)
    if unit_id is None:
        raise NotFound
    latency, missed = _measured(request)
    commands.hear(unit_id, latency_ms=latency, missed=missed, now=request.now)
    return HttpResponse(status=204)


def _measured(request: StaffRequest) -> tuple[int, list[timedelta]]:
    """Raises BadMeasurement for what is not of this form."""
    if len(request.body) > MOST_BYTES:
        raise BadMeasurement
    try:
        told = json.loads(request.body)
        latency, missed = told["latency_ms"], told["missed"]
    except (ValueError, TypeError, KeyError):
        raise BadMeasurement from None
    if not isinstance(missed, list) or len(missed) > MOST_ROWS or not _whole([latency, *missed]):
        raise BadMeasurement
    return latency, [timedelta(seconds=seconds) for seconds in missed]


def _whole(values: list[object]) -> bool:
    return all(type(value) is int and abs(value) < 10**9 for value in values)
