"""`motcua check`: folders, zips and globs; exit status; reports in five forms; baseline, profile, fixes."""

import io
import json
import zipfile
from argparse import ArgumentParser
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook

from motcua.engines.decree30.command import options, running
from motcua.engines.decree30.corpus.build import cases_of
from motcua.engines.decree30.corpus.registry import BREAKS
from motcua.engines.decree30.writing.docx import write
from motcua.engines.decree30.writing.layout import lay_out
from motcua.engines.decree30.writing.samples import SAMPLES

CLEAN = write(lay_out(SAMPLES["CV"]))
WRONG = next(cases_of(next(one for one in BREAKS if one.rule == "N3.size"))).data
Call = Callable[..., tuple[int, str, str]]


@pytest.fixture
def call() -> Call:
    """Run the command in this process: status, output, errors."""

    def run(*words: object) -> tuple[int, str, str]:
        parser = ArgumentParser()
        options.add_to(parser)
        out, err = io.StringIO(), io.StringIO()
        status = running.run(parser.parse_args([str(word) for word in words] + ["--jobs", "1"]), out, err)
        return status, out.getvalue(), err.getvalue()

    return run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A clean document and one whose number line is too large."""
    (tmp_path / "a.docx").write_bytes(CLEAN)
    (tmp_path / "b.docx").write_bytes(WRONG)
    return tmp_path


def test_clean_is_0_findings_are_1_unreadable_is_2(call: Call, folder: Path) -> None:
    assert call(folder / "a.docx")[0] == 0
    assert call(folder)[0] == 1
    (folder / "c.docx").write_bytes(b"")
    assert call(folder)[0] == 2


def test_text_names_file_rule_clause_and_profile(call: Call, folder: Path) -> None:
    _, text, _ = call(folder)
    assert "Bộ quy tắc: Nghị định 30/2020/NĐ-CP" in text
    assert "ND30-N3.size" in text and "Phụ lục I, Phần I, II.3c" in text
    assert "a.docx" not in text
    assert "2 tệp; 1 có lỗi hoặc cảnh báo." in text


def test_json_is_one_object_a_line_in_the_order_given(call: Call, folder: Path) -> None:
    _, text, _ = call(folder / "b.docx", folder / "a.docx", "--format", "json")
    rows = [json.loads(line) for line in text.splitlines()]
    assert [Path(row["path"]).name for row in rows] == ["b.docx", "a.docx"]
    first = rows[0]
    assert set(first) >= {"path", "sha256", "document_type", "findings", "roles", "not_evaluated"}
    found = next(one for one in first["findings"] if one["code"] == "ND30-N3.size")
    assert set(found) >= {
        "code", "verdict", "severity", "clause", "role", "paragraph", "page_hint", "message", "measured", "allowed",
        "fix",
    }  # fmt: skip
    assert (found["verdict"], found["measured"], found["allowed"], found["fix"]) == (
        "violation",
        "14 pt",
        "13 pt",
        "safe",
    )
    assert {"paragraph", "role", "confidence"} == set(first["roles"][0])


def test_a_rule_stands_in_one_list_only_and_all_of_them_when_asked(call: Call, folder: Path) -> None:
    _, text, _ = call(folder / "b.docx", "--format", "json", "--all-verdicts")
    row = json.loads(text)
    codes = [one["code"] for one in row["findings"]] + [one["code"] for one in row["not_evaluated"]]
    assert len(codes) == len(set(codes))
    assert {"ok", "not_applicable", "violation"} <= {one["verdict"] for one in row["findings"]}


def test_zips_and_globs_are_opened_out(call: Call, folder: Path) -> None:
    with zipfile.ZipFile(folder / "many.zip", "w") as archive:
        archive.writestr("x/b.docx", WRONG)
        archive.writestr("x/readme.txt", "…")
    _, text, _ = call(folder / "many.zip", "--format", "json")
    assert [json.loads(line)["path"] for line in text.splitlines()] == [f"{folder / 'many.zip'}!x/b.docx"]
    _, text, _ = call(folder / "*.docx", "--format", "json")
    assert len(text.splitlines()) == 2


@pytest.mark.parametrize(
    ("data", "code"),
    [(b"", "empty"), (b"PK\x03\x04", "broken"), (b"\x89PNG....", "wrong-type"), (b"{\\rtf1 x", "needs-converter")],
)
def test_a_bad_file_gets_one_clear_finding_and_status_2(
    call: Call, tmp_path: Path, data: bytes, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")  # no LibreOffice
    (tmp_path / "x.docx").write_bytes(data)
    status, text, _ = call(tmp_path / "x.docx", "--format", "json")
    assert (status, json.loads(text)["error"]["code"], json.loads(text)["findings"]) == (2, code, [])


def test_why_a_file_is_not_read_is_told_in_english_too(call: Call, tmp_path: Path) -> None:
    (tmp_path / "x.docx").write_bytes(b"")
    assert "The file is empty (0 bytes)." in call(tmp_path, "--language", "en")[1]


def test_a_missing_file_is_told(call: Call, tmp_path: Path) -> None:
    status, text, _ = call(tmp_path / "none.docx")
    assert (status, "Không mở được tệp" in text) == (2, True)


def test_select_and_ignore_take_codes_or_beginnings(call: Call, folder: Path) -> None:
    assert call(folder, "--select", "ND30-Q")[0] == 0
    assert call(folder, "--select", "ND30-N3.size")[0] == 1
    assert call(folder, "--ignore", "ND30-N3")[0] == 0
    assert "Ngoại lệ không còn cần: ND30-Q" in call(folder, "--ignore", "ND30-N3,ND30-Q")[2]
    assert "ND30-N3" not in call(folder, "--ignore", "ND30-N3,ND30-Q")[2]
    status, _, err = call(folder, "--select", "ND31")
    assert (status, "ND31" in err) == (2, True)


def test_a_baseline_keeps_what_was_known_quiet_and_tells_what_is_needless(call: Call, folder: Path) -> None:
    base = folder / "base.json"
    assert call(folder, "--write-baseline", base)[0] == 1
    status, text, err = call(folder, "--baseline", base)
    assert (status, "1 đã có trong tệp mốc" in text, err) == (0, True, "")
    (folder / "b.docx").write_bytes(write(lay_out(SAMPLES["BC"])))
    status, _, err = call(folder, "--baseline", base)
    assert (status, "Ngoại lệ không còn cần" in err) == (0, True)


def test_a_profile_tightens_and_what_it_loosens_is_printed(call: Call, folder: Path) -> None:
    house = folder / "house.toml"
    house.write_text('name = "Sở Mẫu"\n[limits]\n"N3.size" = [13, 14]\n', encoding="utf-8")
    status, text, _ = call(folder, "--profile", house)
    assert (status, "Sở Mẫu (nới rộng so với Nghị định: N3.size)" in text) == (0, True)
    house.write_text('name = "Sở Mẫu"\n[limits]\n"C11.size" = [13, 13]\n', encoding="utf-8")
    status, text, _ = call(folder / "a.docx", "--profile", house)
    assert (status, "ND30-C11.size" in text, "nới rộng" in text) == (1, True, False)


@pytest.mark.parametrize("text", ["[limits]\nN9 = 1\n", "colour = 1\n", "=", "[select]\ncodes = 5\n"])
def test_a_bad_profile_is_refused(call: Call, folder: Path, text: str) -> None:
    (folder / "p.toml").write_text(text, encoding="utf-8")
    status, _, err = call(folder, "--profile", folder / "p.toml")
    assert (status, "không đọc được" in err) == (2, True)


def test_fix_writes_a_new_file_and_leaves_the_old(call: Call, folder: Path) -> None:
    status, text, _ = call(folder, "--fix")
    assert (status, "b.fixed.docx" in text) == (0, True)
    assert (folder / "b.docx").read_bytes() == WRONG
    assert call(folder / "b.fixed.docx")[0] == 0


def test_diff_shows_what_would_change_and_writes_nothing(call: Call, folder: Path) -> None:
    status, text, _ = call(folder / "b.docx", "--diff")
    assert (status, "cỡ chữ: 14 pt → 13 pt" in text) == (1, True)
    assert not (folder / "b.fixed.docx").exists()


def test_sarif_html_and_xlsx_say_the_same(call: Call, folder: Path) -> None:
    _, text, _ = call(folder, "--format", "sarif")
    held = json.loads(text)["runs"][0]
    assert any(row["ruleId"] == "ND30-N3.size" and row["level"] == "error" for row in held["results"])
    _, text, _ = call(folder, "--format", "html")
    assert "<code>ND30-N3.size</code>" in text and "<script" not in text
    call(folder, "--format", "xlsx", "--output", folder / "out.xlsx")
    sheets = load_workbook(folder / "out.xlsx")
    assert any(cell.value == "ND30-N3.size" for row in sheets.worksheets[0].iter_rows() for cell in row)
    assert call(folder, "--format", "xlsx")[0] == 2


def test_a_hostile_name_is_no_formula_and_no_tag(call: Call, tmp_path: Path) -> None:
    (tmp_path / "=1+1<b>.docx").write_bytes(WRONG)
    _, text, _ = call(tmp_path, "--format", "html")
    assert "<b>.docx" not in text


def test_a_number_given_twice_is_told_in_the_later_file(call: Call, tmp_path: Path) -> None:
    for name, subject in (("a", "rà soát"), ("b", "kiểm tra")):
        (tmp_path / f"{name}.docx").write_bytes(write(lay_out(replace(SAMPLES["CV"], subject=subject))))
    _, text, _ = call(tmp_path, "--format", "json")
    codes = [[one["code"] for one in json.loads(line)["findings"]] for line in text.splitlines()]
    assert ["MC-number.unique" in found for found in codes] == [False, True]


def test_two_versions_of_one_document_share_their_number(call: Call, tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.docx").write_bytes(CLEAN)
    assert call(tmp_path)[0] == 0


def test_a_rule_explains_itself_in_both_languages(call: Call) -> None:
    status, text, _ = call("rule", "n3.SIZE")
    assert (status, text.splitlines()[0]) == (0, "ND30-N3.size — Phụ lục I, Phần I, II.3c")
    assert "safe (--fix)" in call("rule", "N3.size", "--language", "en")[1]
    assert call("rule", "N9")[0] == 2
    assert len(call("rules")[1].splitlines()) > 140


def test_many_processes_give_the_same_lines_in_the_same_order(folder: Path) -> None:
    for at in range(40):
        (folder / f"c{at:02d}.docx").write_bytes(WRONG if at % 3 else CLEAN)
    lines = []
    for jobs in ("1", "2"):
        parser = ArgumentParser()
        options.add_to(parser)
        out = io.StringIO()
        running.run(parser.parse_args([str(folder), "--format", "json", "--jobs", jobs]), out, io.StringIO())
        lines.append(out.getvalue())
    assert lines[0] == lines[1]


def test_results_in_english_when_asked(call: Call, folder: Path) -> None:
    _, text, _ = call(folder, "--language", "en", "--statistics")
    assert "The number line: 14 pt; it must be 13 pt, upright." in text
    assert "Violation" in text
