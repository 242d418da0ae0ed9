"""Minutes: frozen, signed by both sides, laid into one paper; what was not met becomes a finding."""

import io
import json
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from PIL import Image

from motcua.accounts.models import User
from motcua.base import clock
from motcua.base.errors import NotFound
from motcua.conclusions.composing.building import build
from motcua.dossiers.tests.conftest import Town
from motcua.events.models import Event
from motcua.inspection import commands as inspection
from motcua.inspection.models import Finding
from motcua.organisations.models import Unit
from motcua.visits import commands, minutes, papers, photos, queries
from motcua.visits.errors import ConflictsOpen, MinutesChanged, NothingSaid, NotSigned, VisitChanged
from motcua.visits.minutes import Given
from motcua.visits.models import Minutes, Visit, VisitState
from motcua.visits.papers.common import span
from motcua.visits.tests.conftest import NOW, Tablet, decided
from motcua.visits.tests.test_pages import client_of

PASS, FAIL = {"result": "pass"}, {"result": "fail"}
GIVEN = Given("Trụ sở Phường Mẫu 2", ("Ông (bà) Mẫu inspector: Trưởng đoàn",), ("Bà Trần Thị Mẫu, Chủ tịch",), "")
STROKES = [[[100, 200], [300, 400], [500, 300]]]
LATER = NOW + timedelta(hours=2)
SHA = "a1b2c3d4" * 8


@pytest.fixture(autouse=True)
def moment(monkeypatch: Any) -> None:
    """The pages take the moment of these tests."""
    monkeypatch.setattr(clock, "now", lambda: NOW)


@pytest.fixture
def said(tablet: Tablet) -> Visit:
    """A visit at which something was said: met, not met of a sample, not applicable, a number."""
    tablet.say("1.1", PASS)
    tablet.say("7.3", FAIL | {"missing": 2})
    tablet.say("7.3", {"text": "Hai hồ sơ không có giấy tiếp nhận.", "photos": [SHA]}, kind="defect")
    tablet.say("7.3", {"text": "Ông Bí Mật nói"}, kind="note")
    tablet.say("12.1", {"result": "na"})
    tablet.say("3.3", {"number": "4"})
    tablet.send()
    return tablet.visit


@pytest.fixture
def frozen(said: Visit, town: Town) -> Minutes:
    return commands.freeze(said.pk, GIVEN, by=town.inspector, now=NOW)


def sign(found: Minutes, side: str, by: Any, **more: Any) -> Minutes:
    strokes = [[[0, 0], [900, 900]]] if side == "team" else STROKES
    given = {"name": f"Người ký {side}", "title": "Chủ tịch", "strokes": strokes, "digest": found.digest} | more
    return commands.sign(found.visit_id, side=side, **given, by=by, now=LATER)


def signed(found: Minutes, town: Town) -> Minutes:
    sign(found, "unit", town.inspector)
    return sign(found, "team", town.inspector)


def test_the_frozen_text_says_who_what_and_which_samples(frozen: Minutes) -> None:
    held = frozen.content
    assert (held["team"], held["people"]) == (list(GIVEN.present_team), list(GIVEN.present_unit))
    assert held["period"] == ["2023-01-01", "2023-03-19"]
    sample = next(row for row in held["samples"] if "7.3" in row["questions"])
    assert (sample["size"], sample["count"]) == (4, 9)
    assert sample["seed"] == queries.samples(frozen.visit).get(question="7.3").seed
    group = next(row for row in held["groups"] if row["number"] == 7)
    assert (group["pass"], group["fail"], group["na"]) == (0, 1, 0)
    assert sum(row["left"] for row in held["groups"]) == 44 - 4
    (lacking,) = held["shortcomings"]
    assert (lacking["question"], lacking["missing"], lacking["of"], lacking["photos"]) == ("7.3", 2, 4, [SHA])
    assert lacking["defects"] == ["Hai hồ sơ không có giấy tiếp nhận."]
    assert "Bí Mật" not in json.dumps(held, ensure_ascii=False)  # notes are the team's own
    assert next(row for row in held["groups"] if row["number"] == 3)["numbers"][0]["number"] == "4"


