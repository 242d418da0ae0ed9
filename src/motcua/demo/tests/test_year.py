"""The year with causes hidden in it: every planted cause is found, and nothing else."""

from collections import defaultdict

import pytest
from django.db import transaction

from motcua.catalogue.queries import town_counts
from motcua.demo.tests.conclusions import all_holds, concluded, what_the_town_did
from motcua.demo.year import END, lay_year
from motcua.demo.year.frame import frame as year_frame
from motcua.demo.year.plants import DRAWN, Plan
from motcua.demo.year.traces import MONTH
from motcua.demo.year.truth import Truth
from motcua.dossiers.models import Dossier
from motcua.engines.record import GENESIS, canonical
from motcua.engines.record.chain import link
from motcua.events.models import Event
from motcua.inspection.commands import run
from motcua.inspection.models import EntryTask, Finding, Reconciliation

SMALL = 24 * 300


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
def test_the_signals_find_every_cause_drawn_at_random_and_nothing_else() -> None:
    truth = lay_year(seed=7, number=SMALL)
    run(now=END, everything=True)
    assert compared(truth) == ({}, {})
    all_holds(concluded())


THIN = {"Phạm Thái", "Minh Tân", "Lạc Long", "Hiệp Sơn", "Hoành Sơn"}


@pytest.mark.django_db
def test_the_default_year_is_found_as_it_was_planted() -> None:
    """One long year for all that is said of it: it takes half a minute to lay."""
    truth = lay_year(seed=None, number=SMALL)
    run(now=END, everything=True)
    assert compared(truth) == ({}, {})
    _the_catalogue_is_the_towns()
    thin = Finding.objects.filter(signal="POR01", state="open").values_list("unit__short_name", flat=True)
    assert set(thin) == THIN
    _the_missing_dossiers_are_named_and_the_estimate_covers_what_arose(truth)
    what_the_town_did(concluded())
    all_holds(concluded())


def _the_catalogue_is_the_towns() -> None:
    levels, branches = town_counts(END.date())
    counted = {one.of: (one.procedures, one.fields) for one in levels}
    assert (counted["district"], counted["commune"]) == ((326, 56), (122, 34))
    assert {one.of: one.procedures for one in branches} == {"police": 12, "insurance": 25}


def _the_missing_dossiers_are_named_and_the_estimate_covers_what_arose(truth: Truth) -> None:
    found = Reconciliation.objects.get(unit__short_name="An Phụ", month=MONTH)
    planted = [key for signal, key, unit in truth.planted if (signal, unit) == ("MIS01", "An Phụ")]
    tasks = EntryTask.objects.filter(unit=found.unit, state="open").select_related("trace")
    assert {f"missing:{task.pk}" for task in tasks} == set(planted)
    assert all(task.trace.full_name for task in tasks)
    entered = Dossier.objects.filter(desk=found.unit, accepted_at__year=2023, accepted_at__month=11).count()
    told = found.figures["estimate"]  # low, high: beyond what was observed
    assert told["observed"] + told["low"] <= entered + len(planted) <= told["observed"] + told["high"]


@pytest.mark.django_db
def test_the_same_seed_makes_the_same_year_and_its_record_is_whole() -> None:
    made = []
    for _ in range(2):
        with transaction.atomic():
            truth = lay_year(seed=3, number=24)
            codes = Dossier.objects.order_by("code").values_list("code", "applicant_name", "resolved_at")
            made.append((sorted((signal, unit) for signal, _, unit in truth.planted), list(codes)))
            _the_record_is_whole()
            units = year_frame(0).units
            transaction.set_rollback(True)
    assert made[0] == made[1]
    drawn = [{signal: [unit.pk for unit in Plan(units, units[1:], seed).units_of(signal)] for signal in DRAWN}
             for seed in (3, 4)]  # fmt: skip
    assert drawn[0] != drawn[1]


def _the_record_is_whole() -> None:
    events = Event.objects.filter(stream__startswith="dossier:", seq=1)[:50]
    assert events
    for event in events:
        body = canonical(stream=event.stream, kind=event.kind, at=event.at, actor_id=event.actor_id,
                         actor_name=event.actor_name, ground=event.ground, data=event.data)  # fmt: skip
        assert bytes(event.hash) == link(GENESIS, body)
