"""The pages of visits, and the tablet's calls: who is not of the team sees nothing, and every reading is recorded."""

import hashlib
import json
import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from motcua.accounts.models import User
from motcua.base import clock
from motcua.dossiers.tests.conftest import Town
from motcua.events.models import Event
from motcua.visits import commands
from motcua.visits.models import Device, Entry, Member, TemplateVersion, Visit, VisitState
from motcua.visits.pages import tablet as tablet_page
from motcua.visits.tests.conftest import NOW, Tablet, jpeg

PASS = {"result": "pass"}


@pytest.fixture(autouse=True)
def moment(monkeypatch: Any) -> None:
    """The pages take the moment of these tests."""
    monkeypatch.setattr(clock, "now", lambda: NOW)


def client_of(user: User, *, csrf: bool = False) -> Client:
    client = Client(enforce_csrf_checks=csrf)
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def send(tablet: Tablet, client: Client, **more: Any) -> Any:
    address = f"/visits/tablet/sync/{tablet.visit.pk}"
    return client.post(address, tablet.body(), content_type="application/json", **more)


def test_the_manifest_holds_all_a_tablet_needs_and_its_reading_is_recorded(tablet: Tablet) -> None:
    told = client_of(tablet.user).get("/visits/tablet/sync/manifest").json()
    (visit,) = told["visits"]
    assert (visit["unit"], len(visit["checklist"]), len(visit["members"])) == ("Phường Mẫu 2", 16, 2)
    assert len(visit["samples"]["7.3"]["keys"]) == 4
    assert told["now"] == NOW.isoformat()
    assert Event.objects.get(kind="visit.read").data == {"visit": tablet.visit.pk, "what": "tablet"}


@pytest.mark.parametrize("who", ["desk", "leader", "stranger", "administrator"])
def test_who_is_not_in_the_decision_gets_nothing(tablet: Tablet, town: Town, who: str) -> None:
    client = client_of(getattr(town, who))
    assert client.get("/visits/tablet/sync/manifest").json()["visits"] == []
    assert client.post("/visits/tablet/sync/device", {"label": "x"}).status_code == 404
    assert send(tablet, client).status_code == 403  # the tablet is not his, whatever the visit
    own = Device.objects.create(user=getattr(town, who), hashed=hashlib.sha256(b"x").hexdigest(), label="x",
                                registered_at=NOW)  # fmt: skip
    tablet.device, tablet.token = own, "x"
    assert send(tablet, client).status_code == 404
    assert client.get(f"/visits/{tablet.visit.pk}/photos/{'a' * 64}").status_code == 404
    assert Entry.objects.count() == 0


@pytest.mark.parametrize(("days", "status"), [(-1, 404), (0, 200), (5, 404)])
def test_outside_his_time_a_member_gets_404(tablet: Tablet, monkeypatch: Any, days: int, status: int) -> None:
    monkeypatch.setattr(clock, "now", lambda: NOW + timedelta(days=days))
    tablet.say("1.1", PASS)
    client = client_of(tablet.user)
    assert send(tablet, client).status_code == status
    assert bool(client.get("/visits/tablet/sync/manifest").json()["visits"]) is (status == 200)


def test_a_batch_over_the_line(tablet: Tablet, other: Tablet) -> None:
    other.say("1.1", PASS)
    other.send()
    tablet.say("2.1", PASS)
    told = send(tablet, client_of(tablet.user)).json()
    assert (told["have"], told["gap"], [row["question"] for row in told["others"]]) == (1, False, ["1.1"])
    assert Event.objects.filter(kind="visit.read").count() == 1
    tablet.cursor = told["cursor"]
    assert send(tablet, client_of(tablet.user)).json()["others"] == []
    assert Event.objects.filter(kind="visit.read").count() == 1  # nothing was told, nothing was read


def test_a_forged_call_is_refused(tablet: Tablet) -> None:
    client = client_of(tablet.user, csrf=True)
    assert send(tablet, client).status_code == 403
    token = client.get("/visits/tablet/sync/manifest").json()["csrf"]
    assert send(tablet, client, headers={"X-CSRFToken": token}).status_code == 200


