"""Which form binds on a day; the agency's own before the built-in one, and shut in its folder."""

import os
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from motcua.dossiers import official
from motcua.dossiers.official import registry
from motcua.dossiers.official.check import check

A, BETWEEN, B = date(2023, 3, 15), date(2025, 8, 1), date(2025, 10, 6)
NUMBERS = [
    ("receipt", "01", "01", "01"), ("supplement", "02", "02", "02"), ("refusal", "03", "03", "03"),
    ("apology", "04", "04", "04"), ("stop", "", "", "05"), ("control", "05", "05", "06"),
    ("register", "06", "06", "07"), ("fee_receipt", "", "", ""), ("correction", "", "", ""), ("posting", "", "", ""),
]  # fmt: skip
OWN = """
[[form]]
kind = "apology"
title = "Thư xin lỗi"
template = "mine.typ"
paper = "a5"
ground = "Quyết định 1/QĐ-UBND"
mark = "C"
valid_from = 2025-10-01
valid_to = 2025-12-31
"""


@pytest.fixture
def own(tmp_path: Path, settings: Any) -> Path:
    """A folder of the agency with a form of its own for the apology of autumn 2025."""
    folder = tmp_path / "forms"
    folder.mkdir()
    settings.OWN_FORMS = folder
    write(folder)
    return folder


def write(folder: Path, template: str = '#set text(font: "Tinos")\nXin lỗi', rows: str = OWN) -> None:
    (folder / "mine.typ").write_text(template, encoding="utf-8")
    (folder / "forms.toml").write_text(rows, encoding="utf-8")


def apology(day: date = B) -> bytes:
    from motcua.dossiers.official.samples import sample

    return official.pdf("apology", "1", sample("apology"), on=day)


@pytest.mark.parametrize(("kind", *"abc"), NUMBERS)
def test_the_number_of_a_form_is_that_of_the_circular_of_the_day(kind: str, a: str, b: str, c: str) -> None:
    found = [official.form(kind, day).number.removeprefix("Mẫu số ") for day in (A, BETWEEN, B)]
    assert found == [a, b, c]


def test_every_kind_has_one_form_on_every_day_since_the_circular() -> None:
    day, last = date(2019, 1, 6), date(2025, 12, 31)
    while day <= last:
        for kind in official.KINDS:
            assert sum(row.kind == kind and row.binds(day) for row in registry.built_in_forms()) == 1, (kind, day)
        day += timedelta(days=1)


def test_what_was_not_read_in_the_law_is_not_marked_as_read() -> None:
    sure = {(row.kind, row.valid_from.year) for row in registry.built_in_forms() if row.mark == "S"}
    assert sure == {(kind, 2019) for kind in ("receipt", "supplement", "refusal", "apology", "control")}
    assert "không có mẫu" in official.form("stop", A).ground
    assert "TT 03/2025" not in official.form("apology", date(2025, 9, 14)).ground


def test_a_paper_nobody_made_a_form_for_is_said_so() -> None:
    with pytest.raises(official.NoForm, match="no paper 'handover'"):
        official.form("handover", B)
    with pytest.raises(official.NoForm, match="1999"):
        official.form("receipt", date(1999, 1, 1))


def test_the_form_of_the_agency_goes_first_while_it_is_valid(own: Path) -> None:
    assert official.form("apology", B).title == "Thư xin lỗi"
    assert official.form("apology", B).own
    assert not official.form("apology", date(2026, 1, 1)).own
    assert not official.form("receipt", B).own
    assert apology() != apology(date(2026, 1, 1))


def test_a_changed_folder_is_read_again_without_a_restart(own: Path) -> None:
    assert official.form("apology", B).title == "Thư xin lỗi"
    write(own, rows=OWN.replace("Thư xin lỗi", "Lời xin lỗi"))
    os.utime(own / "forms.toml", ns=(1, 1))
    assert official.form("apology", B).title == "Lời xin lỗi"


def test_it_is_given_the_same_content_and_its_own_row(own: Path) -> None:
    write(
        own,
        '#set text(font: "Tinos")\n#let data = json(bytes(sys.inputs.data))\n'
        '#assert(data.form.kind == "apology")\n#assert(data.reason != "")\n#data.number',
    )
    assert apology().startswith(b"%PDF")


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("#let data = json(bytes(sys.inputs.data))\n\n#data.nothing", r'"nothing"(?s:.*)mine\.typ:3:'),
        ('#read("/etc/passwd")', "file not found"),
        ('#read("../secret.txt")', "escape the project root"),
        ('#read("../../../../etc/passwd")', "escape the project root"),
        ('#read("link")', "leads out of the folder"),
        ('#import "@preview/cetz:0.3.0": *', "fetches no package"),
        ('#set text(font: "Comic Sans MS")\nA', "unknown font family(?s:.*)mine"),
        ('#panic("giấy sai")', "giấy sai"),
    ],
)
def test_a_wrong_template_is_a_fault_with_its_place_and_reads_nothing_outside(
    own: Path, template: str, said: str
) -> None:
    (own.parent / "secret.txt").write_text("mật", encoding="utf-8")
    if "link" in template:
        (own / "link").symlink_to(own.parent / "secret.txt")
    write(own, template)
    with pytest.raises(official.FormFault, match=said):
        apology()


@pytest.mark.parametrize(
    ("was", "now", "said"),
    [
        ('kind = "apology"', 'kind = "sorry"', "a kind is one of"),
        ('paper = "a5"', 'paper = "a3"', "a5 or a4"),
        ('mark = "C"', 'mark = "X"', "S, M or C"),
        ('ground = "Quyết định 1/QĐ-UBND"', 'ground = " "', "'ground' must be a text"),
        ('"mine.typ"', '"../mine.typ"', "must be the name of a .typ file"),
        ('"mine.typ"', '"none.typ"', "must be the name of a .typ file"),
        ("2025-12-31", "2025-09-30", "ends before it begins"),
        ("valid_from = 2025-10-01", 'valid_from = "2025-10-01"', "'valid_from' must be a date"),
        ("valid_to = 2025-12-31", "until = 2025-12-31", "unknown: until"),
        ("[[form]]", "[form]", "a list of"),
        ("[[form]]", "[[form", "forms.toml"),
        ("[[form]]", OWN + "\n[[form]]", "two forms 'apology' on 2025-10-01"),
    ],
)
def test_a_wrong_row_is_a_fault_that_says_what_it_must_be(own: Path, was: str, now: str, said: str) -> None:
    write(own, rows=OWN.replace(was, now))
    with pytest.raises(official.FormFault, match=said):
        official.form("apology", B)


def test_check_sets_the_own_and_the_built_in_forms_and_names_the_fault(own: Path) -> None:
    write(own, "#panic(1)")
    mine, *others = list(check(own))
    assert mine.form.own and "mine.typ" in mine.fault
    assert [each.fault for each in others] == [""] * len(registry.built_in_forms())
