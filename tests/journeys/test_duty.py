"""Somebody comes to the police's counter and the gap closes; a machine breaks and is missing; a cut line is told."""

from playwright.sync_api import Page, expect

from motcua.runtime.testing.product import Product
from tests.journeys.people import axe, sideways, sign_in

PIN = "280317"
BEAT = "/organisations/connection/beat"


def test_the_police_come_by_pin_and_the_gap_closes_on_the_picture(product: Product, page: Page) -> None:
    url = product.url
    sign_in(page, url, "hiepson.congan", lands="/*")  # on the roster, without a post: only to set his PIN
    page.goto(f"{url}/organisations/duty")
    page.get_by_text("Đặt mã PIN của tôi").click()
    page.get_by_label("Mã PIN mới, 6 chữ số").fill(PIN)
    page.get_by_role("button", name="Đặt mã PIN").click()
    expect(page.get_by_text("Đã đặt mã PIN mới.")).to_be_visible()

    sign_in(page, url, "hiepson.tiepnhan")
    page.get_by_role("link", name="Trực một cửa").click()
    gap = page.get_by_text("Thiếu người trực Công an từ 07:30", exact=True)
    expect(gap).to_be_visible()
    faults = axe(page)
    row = page.get_by_role("row", name="Quầy 3 · Công an")
    expect(row.locator("td.gap").first).to_be_visible()
    page.get_by_label("Vị trí trực").select_option(label="Quầy 3, Công an: Cư trú, căn cước")
    named = page.locator("ul.posts li", has_text="Công an").locator(".muted").first.inner_text().split(" · ")[0]
    page.get_by_label("Người trực", exact=True).select_option(label=named)
    page.get_by_label("Mã PIN", exact=True).fill("111112")
    page.get_by_role("button", name="Bắt đầu trực", exact=True).click()
    expect(page.get_by_text("Mã PIN không đúng")).to_be_visible()
    faults += axe(page)
    page.get_by_label("Mã PIN", exact=True).fill(PIN)
    page.get_by_role("button", name="Bắt đầu trực", exact=True).click()
    expect(page.get_by_text("Đã ghi: bắt đầu trực.")).to_be_visible()
    expect(page.get_by_text("Thiếu người trực Công an từ 07:30", exact=True)).to_have_count(0)  # it has an end now
    expect(page.locator("ul.posts li", has_text="Công an").get_by_text("mã PIN tại quầy")).to_be_visible()
    page.set_viewport_size({"width": 320, "height": 640})
    assert not sideways(page)
    assert faults + axe(page) == []


def test_a_broken_machine_is_missing_against_the_norm_until_it_works_again(product: Product, page: Page) -> None:
    url = product.url
    sign_in(page, url, "hiepson.chutich")
    page.goto(f"{url}/organisations/equipment")
    expect(page.get_by_text("Đủ thiết bị hoạt động theo định mức.")).to_be_visible()
    for state, shown in (("Hỏng", "thiếu 1 (hoạt động 0, định mức 1)"), ("Hoạt động", "Đủ thiết bị hoạt động")):
        page.get_by_role("link", name="-MQ01").click()
        page.get_by_label("Tình trạng").select_option(label=state)
        page.get_by_role("button", name="Ghi tình trạng").click()
        expect(page.get_by_text("Đã ghi tình trạng mới.")).to_be_visible()
        assert axe(page) == []
        page.get_by_role("link", name="Trang thiết bị").click()
        expect(page.get_by_text(shown)).to_be_visible()


def test_a_browser_measures_its_line_and_tells_afterwards_what_failed(product: Product, page: Page) -> None:
    url = product.url
    sign_in(page, url, "hiepson.tiepnhan")
    page.context.route("**/health", lambda route: route.abort())
    _beat_now(page, url)
    _until(page, "(localStorage.getItem('motcua-missed') || '[]') !== '[]'")
    page.context.unroute("**/health")
    with page.expect_response(f"**{BEAT}") as told:
        _beat_now(page, url)
    assert told.value.status == 204
    assert len(told.value.request.post_data_json["missed"]) >= 1
    _until(page, "localStorage.getItem('motcua-missed') === '[]'")
    page.goto(f"{url}/organisations/connection")
    expect(page.get_by_role("img", name="Phút mất kết nối")).to_be_visible()
    assert axe(page) == []


def _beat_now(page: Page, url: str) -> None:
    """Open a page as if a minute had passed."""
    page.evaluate("localStorage.removeItem('motcua-beat')")
    page.goto(f"{url}/calendar")


def _until(page: Page, true: str) -> None:
    """Wait for something of the page's own storage; the page's CSP forbids Playwright's waiting function."""
    for _ in range(50):
        if page.evaluate(true):
            return
        page.wait_for_timeout(200)
    raise AssertionError(true)
