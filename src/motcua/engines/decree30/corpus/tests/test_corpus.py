"""Every break changes what is read in just its place, every keep is built, all of it the same each time."""

import functools
import json
from collections import Counter
from pathlib import Path

import pytest

from motcua.engines.decree30.corpus.build import clean_cases, expected_of, sheet_of, write
from motcua.engines.decree30.corpus.cases import Break, Keep, Redraft, Verdict, as_drafted, as_it_is
from motcua.engines.decree30.corpus.registry import BREAKS, KEEPS, clause_of
from motcua.engines.decree30.reading.document import read
from motcua.engines.decree30.reading.model import Document, Paragraph
from motcua.engines.decree30.reading.package import open_package
from motcua.engines.decree30.writing.docx import write as docx
from motcua.engines.decree30.writing.laying.measures import Sizes
from motcua.engines.decree30.writing.layout import lay_out
from motcua.engines.decree30.writing.samples import SAMPLES
from motcua.engines.decree30.writing.shapes import SHAPE_NAMES
from motcua.engines.decree30.writing.sheet import Para, Sheet

EVERY = [*BREAKS, *KEEPS]
NAMES = [f"{one.rule}-{'keep' if isinstance(one, Keep) else one.verdict}-{one.name}" for one in EVERY]
# Rules of the facts that no .docx decides by itself: a register, a person, a picture or a PDF is needed.
ELSEWHERE = {"O1", "D1", "C1", "C3", "C4", "S2", "S3", "S5", "S6", "S7", "A4", "B1", "B2", "B3", "X2", "X3", "P6", "P5"}


FORM = ("align", "left", "right", "first", "before", "after", "line", "rule", "contextual")
PAGE = (
    "width", "height", "landscape", "top", "bottom", "left", "right", "gutter", "title_page", "restart", "number_form",
)  # fmt: skip


def seen(para: Para) -> object:
    """All that can be seen of a paragraph of a sheet."""
    return repr(para)


def changed(clean: list[object], spoiled: list[object]) -> set[int]:
    """Places at which two lists of equal length differ."""
    return {at for at, (one, two) in enumerate(zip(clean, spoiled, strict=True)) if one != two}


def read_back(sheet: Sheet) -> Document:
    """What a reader finds of a sheet written in the clean shape."""
    return read(open_package(docx(sheet)))


def read_looks(document: Document) -> list[object]:
    """All that the reader says of every paragraph."""
    return [_look(one) for one in document.paragraphs]


def _look(para: Paragraph) -> object:
    """Letters, format and lines; the style's name is no look."""
    return (
        [(run.text, run.format) for run in para.runs],
        [getattr(para.format, name) for name in FORM],
        [(line.form, round(line.width, 1), line.dashed) for line in para.lines],
    )


def page_looks(document: Document) -> object:
    """All that the reader says of pages, headers and notes."""
    sections = [[getattr(one, name) for name in PAGE] for one in document.sections]
    parts = [
        (kind, part.numbered, [_look(para) for para in part.paragraphs])
        for one in document.sections
        for place in (one.headers, one.footers)
        for kind, part in sorted(place.items())
    ]
    return sections, parts, [note.runs for note in document.notes], document.even_odd, document.pages


@pytest.mark.parametrize("one", BREAKS, ids=NAMES[: len(BREAKS)])
def test_a_break_changes_what_is_read_in_just_its_place(one: Break) -> None:
    for kind in one.kinds:
        clean, looks, pages = clean_of(kind, one.sizes, one.redraft)
        spoiled = sheet_of(one, kind)
        if one.redraft is not as_drafted and one.apply is as_it_is:
            assert repr(spoiled) != repr(lay_out(SAMPLES[kind], one.sizes))
            continue
        after = read_back(spoiled)
        if len(list(clean.paragraphs())) != len(list(spoiled.paragraphs())):
            assert len(looks) != len(after.paragraphs)
            continue
        wanted = changed([seen(para) for para in clean.paragraphs()], [seen(para) for para in spoiled.paragraphs()])
        found = changed(looks, read_looks(after))
        assert len(found) == len(wanted), kind
        assert bool(found) != (pages != page_looks(after)), kind


@functools.cache
def clean_of(kind: str, sizes: Sizes, redraft: Redraft) -> tuple[Sheet, list[object], object]:
    """The sheet before it is spoiled, and what is read of it."""
    clean = lay_out(redraft(SAMPLES[kind]), sizes)
    document = read_back(clean)
    return clean, read_looks(document), page_looks(document)


@pytest.mark.parametrize("one", EVERY, ids=NAMES)
def test_a_case_names_shapes_that_there_are_and_its_last_one_is_read(one: Break | Keep) -> None:
    expected = list(expected_of(one))
    assert {case.shape for case in expected if case.kind == one.kinds[0]} == set(one.shapes)
    assert set(one.shapes) <= set(SHAPE_NAMES)
    last = expected[-1]
    read(open_package(docx(sheet_of(one, last.kind), SHAPE_NAMES[last.shape])))


def test_paths_are_single() -> None:
    paths = Counter(case.path for one in EVERY for case in expected_of(one))
    assert max(paths.values()) == 1


def test_names_are_single_and_every_rule_has_a_clause() -> None:
    assert [name for name, count in Counter(NAMES).items() if count > 1] == []
    assert all(clause_of(one.rule) for one in EVERY)


def test_every_rule_that_a_file_decides_is_broken_and_kept() -> None:
    """The families of the facts' tables; a keep may stand for a whole family."""
    facts = {
        "P1", "P2", "P3", "P4", "P7", "Q1", "Q2", "Q3", "Q4", "O2", "O3", "O4", "N1",
        "N2", "N3", "D2", "D3", "T1", "T2",
        "T3", "C2", "C5", "C6", "C7", "C8", "C9", "C10", "C11", "S1",
        "S4", "K1", "K2", "K3", "Z1", "A1", "A2", "A3", "A5",
        "B4", "B5", "X1", "X4", "X5",
    }  # fmt: skip
    assert {one.rule.partition(".")[0] for one in BREAKS} == facts
    assert not facts & ELSEWHERE


def test_blanks_of_a_draft_are_not_filled_and_never_wrong() -> None:
    blank = [one for one in BREAKS if one.verdict is Verdict.NOT_FILLED]
    assert {one.rule for one in blank} == {"N1.number", "N2.symbol", "D2.format"}


def test_the_clean_ones_are_all_samples_in_all_shapes(monkeypatch: pytest.MonkeyPatch) -> None:
    from motcua.engines.decree30.corpus import build

    monkeypatch.setattr(build.docx, "write", lambda _sheet, _shape: b"")  # the writer's own tests write them
    found = [(case.expected.kind, case.expected.shape) for case in clean_cases()]
    assert len(found) == len(set(found)) == len(SAMPLES) * len(SHAPE_NAMES)


def test_a_folder_holds_the_files_and_their_manifest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from motcua.engines.decree30.corpus import build

    some = [one for one in BREAKS if one.rule == "K3.size"]
    monkeypatch.setattr(build, "BREAKS", some)
    monkeypatch.setattr(build, "KEEPS", [])
    monkeypatch.setattr(build, "clean_cases", lambda: iter(()))
    count = write(tmp_path)
    rows = [json.loads(row) for row in (tmp_path / "manifest.jsonl").read_text("utf-8").splitlines()]
    assert count == len(rows) == len({row["path"] for row in rows})
    assert all((tmp_path / row["path"]).is_file() and row["path"].isascii() for row in rows)
    assert "ND30-K3.size/violation-12-points-theme.docx" in {row["path"] for row in rows}
