"""The pages of conclusions: whom they let in, what they open, and that they ask no more for more findings."""

import json
from typing import Any

import pytest

from motcua.conclusions import commands
from motcua.conclusions.tests.conftest import LATER, Office
from motcua.conclusions.tests.test_commands import ISSUED, OVERDUE
from motcua.dossiers.tests.conftest import Town
from motcua.engines.decree30.check import check
from motcua.inspection.tests.test_pages import client_of


@pytest.fixture(autouse=True)
def at_nine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("motcua.base.clock.now", lambda: LATER)


def test_the_inspector_drafts_in_the_browser_and_each_figure_is_a_link(office: Office) -> None:
    client = client_of(office.town.inspector)
    answer = client.post("/conclusions", {"unit": office.unit.pk, "year": 2023})
    text = client.get(answer["Location"]).content.decode()
    pk = answer["Location"].rsplit("/", 1)[1]
    assert f'href="/conclusions/{pk}/figures/OVD01.n">01</a>' in text
    assert "thể thức 0 lỗi" in text


def test_a_year_without_data_is_told(office: Office) -> None:
    answer = client_of(office.town.inspector).post("/conclusions", {"unit": office.unit.pk, "year": 2020})
    assert answer.status_code == 422
    assert "không có gì để kết luận" in answer.content.decode()


def test_a_figure_opens_to_its_records_and_each_record_to_its_page(office: Office) -> None:
    found = office.draft()
    client = client_of(office.town.inspector)
    text = client.get(f"/conclusions/{found.pk}/figures/OVD01.n").content.decode()
    assert "/inspection/findings/" in text
    assert OVERDUE in text
    assert "SELECT" in text
    told = b"".join(client.get(f"/conclusions/{found.pk}/figures/OVD01.n/records.csv")).decode()  # type: ignore[call-overload]
    assert len(told.splitlines()) == 2


@pytest.mark.parametrize("code", ["OVD01.units_n", "dossiers.received", "procedures.vertical", "unit.name"])
def test_every_kind_of_figure_has_a_page(office: Office, code: str) -> None:
    found = office.draft()
    assert client_of(office.town.inspector).get(f"/conclusions/{found.pk}/figures/{code}").status_code == 200


def test_a_figure_that_is_none_is_not_there(office: Office) -> None:
    found = office.draft()
    assert client_of(office.town.inspector).get(f"/conclusions/{found.pk}/figures/NO.SUCH").status_code == 404


def test_an_edited_number_without_a_reason_comes_back_with_what_was_typed(office: Office) -> None:
    found = office.draft()
    client = client_of(office.town.inspector)
    sent = {"text": OVERDUE.replace("01", "03"), "because": "", "seen": found.version}
    answer = client.post(f"/conclusions/{found.pk}/sentences/OVD01", sent)
    assert answer.status_code == 422
    assert "Có 03 hồ sơ" in answer.content.decode()
    assert client.post(f"/conclusions/{found.pk}/sentences/OVD01", {**sent, "because": "Mẫu"}).status_code == 302
    assert "sửa tay, gốc" in client.get(f"/conclusions/{found.pk}").content.decode()


def test_files_are_the_paper_and_what_stands_behind_it(office: Office) -> None:
    found = office.draft()
    client = client_of(office.town.inspector)
    paper = b"".join(client.get(f"/conclusions/{found.pk}/conclusion.docx"))  # type: ignore[call-overload]
    assert [one for one in check(paper).findings if one.verdict in {"violation", "warning"}] == []
    told = json.loads(b"".join(client.get(f"/conclusions/{found.pk}/conclusion.json")))  # type: ignore[call-overload]
    assert OVERDUE in [one["text"] for one in told["sentences"]]
    assert b"".join(client.get(f"/conclusions/{found.pk}/conclusion.pdf")).startswith(b"%PDF")  # type: ignore[call-overload]
    assert b"".join(client.get(f"/conclusions/{found.pk}/demands.xlsx")).startswith(b"PK")  # type: ignore[call-overload]


