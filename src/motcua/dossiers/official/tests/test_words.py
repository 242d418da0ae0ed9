"""Amounts, moments and names as a paper writes them."""

from datetime import UTC, date, datetime

import pytest

from motcua.dossiers.official import words

AMOUNTS = [
    (0, "Không đồng"),
    (1, "Một đồng"),
    (4, "Bốn đồng"),
    (5, "Năm đồng"),
    (10, "Mười đồng"),
    (11, "Mười một đồng"),
    (15, "Mười lăm đồng"),
    (19, "Mười chín đồng"),
    (20, "Hai mươi đồng"),
    (21, "Hai mươi mốt đồng"),
    (24, "Hai mươi bốn đồng"),
    (25, "Hai mươi lăm đồng"),
    (55, "Năm mươi lăm đồng"),
    (91, "Chín mươi mốt đồng"),
    (100, "Một trăm đồng"),
    (101, "Một trăm linh một đồng"),
    (105, "Một trăm linh năm đồng"),
    (110, "Một trăm mười đồng"),
    (111, "Một trăm mười một đồng"),
    (115, "Một trăm mười lăm đồng"),
    (121, "Một trăm hai mươi mốt đồng"),
    (155, "Một trăm năm mươi lăm đồng"),
    (505, "Năm trăm linh năm đồng"),
    (999, "Chín trăm chín mươi chín đồng"),
    (1_000, "Một nghìn đồng"),
    (1_001, "Một nghìn không trăm linh một đồng"),
    (1_010, "Một nghìn không trăm mười đồng"),
    (1_021, "Một nghìn không trăm hai mươi mốt đồng"),
    (1_105, "Một nghìn một trăm linh năm đồng"),
    (8_000, "Tám nghìn đồng"),
    (10_005, "Mười nghìn không trăm linh năm đồng"),
    (15_500, "Mười lăm nghìn năm trăm đồng"),
    (21_000, "Hai mươi mốt nghìn đồng"),
    (100_000, "Một trăm nghìn đồng"),
    (105_015, "Một trăm linh năm nghìn không trăm mười lăm đồng"),
    (1_000_000, "Một triệu đồng"),
    (1_000_001, "Một triệu không trăm linh một đồng"),
    (1_050_000, "Một triệu không trăm năm mươi nghìn đồng"),
    (15_000_000, "Mười lăm triệu đồng"),
    (1_234_567, "Một triệu hai trăm ba mươi bốn nghìn năm trăm sáu mươi bảy đồng"),
    (2_000_000_000, "Hai tỷ đồng"),
    (1_000_000_005, "Một tỷ không trăm linh năm đồng"),
    (1_005_000_000, "Một tỷ không trăm linh năm triệu đồng"),
    (1_000_000_000_000, "Một nghìn tỷ đồng"),
    (1_001_000_000_000, "Một nghìn không trăm linh một tỷ đồng"),
    (10**18, "Một tỷ tỷ đồng"),
]


@pytest.mark.parametrize(("vnd", "said"), AMOUNTS)
def test_an_amount_is_read_as_a_cashier_reads_it(vnd: int, said: str) -> None:
    assert words.amount_in_words(vnd) == said


def test_no_two_amounts_are_read_alike() -> None:
    amounts = [*range(0, 12_000), *range(999_000, 1_002_000), *range(10**9 - 500, 10**9 + 1500)]
    assert len({words.amount_in_words(each) for each in amounts}) == len(amounts)


def test_a_debt_is_no_amount_of_a_receipt() -> None:
    with pytest.raises(ValueError, match="less than nothing"):
        words.amount_in_words(-1)


def test_days_below_ten_and_months_below_three_have_a_zero() -> None:
    assert words.day_in_words(date(2023, 2, 5)) == "ngày 05 tháng 02 năm 2023"
    assert words.day_in_words(date(2023, 12, 15)) == "ngày 15 tháng 12 năm 2023"


def test_a_moment_is_told_in_the_time_of_vietnam() -> None:
    late = datetime(2023, 3, 14, 18, 5, tzinfo=UTC)
    assert words.in_words(late) == "01 giờ 05 phút, ngày 15 tháng 3 năm 2023"
    assert words.day_in_figures(late) == "01:05 15/03/2023"
    assert words.day_in_figures(date(2023, 3, 15)) == "15/03/2023"


def test_a_name_is_addressed_by_the_sex_if_it_is_known() -> None:
    assert words.addressed("Trần Thị Mẫu", "female") == "Bà Trần Thị Mẫu"
    assert words.addressed("Trần Mẫu") == "Ông/Bà Trần Mẫu"
