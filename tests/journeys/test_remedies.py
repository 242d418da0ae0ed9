"""A finding is confirmed, ordered, mended and verified by another; what returns is a repeat; what is late goes up."""

from datetime import datetime

from playwright.sync_api import Page, expect

from motcua.base.clock import VIETNAM
from motcua.runtime.testing.product import Product, motcua
from tests.journeys.people import axe, sideways, sign_in

STEP = "Bước xử lý quá hạn"
TASK = "Rà soát thủ tục, việc mẫu"
FOLLOW = """
from datetime import datetime
from motcua.remedies.commands import follow
print(follow(now=datetime.fromisoformat("{now}")))
"""


def name_of(page: Page) -> str:
    """Who is signed in, as the choices name him."""
    return page.locator(".who-am-i").inner_text().splitlines()[-1].partition(" ·")[0].strip()


def well(page: Page) -> list[str]:
    """Faults of the page as it stands, on a phone, too."""
    found = axe(page)
    page.set_viewport_size({"width": 320, "height": 640})
    found += axe(page) + [f"{page.url} scrolls sideways"] * sideways(page)
    page.set_viewport_size({"width": 1280, "height": 900})
    return found


def on_the_board(page: Page, url: str, ward: str, title: str) -> str:
    """The case page of the first finding of a cause in a ward; its address."""
    page.goto(f"{url}/remedies")
    if page.get_by_label("Đơn vị").count():
        page.get_by_label("Đơn vị").select_option(label=ward)
        page.get_by_role("button", name="Lọc").click()
    page.locator("ul.rows a.cover", has_text=title).first.click()
    page.locator("ul.rows a.cover").first.click()
    expect(page.get_by_text("Chứng cứ, căn cứ")).to_be_visible()
    return page.url


def test_a_finding_is_confirmed_ordered_mended_and_verified_by_another(product: Product, page: Page) -> None:
    url = product.url
    sign_in(page, url, "anluu.diachinh", lands="/*")
    owner = name_of(page)
    sign_in(page, url, "kinhmon.kiemtra")
    page.goto(f"{url}/remedies")
    faults = well(page)
    address = on_the_board(page, url, "An Lưu", STEP)
    page.get_by_role("button", name="Kết luận").click()
    expect(page.locator("#errors")).to_be_visible()
    page.get_by_label("Nguyên nhân", exact=True).select_option(label="Thiếu người, chưa phân công")
    page.get_by_role("button", name="Kết luận").click()
    expect(page.get_by_text("Đã kết luận")).to_be_visible()
    faults += well(page)

    sign_in(page, url, "anluu.chutich")
    page.goto(address)
    faults += well(page)
    page.get_by_label("Người khắc phục").select_option("")  # another journey may have named somebody already
    page.get_by_role("button", name="Mở hồ sơ, xử lý đúng bước").click()
    expect(page.locator("#id_order-owner_error")).to_be_visible()
    page.get_by_label("Người khắc phục").select_option(label=owner)
    page.get_by_role("button", name="Mở hồ sơ, xử lý đúng bước").click()
    expect(page.get_by_role("heading", name="Việc khắc phục")).to_be_visible()
    case = page.url
    faults += well(page)

    sign_in(page, url, "anluu.diachinh")
    section = page.locator("section", has=page.get_by_role("heading", name="Khắc phục tồn tại"))
    expect(section.locator(".badge")).to_contain_text("Trong hạn")
    faults += well(page)
    section.get_by_role("link", name="Mở hồ sơ, xử lý đúng bước").click()
    faults += well(page)
    page.get_by_role("link", name="Đến trang khắc phục").click()
    page.wait_for_url("**/dossiers/*")
    page.go_back()
    page.get_by_role("button", name="Bắt đầu khắc phục").click()
    page.get_by_label("Đã làm gì, kết quả").fill("Đã chia lại việc, bước này xong trong ngày.")
    page.get_by_role("button", name="Gửi báo cáo").click()
    expect(page.locator("#errors")).to_be_visible()
    page.get_by_label("Bằng chứng: ghi chú").fill("Biên bản họp tổ 15/03")
    page.get_by_role("button", name="Gửi báo cáo").click()
    expect(page.get_by_text("Người khắc phục không tự xác minh")).to_be_visible()
    assert page.get_by_role("button", name="Xác minh").count() == 0
    remedy = page.url
    token = page.locator("footer input[name=csrfmiddlewaretoken]").first.get_attribute("value")
    refused = page.request.post(
        f"{remedy}/verify", form={"seen": "3", "csrfmiddlewaretoken": token or ""}, headers={"Referer": remedy}
    )
    assert refused.status == 404

    sign_in(page, url, "kinhmon.kiemtra")
    section = page.locator("section", has=page.get_by_role("heading", name="Khắc phục tồn tại"))
    section.get_by_role("link", name="Mở hồ sơ, xử lý đúng bước").click()
    faults += well(page)
    page.get_by_role("button", name="Xác minh đã khắc phục").click()
    page.goto(case)
    expect(page.get_by_text("Đã xác minh, đóng")).to_be_visible()
    faults += well(page)
    page.get_by_role("link", name="Chứng cứ, căn cứ").click()
    expect(page.get_by_text("Đã kết luận, đóng")).to_be_visible()
    assert faults == []


