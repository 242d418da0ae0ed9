"""From the plan of a year to an unannounced visit and minutes that both sides signed on the glass."""

import os
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from motcua.runtime.testing.product import Product
from tests.journeys.people import axe, sideways, sign_in
from tests.journeys.tablets import answer, cut, mend, question, tablet, write

UNIT, HEAD = "Hiệp Hòa", "hiephoa.chutich"
DEFECT = "Hai hồ sơ không có giấy tiếp nhận"
WINDOWS = [(1280, 900), (768, 1024), (390, 844), (320, 640)]


def well(page: Page, name: str) -> list[str]:
    """What is wrong with the page as it stands, in every window; MOTCUA_PICTURES: a folder for its pictures."""
    faults = []
    for window in WINDOWS:
        page.set_viewport_size({"width": window[0], "height": window[1]})
        faults += axe(page) + [f"{page.url} {window} scrolls sideways"] * sideways(page)
        if os.environ.get("MOTCUA_PICTURES"):
            target = Path(os.environ["MOTCUA_PICTURES"]) / f"{name}-{window[0]}.png"
            page.screenshot(path=str(target), full_page=True)
    page.set_viewport_size({"width": 1280, "height": 900})
    return faults


def draw(page: Page, side: str, name: str) -> None:
    """A side signs in its frame."""
    form = page.locator("form[data-sign]").filter(has=page.get_by_role("button", name=f"Ký: {side}"))
    form.get_by_label("Họ và tên").fill(name)
    form.get_by_label("Chức vụ").fill("Chức vụ mẫu")
    pad = form.locator("canvas.pad")
    pad.scroll_into_view_if_needed()
    box = pad.bounding_box()
    assert box
    page.mouse.move(box["x"] + 40, box["y"] + 60)
    page.mouse.down()
    page.mouse.move(box["x"] + 160, box["y"] + 150, steps=6)
    page.mouse.up()
    form.get_by_role("button", name=f"Ký: {side}").click()
    expect(page.get_by_alt_text(f"Chữ ký vẽ tay: {name}")).to_be_visible()


