"""Vietnamese order without any help of the database, and keys that forgive."""

import pytest

from motcua.base.vietnamese import nfc, person_sort_key, plain, sort_key


def test_letters_go_before_tones_and_d_before_stroked_d() -> None:
    names = ["Phạm", "Đặng", "Dương", "Ánh", "An", "Ân", "Ẩn", "Ăn"]
    assert sorted(names, key=sort_key) == ["An", "Ánh", "Ăn", "Ân", "Ẩn", "Dương", "Đặng", "Phạm"]


def test_people_are_sorted_by_given_name() -> None:
    people = ["Trần Văn Thử", "Nguyễn Thị Giả", "Lê Văn Mẫu", "Bùi Thị Giả"]
    assert sorted(people, key=person_sort_key) == ["Bùi Thị Giả", "Nguyễn Thị Giả", "Lê Văn Mẫu", "Trần Văn Thử"]


@pytest.mark.parametrize(
    ("text", "key"),
    [("Đăng ký  khai sinh", "dang ky khai sinh"), ("HOÀ", "hoa"), ("hòa", "hoa"), ("Ưu đãi", "uu dai")],
)
def test_plain_keys(text: str, key: str) -> None:
    assert plain(text) == key


def test_both_codings_of_a_letter_give_one_key() -> None:
    assert nfc("Trần") == nfc("Tra\u0302\u0300n")
    assert sort_key("Trần") == sort_key("Tra\u0302\u0300n")
