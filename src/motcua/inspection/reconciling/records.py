"""The records of a unit and month, of every source and of the software, and how they pair."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import combinations
from typing import Final

from django.db.models import Q, QuerySet

from motcua.base.clock import VIETNAM
from motcua.dossiers.models import Dossier
from motcua.engines.linkage import Records, link, of_rows
from motcua.inspection.models import EntryTask, Link, Trace, TraceKind
from motcua.inspection.reconciling.clusters import CERTAIN, SOFTWARE, Clusters, Edge, Record, cautious
from motcua.inspection.sources.days import begin_of

AROUND: Final = timedelta(days=15)  # records that may be of one dossier lie so far apart [C]
LATE: Final = timedelta(days=60)  # so long after the month an entry is still looked for without its task [C]
AT_THE_DESK: Final = (TraceKind.QUEUE, TraceKind.PAPER, TraceKind.RECEIPT)  # their day is the day of reception


def month_end(month: date) -> date:
    """The first day of the next month."""
    return (month + timedelta(days=32)).replace(day=1)


def entered_on(dossier: Dossier) -> date:
    """The day on which it came into the software: with the guidance slip, where there was one, else at acceptance."""
    at = dossier.submitted_at if dossier.intake_ref or dossier.accepted_at is None else dossier.accepted_at
    return at.astimezone(VIETNAM).date()


@dataclass(frozen=True, slots=True)
class Cluster:
    """One dossier, as far as it is known. doubts: dossiers that it may be, and that a person has not looked at."""

    traces: tuple[Trace, ...]
    dossier: Dossier | None
    doubts: tuple[tuple[Trace, int], ...] = ()

    @property
    def desk(self) -> date | None:
        """The day of reception, by the sources that are kept at the desk."""
        return min((trace.received_on for trace in self.traces if trace.kind in AT_THE_DESK), default=None)

    @property
    def arose_on(self) -> date:
        """The first day on which anybody knows of it."""
        days = [trace.received_on for trace in self.traces]
        return self.desk or min(days, default=None) or entered_on(self.dossier)  # type: ignore[arg-type]

    @property
    def sources(self) -> frozenset[str]:
        """Who knows of it."""
        return frozenset(trace.kind for trace in self.traces) | ({SOFTWARE} if self.dossier else frozenset())


@dataclass(slots=True)
class Month:
    """All that was read, and what came out. edges: pairs of a trace and a dossier, by their keys."""

    traces: dict[int, Trace]
    dossiers: dict[int, Dossier]
    links: dict[tuple[int, int], Link]
    nameless: int
    clusters: list[Cluster] = field(default_factory=list)
    edges: dict[tuple[int, int], Edge] = field(default_factory=dict)


def read(unit_id: int, month: date) -> Month:
    """Records around a month and how they belong together; a handful of queries."""
    first, last = month - AROUND, month_end(month) + AROUND
    rows = Trace.objects.filter(unit=unit_id, received_on__gte=first, received_on__lt=last)
    found = list(rows.select_related("task").order_by("received_on", "pk"))
    traces = {trace.pk: trace for trace in found if trace.named}
    nameless = sum(not trace.named and trace.received_on.replace(day=1) == month for trace in found)
    links = {(row.trace_id, row.dossier_id): row for row in Link.objects.filter(trace__in=traces)}
    dossiers = {row.pk: row for row in _dossiers(unit_id, month, traces, links)}
    made = Month(traces, dossiers, links, nameless)
    _cluster(made)
    made.clusters = [one for one in made.clusters if one.arose_on.replace(day=1) == month]
    return made


def _dossiers(
    unit_id: int, month: date, traces: dict[int, Trace], links: dict[tuple[int, int], Link]
) -> QuerySet[Dossier]:
    """Entered around the month; by a task of it; linked by a person. Without those of other months' traces."""
    keys = [trace.task.intake_key for trace in traces.values() if trace.task is not None]
    confirmed = [dossier for (_, dossier), link in links.items() if link.state == Link.State.CONFIRMED]
    around = Q(desk=unit_id, accepted_at__gte=begin_of(month - AROUND),
               accepted_at__lt=begin_of(month_end(month) + LATE))  # fmt: skip
    elsewhere = Link.objects.filter(trace__unit=unit_id, state__in=(Link.State.MATCH, Link.State.CONFIRMED))
    taken = elsewhere.exclude(trace__in=traces).values("dossier")
    rows = Dossier.objects.filter((around & ~Q(pk__in=taken)) | Q(intake_key__in=keys) | Q(pk__in=confirmed))
    return rows.filter(accepted_at__isnull=False).select_related("procedure__procedure").order_by("accepted_at", "pk")


