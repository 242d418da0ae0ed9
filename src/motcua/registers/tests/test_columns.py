"""Every kind of column: what it takes, what it refuses and why, at the edges."""

from contextlib import suppress
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.base.clock import VIETNAM
from motcua.base.sheets import FORMULA
from motcua.base.text import Text as Words
from motcua.registers.columns import Choice, Column, Day, Fault, Moment, Symbols, Text, UnitRef, Units, Whole, YesNo

W = Words("Cột", "Column")
TEXT, WHOLE, DAY, MOMENT = Text("a", W, most=5), Whole("a", W, least=1, most=1000), Day("a", W), Moment("a", W)
MARK, SYMBOLS, UNIT = YesNo("a", W), Symbols("a", W), UnitRef("a", W)
FORM = Choice("a", W, options={"paper": Words("Bản giấy", "Paper"), "electronic": Words("Bản điện tử", "Electronic")})
NINTH = date(2023, 5, 9)
HALF_PAST_TWO = datetime(2023, 5, 9, 14, 30, tzinfo=VIETNAM)
NAIVE, MORNING, MIDNIGHT = (datetime.fromisoformat(f"2023-05-09T{hour}") for hour in ("14:30", "07:00", "00:00"))


@pytest.mark.parametrize(
    ("column", "cell", "value"),
    [
        (TEXT, "  a  b ", "a b"), (TEXT, "a" * 5, "a" * 5), (TEXT, 15.0, "15"), (TEXT, None, ""), (TEXT, " ", ""),
        (WHOLE, "1", 1), (WHOLE, 15.0, 15), (WHOLE, "015", 15), (WHOLE, "1.000", 1000), (WHOLE, None, None),
        (DAY, "2023-05-09", NINTH), (DAY, "09/05/2023", NINTH), (DAY, "9/5/2023", NINTH), (DAY, "9-5-2023", NINTH),
        (DAY, "9.5.2023", NINTH), (DAY, "ngày 09 tháng 5 năm 2023", NINTH), (DAY, MORNING, NINTH),
        (DAY, NINTH, NINTH), (DAY, 45055, NINTH), (DAY, 45055.0, NINTH), (DAY, "2023-05-09 00:00:00", NINTH),
        (DAY, "29/02/2024", date(2024, 2, 29)), (DAY, "", None), (DAY, "01/01/1900", date(1900, 1, 1)),
        (MOMENT, "09/05/2023 14:30", HALF_PAST_TWO), (MOMENT, "2023-05-09 14:30", HALF_PAST_TWO),
        (MOMENT, "14h30 ngày 09/05/2023", HALF_PAST_TWO), (MOMENT, "14:30, 9/5/2023", HALF_PAST_TWO),
        (MOMENT, NAIVE, HALF_PAST_TWO), (MOMENT, "2023-05-09T07:30:00+00:00", HALF_PAST_TWO),
        (MOMENT, "2023-05-09T07:30:00Z", datetime(2023, 5, 9, 7, 30, tzinfo=UTC)),
        (MOMENT, 45055 + 14.5 / 24, HALF_PAST_TWO), (MOMENT, None, None),
        *[(MARK, cell, True) for cell in ("có", "CÓ", "x", "X", "1", 1, True, "true", "yes")],
        *[(MARK, cell, False) for cell in ("không", "khong", "0", 0, False, "no", None, "")],
        (FORM, "paper", "paper"), (FORM, "BẢN GIẤY", "paper"), (FORM, "ban dien tu", "electronic"),
        (FORM, "Electronic", "electronic"), (FORM, None, None),
        (SYMBOLS, "30/2020/NĐ-CP; 61/2018/NĐ-CP\n30/2020/NĐ-CP;", ["30/2020/NĐ-CP", "61/2018/NĐ-CP"]),
        (SYMBOLS, None, []),
    ],
)  # fmt: skip
def test_a_cell_is_read(column: Column, cell: object, value: Any) -> None:
    found = column.read(cell)
    assert (found, type(found)) == (value, type(value))


