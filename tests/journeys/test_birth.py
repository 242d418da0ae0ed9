"""A birth is registered: scanned at the desk, worked out, signed, handed over, followed on a phone."""

import re
from io import BytesIO
from pathlib import Path

import pypdf
from playwright.sync_api import Page, expect

from motcua.runtime.testing.product import Product
from tests.journeys.people import CARD, axe, sideways, sign_in


def test_a_birth_registration_from_the_scan_to_the_result(product: Product, page: Page, tmp_path: Path) -> None:
    url = product.url
    sign_in(page, url, "anluu.tiepnhan")
    faults = axe(page)

    page.goto(f"{url}/receive")
    faults += axe(page)
    page.get_by_role("heading", level=1).click()  # on nothing: the middle of the page may be a button
    page.keyboard.type(CARD)  # a wedge scanner is a keyboard; the hand left the cursor nowhere
    page.keyboard.press("Enter")
    expect(page.get_by_label("Họ và tên")).to_have_value("Trần Thị Mẫu")
    expect(page.get_by_label("Ngày sinh")).to_have_value("02/09/1995")
    page.get_by_label("Gõ tên hoặc mã thủ tục").fill("dang ky khai sinh")
    page.get_by_role("button", name="1.001193").click()
    for box in page.get_by_role("checkbox").all():
        box.check()
    scan = tmp_path / "to-khai.png"
    scan.write_bytes(bytes.fromhex("89504e470d0a1a0a0000000d49484452") + bytes(64))
    page.locator("input[type=file]").first.set_input_files(scan)
    promised = page.locator("[data-due]").inner_text()
    page.get_by_text("Vì sao?").click()
    faults += axe(page)
    page.keyboard.press("Control+Enter")
    page.wait_for_url(re.compile(r"/dossiers/H23\.15\.02-\d{6}-\d{4}$"))
    address, code = page.url, page.url.rsplit("/", 1)[1]
    faults += axe(page)

    receipt = _print(page)
    assert code in receipt
    assert _on_paper(promised) in receipt

    page.get_by_role("button", name="Chuyển xử lý").click()
    sign_in(page, url, "anluu.tuphap")
    page.get_by_role("link", name=re.compile("Trần Thị Mẫu.*khai sinh")).first.click()
    page.goto(address)
    page.get_by_role("button", name="Nhận xử lý").click()
    page.get_by_label("Kết quả giải quyết").fill("Cấp Giấy khai sinh số mẫu 01")
    faults += axe(page)
    page.get_by_role("button", name="Trình duyệt").click()

    sign_in(page, url, "anluu.chutich")
    page.goto(address)
    faults += axe(page)
    page.get_by_role("button", name="Phê duyệt").click()
    expect(page.get_by_text("Chờ trả, đúng hạn")).to_be_visible()

    page.context.clear_cookies()
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{url}/lookup#{code}")
    expect(page.get_by_text("Đã có kết quả")).to_be_visible()
    assert code not in page.url
    assert "Trần Thị Mẫu" not in page.content()
    assert not sideways(page)
    faults += axe(page)

    page.set_viewport_size({"width": 1280, "height": 900})
    sign_in(page, url, "anluu.tiepnhan")
    page.goto(address)
    page.get_by_role("button", name="Trả kết quả").click()
    expect(page.get_by_text("Đã trả, đúng hạn")).to_be_visible()
    expect(page.get_by_text("Trả kết quả cho Trần Thị Mẫu (Thẻ căn cước)")).to_be_visible()
    assert faults == []


def _print(page: Page) -> str:
    """Press the print button; the text of the PDF that the browser is given."""
    address = page.locator("form[action*='/print']").first.get_attribute("action")
    token = page.locator("form[action*='/print'] [name=csrfmiddlewaretoken]").first.input_value()
    answer = page.request.post(
        f"{page.url.split('/dossiers')[0]}{address}",
        form={"csrfmiddlewaretoken": token}, headers={"Referer": page.url},
    )  # fmt: skip
    assert answer.ok
    assert answer.headers["content-type"] == "application/pdf"
    return " ".join(pypdf.PdfReader(BytesIO(answer.body())).pages[0].extract_text().split())


def _on_paper(moment: str) -> str:
    """`17:00 T4 15/03/2023` as the receipt writes it."""
    clock, _weekday, day = moment.split()
    hour, minute = clock.split(":")
    number, month, year = day.split("/")
    return f"{hour} giờ {minute} phút, ngày {number} tháng {month if int(month) < 3 else int(month)} năm {year}"
