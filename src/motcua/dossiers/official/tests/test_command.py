"""`motcua forms`: what it says, and the exit status a script can trust."""

from pathlib import Path

import pytest

from motcua.cli import main


def test_check_without_own_forms_is_well_and_says_there_are_none(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["forms", "check", str(tmp_path)]) == 0
    said = capsys.readouterr().out
    assert "has no forms.toml" in said
    assert "✓ apology      Mẫu số 04 S  06/01/2019 – 30/06/2025" in said
    assert "every form can be set" in said


def test_a_copy_can_be_set_and_one_fault_in_it_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "own"
    assert main(["forms", "copy", str(folder)]) == 0
    assert main(["forms", "check", str(folder)]) == 0
    (folder / "stop.typ").write_text("#let x =", encoding="utf-8")
    capsys.readouterr()
    assert main(["forms", "check", str(folder)]) == 1
    said = capsys.readouterr().out
    assert "stop.typ:1:" in said
    assert "3 mẫu lỗi" in said


def test_copy_overwrites_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "form04.typ").write_text("của đơn vị", encoding="utf-8")
    assert main(["forms", "copy", str(tmp_path)]) == 2
    assert (tmp_path / "form04.typ").read_text(encoding="utf-8") == "của đơn vị"
    assert "is not an empty folder" in capsys.readouterr().err


def test_an_unreadable_registry_is_one_line_and_status_two(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "forms.toml").write_text("[[form", encoding="utf-8")
    assert main(["forms", "check", str(tmp_path)]) == 2
    assert "forms.toml" in capsys.readouterr().err
