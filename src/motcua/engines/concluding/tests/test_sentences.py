"""Sentences on figures: numbers in Vietnamese form, wording by rule, roots that survive an edit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.engines.concluding import (
    BadVariant,
    Figure,
    Shown,
    Variant,
    anchored,
    chosen,
    listed,
    number,
    percent,
    places,
    plain,
    said,
    variant_of,
)

FIGURES = {one.code: one for one in (
    Figure("documents", 6135, "6.135"), Figure("bad", 22, "22"), Figure("none", 0, "0"),
    Figure("all", 24, "24"), Figure("connected", 24, "24"), Figure("units", None, "các phường Phạm Thái và Minh Tân"),
)}  # fmt: skip


@pytest.mark.parametrize(
    ("value", "text"),
    [(0, "0"), (1, "01"), (9, "09"), (10, "10"), (999, "999"), (6135, "6.135"), (1234567, "1.234.567")],
)
def test_a_count_is_written_as_offices_write_it(value: int, text: str) -> None:
    assert number(value) == text


@pytest.mark.parametrize(
    ("part", "whole", "text"),
    [
        (24, 24, "100%"),
        (0, 5, "0%"),
        (974, 1000, "97,4%"),
        (1, 2, "50%"),
        (99999, 100000, "99,9%"),
        (1, 100000, "0,1%"),
    ],
)
def test_a_share_is_never_rounded_to_all_or_to_nothing(part: int, whole: int, text: str) -> None:
    assert percent(part, whole) == text


def test_a_share_of_nothing_is_none() -> None:
    with pytest.raises(ZeroDivisionError):
        percent(0, 0)


@pytest.mark.parametrize(("names", "text"), [(["A"], "A"), (["A", "B"], "A và B"), (["A", "B", "C"], "A, B và C")])
def test_a_list_ends_with_and(names: list[str], text: str) -> None:
    assert listed(names) == text


@pytest.mark.parametrize(
    ("kinds", "text"),
    [
        ([("phường", "An Lưu")], "phường An Lưu"),
        (
            [("phường", "An Lưu"), ("phường", "Phú Thứ"), ("xã", "Lạc Long")],
            "các phường An Lưu, Phú Thứ và xã Lạc Long",
        ),
        ([("", "Phòng Nội vụ"), ("xã", "Lạc Long")], "Phòng Nội vụ và xã Lạc Long"),
    ],
)
def test_units_of_one_kind_share_its_name_in_the_singular_and_the_plural(
    kinds: list[tuple[str, str]], text: str
) -> None:
    assert places(kinds) == text


def test_units_tell_how_many_each_has() -> None:
    assert places([("xã", "Lạc Long"), ("xã", "Lê Ninh")], {"Lạc Long": 2, "Lê Ninh": 11}) == (
        "các xã Lạc Long (02) và Lê Ninh (11)"
    )


def test_a_single_unit_needs_no_number_of_its_own() -> None:
    assert places([("xã", "Lạc Long")], {"Lạc Long": 2}) == "xã Lạc Long"


def test_nothing_is_said_of_no_unit() -> None:
    with pytest.raises(ValueError, match="no unit"):
        places([])


def test_a_sentence_whose_figure_is_not_in_the_data_is_not_written() -> None:
    assert said("Có {documents} văn bản và {unknown} tờ.", FIGURES) is None


def test_a_sentence_that_begins_with_a_figure_begins_with_a_capital() -> None:
    pieces = said("{units} làm tốt.", FIGURES)
    assert pieces is not None
    assert plain(pieces) == "Các phường Phạm Thái và Minh Tân làm tốt."


TABLE = (
    Variant("Tất cả {all} đơn vị.", equal=(("connected", "all"),)),
    Variant("{connected} trong {all} đơn vị.", differ=(("connected", "all"),)),
)


def test_the_first_wording_that_fits_is_chosen() -> None:
    fewer = {**FIGURES, "connected": Figure("connected", 23, "23")}
    assert [plain(chosen(TABLE, one) or ()) for one in (FIGURES, fewer)] == ["Tất cả 24 đơn vị.", "23 trong 24 đơn vị."]


@pytest.mark.parametrize(
    "variant",
    [Variant("{bad} tờ.", none=("bad",)), Variant("{bad} tờ.", some=("none",)), Variant("x", some=("unknown",)),
     Variant("x", equal=(("all", "unknown"),)), Variant("x", differ=(("all", "connected"),))],
)  # fmt: skip
def test_a_wording_whose_condition_does_not_hold_is_not_chosen(variant: Variant) -> None:
    assert chosen([variant], FIGURES) is None


@pytest.mark.parametrize("row", [{}, {"text": 1}, {"text": "x", "sone": ["a"]}])
def test_a_row_that_cannot_be_read_is_refused(row: dict[str, object]) -> None:
    with pytest.raises(BadVariant):
        variant_of(row)


OLD = said("Đã kiểm tra {documents} văn bản, {bad} văn bản sai, tại {units}.", FIGURES) or ()


def figures_in(text: str) -> list[tuple[str, str, str]]:
    return [(one.code, one.text, one.own) for one in anchored(OLD, text) if isinstance(one, Shown)]


def test_an_edit_of_words_keeps_every_root() -> None:
    told = figures_in(
        "Trong năm đã tự kiểm tra 6.135 văn bản; còn 22 văn bản sai, tại các phường Phạm Thái và Minh Tân."
    )
    assert told == [("documents", "6.135", ""), ("bad", "22", ""), ("units", FIGURES["units"].text, "")]


def test_a_number_changed_by_hand_keeps_what_was_reckoned() -> None:
    assert figures_in(plain(OLD).replace("22", "20"))[1] == ("bad", "20", "22")


def test_a_number_put_right_again_is_no_longer_by_hand() -> None:
    changed = anchored(OLD, plain(OLD).replace("22", "20"))
    assert anchored(changed, plain(OLD)) == OLD


def test_a_number_that_the_data_did_not_give_is_known() -> None:
    assert ("", "5", "") in figures_in(plain(OLD) + " Cần 5 người.")


def test_a_figure_that_was_taken_out_is_gone() -> None:
    assert [code for code, _, _ in figures_in("Đã kiểm tra 6.135 văn bản.")] == ["documents"]


@given(st.text(alphabet=st.sampled_from("6.135 22%văn bảnĐã,;0\n"), max_size=60))
def test_whatever_is_written_reads_as_it_was_written(text: str) -> None:
    assert plain(anchored(OLD, text)) == text


@given(st.data())
def test_no_number_of_the_new_text_passes_for_reckoned_unless_it_was(data: st.DataObject) -> None:
    """Any number is either a figure with its own value, or marked as one of a hand, or stood in the words before."""
    words = data.draw(st.lists(st.sampled_from(["6.135", "22", "7", "văn bản", "tại", "99,5%"]), max_size=8))
    for piece in anchored(OLD, " ".join(words)):
        if isinstance(piece, Shown) and not piece.by_hand:
            assert piece.text == FIGURES[piece.code].text
        if isinstance(piece, str):
            assert not any(sign.isdigit() for sign in piece)
