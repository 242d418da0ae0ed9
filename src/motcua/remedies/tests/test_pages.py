"""The pages: what they show and to whom, what they let be done, and that they ask no more for more findings."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from motcua.dossiers.tests.conftest import person
from motcua.inspection import commands as inspection
from motcua.inspection.tests.test_pages import client_of
from motcua.inspection.tests.test_run import LATER
from motcua.organisations.models import Role
from motcua.remedies import commands
from motcua.remedies.commands import Order, follow
from motcua.remedies.models import Evidence, Remedy
from motcua.remedies.tests.scenes import DAY, SELF_CLOSING, Scene, common, reopen

PDF = b"%PDF-1.4 mau"


@pytest.mark.parametrize("path", ["/remedies", "/remedies?mine=1", "/remedies/group?group={group}", "/work"])
def test_a_page_asks_no_more_for_more_findings_and_remedies(scene: Scene, path: str) -> None:
    counts = []
    address = path.format(group=scene.finding(SELF_CLOSING).group)
    for more in (1, 4):
        for _ in range(more):
            scene.town.forwarded()
        inspection.run(now=LATER)
        group, asked = scene.finding_of(SELF_CLOSING).group, Order(scene.town.officer, "apologise")
        commands.order_group(group, asked, by=scene.town.leader, now=LATER)
        client = client_of(scene.town.officer)
        client.get(address)
        with CaptureQueriesContext(connection) as held:
            assert client.get(address).status_code == 200
        counts.append(len(held))
    assert counts[0] == counts[1] < 40


def test_the_owner_finds_his_remedy_among_his_dossiers_and_others_do_not(scene: Scene) -> None:
    remedy = scene.ordered()
    text = client_of(scene.town.officer).get("/work").content.decode()
    assert f"/remedies/{remedy.pk}" in text
    assert "Bắt đầu" in text
    for who in ("second_officer", "desk", "leader"):
        assert f"/remedies/{remedy.pk}" not in client_of(getattr(scene.town, who)).get("/work").content.decode()
    assert f"/remedies/{remedy.pk}" not in client_of(scene.town.officer).get("/work?tab=unit").content.decode()


def test_the_board_counts_what_is_open_late_verified_and_shown(scene: Scene) -> None:
    remedy = scene.ordered()
    page = client_of(scene.town.inspector).get("/remedies")
    row = next(one["row"] for one in page.context["rows"] if one["row"].signal == "FWD01")
    assert (row.findings, row.untaken, row.remedies, row.verified, row.overdue) == (1, 0, 1, 0, 1)  # 2023 is long past
    assert "quá hạn khắc phục" in page.content.decode()
    commands.report(remedy.pk, text="x", shown=[commands.Shown("x")], **common(scene.town.officer, 1))
    row = next(
        one["row"] for one in client_of(scene.town.inspector).get("/remedies").context["rows"]
        if one["row"].signal == "FWD01"
    )  # fmt: skip
    assert (row.evidence, row.overdue, row.states) == (1, 0, {"reported": 1})


@pytest.mark.parametrize(("state", "signals"), [
    ("untaken", {"OVD01", "DIG01", "IDL01"}), ("mending", {"FWD01"}), ("reported", set()), ("overdue", {"FWD01"}),
    ("repeat", set()), ("contested", set()), ("cups", {"FWD01", "OVD01", "IDL01"}),
])  # fmt: skip
def test_the_board_is_narrowed(scene: Scene, state: str, signals: set[str]) -> None:
    scene.ordered()
    rows = client_of(scene.town.inspector).get("/remedies", {"state": state}).context["rows"]
    found = {one["row"].signal for one in rows}
    assert found <= signals | {"DIG01"}
    assert ("FWD01" in found) == ("FWD01" in signals)


def test_closed_cases_are_listed_apart(scene: Scene) -> None:
    client = client_of(scene.town.inspector)
    assert "Chưa có phát hiện nào" in client.get("/remedies?state=closed").content.decode()
    commands.explain(scene.finding().pk, reason="Mất điện", **common(scene.town.inspector))
    assert f"/remedies/cases/{scene.case().pk}" in client.get("/remedies?state=closed").content.decode()


def test_before_anybody_decided_the_page_of_a_finding_offers_the_first_decision(scene: Scene) -> None:
    path = f"/remedies/findings/{scene.finding().pk}"
    text = client_of(scene.town.inspector).get(path).content.decode()
    assert "Kết luận phát hiện" in text
    assert "Giao khắc phục" not in text
    text = client_of(scene.town.leader).get(path).content.decode()
    assert "Giao khắc phục" in text
    assert "Kết luận phát hiện" not in text
    assert client_of(scene.town.stranger).get(path).status_code == 404


def test_a_whole_course_by_its_pages(scene: Scene, tmp_path: Any, settings: Any) -> None:
    settings.MEDIA_ROOT = str(tmp_path)
    pk, town = scene.finding().pk, scene.town
    head, officer, inspector = (client_of(user) for user in (town.leader, town.officer, town.inspector))
    path = f"/remedies/findings/{pk}"
    assert inspector.post(f"{path}/confirm", {"seen": "0", "confirm-cause_code": "staff"}).status_code == 302
    bad = head.post(f"{path}/order", {"seen": "1", "template": "training"})
    assert (bad.status_code, "Người khắc phục:" in bad.content.decode()) == (422, True)
    given = {"seen": "1", "template": "training", "order-owner": town.officer.pk}
    assert head.post(f"{path}/order", given).status_code == 302
    remedy = Remedy.objects.get()
    page = f"/remedies/{remedy.pk}"
    assert "Bắt đầu khắc phục" in officer.get(page).content.decode()
    assert officer.post(f"{page}/begin", {"seen": "1"}).status_code == 302
    report = {"seen": "2", "report-text": "Đã tập huấn"}
    assert officer.post(f"{page}/report", report).status_code == 422
    file = SimpleUploadedFile("bien-ban.pdf", PDF)
    assert officer.post(f"{page}/report", report | {"report-file": file}).status_code == 302
    text = officer.get(page).content.decode()
    assert "không tự xác minh" in text
    assert "Xác minh đã khắc phục" not in text
    assert officer.post(f"{page}/verify", {"seen": "3"}).status_code == 404
    kept = Evidence.objects.get()
    shown = inspector.get(f"/remedies/evidence/{kept.pk}")
    assert (b"".join(shown.streaming_content), shown["X-Content-Type-Options"]) == (PDF, "nosniff")  # type: ignore[attr-defined]
    assert client_of(town.stranger).get(f"/remedies/evidence/{kept.pk}").status_code == 404
    assert inspector.post(f"{page}/return", {"seen": "3", "return-reason": ""}).status_code == 422
    assert inspector.post(f"{page}/verify", {"seen": "2"}).status_code == 409
    assert inspector.post(f"{page}/verify", {"seen": "3"}).status_code == 302
    text = inspector.get(f"/remedies/cases/{scene.case().pk}").content.decode()
    assert "Đã xác minh, đóng" in text
    assert scene.finding().state == "withdrawn"


def test_a_file_that_a_browser_would_run_is_not_taken(scene: Scene, tmp_path: Any, settings: Any) -> None:
    settings.MEDIA_ROOT = str(tmp_path)
    remedy = scene.ordered()
    given = {"seen": "1", "report-text": "x", "report-file": SimpleUploadedFile("x.html", b"<script>")}
    assert client_of(scene.town.officer).post(f"/remedies/{remedy.pk}/report", given).status_code == 415
    assert not Evidence.objects.exists()


def test_a_repeat_links_to_the_last_time(scene: Scene) -> None:
    scene.ordered(SELF_CLOSING)
    scene.mend(LATER + DAY)
    inspection.run(now=LATER + 2 * DAY)
    follow(now=LATER + 2 * DAY)
    first = scene.case(SELF_CLOSING)
    reopen(scene.finding(SELF_CLOSING), LATER + 5 * DAY)
    follow(now=LATER + 6 * DAY)
    client = client_of(scene.town.inspector)
    text = client.get(f"/remedies/cases/{scene.case(SELF_CLOSING).pk}").content.decode()
    assert f'href="/remedies/cases/{first.pk}"' in text
    assert "Tái diễn" in text
    assert "Kết luận phát hiện" not in client.get(f"/remedies/cases/{first.pk}").content.decode()


def test_the_head_of_the_town_reads_what_went_up_to_him_and_decides_nothing(scene: Scene) -> None:
    assert scene.town.ward.parent is not None
    chairman = person(scene.town.ward.parent, Role.LEADER, "chairman")
    remedy, group = scene.ordered(), scene.finding().group
    client = client_of(chairman)
    assert client.get("/remedies/group", {"group": group}).status_code == 404
    for days in (4, 14):
        follow(now=LATER + days * DAY)
    assert [one["row"].group for one in client.get("/remedies").context["rows"]] == [group]
    assert f"/remedies/cases/{scene.case().pk}" in client.get("/remedies/group", {"group": group}).content.decode()
    case = client.get(f"/remedies/cases/{scene.case().pk}")
    assert (case.status_code, case.context["forms"], case.context["sees_finding"]) == (200, {}, False)
    assert client.get(f"/remedies/{remedy.pk}").context["may"] == dict.fromkeys(
        ("begin", "report", "verify", "order", "letter"), False
    )


def test_what_is_accepted_until_a_day_stays_on_the_page_of_its_cause(scene: Scene) -> None:
    scene.ordered(SELF_CLOSING)
    finding = scene.finding(SELF_CLOSING)
    inspection.accept(finding.pk, until=LATER + DAY, reason="Chờ", by=scene.town.inspector, now=LATER, seen=1)
    page = client_of(scene.town.leader).get("/remedies/group", {"group": finding.group})
    assert [row["finding"].pk for row in page.context["rows"]] == [finding.pk]
    assert "form" not in page.context


def test_an_older_page_decides_nothing(scene: Scene) -> None:
    given = {"seen": "7", "contest-text": "x"}
    answer = client_of(scene.town.leader).post(f"/remedies/findings/{scene.finding().pk}/contest", given)
    assert (answer.status_code, "vừa thay đổi" in answer.content.decode()) == (409, True)


@pytest.mark.parametrize("path", ["cases/{case}", "{remedy}", "{remedy}/order.docx", "group?group={group}"])
def test_nothing_of_it_is_there_for_another_unit(scene: Scene, path: str) -> None:
    remedy = scene.ordered()
    address = path.format(case=scene.case().pk, remedy=remedy.pk, group=scene.finding().group)
    assert client_of(scene.town.stranger).get(f"/remedies/{address}").status_code == 404


def test_the_page_of_a_finding_leads_to_its_case(scene: Scene) -> None:
    pk = scene.finding().pk
    assert (
        f'href="/remedies/findings/{pk}"'
        in client_of(scene.town.officer).get(f"/inspection/findings/{pk}").content.decode()
    )
