"""Two spellings of one thing give one text."""

import pytest

from motcua.engines.linkage import normal


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Nguyễn Văn Mẫu", "nguyễn văn mẫu"),
        ("NGUYỄN  VĂN MẪU", "nguyễn văn mẫu"),
        ("Nguye\u0302\u0303n Va\u0306n Ma\u0302\u0303u", "nguyễn văn mẫu"),
        ("Bà Trần Thị Thúy", "trần thị thuý"),
        ("Trần Thị Thuý", "trần thị thuý"),
        ("Bà Dụ", "bà dụ"),  # a name of two words has no form of address
    ],
)
def test_a_name_keeps_its_tones(written: str, read: str) -> None:
    assert normal.name(written) == read


@pytest.mark.parametrize(
    "written",
    ["Nguyễn Văn Mẫu", "nguyen van mau", "Nguyeenx Vawn Maaux", "Ng. Văn Mẫu", "NGUYEN VAN MAU", "Nguyễn Văn M4u"],
)
def test_a_bare_name_is_one_however_it_was_typed(written: str) -> None:
    expected = "nguyen van m4u" if "4" in written else "nguyen van mau"
    assert normal.bare_name(written) == expected


@pytest.mark.parametrize("word", ["thoan", "hoang", "quang", "xuan", "dung", "anh", "mai", "khoe"])
def test_a_syllable_without_marks_is_no_keystroke(word: str) -> None:
    assert normal.bare_name(word) == word


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("21/03/1985", (1985, 3, 21)), ("1985-03-21", (1985, 3, 21)), ("21.3.85", (1985, 3, 21)),
        ("1985", (1985, 0, 0)), ("03/1985", (1985, 3, 0)),
        ("03/21/1985", (1985, 3, 21)), ("19850321", (1985, 3, 21)), ("31127", (1985, 3, 21)),
        ("1985-03-21 00:00:00", (1985, 3, 21)), ("năm 1985", (1985, 0, 0)), ("không rõ", (0, 0, 0)), ("", (0, 0, 0)),
        ("45/13/1985", (1985, 0, 0)), ("05/03/26", (2026, 3, 5)),
    ],
)  # fmt: skip
def test_a_day_is_read_in_the_forms_that_offices_use(written: str, read: tuple[int, int, int]) -> None:
    assert normal.day(written) == read


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("030095001234", "030095001234"), ("30095001234", "030095001234"), ("0300 950.01234", "030095001234"),
        ("145678901", "145678901"), ("3,0095E+10", ""), ("000000000000", ""), ("12345", ""),
        ("30095001234.0", "030095001234"),
    ],
)  # fmt: skip
def test_an_identity_number_gets_its_lost_zero_back(written: str, read: str) -> None:
    assert normal.citizen_id(written) == read


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("0912 345 678", "0912345678"), ("+84912345678", "0912345678"), ("912345678", "0912345678"),
        ("0168.234.5678", "0382345678"), ("0220 3822 123", "02203822123"), ("113", ""),
    ],
)  # fmt: skip
def test_a_telephone_number_is_one_before_and_after_2018(written: str, read: str) -> None:
    assert normal.phone(written) == read


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("SN 12 đường Mẫu, P. Thử, TX. Ví", "Số 12 đường Mẫu, phường Thử, thị xã Ví"),
        ("KDC Ví Von, X. Dụ", "Khu dân cư Ví Von, xã Dụ"), ("TDP 3, P.Thử", "Tổ dân phố 3, phường Thử"),
    ],
)  # fmt: skip
def test_an_address_is_one_with_short_forms_and_without(one: str, other: str) -> None:
    assert normal.address(one) == normal.address(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ĐKKS", "Đăng ký khai sinh"), ("Thủ tục đăng ký khai sinh", "dang ky khai sinh"),
        ("1.001193 - Đăng ký khai sinh", "1.001193"), ("XN TTHN", "Xác nhận tình trạng hôn nhân"),
    ],
)  # fmt: skip
def test_a_procedure_is_one_by_code_short_form_or_name(one: str, other: str) -> None:
    assert normal.procedure(one) == normal.procedure(other)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("8.000 đ", 8000),
        ("8000", 8000),
        ("8000.00", 8000),
        ("8k", 8000),
        ("8 nghìn đồng", 8000),
        ("miễn", 0),
        ("", -1),
        ("0", 0),
    ],
)
def test_a_fee_is_read_in_dong(written: str, read: int) -> None:
    assert normal.fee(written) == read
