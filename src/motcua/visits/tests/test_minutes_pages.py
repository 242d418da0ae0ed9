"""Who reads minutes, who knows of an unannounced visit, and the page on which both sides sign."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from motcua.accounts.models import User
from motcua.base import clock
from motcua.dossiers.tests.conftest import Town, person
from motcua.events.models import Event
from motcua.organisations.models import Role
from motcua.visits import commands, photos
from motcua.visits.models import Minutes, SignatureMark, Visit
from motcua.visits.tests.conftest import NOW, Tablet
from motcua.visits.tests.test_minutes import FAIL, GIVEN, STROKES, said, signed
from motcua.visits.tests.test_pages import client_of

__all__ = ["said"]


@pytest.fixture(autouse=True)
def moment(monkeypatch: Any) -> None:
    """The pages take the moment of these tests."""
    monkeypatch.setattr(clock, "now", lambda: NOW)


# who: sees the minutes before they are frozen, frozen, signed
READS = [
    ("inspector", True, True, True), ("colleague", True, True, True), ("chair", False, True, True),
    ("leader", False, True, True), ("administrator", False, False, False), ("desk", False, False, False),
    ("stranger", False, False, False),
]  # fmt: skip


@pytest.mark.parametrize(("who", "before", "then", "after"), READS, ids=[row[0] for row in READS])
@pytest.mark.parametrize("mode", ["planned", "unannounced"])
def test_who_reads_the_minutes(
    said: Visit, town: Town, colleague: User, mode: str, who: str, before: bool, then: bool, after: bool
) -> None:
    Visit.objects.update(mode=mode)
    chair = person(town.inspector.posts.get().unit, Role.LEADER, "chair")
    user = {"chair": chair, "colleague": colleague}.get(who) or getattr(town, who)
    client, address = client_of(user), f"/visits/{said.pk}/minutes"

    def reads() -> bool:
        read = Event.objects.filter(kind="visit.read").count()
        seen = client.get(address).status_code == 200
        assert Event.objects.filter(kind="visit.read").count() == read + seen  # each reading is in the record
        return seen

    def takes() -> bool:
        return client.get(f"{address}/paper").status_code == 200

    assert (reads(), takes()) == (before, False)
    found = commands.freeze(said.pk, GIVEN, by=town.inspector, now=NOW)
    assert (reads(), takes()) == (then, then)
    signed(found, town)
    assert (reads(), takes()) == (after, after)
    assert (client.get(f"{address}/signatures/unit").status_code == 200) is after


# who: knows of an unannounced visit as a draft, decided, open; when its writing is over
KNOWS = [
    ("inspector", [True] * 4), ("chair", [True] * 4), ("colleague", [True] * 4),
    ("other_inspector", [False] * 3 + [True]), ("administrator", [False] * 3 + [True]),
    ("leader", [False] * 3 + [True]), ("desk", [False] * 4),
]  # fmt: skip


@pytest.mark.parametrize(("who", "knows"), KNOWS, ids=[row[0] for row in KNOWS])
def test_who_knows_of_an_unannounced_visit(
    town: Town, colleague: User, prepare: Callable[..., Visit], who: str, knows: list[bool]
) -> None:
    above = town.inspector.posts.get().unit
    people = {"chair": person(above, Role.LEADER, "chair"), "colleague": colleague,
              "other_inspector": person(above, Role.INSPECTOR, "second_inspector")}  # fmt: skip
    client = client_of(people.get(who) or getattr(town, who))
    visit = prepare(mode="unannounced")
    commands.add_member(visit.pk, user=town.inspector, role="head", by=town.inspector, now=NOW)
    commands.add_member(visit.pk, user=colleague, role="member", by=town.inspector, now=NOW)

    def seen() -> bool:
        pages = [client.get(f"/visits/{visit.pk}").status_code == 200,
                 f'href="/visits/{visit.pk}"' in client.get("/visits").content.decode()]  # fmt: skip
        assert pages[0] == pages[1]
        return pages[0]

    found = [seen()]
    commands.decide(visit.pk, number="12/QĐ-UBND", on=date(2023, 3, 15), by=town.inspector, now=NOW)
    found.append(seen())
    commands.open_visit(visit.pk, by=town.inspector, now=NOW, size=4)
    found.append(seen())
    assert client.get(f"/visits/{visit.pk}/papers/request").status_code in {403, 404}
    commands.make_minutes(visit.pk, by=town.inspector, now=NOW)
    assert [*found, seen()] == knows


def test_minutes_are_frozen_and_signed_on_their_page(said: Visit, town: Town) -> None:
    client, address = client_of(town.inspector), f"/visits/{said.pk}/minutes"
    told = client.get(address).content.decode()
    assert "chưa kiểm tra 40 câu" in told and "Hai hồ sơ không có giấy tiếp nhận" in told
    given = {
        "place": "Trụ sở",
        "present_team": "Ông A\n\nÔng B",
        "present_unit": "Bà C, Chủ tịch",
        "opinion": "<b>Đồng ý</b>",
    }
    assert client.post(address, given | {"present_unit": ""}).status_code == 422
    assert client.post(address, given).status_code == 302
    assert client.post(address, given).status_code == 409
    told = client.get(address).content.decode()
    assert "&lt;b&gt;Đồng ý&lt;/b&gt;" in told and "Ông A; Ông B" in told
    found = Minutes.objects.get()
    mark = {"side": "unit", "name": "Bà C", "title": "Chủ tịch", "digest": found.digest, "strokes": json.dumps(STROKES)}
    assert client.post(f"{address}/sign", mark | {"strokes": "["}).status_code == 422
    assert client.post(f"{address}/sign", mark | {"digest": "x"}).status_code == 409
    assert client.post(f"{address}/sign", mark).status_code == 302
    assert client.get(f"{address}/signatures/unit")["Content-Type"] == "image/png"
    assert client.get(f"{address}/signatures/team").status_code == 404
    assert client.post(f"{address}/thaw", {"digest": found.digest}).status_code == 302
    assert client.post(address, given).status_code == 302
    again = Minutes.objects.get(thawed_at=None)
    for side in ("unit", "team"):
        client.post(f"{address}/sign", mark | {"side": side, "digest": again.digest})
    assert SignatureMark.objects.count() == 3 or again.digest == found.digest
    assert "Hai bên đã ký" in client.get(address).content.decode()
    kept = b"".join(client.get(f"{address}/paper").streaming_content)
    again.refresh_from_db()
    assert kept == photos.read(said, again.paper)


def test_the_page_of_minutes_asks_as_often_for_many_answers_as_for_few(said: Visit, tablet: Tablet, town: Town) -> None:
    client = client_of(town.inspector)

    def number() -> int:
        with CaptureQueriesContext(connection) as asked:
            client.get(f"/visits/{said.pk}/minutes")
        return len(asked)

    number()
    few = number()
    for place in (2, 4, 5, 6):
        tablet.say(f"{place}.1", FAIL)
    tablet.send()
    assert number() == few
