"""News sites of the units over the last three whole months, each beside the others, as they stood at a moment."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from statistics import median
from typing import Final

from django.db.models import Q

from motcua.base.text import Text
from motcua.inspection.facts.units import Portal
from motcua.inspection.sources.days import begin_of, today
from motcua.inspection.sources.source import Source, Window
from motcua.portal.models import Article, Site, SiteVisit

MONTHS: Final = 3
SECTIONS: Final = ("procedures", "officers", "contacts")  # NĐ 61/2018 Điều 9 khoản 7; NĐ 63/2010 Điều 17
MOSTLY: Final = 50  # per cent of its own: below it an article is mostly another unit's
SILENT_AFTER: Final = timedelta(days=7)  # without an answer of the site: nothing is known [C]


@dataclass(frozen=True, slots=True)
class _Read:
    """What counts of one article."""

    day: date
    words: int
    category: str
    pictured: bool
    copied: bool


def _sites(at: datetime) -> dict[int, Site]:
    """The units with a site on that day, and the oldest of their sites."""
    rows = Site.objects.filter(since__lte=today(at)).filter(Q(until__isnull=True) | Q(until__gte=today(at)))
    return {row.unit_id: row for row in rows.select_related("unit").order_by("-since", "-pk")}


def _all(at: datetime) -> set[str]:
    return {str(unit) for unit in _sites(at)}


def _each_day(window: Window) -> set[str]:
    return _all(window.at)


def first_day(at: datetime) -> date:
    """Of the months that are looked at."""
    month = today(at).replace(day=1)
    for _ in range(MONTHS):
        month = (month - timedelta(days=1)).replace(day=1)
    return month


def portals(keys: Iterable[str], at: datetime) -> Iterator[Portal]:
    """The sites of these units as of `at`; all sites are read, for the medians."""
    sites, asked = _sites(at), {int(key) for key in keys}
    first, end = first_day(at), today(at).replace(day=1)
    articles = _articles(set(sites), first, today(at))
    looks = _looks(sites, at)
    for unit in sorted(asked & sites.keys()):
        counted = [one for one in articles[unit] if one.day < end]
        others = [[one for one in articles[other] if one.day < end] for other in sites if other != unit]
        look = looks.get(unit)
        silent = look is None or look.at < at - SILENT_AFTER
        yield Portal(
            unit_id=unit, ref=sites[unit].unit.short_name, since=begin_of(sites[unit].since), articles=len(counted),
            words=_middle([one.words for one in counted]), categories=len({one.category for one in counted} - {""}),
            copied=sum(one.copied for one in counted), pictures=sum(one.pictured for one in counted),
            others_articles=_middle([len(rows) for rows in others]),
            others_words=_middle([_middle([one.words for one in rows]) for rows in others if rows]),
            others=len(others), last_on=max((one.day for one in articles[unit]), default=None),
            lacking=None if look is None else tuple(name for name in SECTIONS if name not in look.sections),
            looked_at=look.at if look else None, at=at, silent=silent,
        )  # fmt: skip


def _articles(units: set[int], first: date, last: date) -> dict[int, list[_Read]]:
    rows = Article.objects.filter(unit__in=units, published_on__gte=first, published_on__lte=last)
    found: dict[int, list[_Read]] = defaultdict(list)
    for unit, day, words, category, pictures, original in rows.values_list(
        "unit_id", "published_on", "words", "category", "pictures", "original"
    ):
        copied = original is not None and original < MOSTLY
        found[unit].append(_Read(day, words, category, pictures > 0, copied))
    return found


def _looks(sites: dict[int, Site], at: datetime) -> dict[int, SiteVisit]:
    """The last look at each unit's site that was answered."""
    rows = SiteVisit.objects.filter(site__unit__in=sites, ok=True, at__lte=at).select_related("site")
    return {row.site.unit_id: row for row in rows.order_by("site__unit", "-at").distinct("site__unit")}


def _middle(numbers: Sequence[float]) -> int:
    """The median, to the nearest whole; 0 of none."""
    return int(median(numbers) + 0.5) if numbers else 0


SOURCE: Final = Source("portal", Text("Trang thông tin điện tử", "News sites"), _all, _each_day, portals)