def test_a_stopped_tablet_is_told_so(tablet: Tablet) -> None:
    commands.revoke_device(tablet.device.pk, by=tablet.user, now=NOW)
    answer = send(tablet, client_of(tablet.user))
    assert (answer.status_code, answer.json()["error"]) == (403, "DeviceRevoked")


def put(tablet: Tablet, data: bytes, sha256: str, **more: str) -> Any:
    head = {"X-Device": str(tablet.device.pk), "X-Device-Token": tablet.token, "X-Taken-At": NOW.isoformat()} | more
    address = f"/visits/tablet/sync/{tablet.visit.pk}/photos/{sha256}"
    return client_of(tablet.user).put(address, data, content_type="image/jpeg", headers=head)


def test_a_photograph_is_put_by_its_hash_and_shown_to_the_team_alone(
    tablet: Tablet, town: Town, colleague: User
) -> None:
    data = jpeg()
    sha256 = hashlib.sha256(data).hexdigest()
    tablet.say("6.1", {"sha256": sha256, "taken_at": NOW.isoformat()}, kind="photo")
    tablet.send()
    assert "ảnh chưa tới" in client_of(colleague).get(f"/visits/{tablet.visit.pk}").content.decode()
    assert [put(tablet, data, sha256).status_code for _ in range(2)] == [204, 204]
    shown = client_of(colleague).get(f"/visits/{tablet.visit.pk}/photos/{sha256}")
    assert (shown.content, shown["Content-Type"], shown["Cache-Control"]) == (data, "image/jpeg", "private, no-store")
    assert client_of(town.leader).get(f"/visits/{tablet.visit.pk}/photos/{sha256}").status_code == 404


@pytest.mark.parametrize(("data", "name", "more", "status"), [
    (b"x" * 2**21 + b"x", "a" * 64, {}, 422), (jpeg(), "a" * 64, {}, 422), (jpeg(), "../../etc", {}, 404),
    (jpeg(), "A" * 64, {}, 422), (jpeg(), "a" * 64, {"X-Device": "x"}, 422), (jpeg(), "a" * 64, {"X-Device": "0"}, 403),
], ids=["large", "other hash", "path", "capitals", "no device", "not his device"])  # fmt: skip
def test_a_photograph_that_cannot_be_taken(
    tablet: Tablet, data: bytes, name: str, more: dict[str, str], status: int
) -> None:
    assert put(tablet, data, name, **more).status_code == status


@pytest.mark.parametrize("body", ["", "[]", "{", '{"device": 1}', "\x00"])
def test_what_is_no_batch_is_answered_as_such(tablet: Tablet, body: str) -> None:
    address = f"/visits/tablet/sync/{tablet.visit.pk}"
    answer = client_of(tablet.user).post(address, body, content_type="application/json")
    assert (answer.status_code, answer.json()["error"]) == (422, "BadBatch")


def test_the_page_of_a_tablet_says_nothing_of_anybody(tablet: Tablet) -> None:
    page = client_of(tablet.user).get("/visits/tablet/")
    told = page.content.decode()
    assert tablet.user.full_name not in told and "Phường Mẫu" not in told and "csrf" not in told
    assert page["Cache-Control"] == "no-store"
    assert "worker-src 'self'" in page["Content-Security-Policy"]
    assert re.search(r"<script(?! id=\"setup\" type=\"application/json\"| type=\"module\" src=)", told) is None


def fetched(address: str) -> tuple[int, int]:
    """Status and compressed bytes of a file; it is closed again."""
    answer = Client(headers={"Accept-Encoding": "gzip"}).get(address)
    try:
        content = b"".join(answer.streaming_content) if answer.streaming else answer.content
        return answer.status_code, len(content)
    finally:
        answer.close()


