"""Width of a text in Times New Roman."""

import unicodedata

import pytest

from motcua.engines.decree30.widths import text_width

MOTTO = "Độc lập - Tự do - Hạnh phúc"


def test_a_letter_is_as_wide_as_the_font_says() -> None:
    assert text_width("A", 2048) == 1479
    assert text_width("A", 2048, bold=True) == 1479
    assert text_width("a", 2048, italic=True) == 1024
    assert text_width("   ", 12) == 9


def test_the_motto_of_fourteen_points_bold_is_six_centimetres_wide() -> None:
    assert text_width(MOTTO, 14, bold=True) == pytest.approx(6.05 * 28.35, abs=0.5)


def test_composed_and_combining_letters_are_equally_wide() -> None:
    assert text_width(unicodedata.normalize("NFD", MOTTO), 13) == pytest.approx(text_width(MOTTO, 13))


def test_a_lone_combining_mark_is_nothing_and_an_unknown_letter_half_an_em() -> None:
    assert text_width("\u0302", 10) == 0
    assert text_width("漢", 10) == 5


def test_width_grows_with_the_size() -> None:
    assert text_width(MOTTO, 28) == pytest.approx(2 * text_width(MOTTO, 14))
