"""Links and tasks as a month came out, inside the caller's transaction."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, Final

from motcua.engines.linkage import why
from motcua.inspection.models import EntryTask, Link, Trace
from motcua.inspection.reconciling.records import Cluster, Month

BY_OTHERS: Final = {"vi": ["qua bản ghi cùng hồ sơ ở nguồn khác"], "en": ["by a record of the same dossier elsewhere"]}
BY_TASK: Final = 1.0
ENGINE: Final = frozenset({Link.State.MATCH, Link.State.REVIEW})
Pair = tuple[int, int]


def write_links(month: Month, now: datetime) -> Counter[str]:
    """What the engine says of each pair; what a person said stands. Returns how many were made, changed, removed."""
    wanted = dict(_wanted(month))
    scope = {trace.pk for one in month.clusters for trace in one.traces}
    old = {pair: row for pair, row in month.links.items() if pair[0] in scope and row.state in ENGINE}
    gone = [row.pk for pair, row in old.items() if pair not in wanted]
    new, changed = [], []
    for pair, (state, probability) in wanted.items():
        row = month.links.get(pair)
        if row is None:
            new.append(Link(trace_id=pair[0], dossier_id=pair[1], probability=probability, state=state, at=now,
                            why=_why(month, pair)))  # fmt: skip
        elif row.state in ENGINE and (row.state, row.probability) != (state, probability):
            row.state, row.probability, row.at, row.why = state, probability, now, _why(month, pair)
            changed.append(row)
    Link.objects.filter(pk__in=gone).delete()
    Link.objects.bulk_create(new, batch_size=500)
    Link.objects.bulk_update(changed, ["state", "probability", "at", "why"], batch_size=500)
    return +Counter({"linked": len(new), "relinked": len(changed), "unlinked": len(gone)})


def _wanted(month: Month) -> Iterable[tuple[Pair, tuple[str, float]]]:
    for one in month.clusters:
        for trace in one.traces if one.dossier is not None else ():
            pair = trace.pk, one.dossier.pk  # type: ignore[union-attr]
            edge = month.edges.get(pair)
            yield pair, (Link.State.MATCH, edge.probability if edge is not None and edge.sure else BY_TASK)
        for trace, dossier in one.doubts:
            yield (trace.pk, dossier), (Link.State.REVIEW, month.edges[trace.pk, dossier].probability)


def _why(month: Month, pair: Pair) -> dict[str, Any]:
    edge = month.edges.get(pair)
    if edge is None:
        return BY_OTHERS
    return {language: why(dict(edge.levels), language) for language in ("vi", "en")}


def write_tasks(month: Month, unit_id: int, first: date, now: datetime) -> Counter[str]:
    """One open task a dossier that the software does not have. Returns how many were opened, closed and so on."""
    told: Counter[str] = Counter()
    for one in sorted(month.clusters, key=lambda one: (one.arose_on, one.traces[0].pk if one.traces else 0)):
        tasks = _tasks(one)
        if one.dossier is not None:
            for task in tasks:
                told += _entered(task, one, now)
        elif tasks:
            told += _kept(tasks[0], tasks[1:], now)
            _point(one.traces, tasks[0])
        elif not one.doubts:
            task = EntryTask.objects.create(
                unit_id=unit_id, month=first, trace=one.traces[0], arose_on=one.arose_on, opened_at=now
            )
            _point(one.traces, task)
            told["opened"] += 1
    return told


def _tasks(one: Cluster) -> list[EntryTask]:
    """Tasks of its traces, those that are no other's first, then the oldest."""
    found = {trace.task.pk: trace.task for trace in one.traces if trace.task is not None}
    return sorted(found.values(), key=lambda task: (task.merged, task.pk))


def _entered(task: EntryTask, one: Cluster, now: datetime) -> Counter[str]:
    if task.state == EntryTask.State.DROPPED or task.dossier_id == one.dossier.pk:  # type: ignore[union-attr]
        return Counter()
    task.state, task.dossier, task.closed_at = EntryTask.State.ENTERED, one.dossier, now
    task.save(update_fields=["state", "dossier", "closed_at"])
    return Counter({"entered": 1})


def _kept(main: EntryTask, others: list[EntryTask], now: datetime) -> Counter[str]:
    """The first task goes on; the others are of the same dossier."""
    told: Counter[str] = Counter()
    if main.state == EntryTask.State.ENTERED or main.merged:
        main.state, main.dossier, main.closed_at, main.merged = EntryTask.State.OPEN, None, None, False
        main.save(update_fields=["state", "dossier", "closed_at", "merged"])
        told["reopened"] += 1
    for task in others:
        if task.state != EntryTask.State.DROPPED:
            task.state, task.merged, task.dossier, task.closed_at = EntryTask.State.DROPPED, True, None, now
            task.save(update_fields=["state", "merged", "dossier", "closed_at"])
            told["merged"] += 1
    return told


def _point(traces: Iterable[Trace], task: EntryTask) -> None:
    """All traces of a dossier lead to its task."""
    moved = [trace.pk for trace in traces if trace.task_id != task.pk]
    if moved:
        Trace.objects.filter(pk__in=moved).update(task=task)
    for trace in traces:
        trace.task = task
