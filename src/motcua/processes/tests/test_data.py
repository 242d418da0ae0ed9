"""The demo's procedures and processes: known keys, known codes, steps that fit their procedure."""

import gzip
import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from motcua.catalogue.commands.lay import DATA as PROCEDURES
from motcua.catalogue.rules import limit_of
from motcua.processes import description
from motcua.processes.commands import DATA as PROCESSES
from motcua.processes.description import HOURS
from motcua.processes.models import StepKind

KEYS = {
    "code", "name", "field", "field_code", "levels", "branch", "agency", "result", "online_level", "at_once",
    "valid_from", "valid_to", "mark", "terms", "papers", "legal_basis", "requirements",
}  # fmt: skip
TERMS = {"channel", "case", "quantity", "unit", "fee", "fee_text", "note"}
FILES = sorted(PROCEDURES.glob("*.toml"))


def procedure(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text("utf-8"))


def process(code: str) -> description.Description:
    return description.read((PROCESSES / f"{code}.yaml").read_text("utf-8"))


def test_there_are_at_least_sixty_in_fifteen_fields_and_each_has_a_process() -> None:
    codes = {path.stem for path in FILES}
    assert len(codes) >= 60
    assert len({procedure(path)["field"] for path in FILES}) >= 15
    assert codes == {path.stem for path in PROCESSES.glob("*.yaml")}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_procedure_has_known_keys_a_ground_and_a_limit(path: Path) -> None:
    row = procedure(path)
    assert row["code"] == path.stem
    assert set(row) <= KEYS
    assert row["mark"] in {"S", "M", "C"}
    assert row["legal_basis"]
    assert all(set(terms) <= TERMS and limit_of(terms.get("quantity", ""), terms["unit"]) for terms in row["terms"])


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_process_can_run_and_its_longest_way_fits_the_shortest_limit(path: Path) -> None:
    rows = [row for row in procedure(path)["terms"] if row["unit"] in HOURS]
    shortest = min((float(row["quantity"]) * HOURS[row["unit"]] for row in rows), default=None)
    assert description.faults_of(process(path.stem), shortest) == []


def test_some_processes_branch_some_consult_and_some_do_a_step_by_themselves() -> None:
    found = [process(path.stem) for path in FILES]
    assert sum(any(len(step.after) > 1 for step in one.steps) for one in found) >= 8
    kinds = [step.kind for one in found for step in one.steps]
    assert {StepKind.CONSULT.value, StepKind.AUTOMATIC.value, StepKind.ASSIGN.value} <= set(kinds)


def test_codes_names_and_fields_are_those_of_the_national_list(shared: Path) -> None:
    with gzip.open(shared / "data/procedures/catalogue.jsonl.gz", "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    national = {row["code"].strip(): (bare(row["name"]), bare(row["categories"][0])) for row in rows}
    ours = {path.stem: (bare(procedure(path)["name"]), bare(procedure(path)["field"])) for path in FILES}
    assert {code: pair for code, pair in ours.items() if national.get(code) != pair} == {}


def bare(text: str) -> str:
    words = " ".join(text.split())
    return words[0].upper() + words[1:] if not words.startswith("Thủ tục ") else bare(words.removeprefix("Thủ tục "))
