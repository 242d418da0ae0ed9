"""`motcua import`: the same import as on the page, its report on the terminal."""

import json
from pathlib import Path

import pytest
from django.core.files.storage import default_storage

from motcua.cli import main
from motcua.documents.models import IssuedDocument
from motcua.registers.models import ImportRun
from motcua.registers.tests.conftest import BAD, GOOD, HEADS, Office, sheet

CALL = ("import", "issued", "--by", "registrar")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "so.xlsx"
    path.write_bytes(sheet(*GOOD, BAD))
    return path


def test_good_rows_go_in_and_bad_ones_are_told(office: Office, file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*CALL, str(file)]) == 1
    said = capsys.readouterr()
    assert "3 dòng / rows, 2 mới / new" in said.out
    assert "row 4, issued_on: ngày không đọc được: '32/13/2023' / no such day" in said.err
    assert IssuedDocument.objects.count() == 2


def test_all_good_is_0_and_a_dry_run_writes_nothing(office: Office, file: Path, run_on_commit: None) -> None:
    file.write_bytes(sheet(*GOOD))
    assert main([*CALL, str(file), "--dry-run"]) == 0
    assert (IssuedDocument.objects.count(), ImportRun.objects.get().state) == (0, "cancelled")
    assert not [name for name in default_storage.listdir("registers")[1] if name == ImportRun.objects.get().folder]
    assert main([*CALL, str(file)]) == 0
    assert IssuedDocument.objects.count() == 2


def test_the_report_as_json(office: Office, file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*CALL, str(file), "--json", "--dry-run"]) == 1
    report = json.loads(capsys.readouterr().out)
    assert (report["good"], report["bad"], report["faults"][0]["row"]) == (2, 1, 4)


def test_columns_are_mapped_and_a_value_is_said_for_every_row(office: Office, file: Path) -> None:
    file.write_bytes(sheet(*[row[:4] for row in GOOD], heads=("A", *HEADS[1:4])))
    assert main([*CALL, str(file)]) == 2
    assert main([*CALL, str(file), "--map", "symbol_full=A", "--map", "form==paper"]) == 0
    assert set(IssuedDocument.objects.values_list("form", flat=True)) == {"paper"}


@pytest.mark.parametrize(
    "more",
    [("--by", "nobody-such"), ("--by", "drafter"), ("--map", "form=No such head"), ("--map", "nothing=A"),
     ("--unit", "H23.15.03")],
)  # fmt: skip
def test_a_call_that_cannot_be_done_ends_with_2_and_leaves_nothing(
    office: Office, file: Path, more: tuple[str, str]
) -> None:
    assert main([*CALL, str(file), *more]) == 2
    assert IssuedDocument.objects.count() == 0


def test_a_register_or_file_that_is_not_there_ends_with_2(office: Office, file: Path, tmp_path: Path) -> None:
    assert main(["import", "no-such", str(file), "--by", "registrar"]) == 2
    assert main([*CALL, str(tmp_path / "none.xlsx")]) == 2