def test_the_digest_is_over_every_word(frozen: Minutes) -> None:
    assert frozen.digest == minutes.digest_of(frozen.content)
    assert minutes.digest_of(frozen.content | {"opinion": "khác"}) != frozen.digest
    frozen.refresh_from_db()
    assert frozen.digest == minutes.digest_of(frozen.content)  # also as the database gives it back


def test_nothing_is_said_after_the_text_is_frozen(frozen: Minutes, tablet: Tablet) -> None:
    tablet.say("2.1", PASS)
    assert [why.vi for _, why in tablet.send().refused] == ["Cuộc kiểm tra không còn mở."]


def test_open_conflicts_are_named_and_refuse_the_freeze(said: Visit, other: Tablet, town: Town) -> None:
    other.say("1.1", FAIL)
    other.say("12.1", PASS)
    other.send()
    with pytest.raises(ConflictsOpen) as refused:
        commands.freeze(said.pk, GIVEN, by=town.inspector, now=NOW)
    assert "2 câu trả lời khác nhau" in refused.value.words("vi") and "1.1, 12.1" in refused.value.words("vi")
    assert not Minutes.objects.exists()
    said.refresh_from_db()
    assert said.state == VisitState.OPEN


def test_minutes_of_nothing_are_refused(opened: Visit, town: Town) -> None:
    with pytest.raises(NothingSaid):
        commands.freeze(opened.pk, GIVEN, by=town.inspector, now=NOW)


def test_a_visit_whose_writing_was_stopped_opens_again_for_its_conflicts_but_not_once_frozen(
    said: Visit, town: Town, tablet: Tablet
) -> None:
    commands.make_minutes(said.pk, by=town.inspector, now=NOW)
    commands.reopen(said.pk, by=town.inspector, now=NOW)
    tablet.say("2.1", PASS)
    assert tablet.send().refused == []
    commands.freeze(said.pk, GIVEN, by=town.inspector, now=NOW)
    with pytest.raises(VisitChanged):
        commands.reopen(said.pk, by=town.inspector, now=NOW)


@pytest.mark.parametrize("who", ["leader", "desk", "stranger", "administrator"])
def test_who_does_not_read_the_checklist_freezes_and_signs_nothing(said: Visit, town: Town, who: str) -> None:
    with pytest.raises(NotFound):
        commands.freeze(said.pk, GIVEN, by=getattr(town, who), now=NOW)
    found = commands.freeze(said.pk, GIVEN, by=town.inspector, now=NOW)
    with pytest.raises(NotFound):
        sign(found, "unit", getattr(town, who))


@pytest.mark.parametrize("wrong", [
    {"name": " "}, {"strokes": []}, {"strokes": "x"}, {"strokes": [[[0, 1001]]]}, {"title": "x" * 201},
], ids=str)  # fmt: skip
def test_a_drawing_that_is_no_signature(frozen: Minutes, town: Town, wrong: dict[str, Any]) -> None:
    with pytest.raises(NotSigned):
        sign(frozen, "unit", town.inspector, **wrong)


def test_a_side_that_there_is_not_signs_nothing(frozen: Minutes, town: Town) -> None:
    with pytest.raises(NotSigned):
        sign(frozen, "third", town.inspector)


def test_no_other_text_than_the_frozen_one_is_signed(frozen: Minutes, town: Town) -> None:
    with pytest.raises(MinutesChanged):
        sign(frozen, "unit", town.inspector, digest="0" * 64)
    Minutes.objects.filter(pk=frozen.pk).update(content=frozen.content | {"opinion": "sửa sau"})
    with pytest.raises(MinutesChanged):
        sign(frozen, "unit", town.inspector)


def test_a_side_signs_once(frozen: Minutes, town: Town) -> None:
    sign(frozen, "unit", town.inspector)
    with pytest.raises(MinutesChanged):
        sign(frozen, "unit", town.inspector)


