"""The public pages of procedures."""

from datetime import date
from io import BytesIO

import pypdf
import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from motcua.base import clock
from motcua.catalogue import queries
from motcua.dossiers.tests.conftest import Town, make_town


@pytest.fixture
def town(db: None) -> Town:
    return make_town(every_procedure=True)


def test_the_list_counts_by_field_and_level(town: Town) -> None:
    text = Client().get("/procedures?level=district").content.decode()
    assert "thủ tục thuộc" in text
    assert "hộ kinh doanh" in text
    assert "Nuôi con nuôi" not in text


def test_a_slip_of_the_hand_still_finds(town: Town) -> None:
    text = Client().get("/procedures", {"q": "dang ky kahi sinh"}).content.decode()
    assert "/procedures/1.001193" in text


def test_the_exact_name_comes_first(town: Town) -> None:
    text = Client().get("/procedures", {"q": "đăng ký khai sinh"}).content.decode()
    first = text.index("/procedures/1.001193")
    assert all(first <= text.index(f"/procedures/{code}") for code in ("1.004884", "1.000689", "1.003583"))


def test_pages_by_key_show_each_procedure_once(town: Town) -> None:
    import re

    seen: list[str] = []
    address = "/procedures?all=1"
    while address:
        text = Client().get(address).content.decode()
        seen += re.findall(r'href="/procedures/([\d.]+)"', text)
        following = re.search(r'href="(\?after=[^"]+)"', text)
        address = "/procedures" + following[1].replace("&amp;", "&") if following else ""
    assert len(seen) == len(set(seen)) == queries.in_force(clock.now().date()).count()


def test_the_page_of_a_procedure_says_what_to_bring_and_when(town: Town) -> None:
    text = Client().get("/procedures/1.001193").content.decode()
    assert "Giấy chứng sinh" in text
    assert "nhận sau 15 giờ" in text
    assert "Luật Hộ tịch" in text


def test_what_is_from_memory_is_said_so(town: Town) -> None:
    assert "chưa được kiểm tra" in Client().get("/procedures/1.004873").content.decode()


def test_the_list_costs_the_same_however_long_it_is(
    town: Town, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client = Client()
    with django_assert_max_num_queries(3):
        client.get("/procedures?all=1")
    with django_assert_max_num_queries(4):
        client.get("/procedures", {"q": "đăng ký"})


def test_the_sheet_for_the_wall_is_an_a4_pdf_with_the_parts_of_the_procedure(town: Town) -> None:
    answer = Client().get("/procedures/1.001193/poster")
    assert answer["Content-Type"] == "application/pdf"
    (page,) = pypdf.PdfReader(BytesIO(answer.content)).pages
    text = " ".join(page.extract_text().split())
    assert all(word in text for word in ("Đăng ký khai sinh", "1.001193", "Tờ khai đăng ký khai sinh"))
    assert round(float(page.mediabox.width) / 72 * 25.4) == 210


def test_the_town_counts_its_procedures_by_level_and_field_for_any_day(town: Town) -> None:
    text = Client().get("/procedures/counts?on=2023-03-15").content.decode()
    levels, branches = queries.town_counts(date(2023, 3, 15))
    for row in [*levels, *branches]:
        assert str(row.procedures) in text
    commune = next(row for row in levels if row.of == "commune")
    own = queries.in_force(date(2023, 3, 15)).filter(levels__contains=["commune"], branch="")
    assert (commune.procedures, commune.fields) == (own.count(), own.values("field").distinct().count())
    assert queries.town_counts(date(1990, 1, 1)) == ([], [])