def test_what_closed_and_came_back_is_shown_as_a_repeat_of_the_last_time(product: Product, page: Page) -> None:
    url = product.url
    sign_in(page, url, "anluu.chutich")
    page.goto(f"{url}/sources/reform-plan/new")
    page.get_by_label("Năm").fill("2023")
    page.get_by_label("Loại").select_option(label="Nhiệm vụ")
    page.get_by_label("Tên việc").fill(TASK)
    page.get_by_label("Hạn", exact=True).fill("10/03/2023")
    page.get_by_role("button", name="Ghi").click()
    assert motcua(product.home, "signals").returncode == 0
    on_the_board(page, url, "An Lưu", "Nhiệm vụ CCHC quá hạn")
    page.get_by_label("Người khắc phục").select_option(index=1)
    page.get_by_role("button", name="Hoàn thành kế hoạch, báo cáo, nhiệm vụ").click()
    page.locator("h3 a", has_text="Hoàn thành kế hoạch").click()
    page.get_by_role("link", name="Đến trang khắc phục").click()
    row = page.url
    assert "/sources/reform-plan/" in row
    page.get_by_label("Ngày xong").fill("15/03/2023")
    page.get_by_role("button", name="Ghi").click()
    assert motcua(product.home, "signals").returncode == 0

    page.goto(f"{url}/remedies?state=closed")
    page.get_by_role("link", name=TASK).click()
    expect(page.get_by_text("Hệ thống thấy nguyên nhân không còn").first).to_be_visible()
    first = page.url
    page.goto(row)
    page.get_by_label("Ngày xong").fill("")
    page.get_by_role("button", name="Ghi").click()
    assert motcua(product.home, "signals").returncode == 0
    on_the_board(page, url, "An Lưu", "Nhiệm vụ CCHC quá hạn")
    faults = well(page)
    page.get_by_role("link", name="Tái diễn lần trước đóng").click()
    assert page.url == first
    page.goto(f"{url}/remedies?state=repeat")
    expect(page.locator("ul.rows").get_by_text("Nhiệm vụ CCHC quá hạn")).to_be_visible()
    assert faults == []


def test_what_is_late_goes_to_the_head_and_then_to_the_town(product: Product, page: Page) -> None:
    url = product.url
    sign_in(page, url, "hiephoa.chutich")
    on_the_board(page, url, "Hiệp Hòa", STEP)
    page.get_by_label("Người khắc phục").select_option(index=2)
    page.get_by_text("Ghi việc hoặc thời hạn khác").click()
    page.get_by_label("Việc phải làm").fill("Sửa thời hạn của bước")
    page.get_by_label("Số ngày làm việc").fill("1")
    page.get_by_role("button", name="Giao việc này").click()
    expect(page.get_by_role("heading", name="Sửa thời hạn của bước")).to_be_visible()

    def late(day: int) -> None:
        now = datetime(2023, 3, day, 9, tzinfo=VIETNAM).isoformat()
        told = motcua(product.home, "manage", "shell", "-c", FOLLOW.format(now=now))
        assert (told.returncode, "'escalated'" in told.stdout) == (0, True), told.stdout + told.stderr

    def in_the_queue_of(account: str) -> int:
        sign_in(page, url, account)
        return page.get_by_role("link", name="Sửa thời hạn của bước").count()

    assert (in_the_queue_of("hiephoa.chutich"), in_the_queue_of("kinhmon.chutich")) == (0, 0)
    late(20)  # another journey has 17/03 a day off in the same town
    assert (in_the_queue_of("hiephoa.chutich"), in_the_queue_of("kinhmon.chutich")) == (1, 0)
    late(24)
    assert (in_the_queue_of("kinhmon.kiemtra"), in_the_queue_of("kinhmon.chutich")) == (1, 1)
    page.get_by_role("link", name="Sửa thời hạn của bước").click()
    expect(page.locator("dl.facts").get_by_text("đã báo cấp trên")).to_be_visible()
    assert well(page) == []
