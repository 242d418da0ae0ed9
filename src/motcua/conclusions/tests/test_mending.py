"""The report of a unit on what an issued conclusion demands of it."""

import io
from typing import Any

import pytest
from docx import Document

from motcua.conclusions import commands
from motcua.conclusions.tests.conftest import LATER, Office
from motcua.conclusions.tests.test_commands import ISSUED
from motcua.engines.decree30.check import check
from motcua.inspection.models import Finding
from motcua.inspection.tests.test_pages import client_of
from motcua.remedies.commands import Order, order


@pytest.fixture(autouse=True)
def at_nine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("motcua.base.clock.now", lambda: LATER)


def test_a_unit_reports_how_it_mended_what_an_issued_conclusion_demands(
    office: Office, django_assert_max_num_queries: Any
) -> None:
    town, ward = office.town, office.town.ward.pk
    found = office.draft()
    finding = Finding.objects.get(signal="OVD01")
    path = f"/conclusions/{found.pk}/parts/{ward}"
    assert client_of(town.inspector).get(f"{path}/mending.docx").status_code == 404  # a draft demands nothing yet
    commands.issue(found.pk, by=office.chair, seen=found.version, **ISSUED)
    order(finding.pk, Order(town.officer, "apologise"), by=town.leader, now=LATER, seen=0)
    Finding.objects.create(
        signal="FWD01", key="x", subject="x", unit=town.ward, group="FWD01/x/", severity=1, ground="x", state="open",
        since=LATER, opened_at=LATER,
    )  # fmt: skip
    client = client_of(town.leader)
    assert f'href="{path}/mending.docx"' in client.get(path).content.decode()
    with django_assert_max_num_queries(25):
        answer = client.get(f"{path}/mending.docx")
    data = b"".join(answer)  # type: ignore[call-overload]
    assert check(data).clean
    paper = Document(io.BytesIO(data))
    text = "\n".join([*(one.text for one in paper.paragraphs),
                      *(cell.text for table in paper.tables for row in table.rows for cell in row.cells)])  # fmt: skip
    basis = "nêu tại Thông báo số 15/TB-UBND ngày 10 tháng 4 năm 2023 của Ủy ban nhân dân thị xã Mẫu"
    demanded = sum(row["number"] for row in found.demands if row["unit"] == ward)
    for said in (basis, f"có {demanded:02d} tồn tại phải theo dõi", "Đang khắc phục: 01", "Mẫu officer: Xin lỗi"):
        assert said in text, said


@pytest.mark.parametrize(("who", "status"), [
    ("officer", 200), ("inspector", 200), ("stranger", 404), ("administrator", 404), ("chair", 404),
])  # fmt: skip
def test_the_report_on_mending_is_for_who_sees_all_cases_of_the_unit(office: Office, who: str, status: int) -> None:
    found = office.draft()
    commands.issue(found.pk, by=office.chair, seen=found.version, **ISSUED)
    path = f"/conclusions/{found.pk}/parts/{office.town.ward.pk}"
    client = client_of(office.chair if who == "chair" else getattr(office.town, who))
    assert client.get(f"{path}/mending.docx").status_code == status
    if who == "chair":
        page = client.get(path)
        assert (page.status_code, "mending.docx" in page.content.decode()) == (200, False)
