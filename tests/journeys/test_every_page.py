"""Every page, on a phone, a desk and in the dark: nothing for axe to find, nothing that scrolls sideways."""

import pytest
from playwright.sync_api import Page, expect

from motcua.runtime.testing.product import Product
from tests.journeys.people import axe, sideways, sign_in

PUBLIC = [
    "/",
    "/lookup",
    "/procedures",
    "/procedures/1.001193",
    "/procedures/1.004941",
    "/procedures/counts",
    "/sign-in",
    "/no-such-page",
]
STAFF = [
    "/work", "/work?tab=unit", "/work?tab=overdue", "/work?tab=applicant", "/work?tab=apology",
    "/work?tab=all&procedure=1.004873", "/work?tab=returned", "/work/moved", "/find", "/receive", "/calendar", "/late",
    "/registers", "/runs", "/messages", "/staff", "/processes", "/processes/1.001266/1", "/account/tokens",
    "/documents/checks", "/inspection/findings", "/inspection/findings?mine=1", "/inspection/units",
    "/inspection/signals", "/remedies", "/remedies?mine=1", "/remedies?state=closed",
    "/remedies/progress",
    "/inspection/reconciliation", "/postings", "/organisations/duty",
    "/organisations/duty?day=2023-03-14", "/organisations/duty/roster", "/organisations/equipment",
    "/organisations/equipment/labels", "/organisations/equipment/1", "/organisations/connection", "/visits",
    "/visits/plans", "/visits/tablet/",
    "/due?received=2023-03-15T15:20&limit=3&unit=working_day",
    "/conclusions/mine", "/account/second", "/account/second/app", "/account/password", "/dossiers/NO-SUCH",
]  # fmt: skip
WINDOWS = [(320, 640), (360, 740), (1280, 900)]
# Colours do not depend on the width: each width once, one of them in the dark.
LOOKS = [((320, 640), False), ((360, 740), True), ((1280, 900), False)]


@pytest.mark.parametrize(("window", "dark"), LOOKS, ids=str)
def test_public_pages(product: Product, page: Page, window: tuple[int, int], dark: bool) -> None:
    _all_are_well(page, product.url, PUBLIC, window, dark=dark)


@pytest.mark.parametrize(("window", "dark"), LOOKS, ids=str)
def test_staff_pages(product: Product, page: Page, window: tuple[int, int], dark: bool) -> None:
    sign_in(page, product.url, "anluu.tiepnhan")
    _all_are_well(page, product.url, STAFF, window, dark=dark)


ADMINISTRATOR = [
    "/inspection/units",
    "/remedies",
    "/remedies/progress",
    "/inspection/signals/DUT01",
    "/inspection/signals/BUR01",
    "/inspection/signals/CAT01",
    "/visits",
    "/visits/templates",
    "/visits/templates/1",
]
LEADER = ["/work?tab=mine", "/work/hand-over", "/staff", "/messages/failed", "/late", "/organisations/duty",
          "/organisations/duty/roster", "/organisations/equipment", "/organisations/connection",
          "/inspection/campaigns", "/remedies", "/remedies?state=untaken", "/remedies/progress?weeks=52"]  # fmt: skip


@pytest.mark.parametrize("window", WINDOWS[1:], ids=str)
def test_pages_of_a_leader(product: Product, page: Page, window: tuple[int, int]) -> None:
    sign_in(page, product.url, "anluu.chutich")
    _all_are_well(page, product.url, LEADER, window, dark=False)
    page.goto(f"{product.url}/work?tab=unit")
    refs = [box.get_attribute("value") for box in page.locator("input[name=ref]").all()]
    books = [f"/registers/{link.rsplit('/', 2)[1]}/2023" for link in _links(page, product.url, "/registers")][:1]
    _all_are_well(page, product.url, [*(f"/dossiers/{ref}" for ref in refs), *books], window, dark=False)


@pytest.mark.parametrize(("window", "dark"), LOOKS, ids=str)
def test_pages_of_an_administrator(product: Product, page: Page, window: tuple[int, int], dark: bool) -> None:
    sign_in(page, product.url, "kinhmon.quantri", lands="/*")
    _all_are_well(page, product.url, ADMINISTRATOR, window, dark=dark)


INSPECTOR = ["/visits", "/visits/plans", "/visits/templates/1/edit"]


@pytest.mark.parametrize("window", WINDOWS, ids=str)
def test_pages_of_an_inspector(product: Product, page: Page, window: tuple[int, int]) -> None:
    sign_in(page, product.url, "kinhmon.kiemtra", lands="/*")
    _all_are_well(page, product.url, INSPECTOR, window, dark=False)


def _links(page: Page, url: str, path: str) -> list[str]:
    page.goto(url + path)
    return [str(link.get_attribute("href")) for link in page.locator("ul.rows a").all()]


def test_an_administrator_decides_a_day_and_a_job_moves_the_appointments(product: Product, page: Page) -> None:
    page.context.clear_cookies()
    page.goto(f"{product.url}/sign-in")
    page.get_by_label("Tên đăng nhập").fill("kinhmon.quantri")
    page.get_by_label("Mật khẩu").fill("mot-cua-mau")
    page.get_by_role("button", name="Đăng nhập").click()
    page.goto(f"{product.url}/calendar")
    expect(page.get_by_role("button", name="Ghi vào lịch")).to_be_visible()
    faults = axe(page)
    page.get_by_label("Ngày", exact=True).fill("17/03/2023")
    page.get_by_label("Tên ngày, lý do").fill("Bão mẫu")
    page.get_by_label("Quyết định, thông báo số").fill("01/QĐ-MẪU")
    page.get_by_role("button", name="Ghi vào lịch").click()
    expect(page.get_by_role("cell", name="Bão mẫu")).to_be_visible()

    sign_in(page, product.url, "anluu.tiepnhan")
    for _ in range(30):  # a background job reckons anew
        page.goto(f"{product.url}/work/moved")
        if page.get_by_text("Bão mẫu").count():
            break
        page.wait_for_timeout(500)
    expect(page.get_by_text("Bão mẫu").first).to_be_visible()
    assert faults + axe(page) == []


def test_english_is_one_press_away_and_stays(product: Product, page: Page) -> None:
    page.goto(f"{product.url}/lookup")
    page.get_by_role("button", name="English").click()
    expect(page.get_by_role("heading", name="Look up a dossier")).to_be_visible()
    page.goto(f"{product.url}/sign-in")
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()


def _all_are_well(page: Page, url: str, paths: list[str], window: tuple[int, int], *, dark: bool) -> None:
    page.set_viewport_size({"width": window[0], "height": window[1]})
    page.emulate_media(color_scheme="dark" if dark else "light")
    faults = []
    for path in paths:
        page.goto(url + path)
        faults += axe(page)
        faults += [f"{path} scrolls sideways"] * sideways(page)
        faults += [f"{path} has {page.locator('h1').count()} headings"] * (page.locator("h1").count() != 1)
    assert faults == []
