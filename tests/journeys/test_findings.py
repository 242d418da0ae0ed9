"""A shortcoming is seen by the system, explained, and closes by itself when it is mended; another is accepted."""

from datetime import date, timedelta

from playwright.sync_api import Page, expect

from motcua.runtime.testing.product import Product, motcua
from tests.journeys.people import axe, sideways, sign_in

OVERDUE = "Quá hạn, chưa xin lỗi"


def opened(page: Page, url: str, ward: str, title: str) -> str:
    """The first finding of this title in a ward; its address."""
    page.goto(f"{url}/inspection/findings")
    page.get_by_role("navigation", name="Lọc theo đơn vị").get_by_role("link", name=ward).click()
    page.locator("ul.rows a", has_text=title).first.click()
    page.locator("ul.rows a").first.click()
    expect(page.get_by_text("Đang mở", exact=True)).to_be_visible()
    return page.url


def test_an_overdue_dossier_is_found_explained_and_closed_when_it_is_mended(product: Product, page: Page) -> None:
    url = product.url
    sign_in(page, url, "kinhmon.kiemtra")
    finding = opened(page, url, "Hiệp Hòa", OVERDUE)
    expect(page.get_by_text("NĐ 61/2018/NĐ-CP Điều 19 khoản 9")).to_be_visible()
    faults = axe(page)
    page.get_by_role("link", name="Mở hồ sơ").click()
    dossier = page.url

    sign_in(page, url, "hiephoa.chutich")
    page.goto(dossier)
    page.get_by_label("Lý do chậm").fill("Chờ kết quả xác minh")
    page.get_by_label("Ngày hẹn mới").fill("20/03/2023")
    page.get_by_role("button", name="Xin lỗi, hẹn lại").click()
    expect(page.get_by_text("Đã xin lỗi, hẹn lại một lần")).to_be_visible()
    assert motcua(product.home, "signals").returncode == 0

    sign_in(page, url, "kinhmon.kiemtra")
    page.goto(finding)
    expect(page.get_by_text("Đã tự đóng")).to_be_visible()
    expect(page.get_by_text("Tự đóng: nguyên nhân không còn")).to_be_visible()
    assert faults + axe(page) == []


def test_an_inspector_accepts_a_finding_until_a_day_and_a_leader_only_speaks(product: Product, page: Page) -> None:
    url = product.url
    sign_in(page, url, "kinhmon.kiemtra")
    finding = opened(page, url, "An Lưu", "Bước xử lý quá hạn")
    page.get_by_text("Chấp nhận tạm thời").click()
    page.get_by_role("button", name="Chấp nhận").click()
    expect(page.locator("#id_until_error")).to_be_visible()
    page.get_by_label("Chấp nhận đến hết ngày").fill((date(2023, 3, 15) + timedelta(days=20)).isoformat())
    page.get_by_label("Lý do").fill("Đang sửa quy trình")
    page.get_by_role("button", name="Chấp nhận").click()
    expect(page.get_by_text("Đang sửa quy trình")).to_be_visible()

    sign_in(page, url, "anluu.chutich")
    page.goto(finding)
    assert page.get_by_text("Kết luận và đóng").count() == 0
    page.get_by_label("Ý kiến").fill("Sẽ sửa thời hạn của bước trong tháng.")
    page.get_by_role("button", name="Gửi ý kiến").click()
    expect(page.get_by_text("Sẽ sửa thời hạn của bước trong tháng.")).to_be_visible()
    page.set_viewport_size({"width": 320, "height": 640})
    assert not sideways(page)
    assert axe(page) == []


def test_an_administrator_moves_the_line_of_a_signal_with_a_reason(product: Product, page: Page) -> None:
    url = product.url
    sign_in(page, url, "kinhmon.quantri", lands="/*")
    page.goto(f"{url}/inspection/signals")
    page.get_by_role("link", name="Kết quả chưa số hóa").click()
    page.locator("#id_days").fill("5")
    page.get_by_role("button", name="Ghi").click()
    expect(page.locator("#id_reason_error")).to_be_visible()
    assert axe(page) == []
    page.get_by_label("Lý do thay đổi").fill("Máy quét đang sửa")
    page.get_by_role("button", name="Ghi").click()
    expect(page.get_by_text("Ngưỡng: 5 ngày sau khi có kết quả")).to_be_visible()
    expect(page.get_by_text("Máy quét đang sửa")).to_be_visible()
    sign_in(page, url, "anluu.chutich")
    page.goto(f"{url}/inspection/signals")
    assert page.get_by_role("link", name="Kết quả chưa số hóa").count() == 0
    assert axe(page) == []


def test_a_leader_names_who_mends_it_and_that_person_finds_it_under_his_own_work(product: Product, page: Page) -> None:
    url = product.url
    sign_in(page, url, "anluu.tuphap", lands="/*")
    officer = page.locator(".who-am-i").inner_text().splitlines()[-1].partition(" ·")[0].strip()
    sign_in(page, url, "anluu.chutich")
    page.goto(f"{url}/inspection/findings")
    page.locator("ul.rows a", has_text="Bước xử lý quá hạn").first.click()
    page.locator("ul.rows a").first.click()
    finding = page.url
    page.get_by_role("button", name="Giao", exact=True).click()
    expect(page.locator("#id_to_error")).to_be_visible()
    page.get_by_label("Người khắc phục").select_option(label=officer)
    page.get_by_role("button", name="Giao", exact=True).click()
    expect(page.locator("dl.facts").get_by_text(officer)).to_be_visible()
    faults = axe(page)

    sign_in(page, url, "anluu.tuphap", lands="/*")
    page.goto(f"{url}/inspection/findings")
    page.get_by_role("link", name="Việc của tôi").click()
    expect(page.get_by_role("heading", name="Việc của tôi")).to_be_visible()
    assert page.locator("ul.rows a").first.get_attribute("href") in finding
    page.set_viewport_size({"width": 320, "height": 640})
    assert not sideways(page)
    assert faults + axe(page) == []


def test_an_administrator_tries_a_signal_and_sees_what_it_would_open(product: Product, page: Page) -> None:
    url = product.url
    sign_in(page, url, "kinhmon.quantri", lands="/*")
    page.goto(f"{url}/inspection/signals/OVD01")
    page.locator("#id_try-since").fill("2023-03-20")
    page.locator("#id_try-until").fill("2023-03-01")
    page.get_by_role("button", name="Thử").click()
    expect(page.locator("#errors")).to_be_visible()
    faults = axe(page)
    page.locator("#id_try-since").fill("2023-01-01")
    page.locator("#id_try-until").fill("2023-03-15")
    page.get_by_role("button", name="Thử").click()
    expect(page.get_by_role("heading", name="Sẽ mở")).to_be_visible(timeout=60_000)
    expect(page.locator("ul.rows li").first).to_contain_text("đã quá hạn mà chưa có phiếu xin lỗi")
    page.set_viewport_size({"width": 320, "height": 640})
    assert not sideways(page)
    assert faults + axe(page) == []
