"""Progress of mending of a whole town: well on a phone, a desk, in the dark and on paper; its files open."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from motcua.engines.decree30.check import check
from motcua.runtime.testing.product import Product, motcua
from tests.journeys.people import axe, sideways, sign_in

LAY = """
from datetime import datetime, timedelta
from motcua.base.clock import VIETNAM
from motcua.inspection.models import Finding
from motcua.organisations.models import Unit
from motcua.remedies.models import Case
now, n = datetime(2023, 3, 15, 7, tzinfo=VIETNAM), 0
wards = Unit.objects.filter(one_stop_name__gt="", level="commune").exclude(short_name__in=("An Lưu", "Hiệp Hòa"))
for place, ward in enumerate(wards.order_by("path")):
    first = None
    for k in range(place % 6 + (place % 3) * 2):
        n += 1
        closed = now - timedelta(days=(n * 11) % 80, hours=2)
        found = closed - timedelta(days=1 + (n * 5 + place) % 14)
        signal = ("EQP02", "DUT01")[n % 2]
        f = Finding.objects.create(
            signal=signal, key=f"mau:{n}", subject=f"mau:{n}", unit=ward, group=f"{signal}/{ward.pk}/", severity=2,
            ground="x", state="withdrawn", since=found, opened_at=found, closed_at=closed,
            values={"ref": ward.short_name, "branch": "Công an", "thing": "Máy quét", "days": 3, "minutes": 90})
        state = "dropped" if n % 11 == 0 else "explained" if n % 7 == 0 else "mended"
        case = Case.objects.create(finding=f, episode=1, unit=ward, found_at=found, noted_at=found, state=state,
            closed_at=closed, closed_because="" if state == "mended" else "Mẫu", previous=first if k % 4 == 3 else None)
        first = first or case
    for k in range(place % 4):
        found = now - timedelta(days=3 + 9 * k + place)
        f = Finding.objects.create(
            signal="EQP02", key=f"mau:{place}:{k}", subject="mau", unit=ward, group=f"EQP02/{ward.pk}/",
            severity=2, ground="x", state="open", since=found, opened_at=found,
            values={"ref": ward.short_name, "thing": "Máy quét", "days": 3})
        Case.objects.create(finding=f, episode=1, unit=ward, found_at=found, noted_at=found)
print(n)
"""
LIFT = """
from motcua.inspection.models import Finding
from motcua.remedies.models import Case
Case.objects.exclude(unit__short_name__in=("An Lưu", "Hiệp Hòa")).filter(remedies__isnull=True).update(previous=None)
Case.objects.exclude(unit__short_name__in=("An Lưu", "Hiệp Hòa")).filter(remedies__isnull=True).delete()
Finding.objects.filter(key__startswith="mau:").delete()
"""


@pytest.fixture
def laid(product: Product) -> Iterator[Product]:
    told = motcua(product.home, "manage", "shell", "-c", LAY)
    assert told.returncode == 0, told.stderr
    yield product
    told = motcua(product.home, "manage", "shell", "-c", LIFT)
    assert told.returncode == 0, told.stderr


def test_progress_is_well_everywhere_and_its_files_open(laid: Product, page: Page, tmp_path: Path) -> None:
    sign_in(page, laid.url, "kinhmon.kiemtra")
    faults: list[str] = []
    for width, scheme in ((320, "light"), (390, "light"), (1280, "light"), (1280, "dark"), (390, "dark")):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        page.goto(f"{laid.url}/remedies/progress")
        page.locator("details").evaluate_all("found => found.forEach(one => one.open = true)")
        faults += axe(page) + [f"{width} scrolls sideways"] * sideways(page)
    expect(page.locator("svg.ways").first).to_have_attribute("role", "img")
    assert faults == []
    assert page.locator("table.folds tbody tr").count() > 12

    page.emulate_media(color_scheme="light", media="print")
    assert page.pdf(format="A4", prefer_css_page_size=True).startswith(b"%PDF")
    page.emulate_media(media="screen")
    with page.expect_download() as got:
        page.get_by_role("link", name="Tải bảng tính").click()
    assert "Theo tuần" in load_workbook(io.BytesIO(Path(got.value.path()).read_bytes())).sheetnames

    page.set_viewport_size({"width": 1280, "height": 900})
    page.locator("table.folds td.whole a").nth(3).click()
    with page.expect_download() as got:
        page.get_by_role("link", name="Báo cáo kết quả khắc phục").click()
    assert check(Path(got.value.path()).read_bytes()).clean
