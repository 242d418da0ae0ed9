"""Mending: every safe fault goes, no word changes, nothing else is touched; a second time there is nothing to do."""

import io
import re
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from motcua.engines.decree30.check import check, checked
from motcua.engines.decree30.corpus.build import Case, cases_of
from motcua.engines.decree30.corpus.cases import Break, Verdict, as_drafted
from motcua.engines.decree30.corpus.changes import reads
from motcua.engines.decree30.corpus.registry import BREAKS
from motcua.engines.decree30.fixing.errors import AuditOnly
from motcua.engines.decree30.fixing.mend import mend
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import PREFIX, Fix
from motcua.engines.decree30.rules import registry
from motcua.engines.decree30.writing.docx import write
from motcua.engines.decree30.writing.layout import lay_out
from motcua.engines.decree30.writing.samples import SAMPLES
from motcua.engines.decree30.writing.shapes import SHAPE_NAMES

SAFE = {Fix.SAFE, Fix.SAFE_TEXT}
SHAPES = ("clean", "tabs", "theme", "table-4x2")
MENDED = [
    one for one in BREAKS
    if one.verdict in {Verdict.VIOLATION, Verdict.WARNING} and registry()[PREFIX + one.rule].rule.fix in SAFE
]  # fmt: skip
# What no change of format can mend: the file is reported, the drafter mends it.
BY_HAND = {
    ("P7.position", "footer"), ("P7.first_hidden", "number-in-first-header"), ("Q1.text", "short"),
    ("S4.case", "capitals"), ("P4.any_font", "nfd"), ("P4.body_font", "vntime"),
    ("C7.bold", "bold-words-in-a-sentence"), ("P1.size", "appendix-a3"), ("P1.size", "letter-under-a-table"),
    ("P7.position", "none-in-a-header-that-speaks"), ("P7.position", "odd-pages-only"),
    ("C7.bold", "three-bold-letters-in-a-sentence"),
}  # fmt: skip


def texts(data: bytes) -> list[str]:
    """Every paragraph of the flow."""
    layout = checked(data).layout
    assert layout is not None
    return [paragraph.text for paragraph in layout.document.paragraphs]


def first_of(one: Break) -> list[Case]:
    """Its files in a few shapes, of its first type."""
    kind = one.kinds[0]
    return [case for case in cases_of(one) if case.expected.kind == kind and case.expected.shape in SHAPES]


@pytest.mark.parametrize("one", MENDED, ids=[f"{one.rule}-{one.name}" for one in MENDED])
def test_a_safe_fault_is_mended_and_the_text_stays(one: Break) -> None:
    for case in first_of(one):
        found = mend(case.data)
        left = [finding for finding in found.after.counted if finding.rule.id == one.rule]
        typed = one.rule == "S4.case" and "NGUY" in one.name  # names are never rewritten
        if typed or (one.rule, one.name) in BY_HAND:
            assert all(finding.fix is Fix.NONE for finding in left)
            continue
        assert found.data is not None
        assert left == []
        if registry()[PREFIX + one.rule].rule.fix is Fix.SAFE:
            assert texts(found.data) == texts(case.data)


@pytest.mark.parametrize("one", MENDED, ids=[f"{one.rule}-{one.name}" for one in MENDED])
def test_after_mending_nothing_safe_is_left_to_mend(one: Break) -> None:
    case = first_of(one)[0]
    found = mend(case.data)
    data = case.data if found.data is None else found.data
    assert [finding.rule.code for finding in check(data).counted if finding.fix in SAFE] == []
    assert mend(data).data is None


TOGETHER = [one for one in MENDED if "QĐ" in one.kinds and one.redraft is as_drafted]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    chosen=st.lists(st.sampled_from(TOGETHER), min_size=2, max_size=8, unique_by=lambda one: one.rule),
    shape=st.sampled_from(SHAPES),
)
def test_many_faults_at_once_are_mended_and_mending_converges(chosen: list[Break], shape: str) -> None:
    sheet = lay_out(SAMPLES["QĐ"])
    for one in chosen:
        one.apply(sheet)
    data = write(sheet, SHAPE_NAMES[shape])
    found = mend(data)
    after = data if found.data is None else found.data
    assert [finding.rule.code for finding in check(after).counted if finding.fix in SAFE] == []
    assert mend(after).data is None


