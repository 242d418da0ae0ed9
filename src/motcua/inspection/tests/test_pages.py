"""The pages cost no more queries for more findings, and hide what is not the reader's."""

import pytest
from django.test import Client

from motcua.accounts.models import User
from motcua.dossiers.tests.conftest import NOW, Town
from motcua.inspection import commands
from motcua.inspection.models import Finding
from motcua.inspection.tests.test_run import LATER


def client_of(user: User) -> Client:
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


@pytest.mark.parametrize("path", ["/inspection/findings", "/inspection/signals"])
def test_a_page_asks_no_more_for_more_findings(town: Town, path: str, django_assert_max_num_queries) -> None:  # type: ignore[no-untyped-def]
    for _ in range(6):
        town.forwarded()
    commands.run(now=LATER)
    commands.set_signal("DIG01", on=True, thresholds={"days": 4}, reason="x", by=town.administrator, now=NOW)
    client = client_of(town.inspector)
    with django_assert_max_num_queries(14):
        assert client.get(path).status_code == 200


def test_the_page_of_a_group_lists_its_findings_and_is_hidden_from_others(town: Town) -> None:
    for _ in range(2):
        town.forwarded()
    commands.run(now=LATER)
    group = Finding.objects.filter(signal="OVD01").first().group  # type: ignore[union-attr]
    text = client_of(town.inspector).get("/inspection/findings/group", {"group": group}).content.decode()
    assert text.count("đã quá hạn mà chưa có phiếu xin lỗi") == 2
    assert client_of(town.stranger).get("/inspection/findings/group", {"group": group}).status_code == 404


def test_a_finding_of_another_unit_is_not_there(town: Town) -> None:
    town.forwarded()
    commands.run(now=LATER)
    pk = Finding.objects.filter(signal="OVD01").get().pk
    assert client_of(town.officer).get(f"/inspection/findings/{pk}").status_code == 200
    assert client_of(town.stranger).get(f"/inspection/findings/{pk}").status_code == 404
    assert client_of(town.stranger).post(f"/inspection/findings/{pk}/remark", {"text": "x"}).status_code == 404


def test_a_decision_on_an_older_page_is_told_and_changes_nothing(town: Town) -> None:
    town.forwarded()
    commands.run(now=LATER)
    finding = Finding.objects.filter(signal="OVD01").get()
    answer = client_of(town.inspector).post(
        f"/inspection/findings/{finding.pk}/withdraw", {"seen": "9", "withdraw-reason": "Nhầm"}
    )
    assert (answer.status_code, "vừa thay đổi" in answer.content.decode()) == (409, True)
    finding.refresh_from_db()
    assert finding.state == "open"


def test_before_the_first_run_nothing_is_said_to_be_well(town: Town) -> None:
    text = client_of(town.inspector).get("/inspection/findings").content.decode()
    assert "chưa chạy lần nào" in text
    assert "Không có phát hiện nào đang mở" not in text


def test_only_an_administrator_opens_the_form_of_a_signal(town: Town) -> None:
    assert client_of(town.administrator).get("/inspection/signals/OVD01").status_code == 200
    assert client_of(town.leader).get("/inspection/signals/OVD01").status_code == 404
    assert client_of(town.administrator).get("/inspection/signals/NONE1").status_code == 404