def files_of_worker() -> list[str]:
    text = Client().get("/visits/tablet/worker.js").content.decode()
    told = json.loads(re.match(r"self\.TOLD = (.*);\n", text)[1])  # type: ignore[index]
    return [*told["files"], told["manifest"]]


def test_the_worker_rules_over_the_tablets_page_and_names_files_that_exist(db: None) -> None:
    answer = Client().get("/visits/tablet/worker.js")
    assert answer["Content-Type"].startswith("text/javascript")
    assert answer["Service-Worker-Allowed"] == "/visits/tablet/"
    assert [name for name in files_of_worker() if fetched(name)[0] != 200] == []
    assert set(tablet_page.FILES) == {
        str(path.relative_to(tablet_page.FOLDER)) for path in tablet_page.FOLDER.rglob("*")
        if path.suffix in {".js", ".css"} and path.name != "worker.js"
    }  # fmt: skip


def test_the_tablets_page_weighs_less_than_400_kb(db: None) -> None:
    assert sum(fetched(name)[1] for name in files_of_worker()) < 400_000


def test_the_app_can_be_installed(db: None) -> None:
    answer = Client().get("/visits/tablet/app.webmanifest")
    told = answer.json()
    assert (answer["Content-Type"], told["display"], told["scope"]) == (
        "application/manifest+json", "standalone", "/visits/tablet/",
    )  # fmt: skip
    assert all(fetched(icon["src"])[0] == 200 for icon in told["icons"])


@pytest.mark.parametrize("address", ["/visits", "/visits/templates"])
def test_an_inspector_sees_the_lists(town: Town, checklist: TemplateVersion, address: str) -> None:
    assert client_of(town.inspector).get(address).status_code == 200


def test_a_visit_is_prepared_decided_and_opened_on_its_pages(
    town: Town, checklist: TemplateVersion, colleague: User
) -> None:
    client = client_of(town.inspector)
    given = {"unit": town.ward.pk, "mode": "planned", "begins_on": "20/03/2023", "ends_on": "21/03/2023",
             "period_from": "01/01/2023", "period_to": "19/03/2023", "template_version": checklist.pk}  # fmt: skip
    assert client.post("/visits", given | {"ends_on": "19/03/2023"}).status_code == 422
    client.post("/visits", given)
    visit = Visit.objects.get()
    address = f"/visits/{visit.pk}"
    refused = client.post(f"{address}/members", {"account": "officer", "role": "member"})
    assert refused.status_code == 422 and "không tham gia đoàn" in refused.content.decode()
    assert client.post(f"{address}/members", {"account": "nobody", "role": "member"}).status_code == 422
    for account, role in (("inspector", "head"), ("colleague", "member"), ("stranger", "secretary")):
        assert client.post(f"{address}/members", {"account": account, "role": role}).status_code == 302
    client.post(f"{address}/members/{town.stranger.pk}/remove")
    assert Member.objects.count() == 2
    assert client.post(f"{address}/decide", {"number": "", "on": "15/03/2023"}).status_code == 422
    client.post(f"{address}/decide", {"number": "12/QĐ-UBND", "on": "15/03/2023"})
    assert client.post(f"{address}/step/nothing").status_code == 404
    client.post(f"{address}/step/open")
    visit.refresh_from_db()
    assert visit.state == VisitState.OPEN
    assert client.get(address).status_code == 200


def test_a_lost_tablet_is_stopped_on_the_page(tablet: Tablet, town: Town) -> None:
    address = f"/visits/{tablet.visit.pk}/devices/{tablet.device.pk}/revoke"
    assert client_of(town.leader).post(address).status_code == 404
    assert client_of(town.inspector).post(address).status_code == 302
    tablet.device.refresh_from_db()
    assert tablet.device.revoked_at is not None


def test_the_page_shows_what_was_said_what_was_refused_and_who_differs(tablet: Tablet, other: Tablet) -> None:
    tablet.say("1.1", PASS)
    other.say("1.1", {"result": "fail"})
    tablet.say("99.1", PASS)
    tablet.say("7.3", {"text": "Thiếu <b>dấu</b>", "photos": []}, kind="defect")
    tablet.send()
    other.send()
    told = client_of(tablet.user).get(f"/visits/{tablet.visit.pk}").content.decode()
    assert "1 câu trả lời khác nhau" in told and "Bộ câu hỏi không có câu này" in told
    assert "Thiếu &lt;b&gt;dấu&lt;/b&gt;" in told


