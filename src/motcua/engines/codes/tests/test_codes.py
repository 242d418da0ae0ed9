"""Codes of dossiers and agencies, and the QR line of the citizen card."""

from datetime import date

import pytest

from motcua.engines.codes.citizen_card import parse
from motcua.engines.codes.dossiers import dossier_code, looks_like_dossier_code, old_agency
from motcua.engines.codes.errors import CodeFault

DAY = date(2023, 3, 15)
LINE = "030095001234|145678901|Trần Thị Mẫu|02091995|Nữ|Số 1, phố Mẫu, An Lưu|10052021"


@pytest.mark.parametrize(
    ("agency", "serial", "code"),
    [
        ("H23.15.02", 1, "H23.15.02-230315-0001"),
        ("000.02.15.H23", 17, "000.02.15.H23-230315-0017"),
        ("H44.100", 10_000, "H44.100-230315-10000"),
    ],
)
def test_dossier_codes(agency: str, serial: int, code: str) -> None:
    assert dossier_code(agency, DAY, serial) == code
    assert looks_like_dossier_code(code)


@pytest.mark.parametrize("text", ["000.00.14.H20-200703-0002", "H23.15-230615-0001", "G09.20-20260609-0092637"])
def test_all_three_forms_in_use_are_known(text: str) -> None:
    assert looks_like_dossier_code(text)


@pytest.mark.parametrize("text", ["", "H23", "H23-1-1", "h23.15-230615-0001", "H23.15-230615-0001 "])
def test_other_texts_are_no_code(text: str) -> None:
    assert not looks_like_dossier_code(text)


@pytest.mark.parametrize(("agency", "serial"), [("", 1), ("H2", 1), ("H23.15.02", 0)])
def test_a_code_is_not_built_from_what_is_none(agency: str, serial: int) -> None:
    with pytest.raises(CodeFault):
        dossier_code(agency, DAY, serial)


@pytest.mark.parametrize(
    ("new", "old"), [("H44", "000.00.00.H44"), ("H23.15", "000.00.15.H23"), ("H23.15.02", "000.02.15.H23")]
)
def test_the_older_form_is_derived(new: str, old: str) -> None:
    assert old_agency(new) == old


@pytest.mark.parametrize("identifier", ["H44.100", "H1", "H23.15.02.03.04"])
def test_an_identifier_without_room_in_the_older_form_is_refused(identifier: str) -> None:
    with pytest.raises(CodeFault):
        old_agency(identifier)


def test_the_card_is_read() -> None:
    card = parse(LINE)
    assert (card.number, card.old_number, card.full_name) == ("030095001234", "145678901", "Trần Thị Mẫu")
    assert (card.born_on, card.sex, card.issued_on) == (date(1995, 9, 2), "female", date(2021, 5, 10))
    assert not card.doubtful


def test_more_fields_are_ignored_and_spaces_forgiven() -> None:
    assert parse(f"  {LINE}|thêm|nữa\n").number == "030095001234"


@pytest.mark.parametrize("name", ["Tra62n Thi5 Ma6u4", "Traanf Thij Maaux", "Trần#Mẫu"])
def test_a_name_that_an_input_method_spoiled_is_doubtful(name: str) -> None:
    card = parse(LINE.replace("Trần Thị Mẫu", name))
    assert (card.doubtful, card.number) == (True, "030095001234")


@pytest.mark.parametrize("line", ["", "xin chào", "1|2|3|4|5|6|7", "030095001234||||||", "03009500123X|1|a|b|c|d|e"])
def test_what_is_no_card_is_refused_in_words(line: str) -> None:
    with pytest.raises(CodeFault) as fault:
        parse(line)
    assert fault.value.vi
    assert fault.value.en


def test_a_date_the_calendar_does_not_know_is_left_out() -> None:
    assert parse(LINE.replace("02091995", "31021995")).born_on is None
