"""What came out for a month, in counts: nothing personal."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from statistics import median
from typing import Any, Final

from motcua.base.vietnamese import plain
from motcua.engines import worktime
from motcua.engines.linkage import LinkageError, estimate
from motcua.engines.linkage.estimate import MOST_SOURCES
from motcua.inspection.models import EntryTask
from motcua.inspection.reconciling.clusters import SOFTWARE
from motcua.inspection.reconciling.records import Cluster, Month, entered_on
from motcua.organisations.queries import Calendars

OTHERS: Final = "others"  # the smallest sources together, where there are more than the engine takes
DOUBTFUL: Final = ("còn {n} hồ sơ chưa rõ có trong phần mềm hay không: con số sẽ đổi khi đã xem",
                   "of {n} dossiers nobody knows yet whether they were entered: the number will change")  # fmt: skip
Late = tuple[int, str, str, int]


@dataclass(slots=True)
class Row:
    """One procedure. code: "" where only other sources know it, by the name they use."""

    code: str
    name: str
    matched: int = 0
    software: int = 0
    paper: int = 0
    doubtful: int = 0
    late: int = 0


def counted(month: Month) -> list[Cluster]:
    """Clusters that are dossiers: without those of which somebody said that they are none."""
    return [one for one in month.clusters if one.dossier is not None or not _dropped(one)]


def _dropped(cluster: Cluster) -> bool:
    tasks = [trace.task for trace in cluster.traces if trace.task is not None]
    return any(task.state == EntryTask.State.DROPPED and not task.merged for task in tasks)


def late(clusters: Iterable[Cluster], unit_id: int) -> list[Late]:
    """Entered on a later working day than received: the latest first. Days by the calendar of the unit."""
    calendars = Calendars()
    found = []
    for one in clusters:
        if one.dossier is None or one.desk is None:
            continue
        entered = entered_on(one.dossier)
        days = worktime.working_days_after(one.desk, entered, calendars.of(unit_id, one.desk))
        if days > 0:
            found.append((one.dossier.pk, one.desk.isoformat(), entered.isoformat(), days))
    return sorted(found, key=lambda row: (-row[3], row[0]))


def figures(month: Month, latest: Sequence[Late]) -> dict[str, Any]:
    """All counts of the month, and the estimate."""
    clusters = counted(month)
    rows = _by_procedure(clusters, {row[0] for row in latest})
    days = [row[3] for row in latest]
    total = {name: sum(getattr(row, name) for row in rows) for name in ("matched", "software", "paper", "doubtful")}
    return {
        **total, "nameless": month.nameless, "dropped": len(month.clusters) - len(clusters),
        "late": {"count": len(days), "median": median(days) if days else 0, "most": max(days, default=0)},
        "procedures": [asdict(row) for row in rows], **_estimated(clusters, total["doubtful"]),
    }  # fmt: skip


def _by_procedure(clusters: Sequence[Cluster], latest: set[int]) -> list[Row]:
    rows: dict[str, Row] = {}
    known: dict[str, str] = {}  # names and codes of the software → code
    for one in clusters:
        if one.dossier is not None:
            version = one.dossier.procedure
            known[plain(version.name)] = known[version.procedure.code] = version.procedure.code
            rows.setdefault(version.procedure.code, Row(version.procedure.code, version.name))
    for one in clusters:
        if one.dossier is None:
            name = next((trace.procedure for trace in one.traces if trace.procedure), "")
            key = known.get(name) or known.get(plain(name)) or plain(name)
            row = rows.setdefault(key, Row("", name))
            row.doubtful += bool(one.doubts)
            row.paper += not one.doubts
            continue
        row = rows[one.dossier.procedure.procedure.code]
        row.matched += bool(one.traces)
        row.software += not one.traces
        row.late += one.dossier.pk in latest
    return sorted(rows.values(), key=lambda row: (-row.paper, -row.doubtful, row.name))


def _estimated(clusters: Sequence[Cluster], doubtful: int) -> dict[str, Any]:
    """How many dossiers no source has; "sources" in the order in which the engine's warnings number them."""
    sizes = Counter(source for one in clusters for source in one.sources)
    order = [name for name, _ in sorted(sizes.items(), key=lambda held: (held[0] != SOFTWARE, -held[1], held[0]))]
    apart = order if len(order) <= MOST_SOURCES else order[: MOST_SOURCES - 1]
    names = apart if len(order) <= MOST_SOURCES else [*apart, OTHERS]
    counts: Counter[tuple[int, ...]] = Counter()
    for one in clusters:
        seen = {name if name in apart else OTHERS for name in one.sources}
        counts[tuple(int(name in seen) for name in names)] += 1
    sources = [[name, sum(number for row, number in counts.items() if row[at])] for at, name in enumerate(names)]
    try:
        found = estimate(counts)
    except LinkageError as error:
        return {"sources": sources, "estimate": None, "why_not": {"vi": error.words("vi"), "en": error.words("en")}}
    warnings = found.warnings
    if doubtful:
        warnings = [*warnings, (DOUBTFUL[0].format(n=doubtful), DOUBTFUL[1].format(n=doubtful))]
    return {
        "sources": sources, "why_not": None,
        "estimate": {
            "observed": found.observed, "missing": round(found.missing, 1), "low": found.low - found.observed,
            "high": found.high - found.observed, "total": round(found.total, 1), "model": found.model,
            "warnings": [{"vi": vi, "en": en} for vi, en in warnings],
        },
    }  # fmt: skip
