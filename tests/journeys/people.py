"""What the people of the journeys do in a browser."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from motcua.demo import PASSWORD

AXE = Axe()
CARD = "030095001234|145678901|Trần Thị Mẫu|02091995|Nữ|Số 1, phố Mẫu, An Lưu, Kinh Môn, Hải Dương|10052021"
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


def sign_in(page: Page, url: str, account: str, lands: str = "/work") -> None:
    """A fresh session as `account`; lands: the page where his work begins."""
    page.context.clear_cookies()
    page.goto(f"{url}/sign-in")
    page.get_by_label("Tên đăng nhập").fill(account)
    page.get_by_label("Mật khẩu").fill(PASSWORD)
    page.get_by_role("button", name="Đăng nhập").click()
    page.wait_for_url(f"{url}{lands}")


def axe(page: Page) -> list[str]:
    """What axe-core finds on the page as it stands, a line each."""
    found = AXE.run(page, options=RULES).response["violations"]
    return [f"{page.url} {row['id']}: {row['nodes'][0]['html'][:160]}" for row in found]


def sideways(page: Page) -> bool:
    """Does the page scroll sideways?"""
    return bool(page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))
