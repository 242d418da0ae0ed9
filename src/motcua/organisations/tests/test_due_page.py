"""The page door of the working clock: every worked example that names it, and the calendars of units."""

import csv
import re
import tomllib
from datetime import date, datetime
from pathlib import Path

import pytest
from django.test import Client

import motcua.engines.worktime as w
from motcua.accounts.system import SYSTEM
from motcua.demo.town import HOURS, MORNING
from motcua.dossiers import commands
from motcua.dossiers.tests.conftest import NOW, Town, make_town
from motcua.organisations.commands import lay_office_hours
from motcua.organisations.models import DayDecision

TESTS = Path(next(iter(w.__path__))) / "tests"
with (TESTS / "cases.csv").open(encoding="utf-8", newline="") as file:
    CASES = [row for row in csv.DictReader(file) if "page" in row["by"].split()]
DUE = [row for row in CASES if row["question"] == "due"]
REFUSED = [row for row in CASES if row["question"] == "refuse"]


@pytest.fixture
def town(db: None) -> Town:
    return make_town()


def ask(town: Town, row: dict[str, str]) -> str:
    """The page as the desk sees it; a calendar of a file is laid as the unit's own."""
    calendar = row["calendar"]
    if calendar.endswith(".toml"):
        _lay(town, tomllib.loads((TESTS / "calendars" / calendar).read_text("utf-8")))
        calendar = ""
    client = Client()
    client.force_login(town.desk, backend="django.contrib.auth.backends.ModelBackend")
    values = {"received": row["received"], "limit": row["limit"], "unit": row["unit"], "calendar": calendar}
    return client.get("/due", values | {"pauses": row["pauses"].replace(";", "\n")}).content.decode()


def _lay(town: Town, calendar: dict[str, object]) -> None:
    hours = HOURS | calendar.get("hours", {})  # type: ignore[operator]
    saturday = {"sat": [MORNING]} if calendar.get("base") == "SAT" else {}
    weight = str(calendar.get("duty", {}).get("weight", 0))  # type: ignore[attr-defined]
    lay_office_hours(unit=town.ward, valid_from=date(2020, 1, 1), hours=hours, duty=saturday, duty_weight=weight,
                     ground="mẫu", by=SYSTEM, now=NOW)  # fmt: skip
    for what, name in (("off", "off"), ("work", "works")):
        for day in calendar.get(name, []):  # type: ignore[attr-defined]
            DayDecision.objects.create(unit=town.ward, day=day, what=what, name="mẫu", decision="mẫu")


def moment(text: str, page: str) -> datetime | None:
    found = re.search(rf'data-{text}="([^"]+)"', page)
    return datetime.fromisoformat(found[1]).replace(tzinfo=None) if found else None


@pytest.mark.parametrize("row", DUE, ids=lambda row: row["id"])
def test_the_page_gives_the_worked_example(town: Town, row: dict[str, str]) -> None:
    page = ask(town, row)
    for name, column in (("due", "due"), ("appointment", "end_of_day")):
        if row[column]:  # example 40 only says that it is provisional
            assert moment(name, page) == datetime.fromisoformat(row[column])
    assert ("data-provisional" in page) == (row["provisional"] == "yes")


@pytest.mark.parametrize("row", REFUSED, ids=lambda row: row["id"])
def test_the_page_refuses_rather_than_guesses(town: Town, row: dict[str, str]) -> None:
    page = ask(town, row)
    assert moment("due", page) is None
    assert 'id="errors"' in page


def test_a_second_request_before_acceptance_is_not_offered(town: Town) -> None:
    """Example 60 at the counter: once guided, the dossier is completed or refused, never asked again."""
    guided = commands.guide(town.intake(missing=1), reason="", by=town.desk, now=NOW)
    client = Client()
    client.force_login(town.desk, backend="django.contrib.auth.backends.ModelBackend")
    pages = [client.get(f"/dossiers/{guided.ref}{more}").content.decode() for more in ("", "/complete")]
    assert 'value="accept"' in pages[1]
    assert not any('value="guide"' in page for page in pages)
    assert {row["id"] for row in CASES if row["question"] == "second_request"} == {"60"}


def test_the_reception_page_promises_what_the_clock_says(town: Town) -> None:
    client = Client()
    client.force_login(town.desk, backend="django.contrib.auth.backends.ModelBackend")
    intake = town.intake()
    text = client.post("/receive", {"choose": intake.version_id, "key": str(intake.key)}).content.decode()
    assert "data-due" in text
    assert "Vì sao?" in text
