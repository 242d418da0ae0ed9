"""A folder of documents is inspected by the command, killed in the middle and gone on; people review one of them."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from playwright.sync_api import Page, expect

from motcua.bench.scale import database
from motcua.inspection.tests.small_town import lay
from motcua.runtime.testing.product import Product, environment, motcua
from tests.journeys.people import axe, sideways, sign_in

WARD, OTHER_WARD, INSPECTOR = "H23.15.02", "H23.15.03", "kinhmon.kiemtra"
DOCUMENTS = 600  # of which the command writes 256 at a time


def words(folder: Path, index: Path, unit: str) -> tuple[str, ...]:
    report = str(folder.parent / "report")
    return ("campaign", str(folder), "--index", str(index), "--unit", unit, "--since", "2026-01-01", "--until",
            "2026-12-31", "--by", INSPECTOR, "--seed", "7", "--json", "--output", report)  # fmt: skip


def checked(product: Product) -> tuple[int, int]:
    """How many documents of the newest campaign are checked, of how many."""
    with database(product) as connection:
        row = connection.execute(
            "select (select count(*) from inspection_reviewed r where r.campaign_id = c.id and r.outcome <> 'waiting'),"
            " total from inspection_campaign c order by id desc limit 1"
        ).fetchone()
    return (0, 0) if row is None else (int(str(row[0])), int(str(row[1])))


def test_a_campaign_killed_in_the_middle_goes_on_and_comes_to_the_same(product: Product, tmp_path: Path) -> None:
    folder = tmp_path / "files"
    index = lay(folder, WARD, DOCUMENTS)
    call = words(folder, index, WARD)
    with subprocess.Popen(
        [sys.executable, "-m", "motcua", *call], env=environment(product.home), stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:  # fmt: skip
        until = time.monotonic() + 60
        while process.poll() is None and checked(product)[0] == 0 and time.monotonic() < until:
            time.sleep(0.02)
        os.kill(process.pid, signal.SIGKILL)
        assert process.wait(10) == -signal.SIGKILL
    some, total = checked(product)
    assert 0 < some < total == DOCUMENTS
    gone_on = motcua(product.home, *call)
    assert gone_on.returncode == 0, gone_on.stderr
    whole = motcua(product.home, *call, "--again", "--jobs", "1")
    assert whole.returncode == 0, whole.stderr
    assert json.loads(gone_on.stdout) == json.loads(whole.stdout)
    assert json.loads(whole.stdout)["outcomes"] == {"clean": 398, "unreadable": 1, "violation": 200, "warning": 1}
    again = motcua(product.home, *call)
    assert again.stdout == whole.stdout


def test_an_inspector_reviews_a_document_and_takes_the_letter(product: Product, page: Page, tmp_path: Path) -> None:
    folder = tmp_path / "files"
    index = lay(folder, OTHER_WARD)
    done = motcua(product.home, *words(folder, index, OTHER_WARD))
    assert done.returncode == 0, done.stderr
    sign_in(page, product.url, INSPECTOR, lands="/*")
    page.goto(f"{product.url}/inspection/findings")
    page.get_by_role("link", name="Tự kiểm tra văn bản").click()
    faults = axe(page)
    page.locator("ul.rows a").first.click()
    expect(page.get_by_text("12 văn bản: 6 đạt, 4 sai thể thức, 1 cần xem lại, 1 không đọc được")).to_be_visible()
    faults += axe(page)
    page.locator("table.tiles td a").first.click()
    faults += axe(page)
    page.locator("ul.rows a").first.click()
    faults += axe(page)
    document = page.url
    page.get_by_role("button", name="Ghi kết luận").click()
    expect(page.locator("#errors")).to_be_visible()
    for label in ("Căn cứ ban hành", "Thẩm quyền ban hành", "Nội dung", "Trình tự, thủ tục"):
        page.get_by_label(label, exact=True).select_option("met")
    page.get_by_label("Thể thức, kỹ thuật trình bày", exact=True).select_option("not_met")
    page.get_by_label("Kết luận", exact=True).select_option("form")
    page.get_by_label("Hình thức xử lý", exact=True).select_option("correct")
    page.get_by_label("Hạn xử lý", exact=True).fill("30/04/2023")
    page.get_by_role("button", name="Ghi kết luận").click()
    expect(page.get_by_role("link", name="Dự thảo công văn")).to_be_visible()
    with page.expect_download() as taken:
        page.get_by_role("link", name="Dự thảo công văn").click()
    letter = tmp_path / "letter.docx"
    taken.value.save_as(letter)
    assert motcua(product.home, "check", str(letter)).returncode == 0
    page.set_viewport_size({"width": 320, "height": 640})
    for path in (document, f"{product.url}/inspection/campaigns"):
        page.goto(path)
        assert not sideways(page)
        faults += axe(page)
    assert faults == []
