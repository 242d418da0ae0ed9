"""A drafter drops a document, sees what is wrong where, takes the mended copy, and that one is clean."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from motcua.documents.tests.samples import MOTTO, NOT_ITALIC, NUMBER_SIZE, document
from motcua.engines.decree30 import convert
from motcua.runtime.testing.product import Product
from tests.journeys.people import axe, sideways, sign_in

DROP = "Văn bản cần kiểm tra"
LOOKS = [
    ((1366, 768), "vi", False), ((1366, 768), "en", True), ((390, 844), "en", False), ((320, 640), "vi", True),
]  # fmt: skip


def handed_in(page: Page, url: str, *paths: Path) -> None:
    page.goto(f"{url}/documents/checks")
    page.get_by_label(DROP).set_input_files(paths)
    page.get_by_role("button", name="Kiểm tra Ctrl+Enter").click()


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    path = tmp_path / "quyet-dinh.docx"
    path.write_bytes(document(NUMBER_SIZE, NOT_ITALIC, MOTTO))
    return path


def test_a_document_with_faults_is_marked_mended_and_then_clean(
    product: Product, page: Page, bad: Path, tmp_path: Path
) -> None:
    sign_in(page, product.url, "anluu.tuphap")
    handed_in(page, product.url, bad)
    expect(page.get_by_role("heading", name="quyet-dinh.docx")).to_be_visible()
    number = page.locator("#f1").get_by_role("link").first
    target = str(number.get_attribute("href"))
    number.click()
    expect(page.locator(target)).to_be_in_viewport()
    page.locator(f"{target} a.mark").first.click()
    expect(page.locator("#f1")).to_be_in_viewport()
    faults = axe(page)

    page.get_by_role("link", name="Xem sẽ sửa gì, chọn cách sửa").click()
    expect(page.get_by_text("14 pt").first).to_be_visible()
    faults += axe(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="Tải bản đã sửa").click()
    assert download.value.suggested_filename == "quyet-dinh.fixed.docx"
    mended = tmp_path / "mended.docx"
    download.value.save_as(mended)

    handed_in(page, product.url, mended)
    expect(page.locator("main .badge", has_text="Đạt")).to_be_visible()
    assert page.locator(".para.violation, .para.warning").count() == 0
    assert faults + axe(page) == []


def test_many_files_are_checked_by_a_job_with_progress_and_bad_ones_say_why(
    product: Product, page: Page, bad: Path, tmp_path: Path
) -> None:
    spoiled = tmp_path / "hong.docx"
    spoiled.write_bytes(b"PK\x03\x04 spoiled")
    sign_in(page, product.url, "anluu.tuphap")
    handed_in(page, product.url, bad, spoiled)
    expect(page.get_by_text("2 tệp: 1 tệp cần sửa, 1 tệp không đọc được.")).to_be_visible(timeout=60_000)
    expect(page.get_by_text("Sai nhiều nhất").first).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("link", name="Tải mọi bản đã sửa (.zip)").click()
    assert download.value.suggested_filename.endswith(".fixed.zip")
    page.get_by_role("link", name="Không đọc được 1").click()
    expect(page.get_by_role("link", name="hong.docx")).to_be_visible()
    expect(page.get_by_role("link", name="quyet-dinh.docx")).to_have_count(0)
    assert axe(page) == []


@pytest.mark.parametrize(("window", "language", "dark"), LOOKS)
def test_every_page_of_the_checker_is_well(
    product: Product, page: Page, bad: Path, window: tuple[int, int], language: str, dark: bool
) -> None:
    page.set_viewport_size({"width": window[0], "height": window[1]})
    page.emulate_media(color_scheme="dark" if dark else "light")
    sign_in(page, product.url, "bachdang.tuphap")
    handed_in(page, product.url, bad)
    file, rules = page.url, f"{product.url}/documents/rules"
    if language == "en":
        page.get_by_role("button", name="English").click()
    faults = []
    for address in (
        file, f"{file}/fix", f"{product.url}/documents/checks", f"{rules}?decides=person", f"{rules}/ND30-N3.size"
    ):  # fmt: skip
        page.goto(address)
        faults += axe(page) + [f"{address} scrolls sideways"] * sideways(page)
        faults += [f"{address}: h1"] * (page.locator("h1").count() != 1)
    assert faults == []


@pytest.mark.skipif(convert.converter() is None, reason="LibreOffice is not installed")
def test_pages_are_shown_as_images_with_frames(product: Product, page: Page, bad: Path) -> None:
    sign_in(page, product.url, "anluu.tuphap")
    handed_in(page, product.url, bad)
    page.get_by_role("button", name="Dựng ảnh các trang").click()
    frame = page.locator("svg.drawn a.violation").first
    expect(frame).to_be_visible(timeout=120_000)
    frame.click()
    assert "#f" in page.url
    assert axe(page) == []


def test_a_visitor_without_javascript_gets_all_of_it(product: Product, browser: object, bad: Path) -> None:
    context = browser.new_context(java_script_enabled=False, locale="vi-VN")  # type: ignore[attr-defined]
    page = context.new_page()
    page.goto(f"{product.url}/sign-in")
    page.get_by_label("Tên đăng nhập").fill("anluu.tuphap")
    page.get_by_label("Mật khẩu").fill("mot-cua-mau")
    page.get_by_role("button", name="Đăng nhập").click()
    handed_in(page, product.url, bad)
    page.locator("#f1").get_by_role("link").first.click()
    assert "#p" in page.url
    with page.expect_download():
        page.get_by_role("link", name="Tải bản đã sửa").click()
    context.close()
