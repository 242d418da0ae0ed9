"""The demo's procedures and processes: known keys, known codes, steps that fit their procedure."""

import gzip
import json
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from motcua.catalogue.commands.lay import DATA as PROCEDURES
from motcua.catalogue.rules import limit_of
from motcua.processes.commands import DATA as PROCESSES
from motcua.processes.models import StepKind

KEYS = {
    "code", "name", "field", "field_code", "levels", "branch", "agency", "result", "online_level", "at_once",
    "valid_from", "valid_to", "mark", "terms", "papers", "legal_basis", "requirements",
}  # fmt: skip
TERMS = {"channel", "case", "quantity", "unit", "fee", "fee_text", "note"}
ROLES = {
    "forward": "receptionist",
    "assign": "leader",
    "resolve": "officer",
    "approve": "leader",
    "return": "receptionist",
}
FILES = sorted(PROCEDURES.glob("*.toml"))


def procedure(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text("utf-8"))


def process(code: str) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((PROCESSES / f"{code}.yaml").read_text("utf-8"))
    return found


def test_there_are_at_least_thirty_and_each_has_a_process() -> None:
    codes = {path.stem for path in FILES}
    assert len(codes) >= 30
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
def test_a_process_runs_from_the_desk_to_the_desk_by_the_right_roles(path: Path) -> None:
    steps = process(path.stem)["steps"]
    assert [steps[0]["kind"], steps[-1]["kind"]] == [StepKind.FORWARD, StepKind.RETURN]
    assert {step["kind"]: step["role"] for step in steps}.items() <= ROLES.items()
    assert len({step["key"] for step in steps}) == len(steps)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_limits_of_the_steps_do_not_exceed_the_procedure(path: Path) -> None:
    terms = procedure(path)["terms"]
    steps = [step for step in process(path.stem)["steps"] if "quantity" in step]
    assert all(step["unit"] == row.get("unit") for step in steps for row in terms)
    shortest = min((float(row["quantity"]) for row in terms if "quantity" in row), default=0)
    assert sum(float(step["quantity"]) for step in steps) <= shortest


def test_codes_names_and_fields_are_those_of_the_national_list(shared: Path) -> None:
    with gzip.open(shared / "data/procedures/catalogue.jsonl.gz", "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    national = {row["code"].strip(): (bare(row["name"]), bare(row["categories"][0])) for row in rows}
    ours = {path.stem: (bare(procedure(path)["name"]), bare(procedure(path)["field"])) for path in FILES}
    assert {code: pair for code, pair in ours.items() if national.get(code) != pair} == {}


def bare(text: str) -> str:
    words = " ".join(text.split())
    return words[0].upper() + words[1:] if not words.startswith("Thủ tục ") else bare(words.removeprefix("Thủ tục "))
