"""The API: keys with scopes and dates, the same rights and commands as the pages, each write once, no 500."""

import json
import threading
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client

from motcua.accounts import commands as accounts
from motcua.accounts.models import ApiToken, User
from motcua.base import clock
from motcua.dossiers import commands
from motcua.dossiers.models import Dossier
from motcua.dossiers.tests.conftest import NOW, Town, make_town
from motcua.dossiers.tests.test_course import CODE, act
from motcua.events.models import Event

ALL = ["dossiers:read", "dossiers:write", "catalogue:read"]


@pytest.fixture(autouse=True)
def _at_ten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: NOW)


class Program:
    """A program with a key."""

    def __init__(self, user: User, scopes: list[str] | None = None) -> None:
        until = NOW.date() + timedelta(days=30)
        self.token, secret = accounts.make_token(name="thử", scopes=scopes or ALL, valid_to=until, by=user, now=NOW)
        self.client, self.count = Client(HTTP_AUTHORIZATION=f"Bearer {secret}"), 0
        self.secret = secret

    def get(self, path: str) -> Any:
        return self.client.get(f"/api/v1{path}")

    def post(self, path: str, body: object, key: str = "") -> Any:
        self.count += 1
        key = key or f"key-{self.token.pk}-{self.count:06d}"
        return self.client.post(f"/api/v1{path}", json.dumps(body), content_type="application/json",
                                HTTP_IDEMPOTENCY_KEY=key)  # fmt: skip


def test_a_dossier_is_read_with_its_steps_and_no_more_than_its_owner_may_see(town: Town) -> None:
    found = town.forwarded()
    own, other = Program(town.leader), Program(town.stranger)
    answer = own.get(f"/dossiers/{found.ref}").json()
    assert (answer["code"], [step["kind"] for step in answer["steps"]]) == (found.ref, ["forward", "resolve"])
    absent = other.get("/dossiers/H23.15.02-230315-9999")
    hidden = other.get(f"/dossiers/{found.ref}")
    assert (hidden.status_code, hidden.content) == (404, absent.content)
    assert other.get("/dossiers").json() == {"items": [], "next": None}
    assert set(other.get("/queue").json().values()) == {0}
    assert other.post("/dossiers/search", {"text": "tran thi"}).json() == []


@pytest.mark.parametrize(("change", "status"), [
    ({}, 200), ({"revoked_at": NOW}, 401), ({"valid_to": date(2023, 3, 14), "valid_from": date(2023, 3, 1)}, 401),
    ({"valid_from": date(2023, 3, 16)}, 401),
])  # fmt: skip
def test_a_key_works_between_its_days_until_it_is_revoked(town: Town, change: dict[str, object], status: int) -> None:
    program = Program(town.leader)
    ApiToken.objects.filter(pk=program.token.pk).update(**change)
    answer = program.get("/dossiers")
    assert answer.status_code == status
    if status != 200:
        assert (answer["Content-Type"], answer.json()["type"]) == ("application/problem+json", "urn:motcua:key-refused")


def test_the_key_of_who_left_opens_nothing_and_of_who_has_no_post_shows_nothing(town: Town) -> None:
    program = Program(town.leader)
    User.objects.filter(pk=town.leader.pk).update(is_active=False)
    assert program.get("/dossiers").status_code == 401


def test_scopes_and_rights_must_both_agree(town: Town) -> None:
    found = town.forwarded()
    reader = Program(town.officer, ["dossiers:read"])
    assert reader.post(f"/dossiers/{found.ref}/acts/take", {"seen": found.version}).status_code == 403
    writer = Program(town.officer, ["dossiers:write"])
    assert writer.get("/dossiers").json()["type"] == "urn:motcua:scope-missing"
    desk = Program(town.desk)
    assert desk.post(f"/dossiers/{found.ref}/acts/take", {"seen": found.version}).status_code == 404


def test_the_secret_is_kept_nowhere(town: Town, caplog: pytest.LogCaptureFixture) -> None:
    program = Program(town.leader)
    program.get("/dossiers/x")
    row = ApiToken.objects.get()
    assert program.secret not in f"{row.__dict__}{[e.data for e in Event.objects.all()]}{caplog.text}"


def test_a_session_is_no_key_and_a_foreign_origin_gets_no_leave(town: Town) -> None:
    client = Client()
    client.force_login(town.leader)
    answer = client.get("/api/v1/dossiers", HTTP_ORIGIN="https://evil.example")
    assert answer.status_code == 401
    assert not [name for name in answer.headers if name.lower().startswith("access-control")]


