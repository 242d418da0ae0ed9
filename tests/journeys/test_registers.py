"""A registrar imports a register with one bad row, maps a column, sees the report, then enters a row by hand."""

from pathlib import Path

import pytest
from openpyxl import Workbook
from playwright.sync_api import Page, expect

from motcua.runtime.testing.product import Product, motcua
from tests.journeys.people import axe, sideways, sign_in

HEADS = ("STT", "Số, ký hiệu văn bản", "Ngày tháng văn bản", "Tên loại và trích yếu nội dung văn bản", "Ai ký", "Bản")
ROWS = (
    (1, "901/QĐ-UBND", "06/03/2023", "Quyết định về việc mẫu", "Nguyễn Văn Mẫu", "Bản điện tử"),
    (2, "902/TB-UBND", "32/13/2023", "Thông báo mẫu", "Nguyễn Văn Mẫu", "Bản giấy"),
    (3, "903/KH-UBND", "08/03/2023", "Kế hoạch mẫu", "Nguyễn Văn Mẫu", "Bản giấy"),
)


@pytest.fixture
def book(tmp_path: Path) -> Path:
    made = Workbook()
    for row in (
        ("UBND PHƯỜNG MẪU",),
        ("SỔ ĐĂNG KÝ VĂN BẢN ĐI",),
        HEADS,
        ("(1)", "(2)", "(3)", "(4)", "(5)", "(6)"),
        *ROWS,
    ):
        made.active.append(list(row))  # type: ignore[union-attr]
    path = tmp_path / "so-van-ban-di.xlsx"
    made.save(path)
    return path


def handed_in(page: Page, url: str, book: Path) -> None:
    page.goto(f"{url}/sources/issued/import")
    page.get_by_label("Tệp bảng").set_input_files(book)
    page.get_by_role("button", name="Tiếp tục").click()
    expect(page.get_by_role("heading", name="Ghép cột")).to_be_visible()


def test_a_registrar_imports_his_register_and_enters_a_row(product: Product, page: Page, book: Path) -> None:
    url = product.url
    sign_in(page, url, "anluu.vanthu", lands="/")
    page.get_by_role("link", name="Nguồn số liệu").click()
    page.get_by_role("link", name="Văn bản đi").click()
    page.get_by_role("link", name="Nhập từ tệp").click()
    faults = axe(page)
    page.get_by_label("Tệp bảng").set_input_files(book)
    page.get_by_role("button", name="Tiếp tục").click()
    expect(page.get_by_text("Đã nhận ra 3 cột")).to_be_visible()
    page.get_by_role("button", name="Kiểm tra các dòng").click()
    expect(page.get_by_text("Chưa ghép cột bắt buộc: Hình thức").first).to_be_visible()
    faults += axe(page)
    page.get_by_label("Hình thức").select_option(label="Bản")
    page.get_by_label("Người ký").select_option(label="Ai ký")
    page.get_by_role("button", name="Kiểm tra các dòng").click()
    expect(page.get_by_text("ngày không đọc được: '32/13/2023'")).to_be_visible()
    faults += axe(page)
    with page.expect_download() as download:
        page.get_by_role("link", name="Tải danh sách (.csv)").click()
    assert "32/13/2023" in Path(download.value.path()).read_text("utf-8-sig")
    page.get_by_role("button", name="Nhập 2 dòng đúng").click()
    expect(page.get_by_role("heading", name="Đã nhập")).to_be_visible()
    page.get_by_role("link", name="Xem sổ").click()
    expect(page.get_by_role("cell", name="Kế hoạch mẫu")).to_be_visible()
    expect(page.get_by_role("cell", name="Thông báo mẫu")).to_have_count(0)
    faults += axe(page)

    page.get_by_role("link", name="Ghi một dòng").click()
    page.get_by_label("Số", exact=True).fill("902")
    page.get_by_label("Ký hiệu").fill("TB-UBND")
    page.get_by_label("Loại văn bản").fill("Thông báo")
    page.get_by_label("Trích yếu").fill("Thông báo ghi tay")
    page.get_by_label("Hình thức").select_option(label="Bản giấy")
    page.get_by_label("Ngày ban hành").fill("32/13/2023")
    page.get_by_role("button", name="Ghi vào sổ").click()
    expect(page.locator("#id_issued_on_error")).to_be_visible()
    faults += axe(page)
    page.get_by_label("Ngày ban hành").fill("07/03/2023")
    page.get_by_role("button", name="Ghi vào sổ").click()
    expect(page.get_by_text("Đã ghi vào sổ.")).to_be_visible()
    expect(page.get_by_role("cell", name="Thông báo ghi tay")).to_be_visible()
    assert faults == []