def test_what_was_thawed_is_kept_and_its_signature_counts_no_more(frozen: Minutes, town: Town) -> None:
    sign(frozen, "unit", town.inspector)
    commands.thaw(frozen.visit_id, digest=frozen.digest, by=town.inspector, now=NOW)
    changed = Given(GIVEN.place, GIVEN.present_team, GIVEN.present_unit, "Đề nghị ghi thêm")
    again = commands.freeze(frozen.visit_id, changed, by=town.inspector, now=NOW)
    assert Minutes.objects.count() == 2
    assert minutes.standing_marks(again.visit, again.digest) == {}
    with pytest.raises(MinutesChanged):
        sign(frozen, "team", town.inspector)
    signed(again, town)
    assert Visit.objects.get().state == VisitState.CLOSED


def test_both_signatures_end_the_visit_and_are_laid_into_the_paper_that_is_kept(frozen: Minutes, town: Town) -> None:
    sign(frozen, "unit", town.inspector)
    visit = Visit.objects.get()
    assert visit.state == VisitState.MINUTES
    done = sign(frozen, "team", town.inspector)
    visit.refresh_from_db()
    assert (visit.state, visit.ended_at, done.signed_at) == (VisitState.CLOSED, LATER, LATER)
    paper = photos.read(visit, done.paper)
    assert papers.faults(paper) == []
    assert paper.count(b"word/media/image2.png") > 0
    with pytest.raises(MinutesChanged):
        commands.thaw(visit.pk, digest=done.digest, by=town.inspector, now=LATER)
    kinds = list(Event.objects.filter(stream=visit.stream).order_by("seq").values_list("kind", flat=True))[-4:]
    assert kinds == ["visit.minutes_frozen", "visit.minutes_signed", "visit.minutes_signed", "visit.minutes_done"]
    told = json.dumps(list(Event.objects.values_list("data", flat=True)), ensure_ascii=False)
    assert "Người ký" not in told and "Trần Thị Mẫu" not in told


def test_a_signature_of_a_tablet_is_not_one_of_the_minutes(said: Visit, tablet: Tablet, town: Town) -> None:
    value = {"side": "unit", "name": "Mẫu", "title": "", "strokes": STROKES, "of_digest": "0" * 64}
    tablet.say("", value, kind="signature")
    assert tablet.send().refused == []
    found = commands.freeze(said.pk, GIVEN, by=town.inspector, now=NOW)
    assert minutes.standing_marks(said, found.digest) == {}
    assert queries.signatures(said).count() == 1
    signed(found, town)
    assert queries.signatures(said).count() == 1


def test_each_shortcoming_is_a_finding_with_its_evidence_at_once_and_once(frozen: Minutes, town: Town) -> None:
    sign(frozen, "unit", town.inspector)
    assert not Finding.objects.filter(signal="VIS01").exists()
    sign(frozen, "team", town.inspector)
    found = Finding.objects.get(signal="VIS01")
    assert (found.unit, found.state, found.subject) == (town.ward, "open", f"inspected:{frozen.visit_id}-7.3")
    assert found.values["ref"] == "7.3" and found.opened_at == LATER
    told = [row["what"] for row in found.evidence]
    assert told == ["Chưa đạt, thiếu 2 trong mẫu 4", "Hai hồ sơ không có giấy tiếp nhận.", "Ảnh",
                    "Biên bản kiểm tra hai bên đã ký"]  # fmt: skip
    assert found.evidence[2]["ref"] == SHA[:8]
    for everything in (False, True):
        inspection.run(now=LATER + timedelta(days=40), everything=everything)
    found.refresh_from_db()
    assert (found.state, Finding.objects.filter(signal="VIS01").count()) == ("open", 1)


def test_the_runs_find_what_the_signing_would_have_found(frozen: Minutes, town: Town) -> None:
    inspection.run(now=NOW)
    signed(frozen, town)
    Finding.objects.filter(signal="VIS01").delete()
    inspection.run(now=LATER + timedelta(hours=1))
    assert Finding.objects.filter(signal="VIS01").count() == 1


def test_without_minutes_of_both_sides_nothing_becomes_a_finding(frozen: Minutes, town: Town) -> None:
    sign(frozen, "team", town.inspector)
    commands.close_visit(frozen.visit_id, by=town.inspector, now=LATER)
    inspection.run(now=LATER + timedelta(days=1), everything=True)
    assert not Finding.objects.filter(signal="VIS01").exists()


