"""A structured document: to JSON and back, and what is refused of it."""

import contextlib
import dataclasses
import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from motcua.engines.decree30.reading.document import read
from motcua.engines.decree30.reading.package import open_package
from motcua.engines.decree30.writing import errors
from motcua.engines.decree30.writing.docx import write
from motcua.engines.decree30.writing.draft import Appendix, Article, Draft, Signature, Table
from motcua.engines.decree30.writing.drafts_json import from_dict, to_dict
from motcua.engines.decree30.writing.kinds import COPIES, KINDS
from motcua.engines.decree30.writing.layout import lay_out
from motcua.engines.decree30.writing.samples import SAMPLES

LEAST: dict[str, Any] = {
    "kind": "TB", "issuer": ["PHÒNG MẪU"], "symbol": "PM", "signatures": [{"title": "TRƯỞNG PHÒNG", "name": "Lê Thử"}],
}  # fmt: skip


NAMES = [field.name for form in (Draft, Appendix, Signature, Article, Table) for field in dataclasses.fields(form)]
NAMES += ["block"]


def test_every_type_of_the_decree_and_every_copy_has_a_sample() -> None:
    assert {draft.kind for draft in SAMPLES.values()} == set(KINDS)
    assert {draft.copy.form for draft in SAMPLES.values() if draft.copy} == set(COPIES)
    assert len(KINDS) == 29 + 2


@pytest.mark.parametrize("name", SAMPLES)
def test_a_draft_comes_back_from_json_as_it_was(name: str) -> None:
    assert from_dict(json.loads(json.dumps(to_dict(SAMPLES[name])))) == SAMPLES[name]


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"kind": "GP"}, errors.UnknownKind),
        ({"colour": "red"}, errors.UnknownField),
        ({"number": 5}, errors.WrongField),
        ({"issuer": "PHÒNG MẪU"}, errors.WrongField),
        ({"issuer": []}, errors.MissingField),
        ({"date": "5/3/2026"}, errors.BadDate),
        ({"date": "2026-02-30"}, errors.BadDate),
        ({"body": [{"block": "poem"}]}, errors.WrongField),
        ({"body": [{"block": "text"}]}, errors.MissingField),
        ({"body": ["Điều 1"]}, errors.WrongField),
        ({"subject": "a\x00"}, errors.WrongField),
        ({"body": [{"block": "division", "level": "book", "number": "I", "title": "x"}]}, errors.WrongField),
        ({"body": [{"block": "table", "header": ["a"], "rows": [["b", "c"]]}]}, errors.WrongField),
    ],
)
def test_bad_input_is_refused_with_a_reason_in_both_languages(change: dict[str, Any], error: type[Exception]) -> None:
    with pytest.raises(error) as caught:
        from_dict({**LEAST, **change})
    assert isinstance(caught.value, errors.BadDraft)
    assert caught.value.words("vi") != caught.value.words("en")


WORDS = st.sampled_from(["", "a", "Điều 1", "SY", "part", "2026-02-30", "\x00", "x" * 400, "a\nb\t<&"])
BLOCKS: list[dict[str, Any]] = [
    {"block": "division", "level": "book", "number": "I", "title": "x"},
    {"block": "division", "level": "part", "number": "", "title": ""},
    {"block": "article", "number": ""},
    {"block": "clause", "number": "1"},
    {"block": "table", "header": [], "rows": []},
    {"block": "table", "header": ["a"], "rows": [["b", "c"]]},
    {"block": "table", "header": ["a"], "rows": [["b"]], "widths": [0]},
    {"block": "table", "header": ["", "w" * 300], "rows": [["", "c"]]},
    {"block": "text", "text": ""},
]
PIECES = WORDS | st.none() | st.integers() | st.sampled_from(BLOCKS)
ANYTHING = PIECES | st.lists(PIECES, max_size=3) | st.dictionaries(st.sampled_from(NAMES), PIECES, max_size=3)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(change=st.dictionaries(st.sampled_from(NAMES), ANYTHING, max_size=4))
def test_whatever_comes_in_is_a_draft_or_a_told_fault(change: dict[str, Any]) -> None:
    with contextlib.suppress(errors.BadDraft):
        read(open_package(write(lay_out(from_dict({**LEAST, **change})))))


def test_what_is_no_object_is_refused() -> None:
    with pytest.raises(errors.WrongField):
        from_dict(["TB"])


def test_number_and_date_may_be_blank() -> None:
    draft = from_dict(LEAST)
    assert (draft.number, draft.date) == ("", "")


@pytest.mark.parametrize(
    ("kind", "symbol", "whole"),
    [("QĐ", "UBND", "QĐ-UBND"), ("CV", "UBND-VX", "UBND-VX"), ("QĐ-QPPL", "UBND", "2026/QĐ-UBND")],
)
def test_symbol_by_type(kind: str, symbol: str, whole: str) -> None:
    draft = Draft(kind, ("X",), symbol, (Signature("A", "B"),), date="2026-01-01")
    assert draft.whole_symbol == whole
