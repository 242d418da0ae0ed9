"""The words of every explanation and refusal are interface: kept in explanations.json, changed on purpose only.

Write the file anew after a wanted change: `python -m motcua.engines.worktime.tests.test_explanations`.
"""

import csv
import io
import json
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from motcua.cli import main
from motcua.engines.worktime import errors

HERE = Path(__file__).parent
GOLDEN = HERE / "explanations.json"
PLAIN = ["1", "13", "28", "40", "45", "49", "53", "59", "K14"]
MORE = [
    ["--received", "2026-11-20T10:00", "--limit", "5", "--unit", "working_day"],
    ["--received", "2026-11-20T10:00", "--limit", "10", "--unit", "calendar_day"],
    ["--received", "2024-02-07T16:20", "--limit", "2", "--unit", "working_hour", "--calendar", "SAT"],
    ["--received", "2023-01-31", "--limit", "1", "--unit", "month", "--pause", "2023-02-01/2023-02-10"],
    ["--received", "2023-03-06T10:00", "--limit", "7.5", "--unit", "working_day",
     "--pause", "2023-03-08T09:00/2023-03-09T09:00"],
    ["--received", "2023-03-06T10:00", "--limit", "2.5", "--unit", "calendar_day"],
    ["--received", "2023-03-11T09:00", "--unit", "same_day", "--calendar", "SAT"],
    ["--received", "2023-03-11T09:00", "--unit", "forward", "--calendar", "SAT"],
    ["--received", "2029-04-27T15:10", "--limit", "3", "--unit", "working_day"],
]  # fmt: skip


def questions() -> dict[str, list[str]]:
    """Name → words of the command."""
    with (HERE / "cases.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if "command" in row["by"].split()]
    asked = {row["id"]: [*_words(row), "--json"] for row in rows}
    asked |= {f"{row['id']} plain": _words(row) for row in rows if row["id"] in PLAIN}
    asked |= {f"more {number}": [*words, "--json"] for number, words in enumerate(MORE)}
    return asked | {f"more {number} plain": words for number, words in enumerate(MORE)}


def _words(row: dict[str, str]) -> list[str]:
    calendar = row["calendar"]
    calendar = str(HERE / "calendars" / calendar) if calendar.endswith(".toml") else calendar
    words = ["--received", row["received"], "--unit", row["unit"], "--calendar", calendar]
    words += ["--limit", row["limit"]] if row["limit"] else []
    return words + [word for pause in row["pauses"].split(";") if pause for word in ("--pause", pause)]


def answer(words: list[str]) -> object:
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        status = main(["due", *words])
    text = out.getvalue() or err.getvalue()
    return json.loads(text) if status == 0 and "--json" in words else text.splitlines()


def refusals() -> dict[str, list[str]]:
    """Every refusal in both languages, its fields as they stand in the text."""
    kinds = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, ValueError)]
    return {kind.__name__: [kind.vi, kind.en] for kind in kinds}  # type: ignore[attr-defined]


KEPT = json.loads(GOLDEN.read_text("utf-8")) if GOLDEN.exists() else {"answers": {}, "refusals": {}}


@pytest.mark.parametrize("name", sorted(questions()))
def test_an_answer_keeps_its_words(name: str) -> None:
    assert answer(questions()[name]) == KEPT["answers"][name]


def test_every_refusal_keeps_its_words() -> None:
    assert refusals() == KEPT["refusals"]


if __name__ == "__main__":
    kept = {"answers": {name: answer(words) for name, words in questions().items()}, "refusals": refusals()}
    GOLDEN.write_text(json.dumps(kept, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")
