"""The worked examples of facts §7, its corners, and what OpenCPS gets wrong: one table, every door."""

import csv
import json
import subprocess
import sys
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest

from motcua.cli import main
from motcua.engines import worktime as w
from motcua.engines.worktime import errors

HERE = Path(__file__).parent
with (HERE / "cases.csv").open(encoding="utf-8", newline="") as file:
    CASES = list(csv.DictReader(file))
Case = dict[str, str]


def answered_by(door: str, *questions: str) -> list[Case]:
    return [case for case in CASES if door in case["by"].split() and (not questions or case["question"] in questions)]


def name(case: Case) -> str:
    return case["id"]


def calendar_of(text: str) -> w.Calendar:
    return w.from_toml(HERE / "calendars" / text) if text.endswith(".toml") else w.standard(text)


def pauses_of(case: Case) -> list[w.Pause]:
    return [w.Pause.read(text) for text in case["pauses"].split(";") if text]


def asked(case: Case) -> tuple[datetime, w.Limit, w.Calendar, list[w.Pause]]:
    limit = w.Limit.read(case["limit"], case["unit"])
    return w.read_moment(case["received"]), limit, calendar_of(case["calendar"]), pauses_of(case)


def short(moment: datetime) -> str:
    assert moment.utcoffset() == w.VIETNAM.utcoffset(None)
    return moment.strftime("%Y-%m-%dT%H:%M")


def test_the_table_holds_every_example_once() -> None:
    wanted = {*map(str, range(1, 72)), *(f"K{n}" for n in range(1, 19)), *(f"P{n}" for n in range(1, 13))}
    assert [case["id"] for case in CASES] == list(dict.fromkeys(case["id"] for case in CASES))
    assert {case["id"] for case in CASES} == wanted | {"47b"}


@pytest.mark.parametrize("case", answered_by("engine", "due"), ids=name)
def test_the_engine_gives_the_due_moment(case: Case) -> None:
    found = w.due(*asked(case))
    assert found.provisional is (case["provisional"] == "yes")
    if case["due"]:
        assert (short(found.moment), short(found.end_of_day)) == (case["due"], case["end_of_day"])


def restart(case: Case) -> None:
    received, limit, calendar, pauses = asked(case)
    completed = pauses[-1].end
    assert completed is not None
    found = w.restart(completed, limit, calendar)
    assert (short(found.moment), short(found.end_of_day)) == (case["due"], case["end_of_day"])


def recompute(case: Case) -> None:
    received, limit, before, _ = asked(case)
    (moved,) = w.recomputed([w.Clocked("a", received, limit)], before, calendar_of(case["other"]))
    assert moved.key == "a"
    assert not moved.same_moment
    assert (short(moved.before.moment), short(moved.after.moment)) == (case["due"], case["end_of_day"])


def refuse(case: Case) -> None:
    with pytest.raises(getattr(errors, case["other"])):
        w.due(*asked(case))


def closes(case: Case) -> None:
    found = w.closes_on(w.read_moment(case["received"]), calendar_of(case["calendar"]))
    assert (found.last_day.isoformat(), found.closes_from.isoformat()) == (case["due"], case["end_of_day"])


def officer(case: Case) -> None:
    assert short(w.officer_limit(w.read_moment(case["received"]), w.STD)) == case["due"]


def apology(case: Case) -> None:
    assert short(w.apology_by(w.read_moment(case["received"]), w.STD)) == case["due"]


def petition(case: Case) -> None:
    found = w.petition_limits(w.read_moment(case["received"]), w.STD)
    days = [date.fromisoformat(text) for text in case["other"].split()]
    assert [at.date() for at in (found.refuse, found.ask, found.handle)] == days
    assert {short(at)[11:] for at in (found.refuse, found.ask, found.handle)} == {"17:00"}


