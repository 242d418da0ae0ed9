"""Whatever the line does, what a tablet said arrives once, in order, and nothing of it is lost."""

import hashlib
from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from PIL import Image

from motcua.base.errors import NotFound
from motcua.dossiers.tests.conftest import Town
from motcua.engines.merging import Said, digest, state
from motcua.events.models import Event
from motcua.visits import commands, photos, queries
from motcua.visits.errors import BadBatch, BadPhoto, DeviceRevoked
from motcua.visits.models import Entry, Photo, RefusedEntry, SignatureMark, Visit
from motcua.visits.sayings import read_batch
from motcua.visits.tests.conftest import NOW, Tablet, jpeg

PASS, FAIL = {"result": "pass"}, {"result": "fail", "missing": 2}


def said(visit: Visit) -> Any:
    return state(queries.as_said(queries.entries(visit)))


def fill(tablet: Tablet, number: int = 6) -> None:
    for place in range(number):
        tablet.say(f"{place + 1}.1", PASS)


def test_what_was_said_arrives_with_one_event(tablet: Tablet) -> None:
    fill(tablet)
    assert tablet.send().have == 6
    assert Entry.objects.filter(visit=tablet.visit).count() == 6
    event = Event.objects.get(kind="visit.said")
    assert (event.data["from"], event.data["to"], event.data["entries"]) == (1, 6, 6)
    assert "pass" not in str(event.data)


def test_what_is_sent_twice_is_there_once(tablet: Tablet) -> None:
    fill(tablet)
    tablet.send()
    again = tablet.send()
    assert (again.have, again.refused, Entry.objects.count(), RefusedEntry.objects.count()) == (6, [], 6, 0)
    assert Event.objects.filter(kind="visit.said").count() == 1


def test_a_gap_is_told_and_nothing_beyond_it_is_taken(tablet: Tablet) -> None:
    fill(tablet)
    taken = tablet.send([tablet.said[0], *tablet.said[3:]])
    assert (taken.have, taken.gap, Entry.objects.count()) == (1, True, 1)
    assert (tablet.send(tablet.said[taken.have :]).have, Entry.objects.count()) == (6, 6)


def test_the_order_in_a_batch_does_not_matter(tablet: Tablet) -> None:
    fill(tablet)
    assert tablet.send(tablet.said[::-1]).have == 6


@pytest.mark.parametrize("cut", range(7))
def test_a_batch_cut_anywhere_is_gone_on_with(tablet: Tablet, cut: int) -> None:
    fill(tablet)
    taken = tablet.send(tablet.said[:cut])
    assert taken.have == cut
    assert tablet.send(tablet.said[max(0, cut - 2) :]).have == 6
    assert Entry.objects.count() == 6


def test_a_transaction_that_fails_leaves_nothing_and_is_sent_again(tablet: Tablet, monkeypatch: Any) -> None:
    fill(tablet)
    with monkeypatch.context() as patched:
        patched.setattr("motcua.visits.commands.sync.record", lambda *_a, **_k: 1 / 0)
        with pytest.raises(ZeroDivisionError), transaction.atomic():
            tablet.send()
    assert Entry.objects.count() == 0
    assert tablet.send().have == 6


@pytest.mark.parametrize("spoilt", [
    {"question": "99.9"}, {"value": {"result": "perhaps"}}, {"value": {}}, {"value": {"text": "x"}}, {"kind": "gossip"},
    {"uuid": "no uuid"}, {"said_at": "yesterday"}, {"skew": "much"}, {"seen": ["nothing"]}, {"value": None},
    {"value": {"result": "pass", "more": 1}}, {"value": {"result": "fail", "missing": -1}},
    {"value": {"number": "many"}}, {"kind": "note", "value": {"text": "\x00"}},
    {"kind": "note", "value": {"text": "\ud800"}},
    {"kind": "note", "value": {"text": "x" * 2001}}, {"kind": "photo", "value": {"sha256": "no", "taken_at": ""}},
    {"said_at": "9999-12-31T00:00:00Z", "skew": 10**9}, {"kind": "note", "value": {"text": "x" * 70_000}},
])  # fmt: skip
def test_a_bad_entry_is_kept_as_refused_and_stops_nothing(tablet: Tablet, spoilt: dict[str, Any]) -> None:
    tablet.say("1.1", PASS)
    tablet.say("1.1", PASS).update(spoilt)
    tablet.say("1.2", {"number": "97,4"})
    taken = tablet.send()
    assert (taken.have, [seq for seq, _why in taken.refused]) == (3, [2])
    assert (Entry.objects.count(), RefusedEntry.objects.get().seq) == (2, 2)
    assert tablet.send().refused == []
    assert RefusedEntry.objects.count() == 1


