"""When each source of a unit told something last: what tells nothing is neither good nor bad, but silent."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.db.models import Max, Min

from motcua.base.text import Text
from motcua.catalogue.models import Posting
from motcua.documents.models import IssuedDocument
from motcua.dossiers.models import Dossier
from motcua.inspection.facts.units import Source as Silence
from motcua.inspection.sources.days import begin_of, today
from motcua.inspection.sources.source import Source, Window
from motcua.organisations.reading.one_stops import one_stops
from motcua.portal.models import Rating, SiteVisit

Span = dict[int, tuple[datetime, datetime]]  # unit → first and last time that it told something


@dataclass(frozen=True, slots=True)
class Told:
    """A source that each one-stop is expected to feed, once half of them do."""

    words: str
    spans: Callable[[datetime], Span]


def _of_moments(rows: Iterable[tuple[int, datetime, datetime]]) -> Span:
    return {unit: (first, last) for unit, first, last in rows}


def _dossiers(at: datetime) -> Span:
    rows = Dossier.objects.filter(accepted_at__lte=at).order_by().values_list("desk_id")
    return _of_moments(rows.annotate(Min("accepted_at"), Max("accepted_at")))


def _documents(at: datetime) -> Span:
    rows = IssuedDocument.objects.filter(issued_on__lte=today(at)).order_by().values_list("unit_id")
    found = rows.annotate(Min("issued_on"), Max("issued_on"))
    return {unit: (begin_of(first), begin_of(last)) for unit, first, last in found}


def _sites(at: datetime) -> Span:
    rows = SiteVisit.objects.filter(ok=True, at__lte=at).order_by().values_list("site__unit_id")
    return _of_moments(rows.annotate(Min("at"), Max("at")))


def _ratings(at: datetime) -> Span:
    return _of_moments(
        Rating.objects.filter(at__lte=at).order_by().values_list("unit_id").annotate(Min("at"), Max("at"))
    )


def _postings(at: datetime) -> Span:
    """A posting stays: whoever has posted something is not silent."""
    rows = Posting.objects.filter(posted_on__lte=today(at)).order_by().values_list("unit_id").annotate(Min("posted_on"))
    return {unit: (begin_of(first), at) for unit, first in rows}


SOURCES: Final[dict[str, Told]] = {
    "documents": Told("Sổ văn bản đi", _documents),
    "dossiers": Told("Hồ sơ một cửa", _dossiers),
    "postings": Told("Niêm yết thủ tục", _postings),
    "ratings": Told("Phiếu đánh giá", _ratings),
    "site": Told("Trang thông tin điện tử", _sites),
}


def _all(at: datetime) -> set[str]:
    """Each one-stop and source that half of them feed: what nobody uses yet is not asked of anybody."""
    units = set(one_stops(today(at)).values_list("pk", flat=True))
    found: set[str] = set()
    for name, told in SOURCES.items():
        used = units & told.spans(at).keys()
        if 2 * len(used) >= len(units) > 0:
            found |= {f"{unit}/{name}" for unit in units}
    return found


def _each_day(window: Window) -> set[str]:
    return _all(window.at)


def silences(keys: Iterable[str], at: datetime) -> Iterator[Silence]:
    """When each source of these told something last before `at`."""
    wanted = {(int(unit), name) for unit, name in (key.split("/") for key in keys)}
    for name in sorted({name for _, name in wanted}):
        spans = SOURCES[name].spans(at)
        if not spans:
            continue
        firsts = sorted(first for first, _ in spans.values())
        usual = firsts[len(firsts) // 2]  # by then half of them fed it
        for unit in sorted(unit for unit, of in wanted if of == name):
            first, last = spans.get(unit, (usual, None))
            yield Silence(unit, name, SOURCES[name].words, last, first, at)


SOURCE: Final = Source("silence", Text("Nguồn số liệu", "Sources of data"), _all, _each_day, silences)