def outcome(case: Case) -> None:
    received, limit, calendar, supplements = asked(case)
    finished, by_date, by_moment, by_766 = case["other"].split()
    due, at = w.due(received, limit, calendar), w.read_moment(finished)
    assert w.outcome(due, at, limit.unit) == by_date
    assert w.strict_outcome(due.moment, at) == by_moment
    assert w.outcome_766(due.moment, at, supplements) is (by_766 == "on_time")


def lateness(case: Case) -> None:
    finished, minutes, days = case["other"].split()
    received, end = w.read_moment(case["received"]), w.read_moment(finished)
    found = w.lateness(received, end, calendar_of(case["calendar"]))
    assert found == w.Elapsed(int(minutes), int(days))


def waiting(case: Case) -> None:
    minutes, days = map(int, case["other"].split())
    calendar, now = calendar_of(case["calendar"]), w.read_moment("2030-01-01")
    assert w.waiting(pauses_of(case), calendar, now) == w.Elapsed(minutes, days)


QUESTIONS: dict[str, Callable[[Case], None]] = {
    each.__name__: each
    for each in (restart, recompute, refuse, closes, officer, apology, petition, outcome, lateness, waiting)
}


@pytest.mark.parametrize("case", answered_by("engine", *QUESTIONS), ids=name)
def test_the_engine_answers_the_other_questions(case: Case) -> None:
    QUESTIONS[case["question"]](case)


def test_every_row_is_asked_at_some_door() -> None:
    assert {case["question"] for case in answered_by("engine")} == {"due", *QUESTIONS}
    assert [case["id"] for case in CASES if case["by"] == "page"] == ["60"]


def words(case: Case) -> list[str]:
    calendar = case["calendar"]
    if calendar.endswith(".toml"):
        calendar = str(HERE / "calendars" / calendar)
    call = ["due", "--json", "--received", case["received"], "--unit", case["unit"], "--calendar", calendar]
    call += ["--limit", case["limit"]] if case["limit"] else []
    for pause in filter(None, case["pauses"].split(";")):
        call += ["--pause", pause]
    return call


@pytest.mark.parametrize("case", answered_by("command", "due"), ids=name)
def test_the_command_gives_the_due_moment(case: Case, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words(case)) == 0
    answer = json.loads(capsys.readouterr().out)
    assert set(answer) == {"due", "due_end_of_day", "provisional", "explanation"}
    assert answer["provisional"] is (case["provisional"] == "yes")
    if case["due"]:
        expected = [f"{case[key]}:00+07:00" for key in ("due", "end_of_day")]
        assert [answer["due"], answer["due_end_of_day"]] == expected


@pytest.mark.parametrize("case", answered_by("command", "refuse"), ids=name)
def test_the_command_refuses_in_one_line(case: Case, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words(case)) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)


def test_a_batch_equals_the_single_calls(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cases = answered_by("command", "due")
    with (tmp_path / "cases.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["received", "limit", "unit", "calendar", "pause"])
        for case in cases:
            calendar = case["calendar"]
            if calendar.endswith(".toml"):  # found relative to the CSV
                (tmp_path / calendar).write_bytes((HERE / "calendars" / calendar).read_bytes())
            rows.writerow([case["received"], case["limit"], case["unit"], calendar, case["pauses"]])
    assert main(["due", "--batch", str(tmp_path / "cases.csv")]) == 0
    lines = capsys.readouterr().out.splitlines()
    for case in cases:
        main(words(case))
    assert lines == capsys.readouterr().out.splitlines()


def test_the_command_runs_as_a_program_without_a_framework() -> None:
    code = (
        "import sys; from motcua.cli import main; "
        "status = main(['due', '--received', '2023-05-04T16:20', '--limit', '3', '--unit', 'working_day']); "
        "assert not {'django', 'holidays'} & set(sys.modules); raise SystemExit(status)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.startswith("Hạn giải quyết: 16:20 09/05/2023; hẹn trả kết quả: 17:00 09/05/2023\n")
    assert "Due: 16:20 09/05/2023; appointment: 17:00 09/05/2023" in done.stdout
