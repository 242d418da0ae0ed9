"""How journeys drive a tablet: a visit opened for it, its line cut and whole again, what is tapped and drawn."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Locator, Page, expect

from tests.journeys.people import sign_in

PIN = "hoa phượng 7"


def open_visit(page: Page, url: str, unit: str, *people: str) -> str:
    """An inspector prepares a visit, names the team, enters the decision and opens it; its address."""
    sign_in(page, url, "kinhmon.kiemtra", lands="/*")
    page.goto(f"{url}/visits")
    page.get_by_text("Lập cuộc kiểm tra").click()
    page.get_by_label("Đơn vị được kiểm tra").select_option(label=unit)
    for label, day in (("Kiểm tra từ ngày", "15/03/2023"), ("Đến hết ngày", "16/03/2023"),
                       ("Thời kỳ được kiểm tra: từ ngày", "01/01/2023"),
                       ("Thời kỳ được kiểm tra: đến hết ngày", "15/03/2023")):  # fmt: skip
        page.get_by_label(label, exact=True).fill(day)
    page.get_by_role("button", name="Lập dự thảo").click()
    for place, account in enumerate(people):
        page.get_by_label("Tên đăng nhập").fill(account)
        page.get_by_label("Vai trò trong đoàn").select_option("member" if place else "head")
        page.get_by_role("button", name="Thêm vào đoàn").click()
        expect(page.locator("ul.posts").first.get_by_role("listitem")).to_have_count(place + 1)
    page.locator("summary", has_text="Ghi quyết định").click()
    page.get_by_label("Số, ký hiệu quyết định").fill("12/QĐ-UBND")
    page.get_by_label("Ngày quyết định").fill("14/03/2023")
    page.get_by_role("button", name="Ghi quyết định").click()
    page.get_by_role("button", name="Mở cuộc kiểm tra").click()
    expect(page.get_by_text("rút lại: trùng khớp").first).to_be_visible()
    return page.url


@contextmanager
def tablet(browser: Browser, url: str, account: str) -> Iterator[Page]:
    """The tablet of an inspector: signed in, the PIN set, all loaded, ready for being without a network."""
    context = browser.new_context(viewport={"width": 768, "height": 1024}, locale="vi-VN")
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    sign_in(page, url, account, lands="/*")
    page.goto(f"{url}/visits/tablet/")
    page.get_by_label("Mã PIN", exact=True).fill(PIN)
    page.get_by_label("Nhập lại mã PIN").fill(PIN)
    page.get_by_role("button", name="Đặt mã PIN").click()
    expect(page.locator(".bar")).to_contain_text("Đã gửi hết")
    expect(page.get_by_text("Dùng được khi mất mạng")).to_be_visible()
    yield page
    context.close()
    assert not faults, faults


def cut(page: Page) -> None:
    page.context.set_offline(True)


def mend(page: Page) -> None:
    page.context.set_offline(False)
    page.get_by_role("button", name="Gửi ngay").click()
    expect(page.locator(".bar")).to_contain_text("Đã gửi hết", timeout=20000)


def unlock(page: Page, pin: str = PIN) -> None:
    page.get_by_label("Mã PIN", exact=True).fill(pin)
    page.get_by_role("button", name="Mở khóa").click()


def question(page: Page, name: str) -> Locator:
    """A question's card, after going to its group."""
    expect(page.locator(".checklist")).to_be_visible()
    tab = page.locator(".tab").filter(has_text=re.compile(rf"^\s*{name.split('.')[0]} ")).first
    if not tab.is_visible():
        page.locator(".groups > summary").click()
    tab.click()
    return page.locator(f'[id="q-{name}"]')


def answer(page: Page, name: str, said: str) -> None:
    card = question(page, name)
    card.get_by_role("button", name=said, exact=True).click()
    expect(card.get_by_role("button", name=said, exact=True)).to_have_attribute("aria-pressed", "true")


def write(card: Locator, kind: str, label: str, text: str, keep: str) -> None:
    card.get_by_role("button", name=kind, exact=True).click()
    card.get_by_label(label).fill(text)
    card.get_by_role("button", name=keep).click()
    expect(card.locator("ul.said")).to_contain_text([text])


def sign(page: Page, name: str) -> None:
    page.get_by_role("button", name="Ký biên bản").click()
    page.get_by_label("Họ và tên").fill(name)
    box = page.locator("canvas.pad").bounding_box()
    assert box
    page.mouse.move(box["x"] + 40, box["y"] + 60)
    page.mouse.down()
    page.mouse.move(box["x"] + 200, box["y"] + 150, steps=6)
    page.mouse.up()
    page.get_by_role("button", name="Lưu chữ ký").click()
    expect(page.locator("dialog.sign")).to_have_count(0)


def picture(folder: Path) -> Path:
    """A photograph as a camera makes them: large, with its place in it."""
    marks = Image.Exif()
    marks[0x010F] = "MAYANHMAU"
    path = folder / "anh.jpg"
    Image.effect_noise((2400, 1800), 60).convert("RGB").save(path, "JPEG", exif=marks)
    return path