def test_the_finding_leads_to_the_question_and_a_head_to_the_minutes(frozen: Minutes, town: Town) -> None:
    signed(frozen, town)
    address = f"/inspection/findings/{Finding.objects.get(signal='VIS01').pk}"
    visit = f"/visits/{frozen.visit_id}"
    assert f'href="{visit}#q-7.3"' in client_of(town.inspector).get(address).content.decode()
    assert f'href="{visit}/minutes"' in client_of(town.leader).get(address).content.decode()
    assert visit not in client_of(town.desk).get(address).content.decode()


def test_an_opinion_of_several_lines_is_as_many_paragraphs(frozen: Minutes) -> None:
    told = papers.minutes_paper(
        frozen.visit.by_unit, frozen.content | {"opinion": "Nhất trí.\n\nXin thêm máy"}, "0" * 64
    )
    texts = [getattr(block, "text", "") for block in told.body]
    assert texts[-3:-1] == ["Nhất trí.", "Xin thêm máy."]
    assert papers.faults(papers.written(told)) == []


def test_the_minutes_without_signatures_are_clean(frozen: Minutes) -> None:
    made = papers.minutes_paper(frozen.visit.by_unit, frozen.content, frozen.digest)
    assert made.type.code == "BB"
    assert papers.faults(papers.written(made)) == []


@pytest.mark.parametrize("name", ["Ủy ban nhân dân thị xã Mẫu", "Thị xã Mẫu"])
@pytest.mark.parametrize("mode", ["planned", "unannounced"])
def test_the_papers_before_a_visit_are_clean_as_drafts_and_decided(
    town: Town, colleague: User, prepare: Callable[..., Visit], mode: str, name: str
) -> None:
    Unit.objects.filter(pk=town.inspector.posts.get().unit_id).update(name=name)
    visit = prepare(mode=mode)
    team = [*queries.members(visit)]
    assert papers.faults(papers.written(papers.decision_paper(visit, team))) == []
    visit = decided(visit, town, colleague)
    made = papers.decision_paper(visit, list(queries.members(visit)))
    assert (made.kind, made.number, made.date) == ("QĐ", "12", "2023-03-15")
    assert papers.faults(papers.written(made)) == []
    letter = papers.request_paper(visit)
    assert papers.faults(papers.written(letter)) == []
    assert sum(type(block).__name__ == "Point" for block in letter.body) == 16
    client = client_of(town.inspector)
    assert client.get(f"/visits/{visit.pk}/papers/decision").status_code == 200
    assert (client.get(f"/visits/{visit.pk}/papers/request").status_code == 200) is (mode == "planned")
    assert client.get(f"/visits/{visit.pk}/papers/other").status_code == 404


def test_a_span_of_one_day_is_a_day() -> None:
    assert span(date(2023, 3, 20), date(2023, 3, 20)) == "ngày 20 tháng 3 năm 2023"


def figures(town: Town, at: datetime) -> tuple[int | None, int | None]:
    found = build(town.inspector.posts.get().unit, 2023, at).figures
    return found["visits"].value, found["visits.unannounced"].value


def test_a_conclusion_counts_visits_that_ended_in_its_period(frozen: Minutes, town: Town) -> None:
    assert figures(town, LATER + timedelta(days=1)) == (0, 0)
    signed(frozen, town)
    assert figures(town, LATER + timedelta(days=1)) == (1, 0)
    Visit.objects.update(mode="unannounced")
    assert figures(town, LATER + timedelta(days=1)) == (1, 1)
    assert figures(town, LATER) == (0, 0)
    found = build(town.inspector.posts.get().unit, 2023, LATER + timedelta(days=1)).figures["visits"]
    assert [row.ref for row in found.records] == [f"visit:{frozen.visit_id}"]


def test_a_signature_in_the_paper_is_blue_on_nothing() -> None:
    with Image.open(io.BytesIO(photos.inked(STROKES))) as image:
        seen = {image.getpixel(place) for place in ((0, 0), (60, 40))}  # outside, and where the stroke begins
    assert seen == {(0, 0, 192, 0), (0, 0, 192, 255)}
