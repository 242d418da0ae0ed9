"""A whole year of the town of 2023, made of a seed alone, with causes hidden in it. All people and papers are invented.

The rows are laid in bulk and not by the commands that people use: a year of acts of two dozen offices would take hours.
The record has the acts of each dossier nevertheless, chained as always, so that `motcua verify-log` proves it. What was
planted is written to a file apart from the data; only `motcua bench inspection` reads it.
"""

import json
from pathlib import Path

from django.db import transaction

from motcua.demo.town import lay_frame
from motcua.demo.year import catalogue, dossiers, papers, premises, traces, voices
from motcua.demo.year.frame import END, frame
from motcua.demo.year.plants import Plan
from motcua.demo.year.truth import Truth

__all__ = ["END", "lay_year"]


@transaction.atomic
def lay_year(*, seed: int | None, number: int, truth_file: Path | None = None) -> Truth:
    """All of the year or nothing. seed: None for the causes that the real inspection found; number: of dossiers."""
    lay_frame("2023", now=END)
    year = frame(seed or 0)
    plan, truth = Plan(year.units, year.communes, seed), Truth()
    procedures = catalogue.lay(year, plan, truth)
    dossiers.lay(year, plan, truth, procedures, number)
    papers.lay(year, plan, truth)
    voices.lay(year, plan, truth)
    premises.lay(year, plan, truth)
    traces.lay(year, plan, truth)
    if truth_file is not None:
        truth_file.write_text(json.dumps(truth.as_json(seed), ensure_ascii=False, indent=1), encoding="utf-8")
    return truth
