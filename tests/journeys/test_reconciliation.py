"""A paper register is imported, a doubtful pair judged, a missing dossier seen by name and entered: its task closes."""

from pathlib import Path

import pytest
from openpyxl import Workbook
from playwright.sync_api import Page, expect

from motcua.runtime.testing.product import Product, motcua
from tests.journeys.people import axe, sideways, sign_in

HEADS = ("Số", "Họ và tên", "Ngày sinh", "Số định danh", "Điện thoại", "Địa chỉ", "Thủ tục", "Ngày nhận", "Lệ phí")
LOST = "Nguyễn Văn Sầu Riêng"
CODE = "1.001193"


def received(page: Page, url: str) -> None:
    """A dossier in the software whose trace will be doubtful: the same name and procedure."""
    page.goto(f"{url}/receive")
    page.get_by_label("Họ và tên").fill("Lê Thị Chôm Chôm")
    page.get_by_label("Ngày sinh").fill("02/09/1995")
    page.get_by_label("Gõ tên hoặc mã thủ tục").fill(CODE)
    page.get_by_role("button", name="Tìm thủ tục").click()
    page.locator("#offered button").first.click()
    accept(page)


def accept(page: Page) -> None:
    for box in page.locator("input[type=checkbox][name^=paper_]").all():
        box.check()
    page.get_by_role("button", name="Tiếp nhận Ctrl+Enter").click()
    page.wait_for_url("**/dossiers/*")


@pytest.fixture
def book(tmp_path: Path) -> Path:
    made = Workbook()
    sheet = made.active
    assert sheet is not None
    day = "15/03/2023"
    for row in (
        HEADS,
        ("S1", "Lê Thị Chôm Chôm", "11/12/1981", "", "", "", "Đăng ký khai sinh", day, ""),
        ("S2", LOST, "05/02/1970", "030070000077", "0900000777", "Số 7, phố Mẫu", CODE, day, "8000"),
    ):
        sheet.append(list(row))
    path = tmp_path / "so-giay.xlsx"
    made.save(path)
    return path


def test_a_missing_dossier_is_found_on_paper_and_entered(product: Product, page: Page, book: Path) -> None:
    url = product.url
    sign_in(page, url, "anluu.tiepnhan")
    received(page, url)
    page.goto(f"{url}/sources/traces/import")
    page.get_by_label("Tệp bảng").set_input_files(book)
    page.get_by_role("button", name="Tiếp tục").click()
    page.locator("#id_kind_constant, select[name*=kind], input[name*=kind]").first.wait_for()
    page.screenshot(path="/tmp/rec-map.png", full_page=True)
    print(page.content()[:0])
