"""A conclusion is drafted, edited sentence by sentence, issued once, and then never changes."""

from datetime import date
from typing import Any

import pytest
from django.core.files.storage import default_storage

from motcua.base.errors import NotFound, NotPermitted
from motcua.conclusions import commands, queries
from motcua.conclusions.commands.issue import path_of
from motcua.conclusions.composing.report import Sentence, sentence_of
from motcua.conclusions.errors import (
    AlreadyIssued,
    ConclusionChanged,
    DeadlinePassed,
    EmptySentence,
    IssueIncomplete,
    NothingToConclude,
    NumberNeedsReason,
)
from motcua.conclusions.models import Conclusion
from motcua.conclusions.tests.conftest import DAY, LATER, Office
from motcua.documents.drafting import faults
from motcua.events.models import Event
from motcua.inspection.models import Finding

OVERDUE = "Có 01 hồ sơ quá hạn chưa có phiếu xin lỗi và hẹn lại, tại phường Mẫu Hai."
ISSUED: dict[str, Any] = {
    "number": "15", "issued_on": date(2023, 4, 10), "signer": "Mẫu chair", "deputy": False, "now": LATER,
}  # fmt: skip


def one(conclusion: Conclusion, code: str) -> Sentence:
    conclusion.refresh_from_db()
    return next(sentence_of(row) for row in conclusion.sentences if row["code"] == code)


def kinds(conclusion: Conclusion) -> list[str]:
    return list(Event.objects.filter(stream=conclusion.stream).order_by("seq").values_list("kind", flat=True))


def edit(office: Office, found: Conclusion, text: str, because: str = "", code: str = "OVD01") -> Conclusion:
    found.refresh_from_db()
    return commands.edit(found.pk, code, text=text, because=because, by=office.town.inspector, now=LATER,
                         seen=found.version)  # fmt: skip


def test_a_draft_says_what_was_found_and_by_when_it_has_to_be_mended(office: Office) -> None:
    found = office.draft()
    assert one(found, "OVD01").text == OVERDUE
    demand = next(row for row in found.demands if row["signal"] == "OVD01")
    assert (demand["unit"], demand["due_on"]) == (office.town.ward.pk, "2023-04-17")
    assert kinds(found) == ["conclusion.drafted"]


def test_the_same_year_is_drafted_once(office: Office) -> None:
    assert office.draft().pk == office.draft().pk


def test_a_year_without_data_is_not_drafted(office: Office) -> None:
    with pytest.raises(NothingToConclude):
        commands.draft(office.unit, 2020, by=office.town.inspector, now=LATER)
    assert not Conclusion.objects.exists()


@pytest.mark.parametrize("who", ["leader", "officer", "administrator"])
def test_only_the_inspector_of_the_unit_drafts(office: Office, who: str) -> None:
    with pytest.raises(NotPermitted):
        commands.draft(office.unit, 2023, by=getattr(office.town, who), now=LATER)


def test_words_may_be_changed_without_a_reason_and_keep_the_figures(office: Office) -> None:
    found = office.draft()
    edit(office, found, OVERDUE.replace("tại", "ở"))
    changed = one(found, "OVD01")
    assert (changed.edited, changed.by_hand, changed.figures) == (True, False, ("OVD01.n", "OVD01.units_n"))


def test_a_number_of_a_hand_needs_a_reason_and_is_marked_with_what_the_data_gave(office: Office) -> None:
    found = office.draft()
    with pytest.raises(NumberNeedsReason):
        edit(office, found, OVERDUE.replace("01", "02"))
    edit(office, found, OVERDUE.replace("01", "02"), "Thêm một hồ sơ giấy")
    assert one(found, "OVD01").by_hand
    assert found.hand == {"OVD01": "Thêm một hồ sơ giấy"}
    assert Event.objects.get(kind="conclusion.edited").data["by_hand"] == ["02"]


def test_the_sentence_of_the_data_comes_back(office: Office) -> None:
    found = office.draft()
    edit(office, found, "Còn 9 hồ sơ chậm.", "Đếm tay")
    found.refresh_from_db()
    commands.restore(found.pk, "OVD01", by=office.town.inspector, now=LATER, seen=found.version)
    assert one(found, "OVD01").text == OVERDUE
    assert found.hand == {}


def test_a_sentence_is_taken_out_and_put_back(office: Office) -> None:
    found = office.draft()
    commands.take_out(found.pk, "OVD01", by=office.town.inspector, now=LATER, seen=found.version)
    assert one(found, "OVD01").out
    assert OVERDUE not in [each.text for _, held in queries.report_of(found).of_part("III") for each in held]
    commands.put_back(found.pk, "OVD01", by=office.town.inspector, now=LATER, seen=found.version)
    assert not one(found, "OVD01").out