@pytest.mark.parametrize(
    ("column", "cell", "why"),
    [
        (TEXT, "a" * 6, "dài quá 5 ký tự"), (TEXT, "a\x00b", "có ký tự không đọc được"), (TEXT, FORMULA, "công thức"),
        (WHOLE, "0", "phải từ 1 đến 1000"), (WHOLE, "1001", "phải từ 1 đến 1000"), (WHOLE, "15a", "không phải số"),
        (WHOLE, "1,5", "không phải số nguyên"), (WHOLE, 1.5, "không phải số nguyên"), (WHOLE, "-1", "không phải số"),
        (WHOLE, "9" * 30, "không phải số nguyên"), (WHOLE, True, "không phải số nguyên"),
        (DAY, "32/13/2023", "ngày không đọc được: '32/13/2023'"), (DAY, "29/02/2023", "ngày không đọc được"),
        (DAY, "9/5/23", "ngày không đọc được"), (DAY, "09/05-2023", "ngày không đọc được"),
        (DAY, "09/05/0223", "ngày không đọc được"), (DAY, "31/12/1899", "ngày không đọc được"),
        (DAY, "01/01/2101", "ngày không đọc được"), (DAY, "45055", "ngày không đọc được"),
        (DAY, 2_000_000, "ngày không đọc được"), (DAY, FORMULA, "công thức"),
        (MOMENT, "09/05/2023", "thiếu giờ"), (MOMENT, MIDNIGHT, "thiếu giờ"), (MOMENT, NINTH, "thiếu giờ"),
        (MOMENT, "09/05/2023 25:00", "ngày không đọc được"), (MOMENT, "sáng mai", "ngày không đọc được"),
        (MARK, "có lẽ", "không rõ có hay không: 'có lẽ'"), (FORM, "giấy", "không có trong: Bản giấy, Bản điện tử"),
        (SYMBOLS, "a" * 101, "dài quá 100 ký tự"),
    ],
)  # fmt: skip
def test_a_cell_that_says_nothing_is_refused_with_its_reason(column: Column, cell: object, why: str) -> None:
    with pytest.raises(Fault) as caught:
        column.read(cell)
    assert why in caught.value.text.vi
    assert caught.value.text.en


UNITS = Units(
    {"H23.15.02": 1, "H23.15.03": 2, "H24.01": 3},
    {"phuong mau 2": frozenset({1}), "phuong mau 3": frozenset({2}), "phuong trung": frozenset({1, 3})},
    frozenset({1}),
)


@pytest.mark.parametrize("cell", ["H23.15.02", "h23.15.02", "Phường Mẫu 2", "phuong  mau 2"])
def test_a_unit_is_named_by_code_or_name(cell: str) -> None:
    assert UNIT.read(cell, UNITS) == 1


@pytest.mark.parametrize(
    ("cell", "why"),
    [
        ("H23.15.03", "không có quyền"), ("Phường Mẫu 3", "không có quyền"), ("Phường Trùng", "nhiều đơn vị cùng tên"),
        ("Phường Lạ", "không có đơn vị"),
    ],
)  # fmt: skip
def test_a_unit_that_is_strange_unclear_or_unknown_is_refused(cell: str, why: str) -> None:
    with pytest.raises(Fault) as caught:
        UNIT.read(cell, UNITS)
    assert why in caught.value.text.vi


@pytest.mark.parametrize(
    ("column", "value"),
    [
        (DAY, NINTH), (MOMENT, HALF_PAST_TWO), (MARK, True), (MARK, False), (WHOLE, 15), (FORM, "paper"),
        (SYMBOLS, ["30/2020/NĐ-CP", "61/2018/NĐ-CP"]), (TEXT, "a b"), (DAY, None),
    ],
)  # fmt: skip
def test_what_is_written_reads_as_the_same_again(column: Column, value: Any) -> None:
    assert column.read(column.written(value)) == value


@given(st.one_of(st.text(), st.integers(), st.floats(), st.booleans(), st.none(), st.datetimes(), st.dates()))
def test_no_cell_whatever_ends_in_anything_but_a_value_or_a_fault(cell: object) -> None:
    for column in (TEXT, WHOLE, DAY, MOMENT, MARK, FORM, SYMBOLS, UNIT):
        with suppress(Fault):
            column.read(cell)