def _cluster(month: Month) -> None:
    """Join what is sure, a person's word first, then note what is doubtful."""
    records: list[Record] = [(trace.kind, pk) for pk, trace in month.traces.items()]
    records += [(SOFTWARE, pk) for pk in month.dossiers]
    apart = [_pair(month, *pair) for pair, row in month.links.items() if row.state == Link.State.REFUSED]
    clusters = Clusters(records, apart)
    clusters.join(_known(month))
    edges = _edges(month)
    clusters.join(edges)
    month.edges = {(edge.other[1], edge.one[1]): edge for edge in edges if edge.one[0] == SOFTWARE}
    doubts: dict[int, list[int]] = defaultdict(list)
    for (trace, dossier), edge in month.edges.items():
        if clusters.may_join(edge.one, edge.other):
            doubts[trace].append(dossier)
    for group in clusters.all():
        month.clusters.append(_made(month, group, doubts))


def _made(month: Month, group: list[Record], doubts: dict[int, list[int]]) -> Cluster:
    traces = sorted((month.traces[pk] for source, pk in group if source != SOFTWARE),
                    key=lambda trace: (trace.received_on, trace.pk))  # fmt: skip
    dossier = next((month.dossiers[pk] for source, pk in group if source == SOFTWARE), None)
    doubtful = [(trace, pk) for trace in traces for pk in doubts[trace.pk]] if dossier is None else []
    return Cluster(tuple(traces), dossier, tuple(doubtful))


def _pair(month: Month, trace: int, dossier: int) -> tuple[Record, Record]:
    return (SOFTWARE, dossier), (month.traces[trace].kind, trace)


def _known(month: Month) -> list[Edge]:
    """What a person said, and dossiers that were entered by the form of a task."""
    held = [Edge(*_pair(month, *pair), CERTAIN, {}, said=True) for pair, row in month.links.items()
            if row.state == Link.State.CONFIRMED]  # fmt: skip
    by_key = {dossier.intake_key: pk for pk, dossier in month.dossiers.items()}
    for pk, trace in month.traces.items():
        task = trace.task
        if task is not None and task.state != EntryTask.State.DROPPED and task.intake_key in by_key:
            held.append(Edge(*_pair(month, pk, by_key[task.intake_key]), CERTAIN, {}, said=True))
    return held


def _edges(month: Month) -> list[Edge]:
    """Pairs between any two sources."""
    kinds: dict[str, dict[int, dict[str, str]]] = defaultdict(dict)
    for pk, dossier in month.dossiers.items():
        kinds[SOFTWARE][pk] = _of_dossier(dossier)
    names = {row.procedure.procedure.code: row.procedure.name for row in month.dossiers.values()}
    for pk, trace in month.traces.items():
        kinds[trace.kind][pk] = _of_trace(trace, names)
    order = [SOFTWARE, *TraceKind.values]
    return [
        edge for one, other in combinations([name for name in order if name in kinds], 2)
        for edge in _between(one, other, _records(kinds[one]), _records(kinds[other]))
    ]  # fmt: skip


def _between(one: str, other: str, left: Records, right: Records) -> list[Edge]:
    found = []
    for pair in link(left, right):
        if (probability := cautious(pair)) is not None:
            ends = (one, int(left.ids[pair.left])), (other, int(right.ids[pair.right]))
            found.append(Edge(*ends, round(probability, 4), pair.levels))
    return found


def _records(rows: dict[int, dict[str, str]]) -> Records:
    return of_rows({"id": str(pk), **row} for pk, row in rows.items())


def _of_trace(trace: Trace, names: dict[str, str]) -> dict[str, str]:
    """names: of procedures by their codes."""
    return {
        "full_name": trace.full_name, "birth_date": trace.birth_date, "citizen_id": trace.citizen_id,
        "phone": trace.phone, "address": trace.address, "procedure": names.get(trace.procedure, trace.procedure),
        "received_on": f"{trace.received_on:%d/%m/%Y}", "fee": "" if trace.fee is None else str(trace.fee),
    }  # fmt: skip


def _of_dossier(dossier: Dossier) -> dict[str, str]:
    born = dossier.applicant_born_on
    return {
        "full_name": dossier.applicant_name, "birth_date": f"{born:%d/%m/%Y}" if born else "",
        "citizen_id": dossier.applicant_number, "phone": dossier.applicant_telephone,
        "address": dossier.applicant_address, "procedure": dossier.procedure.name,
        "received_on": f"{dossier.submitted_at.astimezone(VIETNAM):%d/%m/%Y}",
        "fee": "" if dossier.fee_vnd is None else str(dossier.fee_vnd),
    }  # fmt: skip
