"""Sheets by the limits of Phụ lục I: words of the header, lines, places."""

import pytest

from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.writing.laying.header import day_words, number_line, part_of
from motcua.engines.decree30.writing.laying.measures import LARGE, SMALL, Sizes
from motcua.engines.decree30.writing.layout import lay_out
from motcua.engines.decree30.writing.samples import SAMPLES


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("2026-02-05", "ngày 05 tháng 02 năm 2026"),
        ("2026-06-15", "ngày 15 tháng 6 năm 2026"),
        ("2026-10", "ngày      tháng 10 năm 2026"),
        ("2026", "ngày      tháng      năm 2026"),
    ],
)
def test_day_and_month_take_a_zero_where_the_decree_wants_one(date: str, words: str) -> None:
    assert day_words(date) == words


def test_a_number_below_ten_takes_a_zero_and_a_blank_one_stays_blank() -> None:
    assert number_line("5", "QĐ-UBND") == "Số: 05/QĐ-UBND"
    assert number_line("", "QĐ-UBND") == "Số:       /QĐ-UBND"


@pytest.mark.parametrize("widths", [[100.0], [100.0, 80.0], [80.0, 100.0], [150.0, 30.0]])
def test_the_line_under_names_is_a_third_to_half_of_the_widest_line(widths: list[float]) -> None:
    assert max(widths) / 3 <= part_of(widths) <= max(widths) / 2


@pytest.mark.parametrize(("sizes", "triple"), [(LARGE, [26, 28, 28]), (SMALL, [24, 26, 26])])
def test_sizes_rise_and_fall_together(sizes: Sizes, triple: list[int]) -> None:
    sheet = lay_out(SAMPLES["QĐ"], sizes)
    found = [sheet.of(role)[0].size for role in (Role.NATIONAL_TITLE, Role.MOTTO, Role.PLACE_DATE)]
    assert found == triple


def test_the_line_under_the_motto_is_as_long_as_it() -> None:
    motto = lay_out(SAMPLES["QĐ"]).of(Role.MOTTO)[0]
    assert motto.stroke is not None and motto.stroke.width == pytest.approx(motto.width())


@pytest.mark.parametrize("name", SAMPLES)
def test_every_sample_ends_with_its_mark_and_has_number_issuer_and_signer(name: str) -> None:
    sheet = lay_out(SAMPLES[name])
    assert all(sheet.of(role) for role in (Role.ISSUER, Role.NUMBER_LINE, Role.SIGNER, Role.RECIPIENTS))
    assert any(para.text.endswith("./.") for para in sheet.paragraphs(section=len(sheet.sections) - 1))


def test_a_letter_has_its_subject_under_the_number_and_no_type() -> None:
    sheet = lay_out(SAMPLES["CV"])
    assert sheet.of(Role.LETTER_SUBJECT)[0].before == 120 and not sheet.of(Role.TYPE)


def test_minutes_have_no_place_and_date_and_two_signers() -> None:
    sheet = lay_out(SAMPLES["BB"])
    assert not sheet.of(Role.PLACE_DATE) and len(sheet.of(Role.SIGNER)) == 2


def test_appendices_count_their_pages_from_one_and_may_lie() -> None:
    sheet = lay_out(SAMPLES["KH"])
    assert [(section.restart, section.landscape) for section in sheet.sections] == [
        (None, False),
        (1, False),
        (1, True),
    ]


def test_addressees_hang_under_the_colon() -> None:
    label, first, *_ = lay_out(SAMPLES["CV"]).of(Role.ADDRESSEE)
    assert first.left + first.first == pytest.approx(label.left + 20 * label.width(), abs=90)
