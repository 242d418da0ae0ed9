"""What is written down when a visit is opened: the samples, and what the system saw of each question."""

import secrets
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from motcua.inspection.models import Finding
from motcua.inspection.queries import TOLD, last_run
from motcua.inspection.signals import registry
from motcua.visits import checklists, populations, queries, sampling, words
from motcua.visits.models import Prefill, Sample, Visit

SEEDS: Final = 2**31
MOST_FINDINGS: Final = 30  # of one question; the number of all is told


def draw_samples(visit: Visit, *, size: int, seeds: Mapping[str, int], now: datetime) -> list[Sample]:
    """A sample of each question that asks for one; two questions over one population have the same seed.

    So the same dossiers serve all questions about dossiers: nobody fetches sixty from the shelf where thirty do.
    """
    units, keys, by_population = queries.subtree(visit.unit), dict[str, list[str]](), dict[str, int]()
    rows = []
    for question in checklists.questions(visit.template_version.content):
        name = question.population
        if question.kind != "sample":
            continue
        if name not in keys:
            keys[name] = populations.POPULATIONS[name](units, visit.period_from, visit.period_to, now)
            by_population[name] = secrets.randbelow(SEEDS)
        seed = seeds.get(question.id, by_population[name])
        drawn = sampling.drawn(keys[name], seed=seed, size=size)
        rows.append(
            Sample(visit=visit, question=question.id, population=name, description=words.population(name, visit),
                   count=len(set(keys[name])), source=sampling.digest(keys[name]), seed=seed, size=size, keys=drawn,
                   drawn_at=now, digest=sampling.digest(drawn))
        )  # fmt: skip
    return Sample.objects.bulk_create(rows)


def write_prefills(visit: Visit, samples: Sequence[Sample], *, now: datetime) -> list[Prefill]:
    """For each question with signals the open findings of the unit; without any run of the signals nothing is said."""
    if last_run() is None:
        return []
    units = queries.subtree(visit.unit)
    by_signal: dict[str, list[Finding]] = {}
    for row in Finding.objects.filter(unit__in=units, state__in=TOLD).order_by("-severity", "pk"):
        by_signal.setdefault(row.signal, []).append(row)
    drawn = {row.question: row for row in samples}
    rows = []
    for question in checklists.questions(visit.template_version.content):
        if question.signals:
            found = [row for code in question.signals for row in by_signal.get(code, ())]
            sample = drawn.get(question.id)
            named = populations.subjects(sample.population, units, sample.keys) if sample is not None else None
            rows.append(_prefill(question, found, named, visit=visit, at=now))
    return Prefill.objects.bulk_create(rows)


def _prefill(
    question: checklists.Question, found: list[Finding], named: Mapping[str, str] | None, *, visit: Visit, at: datetime
) -> Prefill:
    """Of a sample only what was drawn counts (named: subject → key); a number suggests nothing."""
    seen = of = None
    if named is not None:
        found = [row for row in found if row.subject in named]
        of = len(named)
        seen = of - len({row.subject for row in found})
    suggested = "" if question.kind == "number" or of == 0 else "fail" if found else "pass"
    return Prefill(
        visit=visit, question=question.id, at=at, suggested=suggested, seen=seen, of=of,
        findings=[_told(row) for row in found[:MOST_FINDINGS]],
    )  # fmt: skip


def _told(row: Finding) -> dict[str, Any]:
    """A finding as a fact of this moment, in both languages."""
    said = registry()[row.signal].sentence
    return {"finding": row.pk, "signal": row.signal, "vi": said.vi.format(**row.values),
            "en": said.en.format(**row.values)}  # fmt: skip