def test_from_the_plan_to_an_unannounced_visit_and_minutes_that_both_sides_signed(
    product: Product, browser: Browser, page: Page
) -> None:
    url = product.url
    sign_in(page, url, "kinhmon.kiemtra", lands="/*")
    page.goto(f"{url}/visits")
    page.get_by_role("link", name="Kế hoạch kiểm tra").click()
    page.get_by_text("Lập kế hoạch năm").click()
    page.get_by_role("button", name="Lập dự thảo").click()
    plan = page.url
    expect(page.get_by_text("7/23 đơn vị, 30,4 %: đủ 30 %")).to_be_visible()
    expect(page.get_by_text("tồn tại mức cao").first).to_be_visible()
    faults = well(page, "plan")
    first = page.locator("input[type=checkbox]:checked").first
    first.uncheck()
    page.get_by_role("button", name="Ghi đơn vị và tháng").click()
    expect(page.get_by_text("6/23 đơn vị, 26,0 %: chưa đủ 30 %")).to_be_visible()
    page.locator("input[type=checkbox]:not(:checked)").first.check()
    page.get_by_role("button", name="Ghi đơn vị và tháng").click()
    expect(page.get_by_text("7/23 đơn vị, 30,4 %: đủ 30 %")).to_be_visible()
    with page.expect_download() as paper:
        page.get_by_role("link", name="Kế hoạch (DOCX)").click()
    assert paper.value.path().read_bytes().startswith(b"PK")

    sign_in(page, url, "kinhmon.chutich")
    page.goto(f"{url}/inspection/findings")
    page.get_by_role("link", name="Kiểm tra tại đơn vị").click()
    expect(page.get_by_role("heading", name="Kiểm tra tại đơn vị")).to_be_visible()
    page.goto(plan)
    page.locator("summary", has_text="Ban hành kế hoạch").click()
    page.get_by_label("Số, ký hiệu kế hoạch").fill("21/KH-UBND")
    page.get_by_label("Ngày ban hành").fill("10/03/2023")
    page.get_by_role("button", name="Ban hành", exact=True).click()
    expect(page.get_by_text("21/KH-UBND").first).to_be_visible()
    faults += well(page, "plan-issued")

    visit = _unannounced(page, url)
    sign_in(page, url, HEAD)
    page.goto(visit)
    expect(page.get_by_text("Không có trang này")).to_be_visible()
    page.goto(f"{url}/visits")
    expect(page.get_by_text("Đột xuất")).to_have_count(0)
    page.goto(plan)
    expect(page.get_by_text("Đột xuất")).to_have_count(0)

    with tablet(browser, url, "anphu.vanthu") as device:
        cut(device)
        for name, said in (("1.1", "Đạt"), ("12.1", "Không áp dụng")):
            answer(device, name, said)
        card = question(device, "7.3")
        card.get_by_label("Thiếu").fill("2")
        card.get_by_role("button", name="Chưa đạt").click()
        write(card, "Tồn tại", "Tồn tại là gì, ở đâu", DEFECT, "Lưu tồn tại")
        mend(device)
        device.get_by_role("button", name="Ký biên bản").click()
        expect(device.get_by_role("heading", name="Biên bản kiểm tra")).to_be_visible()
        expect(device.get_by_text(DEFECT)).to_be_visible()
        device.get_by_label("Người của đơn vị").fill("Bà Trần Thị Mẫu, Chủ tịch Ủy ban nhân dân")
        device.get_by_label("Ý kiến của đơn vị").fill("Thống nhất với kết quả kiểm tra")
        faults += well(device, "minutes-form")
        device.get_by_role("button", name="Chốt nội dung để ký").click()
        expect(device.get_by_text("Đã chốt nội dung, chờ ký")).to_be_visible()
        faults += well(device, "minutes-frozen")
        device.set_viewport_size({"width": 768, "height": 1024})
        device.reload()
        draw(device, "Đơn vị được kiểm tra", "Trần Thị Mẫu")
        draw(device, "Đoàn kiểm tra", "Nguyễn Văn Mẫu")
        expect(device.get_by_text("Hai bên đã ký")).to_be_visible()
        faults += well(device, "minutes-signed")

    sign_in(page, url, HEAD)
    page.goto(f"{visit}/minutes")
    expect(page.get_by_text(DEFECT)).to_be_visible()
    with page.expect_download() as paper:
        page.get_by_role("link", name="Biên bản (DOCX)").click()
    assert paper.value.path().read_bytes().startswith(b"PK")
    page.goto(f"{url}/inspection/findings")
    page.get_by_role("link", name="Điểm chưa đạt khi kiểm tra tại đơn vị").click()
    page.get_by_role("link", name="Câu 7.3 chưa đạt").click()
    expect(page.get_by_text("Chưa đạt, thiếu 2 trong mẫu")).to_be_visible()
    expect(page.get_by_text(DEFECT)).to_be_visible()
    faults += well(page, "finding")
    page.get_by_role("link", name="Nơi đã kiểm tra").click()
    expect(page).to_have_url(f"{visit}/minutes")

    sign_in(page, url, "kinhmon.kiemtra", lands="/*")
    page.goto(f"{plan}/calendar")
    expect(page.get_by_role("row", name=UNIT)).to_contain_text("đột xuất")
    faults += well(page, "calendar")
    assert faults == []


def _unannounced(page: Page, url: str) -> str:
    """An unannounced visit, decided and opened; its address."""
    sign_in(page, url, "kinhmon.kiemtra", lands="/*")
    page.goto(f"{url}/visits")
    page.get_by_text("Lập cuộc kiểm tra").click()
    page.get_by_label("Đơn vị được kiểm tra").select_option(label=UNIT)
    page.get_by_label("Hình thức").select_option("unannounced")
    for label, day in (("Kiểm tra từ ngày", "15/03/2023"), ("Đến hết ngày", "16/03/2023"),
                       ("Thời kỳ được kiểm tra: từ ngày", "01/01/2023"),
                       ("Thời kỳ được kiểm tra: đến hết ngày", "15/03/2023")):  # fmt: skip
        page.get_by_label(label, exact=True).fill(day)
    page.get_by_role("button", name="Lập dự thảo").click()
    page.get_by_label("Tên đăng nhập").fill("anphu.vanthu")
    page.get_by_label("Vai trò trong đoàn").select_option("head")
    page.get_by_role("button", name="Thêm vào đoàn").click()
    page.locator("summary", has_text="Ghi quyết định").click()
    page.get_by_label("Số, ký hiệu quyết định").fill("31/QĐ-UBND")
    page.get_by_label("Ngày quyết định").fill("14/03/2023")
    page.get_by_role("button", name="Ghi quyết định").click()
    expect(page.get_by_role("link", name="Công văn yêu cầu báo cáo")).to_have_count(0)
    page.get_by_role("button", name="Mở cuộc kiểm tra").click()
    expect(page.get_by_text("rút lại: trùng khớp").first).to_be_visible()
    return page.url