def test_a_refused_entry_is_shown_with_all_it_said(tablet: Tablet) -> None:
    tablet.say("99.9", {"text": "Sổ bị rách"}, kind="note")
    tablet.send()
    assert "S\\u1ed5 b\\u1ecb r\\u00e1ch" in queries.refused(tablet.visit)[0].raw["text"]


@pytest.mark.parametrize("body", [
    b"", b"[]", b"{}", b'{"device": 1, "token": "x", "entries": [1]}', b'{"device": "1", "token": "x", "entries": []}',
    b'{"device": 1, "token": "x", "entries": [{"seq": 0}]}', b'{"device": 1, "token": "x", "entries": [{"seq": true}]}',
    b'{"device": 1, "token": "x", "entries": [{"seq": 1}, {"seq": 1}]}', b"\xff",
])  # fmt: skip
def test_what_is_no_batch_is_taken_as_none(body: bytes) -> None:
    with pytest.raises(BadBatch):
        read_batch(body)


def test_another_entry_at_a_place_that_is_taken_is_kept_and_told(tablet: Tablet) -> None:
    tablet.say("1.1", PASS)
    tablet.send()
    rolled_back = Tablet(tablet.visit, tablet.user, tablet.device, tablet.token)
    rolled_back.say("1.1", FAIL)
    taken = rolled_back.send()
    assert (taken.have, len(taken.refused), Entry.objects.count()) == (1, 1, 1)
    assert RefusedEntry.objects.get().seq is None


def test_a_name_that_belongs_to_another_entry_is_refused(tablet: Tablet, other: Tablet) -> None:
    first = tablet.say("1.1", PASS)
    tablet.send()
    other.say("1.1", FAIL, uuid=first["uuid"])
    assert [seq for seq, _why in other.send().refused] == [1]
    assert Entry.objects.get().value == PASS


def test_others_hear_what_was_said_and_each_only_once(tablet: Tablet, other: Tablet) -> None:
    fill(tablet, 3)
    tablet.send()
    assert [row.question for row in other.send().others] == ["1.1", "2.1", "3.1"]
    assert other.send().others == []
    assert tablet.send().others == []


def test_two_inspectors_are_merged_question_by_question(tablet: Tablet, other: Tablet) -> None:
    mine, theirs = tablet.say("7.2", PASS), other.say("7.2", FAIL)
    tablet.say("1.1", PASS)
    other.say("1.1", PASS)
    other.say("2.1", FAIL)
    tablet.send()
    other.send()
    found = said(tablet.visit)
    assert (found["7.2"].said, found["1.1"].said, found["2.1"].said) == (Said.CONFLICT, Said.MERGED, Said.ONE)
    tablet.say("7.2", FAIL, kind="resolve", seen=[mine["uuid"], theirs["uuid"]])
    tablet.send()
    assert (said(tablet.visit)["7.2"].said, said(tablet.visit)["7.2"].value) == (Said.ONE, FAIL)


def test_twins_of_two_tablets_are_found(tablet: Tablet, other: Tablet) -> None:
    for one, text in ((tablet, "Sổ không ghi ngày hẹn trả"), (other, "sổ không ghi ngày hẹn trả kết quả")):
        one.say("7.4", {"text": text, "photos": []}, kind="defect")
        one.send()
    assert len(said(tablet.visit)["7.4"].twins) == 1


@pytest.mark.parametrize("said_at", ["1999-01-01T00:00:00Z", "2026-11-28T13:00:00+07:00", "2090-01-01T00:00:00Z"])
def test_a_wrong_clock_changes_no_order(tablet: Tablet, said_at: str) -> None:
    first = tablet.say("1.1", PASS, said_at="2023-03-20T02:00:00Z")
    tablet.say("1.1", FAIL, said_at=said_at, skew=-3600, seen=[first["uuid"]])
    assert tablet.send().refused == []
    assert said(tablet.visit)["1.1"].value == FAIL
    assert Entry.objects.get(seq=2).skew == -3600


def test_a_stopped_tablet_brings_nothing_and_gets_nothing(tablet: Tablet, town: Town) -> None:
    fill(tablet)
    commands.revoke_device(tablet.device.pk, by=town.inspector, now=NOW)
    with pytest.raises(DeviceRevoked):
        tablet.send()
    assert Entry.objects.count() == 0


