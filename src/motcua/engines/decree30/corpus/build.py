"""The corpus itself: every break and keep in every shape in which it makes sense, and clean documents of all types.

`write(folder)` makes the files and manifest.jsonl, so that any other checker can be measured on them.
"""

import json
import unicodedata
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from motcua.engines.decree30.corpus.cases import Break, Keep, Verdict
from motcua.engines.decree30.corpus.refit import refit
from motcua.engines.decree30.corpus.registry import BREAKS, KEEPS, clause_of
from motcua.engines.decree30.writing import docx
from motcua.engines.decree30.writing.draft import Draft
from motcua.engines.decree30.writing.layout import lay_out
from motcua.engines.decree30.writing.samples import SAMPLES
from motcua.engines.decree30.writing.shapes import SHAPE_NAMES, SHAPES
from motcua.engines.decree30.writing.sheet import Sheet

OTHER_KINDS_IN: Final = ("clean", "table-1x2")  # shapes for the samples after the first one


@dataclass(frozen=True, slots=True)
class Expected:
    """What a checker should say. rule: without the prefix ND30-; "" of a document that is clean altogether.

    also: rules, or beginnings of them, that may report the same defect. kind: the sample it was made of.
    """

    path: str
    rule: str
    clause: str
    verdict: str
    shape: str
    kind: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """One file with what is expected of it."""

    expected: Expected
    data: bytes


def cases() -> Iterator[Case]:
    """All of them, in a stable order."""
    yield from clean_cases()
    everything: list[Break | Keep] = [*BREAKS, *KEEPS]
    for one in everything:
        yield from cases_of(one)


def clean_cases() -> Iterator[Case]:
    """Every sample in every shape: nothing may be reported."""
    for name, draft in SAMPLES.items():
        sheet = lay_out(draft)
        for shape in SHAPES:
            path = f"clean/{_plain(name)}-{shape.name}.docx"
            yield Case(Expected(path, "", "", Verdict.OK, shape.name, name), docx.write(sheet, shape))


def cases_of(one: Break | Keep) -> Iterator[Case]:
    """The first sample in all its shapes, the others in two."""
    sheets = {kind: sheet_of(one, kind) for kind in one.kinds}
    for expected in expected_of(one):
        yield Case(expected, docx.write(sheets[expected.kind], SHAPE_NAMES[expected.shape]))


def expected_of(one: Break | Keep) -> Iterator[Expected]:
    """What is expected of these cases, without the files."""
    for number, kind in enumerate(one.kinds):
        shapes = one.shapes if not number else [name for name in one.shapes if name in OTHER_KINDS_IN]
        for shape in shapes:
            path = _path(one, kind if number else "", shape)
            yield Expected(path, one.rule, clause_of(one.rule), one.verdict, shape, kind, one.also)


def sheet_of(one: Break | Keep, kind: str) -> Sheet:
    """The sheet of a sample with the change of a break or a keep."""
    draft: Draft = one.redraft(SAMPLES[kind])
    sheet = lay_out(draft, one.sizes)
    one.apply(sheet)
    if not one.rule.endswith(".line"):
        refit(sheet)
    return sheet


def write(folder: Path) -> int:
    """All files below `folder` with manifest.jsonl; how many they are."""
    count = 0
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "manifest.jsonl").open("w", encoding="utf-8") as manifest:
        for case in cases():
            place = folder / case.expected.path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(case.data)
            manifest.write(json.dumps(asdict(case.expected), ensure_ascii=False) + "\n")
            count += 1
    return count


def _path(one: Break | Keep, kind: str, shape: str) -> str:
    """ "ND30-K3.size/violation-12-points-table-3x3.docx"; the sample stands in it where it is not the first."""
    verdict = "keep" if one.verdict is Verdict.OK else one.verdict.replace("_", "-")
    return f"ND30-{one.rule}/{'-'.join(filter(None, (verdict, one.name, _plain(kind), shape)))}.docx"


def _plain(kind: str) -> str:
    """ASCII letters, for file systems and shells; QyĐ and QĐ, CĐ and CTr stay apart."""
    text = unicodedata.normalize("NFD", kind.replace("Đ", "DD").replace("đ", "dd").replace("Ư", "U"))
    return "".join(letter for letter in text if letter.isascii()).lower()
