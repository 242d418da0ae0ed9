"""Every read of campaigns that people do; each starts from `visible_to`."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.db.models import Count, Q, QuerySet

from motcua.base.errors import NotFound
from motcua.events.models import Event
from motcua.events.queries import of_stream
from motcua.inspection import campaign_policy as policy
from motcua.inspection.models import Campaign, Reviewed
from motcua.inspection.policy import Action
from motcua.organisations import queries as organisations
from motcua.organisations.models import Unit

PAGE: Final = 50
Outcome = Reviewed.Outcome


@dataclass(frozen=True, slots=True)
class Filter:
    """What the list is narrowed to; "" and None narrow nothing. rule: a code of any kind."""

    rule: str = ""
    unit: int | None = None
    outcome: str = ""
    verdict: str = ""
    sampled: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """Which rule is broken where, and when. by_unit: (unit id, name, documents, broken). tiles: by rule and unit id.

    by_month: (month "2026-03", documents, broken). rules: (code, documents), most first.
    """

    by_unit: list[tuple[int, str, int, int]]
    rules: list[tuple[str, int]]
    tiles: dict[tuple[str, int], int]
    by_month: list[tuple[str, int, int]]


def visible_to(user: Any, now: datetime) -> QuerySet[Campaign]:
    """Campaigns `user` may read today."""
    return Campaign.objects.filter(policy.may_see(user, now))


def listed(user: Any, now: datetime, *, before: int | None = None) -> list[Campaign]:
    """One page of campaigns and one more, newest first."""
    rows = visible_to(user, now).select_related("unit")
    return list((rows.filter(pk__lt=before) if before is not None else rows).order_by("-pk")[: PAGE + 1])


def campaign(pk: int, *, user: Any, now: datetime) -> Campaign:
    """One campaign. Raises NotFound."""
    found = visible_to(user, now).select_related("unit", "asked_by").filter(pk=pk).first()
    if found is None:
        raise NotFound
    return found


def units_to_open(user: Any, now: datetime) -> QuerySet[Unit]:
    """Units in force today over which `user` may open a campaign, in the order of the tree."""
    rows = Unit.objects.filter(policy.units_for(Action.CAMPAIGN_OPEN, user, now))
    return organisations.in_force(rows, now.date()).order_by("path")


def reviewed(pk: int, *, user: Any, now: datetime, lock: bool = False) -> Reviewed:
    """One document of a campaign. Raises NotFound."""
    rows = Reviewed.objects.filter(campaign__in=visible_to(user, now))
    rows = rows.select_related("campaign", "campaign__unit", "document", "document__unit", "reviewer")
    found = (rows.select_for_update(of=("self",), no_key=True) if lock else rows).filter(pk=pk).first()
    if found is None:
        raise NotFound
    return found


def of_campaign(of: Campaign) -> QuerySet[Reviewed]:
    """Its documents in their order, with their rows of the register."""
    return Reviewed.objects.filter(campaign=of).select_related("document", "document__unit").order_by("place")


def documents(of: Campaign, narrowed: Filter, *, after: int | None = None) -> list[Reviewed]:
    """One page of its documents and one more."""
    rows = of_campaign(of).filter(_wanted(narrowed))
    return list((rows.filter(place__gt=after) if after is not None else rows)[: PAGE + 1])


def number(of: Campaign, narrowed: Filter) -> int:
    """How many of its documents are left by a filter."""
    return Reviewed.objects.filter(_wanted(narrowed), campaign=of).count()


def _wanted(narrowed: Filter) -> Q:
    wanted, rule = Q(), [narrowed.rule]
    if narrowed.rule:
        wanted &= Q(rules__contains=rule) | Q(warnings__contains=rule) | Q(content__contains=rule)
    if narrowed.unit is not None:
        wanted &= Q(document__unit=narrowed.unit)
    if narrowed.outcome:
        wanted &= Q(outcome=narrowed.outcome)
    if narrowed.verdict:
        wanted &= Q(verdict="") if narrowed.verdict == "none" else Q(verdict=narrowed.verdict)
    return wanted & Q(sampled=True) if narrowed.sampled else wanted


def outcomes(of: Campaign) -> dict[str, int]:
    """How many documents of each outcome, of the drawn ones how many a person has reviewed, and the like."""
    rows = Reviewed.objects.filter(campaign=of)
    found = rows.aggregate(
        **{value: Count("pk", filter=Q(outcome=value)) for value in Outcome.values},
        drawn=Count("pk", filter=Q(sampled=True)), seen=Count("pk", filter=Q(sampled=True) & ~Q(verdict="")),
        reviewed=Count("pk", filter=~Q(verdict="")), to_handle=Count("pk", filter=Q(due_on__isnull=False)),
        handled=Count("pk", filter=Q(done_on__isnull=False)),
    )  # fmt: skip
    return {name: int(value) for name, value in found.items()}


def overdue(of: Campaign, now: datetime) -> int:
    """How many were to be put right by now and are not."""
    return Reviewed.objects.filter(campaign=of, due_on__lt=now.date(), done_on__isnull=True).count()


def handlings(of: Campaign) -> dict[str, int]:
    """How many documents are to be corrected, amended and so on."""
    rows = Reviewed.objects.filter(campaign=of, due_on__isnull=False).values("handling").annotate(number=Count("pk"))
    return {row["handling"]: int(row["number"]) for row in rows.order_by("handling")}


def picture(of: Campaign) -> Picture:
    """Broken rules by unit and by month, over what was checked so far; one query."""
    tiles: Counter[tuple[str, int]] = Counter()
    rules, units, broken, months, bad = Counter[str](), Counter[int](), Counter[int](), Counter[str](), Counter[str]()
    names: dict[int, tuple[str, str]] = {}
    rows = Reviewed.objects.filter(campaign=of).exclude(outcome=Outcome.WAITING)
    for unit, path, name, day, codes in rows.values_list(
        "document__unit", "document__unit__path", "document__unit__short_name", "document__issued_on", "rules"
    ):
        month = f"{day:%Y-%m}"
        names[unit] = (path, name)
        units[unit] += 1
        months[month] += 1
        if codes:
            broken[unit] += 1
            bad[month] += 1
        for code in codes:
            rules[code] += 1
            tiles[code, unit] += 1
    in_order = sorted(names, key=lambda unit: names[unit])
    return Picture(
        [(unit, names[unit][1], units[unit], broken[unit]) for unit in in_order],
        sorted(rules.items(), key=lambda item: (-item[1], item[0])), dict(tiles),
        [(month, months[month], bad[month]) for month in sorted(months)],
    )  # fmt: skip


def story(of: Campaign) -> QuerySet[Event]:
    """What happened to a campaign, newest first."""
    return of_stream(of.stream)