def test_the_chair_issues_in_the_browser_and_the_paper_stays_as_it_was(office: Office) -> None:
    found = office.draft()
    client = client_of(office.chair)
    sent = {"number": "15", "issued_on": "2023-04-10", "signer": "Mẫu chair", "seen": found.version}
    assert client.post(f"/conclusions/{found.pk}/issue", sent).status_code == 302
    text = client.get(f"/conclusions/{found.pk}").content.decode()
    assert "Số 15/TB-UBND" in text
    assert "Ban hành kết luận" not in text


@pytest.mark.parametrize("who", ["leader", "officer", "desk", "administrator", "stranger"])
def test_nobody_of_the_inspected_units_finds_the_draft(office: Office, who: str) -> None:
    found = office.draft()
    client = client_of(getattr(office.town, who))
    for path in (
        "",
        "/conclusion.docx",
        "/conclusion.json",
        "/figures/OVD01.n",
        "/parts",
        f"/parts/{office.town.ward.pk}",
    ):
        assert client.get(f"/conclusions/{found.pk}{path}").status_code == 404


def test_a_unit_reads_its_own_notice_once_it_is_issued(office: Office) -> None:
    found = office.draft()
    commands.issue(found.pk, by=office.chair, seen=found.version, **ISSUED)
    client, ward, other = client_of(office.town.leader), office.town.ward.pk, office.town.other_ward.pk
    assert f"/conclusions/{found.pk}/parts/{ward}" in client.get("/conclusions/mine").content.decode()
    assert client.get(f"/conclusions/{found.pk}/parts/{ward}").status_code == 200
    assert client.get(f"/conclusions/{found.pk}/parts/{ward}/notice.docx").status_code == 200
    assert client.get(f"/conclusions/{found.pk}/parts/{other}").status_code == 404
    assert client.get(f"/conclusions/{found.pk}/parts/{other}/notice.docx").status_code == 404


@pytest.mark.parametrize(("path", "most"), [("", 22), ("/figures/OVD01.n", 18), ("/parts", 19)])
def test_a_page_asks_no_more_for_more_findings(
    office: Office, town: Town, path: str, most: int, django_assert_max_num_queries: Any
) -> None:
    from motcua.inspection.models import Finding

    twin = Finding.objects.get(signal="OVD01")
    for n in range(30):
        twin.pk, twin.key = None, f"twin:{n}"
        twin.save()
    found = office.draft()
    client = client_of(town.inspector)
    with django_assert_max_num_queries(most):
        assert client.get(f"/conclusions/{found.pk}{path}").status_code == 200


def test_the_summary_of_a_year_stands_beside_the_year_before_and_is_clean(office: Office) -> None:
    from motcua.conclusions.composing.building import build
    from motcua.conclusions.composing.paper import DRAFT
    from motcua.conclusions.composing.yearly import summary
    from motcua.documents.drafting import faults, written

    now, before = build(office.unit, 2023, LATER), build(office.unit, 2022, LATER)
    alone = summary(now, before, DRAFT)
    assert "So sánh" not in str(alone)
    both = summary(now, now, DRAFT)
    assert "So sánh" in str(both)
    assert faults(written(alone)) == faults(written(both)) == []


def test_every_reading_is_in_the_record_of_its_reader(office: Office) -> None:
    from motcua.events.models import Event

    found, reader = office.draft(), office.town.inspector
    client = client_of(reader)
    for path in ("", "/figures/OVD01.n", "/conclusion.docx", f"/parts/{office.town.ward.pk}"):
        client.get(f"/conclusions/{found.pk}{path}")
    read = Event.objects.filter(stream=f"readings:{reader.pk}", kind="conclusion.read").order_by("seq")
    assert [one.data["what"] for one in read] == [
        "page",
        "figure OVD01.n",
        "file",
        f"part of unit {office.town.ward.pk}",
    ]
