"""A one-stop's last whole month, and what one desk entered on one day, as they stood at a moment."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import Any, Final

from django.db.models import Count, F, Q
from django.db.models.functions import TruncDate

from motcua.base.clock import VIETNAM
from motcua.base.text import Text
from motcua.catalogue.models import Channel
from motcua.dossiers.models import Dossier
from motcua.inspection.facts.units import DeskDay, Entry, Month
from motcua.inspection.sources.days import begin_of, end_of, today
from motcua.inspection.sources.source import Source, Window
from motcua.organisations.reading.one_stops import one_stops
from motcua.portal.models import Rating

CONTENT: Final = 4  # of 5: hài lòng, rất hài lòng (QĐ 766)


def _all_one_stops(at: datetime) -> set[str]:
    return {str(pk) for pk in one_stops(today(at)).values_list("pk", flat=True)}


def _each_day(window: Window) -> set[str]:
    return _all_one_stops(window.at)


def months(keys: Iterable[str], at: datetime) -> Iterator[Month]:
    """The last whole month of each one-stop of these before `at`."""
    units = {int(key) for key in keys}
    last = today(at).replace(day=1) - timedelta(days=1)
    month = last.replace(day=1)
    span = (begin_of(month), end_of(last))
    accepted = Dossier.objects.filter(desk__in=units, accepted_at__gte=span[0], accepted_at__lt=span[1])
    received = _counts(accepted, "desk", online=Count("pk", filter=Q(channel=Channel.ONLINE)))
    decided = _counts(Dossier.objects.filter(unit__in=units, resolved_at__gte=span[0], resolved_at__lt=span[1]), "unit",
                      late=Count("pk", filter=Q(resolved_at__gt=F("promised"))))  # fmt: skip
    rated = _counts(Rating.objects.filter(unit__in=units, at__gte=span[0], at__lt=span[1]), "unit",
                    content=Count("pk", filter=Q(score__gte=CONTENT)))  # fmt: skip
    for unit in sorted(units):
        yield Month(
            unit, month, received[unit]["number"], received[unit]["online"], decided[unit]["number"],
            decided[unit]["late"], rated[unit]["number"], rated[unit]["content"], span[1], at,
        )  # fmt: skip


def _counts(rows: Any, by: str, **counts: Count) -> dict[int, dict[str, int]]:
    """Of each unit: how many rows, and the named counts; 0 where there is none."""
    found: dict[int, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for row in rows.order_by().values(by).annotate(number=Count("pk"), **counts):
        found[row[by]] = row
    return found


def _entered(wanted: Q) -> set[str]:
    rows = Dossier.objects.filter(wanted).annotate(day=TruncDate("accepted_at", tzinfo=VIETNAM))
    return {f"{desk}/{day}" for desk, day in rows.order_by().values_list("desk_id", "day").distinct()}


def _desk_days(at: datetime) -> set[str]:
    return _entered(Q(accepted_at__lte=at))


def _desk_days_of(window: Window) -> set[str]:
    return _entered(Q(accepted_at__lte=window.at, accepted_at__gte=begin_of(today(window.since))))


def desk_days(keys: Iterable[str], at: datetime) -> Iterator[DeskDay]:
    """What each desk entered on each of these days, as of `at`."""
    wanted = {(int(unit), date.fromisoformat(day)) for unit, day in (key.split("/") for key in keys)}
    if not wanted:
        return
    days = {day for _, day in wanted}
    rows = Dossier.objects.filter(
        desk__in={unit for unit, _ in wanted}, accepted_at__gte=begin_of(min(days)), accepted_at__lt=end_of(max(days))
    ).filter(accepted_at__lte=at)
    held: dict[tuple[int, date], list[Entry]] = defaultdict(list)
    for desk, code, submitted, accepted in rows.order_by("accepted_at", "pk").values_list(
        "desk_id", "code", "submitted_at", "accepted_at"
    ):
        if accepted is not None:
            held[desk, today(accepted)].append(Entry(code or "", submitted, accepted))
    for place in sorted(wanted & held.keys()):
        entries = tuple(held[place])
        yield DeskDay(place[0], place[1], entries, at, entries[-1].accepted_at)


SOURCE: Final = (
    Source("month", Text("Tháng của Bộ phận Một cửa", "Months of one-stops"), _all_one_stops, _each_day, months),
    Source("desk", Text("Ngày nhập hồ sơ", "Days of entry"), _desk_days, _desk_days_of, desk_days),
)
