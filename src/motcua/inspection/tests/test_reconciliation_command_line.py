"""`motcua reconcile`: the same as the button, its counts on the terminal."""

import json

import pytest

from motcua.base import clock
from motcua.cli import main
from motcua.dossiers.tests.conftest import Town
from motcua.inspection.models import Reconciliation
from motcua.inspection.tests.test_reconciliation import KNOWN, LATER, LOST, trace

CALL = ("reconcile", "--unit", "H23.15.02", "--month", "2023-03", "--by", "inspector")


@pytest.fixture(autouse=True)
def later(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: LATER)


def test_a_missing_dossier_is_1_and_counted_without_its_name(town: Town, capsys: pytest.CaptureFixture[str]) -> None:
    trace(town, "receipt", "1", **LOST)
    assert main([*CALL, "--json"]) == 1
    said = capsys.readouterr().out
    assert (json.loads(said)["paper"], json.loads(said)["unit"]) == (1, "H23.15.02")
    assert "Nguyễn" not in said


def test_all_entered_is_0_in_words(town: Town, capsys: pytest.CaptureFixture[str]) -> None:
    town.dossier()
    trace(town, "receipt", "1", **KNOWN)
    assert main([*CALL]) == 0
    assert "1 khớp / match" in capsys.readouterr().out


@pytest.mark.parametrize(
    "more",
    [("--by", "nobody"), ("--by", "stranger"), ("--unit", "X"), ("--month", "March"), ("--month", "2023-07")],
)
def test_what_cannot_be_is_2_and_writes_nothing(town: Town, more: tuple[str, str]) -> None:
    assert main([*CALL, *more]) == 2
    assert not Reconciliation.objects.exists()
