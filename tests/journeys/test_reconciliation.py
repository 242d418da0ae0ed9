"""A paper register is imported, a doubtful pair judged, a missing dossier seen by name and entered: its task closes."""

from pathlib import Path

import pytest
from openpyxl import Workbook
from playwright.sync_api import Page, expect

from motcua.runtime.testing.product import Product, motcua
from tests.journeys.people import axe, sideways, sign_in

HEADS = ("Số", "Họ và tên", "Ngày sinh", "Số định danh", "Điện thoại", "Địa chỉ", "Thủ tục", "Ngày nhận", "Lệ phí")
LOST = "Nguyễn Văn Sầu Riêng"
SAME = "Lê Thị Chôm Chôm"
CODE = "1.001193"
CALL = ("reconcile", "--unit", "H23.15.02", "--month", "2023-03", "--by", "anluu.tiepnhan")


def received(page: Page, url: str) -> None:
    """A dossier in the software whose trace will be doubtful: the same name and procedure."""
    page.goto(f"{url}/receive")
    page.get_by_label("Họ và tên").fill(SAME)
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
        ("S1", SAME, "11/12/1981", "", "", "", "Đăng ký khai sinh", day, ""),
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
    page.get_by_label("Nguồn (bắt buộc)", exact=True).select_option("=paper_register")
    page.get_by_role("button", name="Kiểm tra các dòng").click()
    page.get_by_role("button", name="Nhập 2 dòng đúng").click()
    expect(page.get_by_role("heading", name="Đã nhập")).to_be_visible()

    page.goto(f"{url}/inspection/findings")
    page.get_by_role("link", name="Đối chiếu hồ sơ").click()
    faults = axe(page)
    page.get_by_role("button", name="Đối chiếu 03/2023").click()
    faults += axe(page)
    expect(page.get_by_role("link", name=LOST)).to_be_visible()
    expect(page.get_by_role("link", name=SAME)).to_have_count(0)

    page.get_by_role("link", name="Xem các cặp chưa rõ").click()
    expect(page.get_by_role("cell", name="11/12/1981")).to_be_visible()
    faults += axe(page) + narrow(page)
    page.keyboard.press("Control+Enter")
    page.wait_for_url("**/inspection/reconciliation/*/2023/3")
    expect(page.get_by_role("link", name="Xem các cặp chưa rõ")).to_have_count(0)
    faults += narrow(page)

    page.get_by_role("link", name=LOST).click()
    task = page.url
    faults += axe(page) + narrow(page)
    page.get_by_role("button", name="Nhập hồ sơ").click()
    page.wait_for_url(f"{url}/receive")
    expect(page.get_by_label("Họ và tên")).to_have_value(LOST)
    expect(page.get_by_label("Ghi chú")).to_have_value("Nhập bổ sung theo Sổ giấy S2; nhận ngày 15/03/2023.")
    accept(page)
    assert motcua(product.home, *CALL, "--json").returncode == 0
    page.goto(task)
    expect(page.get_by_text("Đã nhập", exact=True)).to_be_visible()
    assert faults == []


def narrow(page: Page) -> list[str]:
    """Does the page scroll sideways on a phone? Afterwards it is wide again."""
    page.set_viewport_size({"width": 320, "height": 640})
    found = [f"{page.url} scrolls sideways"] if sideways(page) else []
    page.set_viewport_size({"width": 1280, "height": 900})
    return found