def test_a_page_asks_the_database_as_often_for_many_answers_as_for_few(
    tablet: Tablet, django_assert_num_queries: Any
) -> None:
    client = client_of(tablet.user)
    client.get(f"/visits/{tablet.visit.pk}")  # content types and the like

    def number() -> int:
        from django.db import connection
        from django.test.utils import CaptureQueriesContext

        with CaptureQueriesContext(connection) as queries:
            client.get(f"/visits/{tablet.visit.pk}")
        return len(queries)

    tablet.say("1.1", PASS)
    tablet.send()
    few = number()
    for place in range(2, 17):
        tablet.say(f"{place}.1", {"text": "x"}, kind="note")
    tablet.send()
    assert number() == few


def test_who_is_above_but_not_of_the_team_sees_the_frame_alone(
    tablet: Tablet, town: Town, make_head: Callable[[], User]
) -> None:
    tablet.say("7.3", {"text": "Bí mật"}, kind="note")
    tablet.send()
    told = client_of(make_head()).get(f"/visits/{tablet.visit.pk}").content.decode()
    assert "rút lại: trùng khớp" in told and "Bí mật" not in told


@pytest.fixture
def make_head(town: Town) -> Callable[[], User]:
    from motcua.dossiers.tests.conftest import person
    from motcua.organisations.models import Role

    return lambda: person(town.inspector.posts.get().unit, Role.LEADER, "head")


def test_a_sample_that_the_register_no_longer_gives_is_told(tablet: Tablet, town: Town) -> None:
    client = client_of(tablet.user)
    told = client.get(f"/visits/{tablet.visit.pk}").content.decode()
    assert told.count("rút lại: trùng khớp") == 3 and "7.2, 7.3, 7.4, 9.2, 9.3" in told
    town.dossier(at=NOW - timedelta(days=3))  # entered afterwards with an earlier moment
    told = client.get(f"/visits/{tablet.visit.pk}").content.decode()
    assert told.count("rút lại: trùng khớp") == 2 and "sổ đã đổi từ lúc rút, nay 10" in told


def test_editing_a_checklist_makes_its_next_version(town: Town, checklist: TemplateVersion) -> None:
    client = client_of(town.inspector)
    address = f"/visits/templates/{checklist.pk}/edit"
    assert client.get(address).status_code == 200
    given: dict[str, Any] = {}
    for group in checklist.content:
        given[f"title-{group['number']}"] = group["title"]
        for place, row in enumerate(group["questions"]):
            name = f"{group['number']}-{place}"
            given |= {f"text-{name}": row["text"], f"kind-{name}": row["kind"], f"weight-{name}": row["weight"],
                      f"source-{name}": row["population"], f"signals-{name}": " ".join(row["signals"])}  # fmt: skip
    assert client.post(address, given | {"weight-1-0": "heavy"}).status_code == 422
    changed = given | {"text-1-1": "", "text-2-2": "Có gửi qua trục liên thông?", "weight-2-2": "3", "title-3": ""}
    made = client.post(address, changed)
    newest = TemplateVersion.objects.get(version=2)
    assert made["Location"] == f"/visits/templates/{newest.pk}"
    assert [len(group["questions"]) for group in newest.content[:2]] == [2, 3]
    assert newest.content[0]["questions"][1]["text"] == checklist.content[0]["questions"][2]["text"]
    assert newest.content[0]["questions"][1]["ground"] == checklist.content[0]["questions"][2]["ground"]
    assert [group["number"] for group in newest.content][:3] == [1, 2, 4]
    assert client.post(address, given).status_code == 422  # over a version that is no longer the newest
    assert client_of(town.leader).get(address).status_code == 404
