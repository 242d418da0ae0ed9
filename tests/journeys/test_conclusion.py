"""A conclusion is drafted, read with its figures, edited by hand, signed; its units read what they have to mend."""

import re

from playwright.sync_api import Page, expect

from motcua.runtime.testing.product import new_product
from tests.journeys.people import axe, sideways, sign_in


def test_a_conclusion_is_written_from_the_data_edited_and_issued(page: Page) -> None:
    """In a product of its own: what it orders of every unit would be in the way of other journeys."""
    with new_product() as product:
        product.start()
        _from_draft_to_notice(product.url, page)


def _from_draft_to_notice(url: str, page: Page) -> None:
    sign_in(page, url, "kinhmon.kiemtra")
    page.goto(f"{url}/conclusions")
    page.get_by_label("Năm").fill("2023")
    page.get_by_role("button", name="Lập từ số liệu").click()
    expect(page.get_by_text("thể thức 0 lỗi")).to_be_visible()
    conclusion = page.url
    faults = axe(page)

    overdue = page.locator("#OVD01")
    number = overdue.locator("a.fig").first.inner_text()
    overdue.locator("a.fig").first.click()
    expect(page.get_by_role("heading", name=re.compile("^Bản ghi 1–"))).to_contain_text(f"trong {int(number)}")
    faults += axe(page)
    page.locator("ol.rows a").first.click()
    expect(page.get_by_text("Chứng cứ")).to_be_visible()

    page.goto(conclusion)
    overdue.get_by_role("link", name="Sửa").click()
    words = page.get_by_label("Nội dung câu").input_value()
    page.get_by_label("Nội dung câu").fill(words.replace(number, "77"))
    page.get_by_role("button", name="Ghi câu này").click()
    expect(page.locator("#errors")).to_contain_text("77")
    page.get_by_label("Lý do nếu sửa số").fill("Đếm lại trên giấy (mẫu)")
    page.get_by_role("button", name="Ghi câu này").click()
    expect(page.locator("#OVD01")).to_contain_text(f"sửa tay, gốc {number}")
    faults += axe(page)
    page.locator("#OVD01").get_by_role("link", name="Sửa").click()
    page.get_by_role("button", name="Lấy lại câu gốc").click()
    expect(page.locator("#OVD01")).not_to_contain_text("sửa tay")

    sign_in(page, url, "kinhmon.chutich")
    page.goto(conclusion)
    page.get_by_label("Số văn bản").fill("15")
    page.get_by_role("button", name="Ban hành kết luận").click()
    expect(page.get_by_text("Số 15/TB-UBND")).to_be_visible()
    with page.expect_download() as paper:
        page.get_by_role("link", name="Văn bản (DOCX)").click()
    assert paper.value.path().read_bytes().startswith(b"PK")

    sign_in(page, url, "hiephoa.chutich")
    page.goto(conclusion)
    expect(page.get_by_text("Không có trang này")).to_be_visible()
    page.goto(f"{url}/conclusions/mine")
    page.get_by_role("link", name=re.compile("Hiệp Hòa")).click()
    expect(page.get_by_text("tồn tại phải khắc phục")).to_be_visible()
    assert page.get_by_text("An Lưu").count() == 0
    page.set_viewport_size({"width": 320, "height": 640})
    assert not sideways(page)
    faults += axe(page)
    assert faults == []
