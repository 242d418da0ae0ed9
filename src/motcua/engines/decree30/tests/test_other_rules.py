"""Rules that a person, a register or the text decides: what the machine says of them."""

from dataclasses import replace

import pytest

from motcua.engines.decree30.check import check
from motcua.engines.decree30.errors import BadRegister
from motcua.engines.decree30.register import Register, load_register
from motcua.engines.decree30.report import Report
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.writing.docx import write
from motcua.engines.decree30.writing.draft import Draft, Text
from motcua.engines.decree30.writing.layout import lay_out
from motcua.engines.decree30.writing.samples import SAMPLES
from motcua.engines.decree30.writing.sheet import Para

REGISTER = "number,expired_on,replaced_by\n09/2010/NĐ-CP,2020-03-05,30/2020/NĐ-CP\n"


def report(draft: Draft, register: Register | None = None) -> Report:
    """What is said of this document."""
    return check(write(lay_out(draft)), register=register)


def said(draft: Draft, code: str, register: Register | None = None) -> tuple[str, str]:
    """Verdict and measured value of one rule."""
    found = report(draft, register)
    for finding in found.findings:
        if finding.rule.code == code:
            return finding.verdict.value, finding.measured
    return found.quiet[code].value, ""


def test_a_blank_number_and_date_are_not_filled_and_no_fault() -> None:
    found = report(replace(SAMPLES["CV"], number="", date=""))
    assert {one.rule.id: one.verdict.value for one in found.findings if one.verdict.value == "not_filled"} == {
        "N1.number": "not_filled", "D2.format": "not_filled"}  # fmt: skip
    assert found.clean


def test_names_places_and_bases_are_for_a_person() -> None:
    found = report(SAMPLES["QĐ"])
    people = {one.rule.id for one in found.findings if one.verdict.value == "needs_human"}
    assert {"O1.name", "D1.place", "C1.basis", "S2.title"} <= people


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Thực hiện Nghị định 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư.", "warning"),
        ("Thực hiện Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ.", "needs_human"),
        ("Ủy ban nhân dân phường đề nghị các đơn vị triển khai thực hiện.", "not_applicable"),
    ],
)
def test_a_citation_without_the_word_so_is_doubtful(text: str, verdict: str) -> None:
    draft = replace(SAMPLES["CV"], body=(Text(text),))
    assert said(draft, "ND30-C3.citation")[0] == verdict


def test_spaces_in_a_cited_symbol_are_told() -> None:
    draft = replace(SAMPLES["CV"], body=(Text("Thực hiện Nghị định số 30/2020/NĐ - CP của Chính phủ."),))
    assert said(draft, "MC-cite.form")[0] == "warning"


def test_a_document_the_register_knows_as_expired_is_told_with_what_replaced_it() -> None:
    draft = replace(
        SAMPLES["CV"], body=(Text("Thực hiện Nghị định số 09/2010/NĐ-CP ngày 08 tháng 02 năm 2010 của Chính phủ."),)
    )
    verdict, measured = said(draft, "MC-cite.expired", load_register(REGISTER))
    assert (verdict, "30/2020/NĐ-CP" in measured) == ("warning", True)
    assert said(draft, "MC-cite.expired")[0] == "not_applicable"


def test_on_the_day_it_was_in_force_the_same_citation_is_right() -> None:
    draft = replace(SAMPLES["CV"], date="2019-06-14", body=(Text("Thực hiện Nghị định số 09/2010/NĐ-CP."),))
    assert said(draft, "MC-cite.expired", load_register(REGISTER))[0] == "ok"


@pytest.mark.parametrize(
    ("text", "row"),
    [("a,b\n1,2\n", 1), ("number,expired_on\n1/2020/NĐ-CP,hôm qua\n", 2), ("number,expired_on\n,2020-01-01\n", 2)],
)
def test_a_bad_register_is_refused_with_its_row(text: str, row: int) -> None:
    with pytest.raises(BadRegister) as refused:
        load_register(text)
    assert refused.value.values["row"] == row


def test_a_basis_younger_than_the_document_is_told() -> None:
    basis = "Căn cứ Nghị định số 118/2025/NĐ-CP ngày 09 tháng 6 năm 2025 của Chính phủ;"
    draft = replace(SAMPLES["QĐ"], date="2024-01-10", bases=(basis,))
    assert said(draft, "MC-basis.dates")[0] == "warning"


def test_a_deputy_who_signs_without_kt_is_told() -> None:
    signature = SAMPLES["CV"].signatures[0]
    assert said(SAMPLES["CV"], "MC-signer.word")[0] == "ok"
    alone = replace(signature, authority=())
    assert said(replace(SAMPLES["CV"], signatures=(alone,)), "MC-signer.word")[0] == "warning"


def test_a_resolution_of_a_committee_is_doubtful() -> None:
    draft = replace(SAMPLES["NQ"], issuer=("ỦY BAN NHÂN DÂN", "PHƯỜNG MẪU"))
    assert said(draft, "MC-issuer.type")[0] == "warning"
    assert said(SAMPLES["NQ"], "MC-issuer.type")[0] == "ok"


def test_an_appendix_named_and_not_there_is_told() -> None:
    draft = SAMPLES["KH"]
    assert said(draft, "MC-appendix.named")[0] == "ok"
    more = Text("Danh mục chi tiết tại Phụ lục V kèm theo Kế hoạch này.")
    assert said(replace(draft, body=(*draft.body, more)), "MC-appendix.named") == ("warning", "Phụ lục V")


def test_a_signature_in_an_appendix_is_for_a_person() -> None:
    sheet = lay_out(SAMPLES["KH"])
    name = next(one for one in sheet.sections[1].blocks if isinstance(one, Para) and one.role is Role.APPENDIX_NAME)
    signed = replace(name, role=Role.APPENDIX_BODY, runs=[replace(name.runs[0], text="KT. CHỦ TỊCH")])
    assert said(SAMPLES["KH"], "ND30-A4.signing")[0] == "ok"
    sheet.sections[1].blocks.append(signed)
    found = {one.rule.id: one.verdict.value for one in check(write(sheet)).findings}
    assert found["A4.signing"] == "needs_human"
