"""The pages cost no more queries for more findings, and hide what is not the reader's."""

from datetime import timedelta

import pytest
from django.test import Client

from motcua.accounts.models import User
from motcua.base.errors import NotFound
from motcua.dossiers.tests.conftest import NOW, Town
from motcua.inspection import commands, queries
from motcua.inspection.models import Finding
from motcua.inspection.tests.test_run import LATER
from motcua.organisations.models import Post


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


def overdue(town: Town) -> Finding:
    town.forwarded()
    commands.run(now=LATER)
    return Finding.objects.filter(signal="OVD01").get()


def test_a_leader_names_who_mends_it_and_that_person_finds_it_under_his_own(town: Town) -> None:
    finding = overdue(town)
    page = f"/inspection/findings/{finding.pk}"
    client = client_of(town.leader)
    assert "Giao người khắc phục" in client.get(page).content.decode()
    assert client.post(f"{page}/assign", {"seen": "1", "to": str(town.officer.pk)}).status_code == 302
    assert town.officer.full_name in client.get(page).content.decode()
    mine = client_of(town.officer).get("/inspection/findings", {"mine": "1"}).content.decode()
    assert f'href="{page}"' in mine
    assert f'href="{page}"' not in client.get("/inspection/findings", {"mine": "1"}).content.decode()


def test_what_is_closed_is_nobodys_work_any_more(town: Town) -> None:
    finding = overdue(town)
    commands.assign(finding.pk, to=town.officer, by=town.leader, now=LATER, seen=1)
    commands.withdraw(finding.pk, reason="Nhập nhầm", by=town.inspector, now=LATER, seen=2)
    mine = client_of(town.officer).get("/inspection/findings", {"mine": "1"}).content.decode()
    assert "Không có phát hiện nào đang mở được giao cho bạn" in mine
    page = f"/inspection/findings/{finding.pk}"
    assert 'name="to"' not in client_of(town.leader).get(page).content.decode()
    assert (
        client_of(town.leader).post(f"{page}/assign", {"seen": "3", "to": str(town.second_officer.pk)}).status_code
        == 409
    )


@pytest.mark.parametrize("who", ["officer", "inspector"])
def test_only_a_leader_of_the_unit_names_who_mends_it(town: Town, who: str) -> None:
    finding = overdue(town)
    client, page = client_of(getattr(town, who)), f"/inspection/findings/{finding.pk}"
    assert "Giao người khắc phục" not in client.get(page).content.decode()
    assert client.post(f"{page}/assign", {"seen": "1", "to": str(town.second_officer.pk)}).status_code in {403, 404}
    finding.refresh_from_db()
    assert finding.assigned_to is None


@pytest.mark.parametrize("who", ["stranger", "nobody"])
def test_somebody_of_another_unit_is_not_named(town: Town, who: str) -> None:
    finding = overdue(town)
    to = str(town.stranger.pk) if who == "stranger" else ""
    answer = client_of(town.leader).post(f"/inspection/findings/{finding.pk}/assign", {"seen": "1", "to": to})
    assert answer.status_code == 422
    assert 'id="id_to_error"' in answer.content.decode()
    finding.refresh_from_db()
    assert finding.assigned_to is None


def test_somebody_whose_post_has_ended_is_not_named(town: Town) -> None:
    finding = overdue(town)
    Post.objects.filter(user=town.second_officer).update(valid_to=LATER.date() - timedelta(days=1))
    with pytest.raises(NotFound):
        commands.assign(finding.pk, to=town.second_officer, by=town.leader, now=LATER, seen=1)


def test_the_own_findings_come_a_page_at_a_time(town: Town, django_assert_max_num_queries) -> None:  # type: ignore[no-untyped-def]
    finding = overdue(town)
    for n in range(queries.PAGE):
        Finding.objects.create(
            signal="OVD01", key=f"dossier:{9000 + n}", subject=f"dossier:{9000 + n}", unit=town.ward, group="x",
            severity=3, ground="x", values=finding.values, state="open", since=NOW, opened_at=NOW,
        )  # fmt: skip
    Finding.objects.update(assigned_to=town.officer)
    client = client_of(town.officer)
    with django_assert_max_num_queries(14):
        first = client.get("/inspection/findings", {"mine": "1"}).content.decode()
    last = Finding.objects.order_by("pk")[queries.PAGE - 1].pk
    assert f"after={last}" in first
    second = client.get("/inspection/findings", {"mine": "1", "after": str(last)}).content.decode()
    assert "Trang sau" not in second