def test_a_wrong_token_or_another_persons_tablet_is_refused(tablet: Tablet, other: Tablet) -> None:
    for wrong in (Tablet(tablet.visit, tablet.user, tablet.device, "guess"),
                  Tablet(tablet.visit, other.user, tablet.device, tablet.token)):  # fmt: skip
        with pytest.raises(DeviceRevoked):
            wrong.send()


@pytest.mark.parametrize(("days", "arrives"), [(1, True), (2, True), (4, True), (5, False)])
def test_what_was_said_in_time_may_arrive_three_days_after_the_last_day(
    tablet: Tablet, days: int, arrives: bool
) -> None:
    fill(tablet)
    if arrives:
        assert tablet.send(now=NOW + timedelta(days=days)).have == 6
        assert Entry.objects.count() == 6
    else:
        with pytest.raises(NotFound):
            tablet.send(now=NOW + timedelta(days=days))


def test_late_one_hears_nothing_of_others_and_says_nothing_new(tablet: Tablet, other: Tablet) -> None:
    fill(other)
    other.send()
    tablet.say("1.1", PASS, said_at="2023-03-22T02:00:00Z")
    taken = tablet.send(now=NOW + timedelta(days=2))
    assert (taken.others, len(taken.refused)) == ([], 1)


def test_after_the_minutes_what_arrives_is_kept_but_does_not_count(tablet: Tablet, town: Town) -> None:
    commands.make_minutes(tablet.visit.pk, by=town.inspector, now=NOW)
    fill(tablet, 2)
    taken = tablet.send()
    assert (taken.have, len(taken.refused), Entry.objects.count(), RefusedEntry.objects.count()) == (2, 2, 0, 2)


def test_entries_cannot_be_changed_by_the_application(tablet: Tablet) -> None:
    fill(tablet, 1)
    tablet.send()
    for statement in ("update visits_entry set question = 'x'", "delete from visits_entry"):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)


def test_a_signature_is_kept_as_a_picture_over_what_its_signer_saw(tablet: Tablet) -> None:
    fill(tablet, 2)
    tablet.send()
    value = {
        "side": "unit", "name": "Trần Thị Mẫu", "title": "Chủ tịch", "strokes": [[[10, 10], [500, 900]], [[900, 500]]],
        "of_digest": digest(queries.as_said(queries.entries(tablet.visit))),
    }  # fmt: skip
    tablet.say("", value, kind="signature")
    assert tablet.send().refused == []
    mark = SignatureMark.objects.get()
    assert photos.read(tablet.visit, mark.png) == photos.drawn(value["strokes"])
    assert mark.of_digest == digest(queries.as_said(queries.entries(tablet.visit)))


def photo(tablet: Tablet, data: bytes, sha256: str | None = None) -> Photo:
    return commands.take_photo(
        tablet.visit.pk, sha256 or hashlib.sha256(data).hexdigest(), data, device_id=tablet.device.pk,
        token=tablet.token, taken_at=NOW, by=tablet.user, now=NOW,
    )  # fmt: skip


def test_a_photograph_is_kept_once_by_its_hash(tablet: Tablet) -> None:
    data = jpeg()
    assert photo(tablet, data).pk == photo(tablet, data).pk
    assert photos.read(tablet.visit, Photo.objects.get().sha256) == data
    assert Event.objects.filter(kind="visit.photo").count() == 1


def test_an_entry_may_name_a_photograph_that_is_not_there_yet(tablet: Tablet) -> None:
    tablet.say("6.1", {"sha256": "a" * 64, "taken_at": "2023-03-20T02:00:00Z"}, kind="photo")
    assert tablet.send().refused == []
    assert queries.photos(tablet.visit) == set()


def with_place() -> bytes:
    marks = Image.Exif()
    marks[0x010F] = "camera"
    return jpeg(exif=marks)


@pytest.mark.parametrize("make", [
    lambda: b"", lambda: b"\x89PNG\r\n\x1a\n" + b"0" * 100, lambda: jpeg()[:200], lambda: b"\xff\xd8\xff" + b"x" * 500,
    lambda: jpeg() + b"0" * 2**21, with_place,
], ids=["nothing", "png", "cut", "no picture", "too large", "exif"])  # fmt: skip
def test_what_is_no_clean_jpeg_is_refused(tablet: Tablet, make: Any) -> None:
    with pytest.raises(BadPhoto):
        photo(tablet, make())
    assert Photo.objects.count() == 0


def test_a_photograph_under_another_hash_is_refused(tablet: Tablet) -> None:
    with pytest.raises(BadPhoto):
        photo(tablet, jpeg(), "a" * 64)
