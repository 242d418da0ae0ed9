"""One page for a head of unit: what is wrong here, what to do first, what it earns; and the town over its units."""

from datetime import date, datetime, time, timedelta
from typing import Any, Final

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from motcua.base.clock import VIETNAM
from motcua.base.errors import NotFound
from motcua.inspection import queries, words
from motcua.inspection.law import SAMPLE_SET
from motcua.inspection.models import Severity
from motcua.inspection.pages.doors import door
from motcua.inspection.pages.pictures import TILES, columns
from motcua.inspection.policy import Action
from motcua.inspection.standing import Cause, fields, first_things, open_at
from motcua.organisations.models import Unit
from motcua.web.door import StaffRequest

FIRST: Final = 5  # so many things to do first stand above the rest
MONTHS: Final = 12
MANY: Final = 4  # findings that weigh much, from which a unit is red on the map
FIELDS: Final = {
    "direction": _("Chỉ đạo, điều hành"), "texts": _("Thể chế, văn bản"), "service": _("Thủ tục hành chính, một cửa"),
    "organisation": _("Tổ chức bộ máy"), "staff": _("Công vụ, trực một cửa"), "finance": _("Tài chính công"),
    "digital": _("Chính quyền số"), "satisfaction": _("Hài lòng, tác động"),
}  # fmt: skip


@require_GET
@door(Action.SEE)
def unit(request: StaffRequest, unit_id: int) -> HttpResponse:
    """What is wrong in one unit."""
    units = queries.overseen_units(request.user, request.now)
    found = next((one for one in units if one.pk == unit_id), None)
    if found is None:
        raise NotFound
    law = SAMPLE_SET.on(request.now.astimezone(VIETNAM).date())
    causes = queries.causes_by_unit(request.user, request.now).get(unit_id, [])
    things = first_things(causes, law.leaves.value)
    parts = fields(causes, law.groups.value, law.leaves.value)
    moments = month_ends(request.now)
    spans = queries.spans_by_unit(request.user, request.now, moments[0]).get(unit_id, [])
    context = {
        "unit": found, "units": units, "first": [_thing(one) for one in things[:FIRST]],
        "rest": [_thing(one) for one in things[FIRST:]], "total": sum(cause.number for cause in causes),
        "high": sum(cause.number for cause in causes if cause.severity == Severity.HIGH),
        "earns": sum(part.lost for part in parts),
        "fields": [{"key": part.name, "name": FIELDS[part.name], "points": part.points, "lost": part.lost,
                    "number": part.number} for part in parts],
        "trend": columns(open_at(spans, moments), [f"{moment:%m}" for moment in moments]),
        "months": [{"name": f"{moment:%d/%m/%Y}", "number": number}
                   for moment, number in zip(moments, open_at(spans, moments), strict=True)],
        "run": queries.last_run(), "mark": law.leaves.ground,
    }  # fmt: skip
    return render(request, "inspection/unit.html", context)


def _thing(one: Any) -> dict[str, Any]:
    signal = words.signal_of(one.cause.signal)
    return {
        "title": signal.title.words(words.language()), "remedy": signal.remedy.words(words.language()),
        "group": one.cause.group, "number": one.cause.number, "oldest": one.cause.oldest, "points": one.points,
        "shared": one.shared, "tone": words.TONES[Severity(one.cause.severity)], "of": one.cause.group.split("/", 2)[2],
        "severity": Severity(one.cause.severity).label,
    }  # fmt: skip


@require_GET
@door(Action.SEE)
def town(request: StaffRequest) -> HttpResponse:
    """All units the reader oversees, on a tile map; whoever sees one unit goes to its page."""
    units = queries.overseen_units(request.user, request.now)
    if len(units) == 1:
        return redirect("inspection:unit", units[0].pk)
    causes = queries.causes_by_unit(request.user, request.now)
    moments = month_ends(request.now)
    spans = queries.spans_by_unit(request.user, request.now, moments[0])
    law = SAMPLE_SET.on(request.now.astimezone(VIETNAM).date())
    rows = [_row(one, causes.get(one.pk, []), law) for one in units]
    for row in rows:
        row["trend"] = columns(open_at(spans.get(row["unit"].pk, []), moments), [])
    ordered = sorted(rows, key=lambda row: (-row["high"], -row["total"], row["unit"].sort_key))
    worst, tiles = [row for row in ordered if row["total"]], _tiles(rows)
    context = {
        "rows": ordered, "tiles": tiles, "height": max((tile["y"] for tile in tiles), default=0) + 62,
        "worst": worst[:3], "run": queries.last_run(),
        "total": sum(row["total"] for row in rows), "clean": sum(not row["total"] for row in rows),
        "mark": law.leaves.ground, "many": MANY,
    }  # fmt: skip
    return render(request, "inspection/town.html", context)


def _row(one: Unit, causes: list[Cause], law: Any) -> dict[str, Any]:
    high = sum(cause.number for cause in causes if cause.severity == Severity.HIGH)
    total = sum(cause.number for cause in causes)
    lost = sum(part.lost for part in fields(causes, law.groups.value, law.leaves.value))
    things = first_things(causes, law.leaves.value)
    first = words.signal_of(things[0].cause.signal).title.words(words.language()) if things else ""
    tone = "late" if high >= MANY else "near" if total else "ok"
    return {"unit": one, "high": high, "total": total, "lost": lost, "first": first, "tone": tone}


def _tiles(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Each unit at its place of the map; those without one fill what is left, in rows below."""
    placed, below = [], max((y for _, y in TILES.values()), default=0) + 1
    spare = 0
    for row in rows:
        place = TILES.get(row["unit"].gso_code)
        if place is None:
            place = (spare % 6, below + spare // 6)
            spare += 1
        placed.append({**row, "x": place[0] * 112, "y": place[1] * 62, "middle": place[0] * 112 + 54,
                       "line1": place[1] * 62 + 25, "line2": place[1] * 62 + 45})  # fmt: skip
    return placed


def month_ends(now: datetime) -> list[datetime]:
    """The first moment of each of the last months, and now."""
    month = now.astimezone(VIETNAM).date().replace(day=1)
    found: list[date] = []
    for _place in range(MONTHS - 1):
        found.append(month)
        month = (month - timedelta(days=1)).replace(day=1)
    return [*(datetime.combine(day, time(), VIETNAM) for day in reversed(found)), now]