def test_an_empty_sentence_is_refused(office: Office) -> None:
    with pytest.raises(EmptySentence):
        edit(office, office.draft(), "   ")


def test_whoever_saw_an_older_draft_changes_nothing(office: Office) -> None:
    found = office.draft()
    with pytest.raises(ConclusionChanged):
        commands.take_out(found.pk, "OVD01", by=office.town.inspector, now=LATER, seen=found.version + 1)


def test_reckoning_anew_keeps_what_people_wrote_and_marks_a_number_that_is_no_longer_so(office: Office) -> None:
    found = office.draft()
    edit(office, found, OVERDUE.replace("tại", "ở"))
    Finding.objects.filter(signal="OVD01").update(state="closed", closed_at=LATER)
    twin = Finding.objects.get(signal="OVD01")
    for key in ("a", "b"):
        twin.pk, twin.key, twin.state, twin.closed_at = None, key, "open", None
        twin.save()
    found.refresh_from_db()
    commands.reckon_anew(found.pk, by=office.town.inspector, now=LATER + DAY, seen=found.version)
    changed = one(found, "OVD01")
    assert changed.text == OVERDUE.replace("tại", "ở")
    assert next((piece.text, piece.own) for piece in changed.pieces if not isinstance(piece, str)) == ("01", "02")


def test_a_sentence_whose_cause_is_gone_is_gone_when_it_is_reckoned_anew(office: Office) -> None:
    found = office.draft()
    edit(office, found, OVERDUE.replace("tại", "ở"))
    Finding.objects.filter(signal="OVD01").update(state="withdrawn")
    found.refresh_from_db()
    commands.reckon_anew(found.pk, by=office.town.inspector, now=LATER, seen=found.version)
    assert "OVD01" not in [row["code"] for row in Conclusion.objects.get().sentences]


def test_what_is_issued_is_frozen_with_its_figures_and_its_paper(office: Office) -> None:
    found = office.draft()
    issued = commands.issue(found.pk, by=office.chair, seen=found.version, **ISSUED)
    figures = list(issued.figures.values("code", "text"))
    Finding.objects.all().delete()
    for change in (
        lambda: edit(office, issued, "Khác."),
        lambda: commands.reckon_anew(issued.pk, by=office.town.inspector, now=LATER, seen=issued.version),
        lambda: commands.issue(issued.pk, by=office.chair, seen=issued.version, **ISSUED),
    ):
        with pytest.raises(AlreadyIssued):
            change()
    assert list(issued.figures.values("code", "text")) == figures
    with default_storage.open(path_of(issued.paper)) as held:
        paper = held.read()
    assert paper.startswith(b"PK")
    assert faults(paper) == []


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        ({"number": ""}, IssueIncomplete), ({"number": "15a"}, IssueIncomplete), ({"signer": " "}, IssueIncomplete),
        ({"issued_on": date(2023, 4, 11)}, IssueIncomplete), ({"issued_on": date(2022, 12, 31)}, IssueIncomplete),
        ({"issued_on": date(2023, 4, 20), "now": LATER + 30 * DAY}, DeadlinePassed),
    ],
)  # fmt: skip
def test_a_conclusion_without_what_makes_it_a_document_is_not_issued(
    office: Office, wrong: dict[str, Any], error: type[Exception]
) -> None:
    found = office.draft()
    with pytest.raises(error):
        commands.issue(found.pk, by=office.chair, seen=found.version, **{**ISSUED, **wrong})
    assert Conclusion.objects.get().state == "draft"


def test_the_inspector_does_not_issue_what_he_drafted(office: Office) -> None:
    found = office.draft()
    with pytest.raises(NotPermitted):
        commands.issue(found.pk, by=office.town.inspector, seen=found.version, **ISSUED)


def test_the_head_of_an_inspected_unit_does_not_see_the_draft(office: Office) -> None:
    found = office.draft()
    with pytest.raises(NotFound):
        queries.conclusion(found.pk, user=office.town.leader, now=LATER)


def test_a_unit_sees_its_own_part_once_it_is_issued_and_no_other(office: Office) -> None:
    found, leader = office.draft(), office.town.leader
    with pytest.raises(NotFound):
        queries.part_of(found.pk, office.town.ward.pk, user=leader, now=LATER)
    commands.issue(found.pk, by=office.chair, seen=found.version, **ISSUED)
    assert queries.part_of(found.pk, office.town.ward.pk, user=leader, now=LATER)[1] == office.town.ward
    with pytest.raises(NotFound):
        queries.part_of(found.pk, office.town.other_ward.pk, user=leader, now=LATER)
    with pytest.raises(NotFound):
        queries.conclusion(found.pk, user=leader, now=LATER)