def test_a_whole_life_by_program_leaves_the_same_events_as_by_page(town: Town) -> None:
    desk, officer, leader = Program(town.desk), Program(town.officer), Program(town.leader)
    intake = town.intake(CODE)
    body = {
        "key": str(intake.key), "unit_id": intake.unit_id, "version_id": intake.version_id,
        "terms_id": intake.terms_id, "applicant": {"name": "Trần Thị Mẫu", "number": "030195000001",
        "telephone": "0900000001"}, "papers": [{"name": p.name, "originals": p.originals} for p in intake.papers],
    }  # fmt: skip
    made = desk.post("/dossiers", body).json()
    path = f"/dossiers/{made['code']}/acts"
    steps = [(desk, "forward", {}), (officer, "take", {}), (officer, "resolve", {"result": "Đủ điều kiện"}),
             (leader, "approve", {}), (desk, "return", {"taken_by": "Trần Thị Mẫu", "proof": "Thẻ"})]  # fmt: skip
    for program, name, more in steps:
        answer = program.post(f"{path}/{name}", {"seen": made["version"], **more})
        assert answer.status_code == 200, answer.content
        made = answer.json()
    assert (made["state"], made["national_status"]) == ("returned", 10)

    twin = town.dossier(CODE)
    by_page = [commands.forward, commands.take, commands.resolve, commands.approve, commands.return_result]
    for command, (program, _name, more) in zip(by_page, steps, strict=True):
        twin = act(command, twin, program.token.user, **more)
    told = [
        [(e.kind, e.ground, {k: v for k, v in e.data.items() if k not in {"code", "register", "receipt"}})
         for e in Event.objects.filter(stream=one.stream).order_by("seq")]
        for one in (Dossier.objects.get(code=made["code"]), twin)
    ]  # fmt: skip
    assert told[0] == told[1]


def test_the_same_write_again_gives_the_same_answer_and_changes_nothing(town: Town) -> None:
    found, program = town.forwarded(), Program(town.officer)
    body = {"seen": found.version}
    first = program.post(f"/dossiers/{found.ref}/acts/take", body, key="the-same-key")
    again = program.post(f"/dossiers/{found.ref}/acts/take", body, key="the-same-key")
    assert (first.json(), again["Idempotent-Replayed"]) == (again.json(), "true")
    assert Dossier.objects.get(pk=found.pk).version == found.version + 1
    other = program.post(f"/dossiers/{found.ref}/acts/take", {"seen": 99}, key="the-same-key")
    assert (other.status_code, other.json()["type"]) == (422, "urn:motcua:key-used")


@pytest.mark.parametrize("key", ["", "short", "with space in it", "x" * 65])
def test_a_write_without_a_key_of_its_own_is_refused(town: Town, key: str) -> None:
    found, program = town.forwarded(), Program(town.officer)
    answer = program.client.post(f"/api/v1/dossiers/{found.ref}/acts/take", json.dumps({"seen": found.version}),
                                 content_type="application/json", HTTP_IDEMPOTENCY_KEY=key)  # fmt: skip
    assert (answer.status_code, answer.json()["type"]) == (400, "urn:motcua:key-missing")


def test_a_refused_write_leaves_its_key_free(town: Town) -> None:
    found, program = town.forwarded(), Program(town.officer)
    path = f"/dossiers/{found.ref}/acts/take"
    assert program.post(path, {"seen": found.version - 1}, key="free-again").status_code == 409
    assert program.post(path, {"seen": found.version}, key="free-again").status_code == 200


