"""Looking at the news sites of the units: what they list, each new article, whose words it has, which sections."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import Any, Final

from django.db import transaction
from django.db.models import Q

from motcua.base.clock import VIETNAM
from motcua.engines import news
from motcua.engines.news import Known, Listed, Story
from motcua.events.commands import record
from motcua.portal.fetching import CannotFetch, Fetcher
from motcua.portal.models import Article, Site, SiteVisit

GROUND: Final = "NĐ 42/2022/NĐ-CP (thông tin trên môi trường mạng); tự kiểm tra của thị xã"
MOST_NEW: Final = 40  # articles of one visit; the rest comes with the next
LOOK_BACK: Final = timedelta(days=120)  # articles that a new one is compared with
Make = Callable[[str], Fetcher]


def look_at_all(*, by: Any, now: datetime, fetcher: Make = Fetcher) -> dict[str, int]:
    """Visit each site that stands today; one that fails stops no other. Counts of sites, failed and new articles."""
    today = now.astimezone(VIETNAM).date()
    sites = Site.objects.filter(Q(until__isnull=True) | Q(until__gte=today), since__lte=today)
    counts = {"sites": 0, "failed": 0, "articles": 0}
    for site in sites.select_related("unit").order_by("unit__sort_key", "pk"):
        visit = look_at(site, by=by, now=now, fetcher=fetcher)
        counts["sites"] += 1
        counts["failed"] += not visit.ok
        counts["articles"] += visit.articles
    return counts


def look_at(site: Site, *, by: Any, now: datetime, fetcher: Make = Fetcher) -> SiteVisit:
    """Visit one site: its list, its first page, its new articles. What cannot be had is told in the visit.

    Fetching happens outside the transaction; articles, visit and event are written together.
    """
    pages = fetcher(site.address)
    try:
        listed = news.listed(site.kind, pages.page(site.address), site.address)
        front = pages.page(_front(site.address))
    except CannotFetch as error:
        return _written(site, SiteVisit(site=site, at=now, ok=False, fault=str(error)[:300]), [], by=by, now=now)
    known = set(Article.objects.filter(unit=site.unit).values_list("address", flat=True))
    new = [one for one in listed if one.address not in known][:MOST_NEW]
    articles = [made for one in new if (made := _article(site, pages, one, now)) is not None]
    visit = SiteVisit(site=site, at=now, ok=True, articles=len(articles), sections=list(news.sections(front)))
    return _written(site, visit, articles, by=by, now=now)


def _front(address: str) -> str:
    """The first page of a site; a folder of files has an index beside its list."""
    if address.startswith("file:"):
        return f"{address.rpartition('/')[0]}/index.html"
    scheme, _, rest = address.partition("://")
    return f"{scheme}://{rest.partition('/')[0]}/"


def _article(site: Site, pages: Fetcher, one: Listed, now: datetime) -> Article | None:
    """The row of a listed address; None where the page cannot be had, holds no article, or has no day."""
    try:
        found: Story | None = news.story(pages.page(one.address), one.address)
    except CannotFetch:
        return None
    day = one.day or (found.day if found else None)
    if found is None or day is None or day > now.astimezone(VIETNAM).date():
        return None
    return Article(
        unit=site.unit, address=one.address[:500], title=(one.title or found.title)[:500] or one.address[:500],
        category=found.category[:200], published_on=day, words=found.words, pictures=found.pictures,
        fingerprint=news.fingerprint(found.text), changed_at=now,
    )  # fmt: skip


@transaction.atomic
def _written(site: Site, visit: SiteVisit, articles: list[Article], *, by: Any, now: datetime) -> SiteVisit:
    Article.objects.bulk_create(articles)
    _compare(articles)
    visit.save()
    data = {"site": site.pk, "unit": site.unit_id, "ok": visit.ok, "articles": len(articles)}
    record("site.looked_at", f"site:{site.pk}", by=by, at=now, ground=GROUND, data=data)
    return visit


def _compare(articles: list[Article]) -> None:
    """How much of each is its own, beside the articles of other units of the months before it."""
    if not articles:
        return
    first = min(article.published_on for article in articles) - LOOK_BACK
    last = max(article.published_on for article in articles)
    new = {article.pk for article in articles}
    rows = Article.objects.filter(published_on__gte=first, published_on__lte=last, fingerprint__isnull=False)
    before = [Known(row.pk, row.unit_id, bytes(row.fingerprint or b"")) for row in rows.exclude(pk__in=new)]
    shares = news.original(_known(articles), before)
    for article in articles:
        article.original, near = shares[article.pk]
        article.near_id = near
    Article.objects.bulk_update(articles, ["original", "near"])


def _known(articles: Iterable[Article]) -> list[Known]:
    ordered = sorted(articles, key=lambda article: (article.published_on, article.pk))
    return [Known(row.pk, row.unit_id, bytes(row.fingerprint or b"")) for row in ordered]