def parts(data: bytes) -> dict[str, bytes]:
    """Members of the package."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_drawings_and_all_other_parts_stay_byte_for_byte() -> None:
    one = next(one for one in MENDED if one.rule == "N3.size")
    case = next(case for case in cases_of(one) if case.expected.shape == "table-3x3")
    data = mend(case.data).data
    assert data is not None
    before, after = parts(case.data), parts(data)
    assert {name for name in before if before[name] != after[name]} == {"word/document.xml"}
    drawings = re.compile(rb"<mc:AlternateContent.*?</mc:AlternateContent>", re.DOTALL)
    assert drawings.findall(before["word/document.xml"])
    for name in ("word/document.xml",):
        assert drawings.findall(before[name]) == drawings.findall(after[name])


def test_tracked_changes_show_what_was_before_under_the_drafters_name() -> None:
    one = next(one for one in MENDED if one.rule == "N3.size")
    data = mend(first_of(one)[0].data, author="Người Rà Soát Mẫu", at="2026-11-25T08:00:00Z").data
    assert data is not None
    document = parts(data)["word/document.xml"].decode()
    assert 'w:rPrChange w:id="9000001" w:author="Người Rà Soát Mẫu" w:date="2026-11-25T08:00:00Z"' in document
    with pytest.raises(AuditOnly, match="Track Changes"):
        mend(data)


@pytest.mark.parametrize("name", ["_xmlsignatures/sig1.xml", "protected"])
def test_a_signed_or_protected_file_is_only_audited(name: str) -> None:
    held = parts(write(lay_out(SAMPLES["CV"])))
    if name == "protected":
        settings_part = held["word/settings.xml"].decode()
        lock = '<w:documentProtection w:edit="readOnly" w:enforcement="1"/>'
        held["word/settings.xml"] = settings_part.replace("<w:defaultTabStop", f"{lock}<w:defaultTabStop").encode()
    else:
        held[name] = b"<x/>"
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for part, content in held.items():
            archive.writestr(part, content)
    with pytest.raises(AuditOnly):
        mend(made.getvalue())


def test_a_document_without_page_numbers_gets_them_in_the_middle_of_the_top() -> None:
    one = next(one for one in BREAKS if one.rule == "P7.position" and one.name not in {"footer"})
    found = mend(first_of(one)[0].data)
    assert found.data is not None
    assert [finding.rule.code for finding in found.after.counted if finding.rule.code.startswith("ND30-P7")] == []


def test_guarded_fixes_wait_until_they_are_asked_for() -> None:
    one = next(one for one in BREAKS if one.rule == "N3.pad")
    data = first_of(one)[0].data
    assert mend(data).data is None
    found = mend(data, unsafe=True)
    assert found.data is not None
    assert [change.after for change in found.changes] == ["0" + found.changes[0].before]


@pytest.mark.parametrize(
    ("written", "mended"),
    [
        ("Số 15/QĐ-UBND", "Số: 15/QĐ-UBND"), ("SỐ: 15/QĐ-UBND", "Số: 15/QĐ-UBND"), ("số: 15/QĐ-UBND", "Số: 15/QĐ-UBND"),
        ("Số : 15/QĐ-UBND", "Số: 15/QĐ-UBND"), ("Số; 15/QĐ-UBND", "Số: 15/QĐ-UBND"), ("Số15/QĐ-UBND", "Số:15/QĐ-UBND"),
        ("Số: 15 /QĐ-UBND", "Số: 15/QĐ-UBND"), ("Số: 15/QĐ – UBND", "Số: 15/QĐ-UBND"),
    ],
)  # fmt: skip
def test_a_number_line_is_mended_to_the_one_right_text(written: str, mended: str) -> None:
    sheet = lay_out(SAMPLES["QĐ"])
    reads(Role.NUMBER_LINE, written)(sheet)
    found = mend(write(sheet))
    assert found.data is not None
    assert mended in {text.strip() for text in texts(found.data)}