@pytest.mark.django_db(transaction=True)
def test_two_of_the_same_write_at_once_change_once() -> None:
    town = make_town()
    found, program = town.forwarded(), Program(town.officer)
    statuses: list[int] = []

    def call() -> None:
        answer = program.post(f"/dossiers/{found.ref}/acts/take", {"seen": found.version}, key="both-at-once")
        statuses.append(answer.status_code)
        connection.close()

    threads = [threading.Thread(target=call) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert statuses == [200] * 4
    assert Event.objects.filter(stream=found.stream, kind="dossier.taken").count() == 1


def test_pages_by_key_hold_every_dossier_once(town: Town) -> None:
    made = {town.dossier().ref for _ in range(7)}
    program, seen, after = Program(town.leader), [], ""
    while True:
        page = program.get(f"/dossiers?limit=3&after={after}").json()
        seen += [row["code"] for row in page["items"]]
        if page["next"] is None:
            break
        after = page["next"]
    assert sorted(seen) == sorted(made)


BAD = [
    {"seen": -1}, {"seen": "x"}, {"seen": 10**30}, {}, [], "x", None, {"seen": 1, "result": "a\x00b"},
    {"seen": 1, "result": "\ud800"}, {"seen": 1, "result": "x" * 3000}, {"seen": 1, "result": "x", "task_id": 2**70},
    {"seen": 1, "result": "x", "file": "forged:handle"},
]  # fmt: skip


@pytest.mark.parametrize("body", BAD)
def test_a_spoiled_body_is_a_clear_problem_and_never_a_fault(town: Town, body: object) -> None:
    found, program = town.forwarded(), Program(town.officer)
    answer = program.post(f"/dossiers/{found.ref}/acts/resolve", body)
    assert 400 <= answer.status_code < 500
    assert answer["Content-Type"] == "application/problem+json"


SPOILED = ["/dossiers/%00", "/dossiers?after=x", "/dossiers?limit=0", "/files/99999999999999999999", "/nothing",
           "/dossiers?since=9999-12-31", "/dossiers?since=0001-01-01"]  # fmt: skip


@pytest.mark.parametrize("path", SPOILED)
def test_a_spoiled_address_is_a_problem_too(town: Town, path: str) -> None:
    answer = Program(town.leader).get(path)
    assert 400 <= answer.status_code < 500
    assert answer["Content-Type"] == "application/problem+json"


def test_a_problem_speaks_the_language_of_the_call(town: Town) -> None:
    program = Program(town.leader)
    said = [
        program.client.get("/api/v1/dossiers/X000", HTTP_ACCEPT_LANGUAGE=one).json()["detail"] for one in ("vi", "en")
    ]
    assert said == ["Không có trang này, hoặc tài khoản không có quyền xem.", "Not here, or not yours to see."]


def test_a_stored_file_goes_into_an_act_by_its_handle(town: Town) -> None:
    found, program = town.forwarded(), Program(town.officer)
    upload = SimpleUploadedFile("ket-qua.pdf", b"%PDF-1.4 " + bytes(30))
    handle = program.client.post("/api/v1/files", {"file": upload}).json()["handle"]
    program.post(f"/dossiers/{found.ref}/acts/resolve", {"seen": found.version, "result": "x", "file": handle})
    (row,) = program.get(f"/dossiers/{found.ref}/files").json()
    content = b"".join(program.get(f"/files/{row['id']}").streaming_content)
    assert (row["name"], content[:5]) == ("ket-qua.pdf", b"%PDF-")


def test_the_national_fields_are_filled_from_the_dossier(town: Town) -> None:
    found = act(commands.take_fee, town.dossier(CODE), town.desk, amount_vnd=8000, method="cash")
    act(commands.forward, found, town.desk)
    act(commands.ask_supplement, found, town.officer, missing=["Bản sao", "Ảnh"], reason="thiếu")
    told = Program(town.officer).get(f"/dossiers/{found.ref}/national").json()
    one = told["HoSo"]
    wanted = {"MaHoSo": found.ref, "MaTTHC": CODE, "TrangThaiHoSo": 5, "LoaiDoiTuong": 1, "KenhThucHien": 1, "Fax": ""}
    assert {name: one[name] for name in wanted} == wanted
    assert one["SoDienThoai"] == "0900000001"
    assert [row["Gia"] for row in one["DanhSachLePhi"]] == [8000]
    assert [row["NoiDung"] for row in one["DanhSachHoSoBoSung"]] == ["Bản sao; Ảnh"]
    assert told["TienTrinh"][0]["NoiDungXuLy"].startswith("Tiếp nhận")


def test_procedures_come_in_pages_with_their_cases(town: Town) -> None:
    program, seen, after = Program(town.desk), [], 0
    while after is not None:
        page = program.get(f"/procedures?limit=5&after={after}").json()
        seen += [row["code"] for row in page["items"]]
        after = page["next"]
    assert len(seen) == len(set(seen)) > 5
    one = program.get(f"/procedures/{CODE}").json()
    assert one["terms"][0]["limit_unit"] == "working_day"


def test_too_many_calls_wait(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("motcua.accounts.api_auth.MOST_CALLS", 3)
    program = Program(town.leader)
    assert [program.get("/queue").status_code for _ in range(4)] == [200, 200, 200, 429]
