"""Heads are found below titles and matched as registers write them."""

from motcua.documents.registers import INCOMING, ISSUED
from motcua.registers.headers import digest, header_line, is_numbering, matched, texts_of, wanting


def test_the_heads_of_a_real_register_are_known() -> None:
    heads = ["STT", "Số, ký hiệu văn bản", "Ngày tháng văn bản", "Tên loại và trích yếu nội dung văn bản", "Người ký"]
    assert matched(ISSUED.columns, heads) == {
        "symbol_full": heads[1], "issued_on": heads[2], "subject": heads[3], "signer": heads[4],
    }  # fmt: skip


def test_accents_case_and_points_do_not_matter() -> None:
    assert matched(ISSUED.columns, ["NGAY BAN HANH:", "trich yeu"]) == {
        "issued_on": "NGAY BAN HANH:", "subject": "trich yeu",
    }  # fmt: skip


def test_english_names_and_fields_are_known_too() -> None:
    assert matched(ISSUED.columns, ["Issued on", "signed_at"]) == {"issued_on": "Issued on", "signed_at": "signed_at"}


def test_one_head_fills_one_column_only() -> None:
    found = matched(INCOMING.columns, ["Số", "Số đến", "Số ký hiệu"])
    assert (found["number"], found["symbol"]) == ("Số đến", "Số ký hiệu")
    assert len(set(found.values())) == len(found)


def test_the_header_is_found_below_the_title_of_the_register() -> None:
    lines = [("UBND PHƯỜNG MẪU",), ("SỔ ĐĂNG KÝ VĂN BẢN ĐI",), ("Năm", 2023),
             ("STT", "Số ký hiệu", "Ngày ban hành", "Trích yếu")]  # fmt: skip
    assert header_line(ISSUED.columns, lines) == 3


def test_half_of_the_cells_is_enough_and_less_is_the_best_there_is() -> None:
    half = [("a", "b"), ("x", "y", "Số ký hiệu", "Trích yếu")]
    assert header_line(ISSUED.columns, half) == 1
    less = [("a", "b"), ("x", "y", "z", "Số ký hiệu", "Trích yếu")]
    assert header_line(ISSUED.columns, less) == 1


def test_strange_heads_are_left_to_a_person_and_no_table_is_told() -> None:
    assert header_line(ISSUED.columns, [("tựa",), ("a", "b")]) == 1
    assert header_line(ISSUED.columns, [("một dòng",), ("hai dòng",)]) is None
    assert header_line(ISSUED.columns, []) is None


def test_the_tenth_line_is_the_last_that_is_looked_at() -> None:
    head = ("Số ký hiệu", "Trích yếu")
    assert header_line(ISSUED.columns, [("x",)] * 9 + [head]) == 9
    assert header_line(ISSUED.columns, [("x",)] * 10 + [head]) is None


def test_the_same_head_twice_is_told_apart() -> None:
    assert texts_of(["Ngày", "Ngày", None, "Ngày", None]) == ["Ngày", "Ngày (2)", "", "Ngày (3)"]


def test_the_line_of_column_numbers_is_no_row() -> None:
    assert is_numbering(["(1)", "(2)", "(3)"])
    assert is_numbering([1, 2, None])
    assert not is_numbering(["(1)", "(3)"])
    assert not is_numbering(["1", "9/5/2023"])
    assert not is_numbering(["(1)"])


def test_a_header_is_the_same_however_it_is_spaced() -> None:
    assert digest(["Số  KÝ hiệu:", "Ngày"]) == digest(["so ky hieu", "ngày"])
    assert digest(["Ngày", "Số ký hiệu"]) != digest(["Số ký hiệu", "Ngày"])


def test_what_is_made_from_another_column_is_not_wanting() -> None:
    names = {column.name for column in wanting(ISSUED.columns, {"symbol_full": "Số ký hiệu", "subject": "x"})}
    assert names == {"unit", "issued_on", "form"}
    assert "number" in {column.name for column in wanting(ISSUED.columns, {"symbol": "Ký hiệu"})}
