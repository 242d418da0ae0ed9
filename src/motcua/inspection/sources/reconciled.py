"""Missing dossiers and days of entry, as the reconciliation of the sources left them at a moment."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Final

from django.db.models import Q

from motcua.base.text import Text
from motcua.engines import worktime
from motcua.inspection.facts.reconciled import Entered, Missing
from motcua.inspection.models import EntryTask, Link
from motcua.inspection.reconciling.records import AT_THE_DESK, entered_on
from motcua.inspection.sources.days import by
from motcua.inspection.sources.source import Source, Window
from motcua.organisations.queries import Calendars

LINKED: Final = (Link.State.MATCH, Link.State.CONFIRMED)


def _missing_keys(at: datetime) -> set[str]:
    return {str(pk) for pk in EntryTask.objects.filter(opened_at__lte=at).values_list("pk", flat=True)}


def _missing_window(window: Window) -> set[str]:
    """What is open, and what was closed lately."""
    wanted = Q(state=EntryTask.State.OPEN) | Q(closed_at__gte=window.since)
    rows = EntryTask.objects.filter(wanted, opened_at__lte=window.at)
    return {str(pk) for pk in rows.values_list("pk", flat=True)}


def missing(keys: Iterable[str], at: datetime) -> Iterator[Missing]:
    """Each task of these as of `at`."""
    rows = EntryTask.objects.filter(pk__in=[int(key) for key in keys]).select_related("trace").order_by("pk")
    for row in rows:
        closed = by(row.closed_at, at)
        yield Missing(row.pk, row.unit_id, str(row.trace.get_kind_display()), row.trace.ref, row.arose_on, closed, at,
                      closed or row.opened_at)  # fmt: skip


def _entered_keys(at: datetime) -> set[str]:
    rows = Link.objects.filter(state__in=LINKED, at__lte=at, trace__kind__in=AT_THE_DESK)
    return {str(pk) for pk in rows.values_list("dossier_id", flat=True).distinct()}


def _entered_window(window: Window) -> set[str]:
    rows = Link.objects.filter(state__in=LINKED, at__gte=window.since, at__lte=window.at, trace__kind__in=AT_THE_DESK)
    return {str(pk) for pk in rows.values_list("dossier_id", flat=True).distinct()}


def entered(keys: Iterable[str], at: datetime) -> Iterator[Entered]:
    """Each dossier of these that a source at the desk knew by `at`, by the earliest day of these sources."""
    rows = Link.objects.filter(state__in=LINKED, at__lte=at, trace__kind__in=AT_THE_DESK)
    rows = rows.filter(dossier__in=[int(key) for key in keys], dossier__accepted_at__lte=at)
    calendars = Calendars()
    first = rows.select_related("trace", "dossier").order_by("dossier", "trace__received_on", "pk")
    for link in first.distinct("dossier"):
        trace, day = link.trace, entered_on(link.dossier)
        days = worktime.working_days_after(trace.received_on, day, calendars.of(trace.unit_id, trace.received_on))
        yield Entered(link.dossier_id, trace.unit_id, str(trace.get_kind_display()), link.dossier.ref,
                      trace.received_on, day, days, at, link.at)  # fmt: skip


SOURCE: Final = (
    Source("missing", Text("Hồ sơ thiếu trong phần mềm", "Dossiers that the software does not have"), _missing_keys,
           _missing_window, missing),
    Source("entered", Text("Ngày nhập so với ngày nhận", "Day of entry against day of reception"), _entered_keys,
           _entered_window, entered),
)  # fmt: skip
