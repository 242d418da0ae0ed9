"""The year with causes hidden in it: every planted cause is found, and nothing else."""

from collections import defaultdict

import pytest

from motcua.catalogue.queries import town_counts
from motcua.demo.year import END, lay_year
from motcua.demo.year.truth import Truth
from motcua.inspection.commands import run
from motcua.inspection.models import Finding

SMALL = 24 * 150


def compared(truth: Truth) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """Per signal: planted and not found; found and not planted."""
    planted = {(signal, key) for signal, key, _ in truth.planted}
    found = set(Finding.objects.filter(state__in=("open", "easing")).values_list("signal", "key"))
    missed: dict[str, list[str]] = defaultdict(list)
    more: dict[str, list[str]] = defaultdict(list)
    for signal, key in sorted(planted - found):
        missed[signal].append(key)
    for signal, key in sorted(found - planted):
        more[signal].append(key)
    return missed, more


@pytest.mark.django_db
@pytest.mark.parametrize("seed", [None, 7])
def test_the_signals_find_every_planted_cause_and_nothing_else(seed: int | None) -> None:
    truth = lay_year(seed=seed, number=SMALL)
    run(now=END, everything=True)
    assert compared(truth) == ({}, {})