def test_the_same_heads_are_proposed_as_they_were_mapped(product: Product, page: Page, book: Path) -> None:
    sign_in(page, product.url, "hiephoa.vanthu", lands="/")
    handed_in(page, product.url, book)
    page.get_by_label("Hình thức").select_option(label="Bản")
    page.get_by_role("button", name="Kiểm tra các dòng").click()
    expect(page.get_by_text("2 dòng đúng", exact=True)).to_be_visible()
    handed_in(page, product.url, book)
    expect(page.get_by_text("Đã ghép như lần")).to_be_visible()
    assert page.get_by_label("Hình thức").locator("option:checked").inner_text() == "Bản"


def test_a_long_register_is_checked_and_imported_by_jobs(product: Product, page: Page, tmp_path: Path) -> None:
    path = tmp_path / "dai.csv"
    rows = [f"{n}/QĐ-UBND;06/03/2023;Quyết định mẫu;Bản giấy" for n in range(1, 3001)]
    path.write_text("\n".join(["Số ký hiệu;Ngày ban hành;Trích yếu;Hình thức", *rows]), "utf-8")
    sign_in(page, product.url, "bachdang.vanthu", lands="/")
    handed_in(page, product.url, path)
    page.get_by_role("button", name="Kiểm tra các dòng").click()
    page.get_by_role("button", name="Nhập 3.000 dòng đúng").click(timeout=60_000)
    expect(page.get_by_role("heading", name="Đã nhập")).to_be_visible(timeout=60_000)
    expect(page.get_by_text("3.000 dòng mới")).to_be_visible()
    again = motcua(product.home, "import", "issued", str(path), "--by", "bachdang.vanthu")
    assert (again.returncode, "0 mới / new, 0 đổi / changed, 3000 như cũ / same" in again.stdout) == (0, True)


@pytest.mark.parametrize("window", [(320, 640), (390, 844), (1280, 900)], ids=str)
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_every_page_of_registers_is_well(
    product: Product, page: Page, book: Path, window: tuple[int, int], dark: bool
) -> None:
    page.set_viewport_size({"width": window[0], "height": window[1]})
    page.emulate_media(color_scheme="dark" if dark else "light")
    sign_in(page, product.url, "anluu.vanthu", lands="/")
    handed_in(page, product.url, book)
    mapping = page.url
    page.get_by_label("Hình thức").select_option(label="Bản")
    page.get_by_role("button", name="Kiểm tra các dòng").click()
    expect(page.get_by_role("heading", name="Đã kiểm tra, chờ nhập")).to_be_visible()
    sources = f"{product.url}/sources"
    faults = []
    for address in (
        mapping, page.url, sources, f"{sources}/issued", f"{sources}/issued/new", f"{sources}/petitions",
        f"{sources}/legal-texts", f"{sources}/reform-plan/new", f"{sources}/issued/import",
        f"{product.url}/inspection/findings",
    ):  # fmt: skip
        page.goto(address)
        faults += axe(page) + [f"{address} scrolls sideways"] * sideways(page)
        faults += [f"{address}: h1"] * (page.locator("h1").count() != 1)
    assert faults == []
