"""A campaign finds what is wrong, comes to the same however often it is stopped, and is reviewed by who may."""

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from motcua.base.clock import VIETNAM
from motcua.base.errors import NotFound, NotPermitted
from motcua.documents import issued
from motcua.documents.models import IssuedDocument, LegalText
from motcua.dossiers.tests.conftest import Town
from motcua.engines.decree30.check import check
from motcua.events.models import Event
from motcua.inspection import campaign_queries as queries
from motcua.inspection import commands
from motcua.inspection.campaigns import papers, sheet, summary
from motcua.inspection.campaigns.sample import drawn
from motcua.inspection.commands.campaigns import carry_out
from motcua.inspection.errors import (
    BadIndex,
    BadPeriod,
    DeadlineNeeded,
    NoDocuments,
    NotChecked,
    PointsUnsettled,
    ReviewChanged,
)
from motcua.inspection.models import Campaign, Finding, Reviewed
from motcua.inspection.tests.small_town import HEADS, lay
from motcua.organisations.models import Kind, Unit

NOW = datetime(2026, 5, 4, 9, 0, tzinfo=VIETNAM)
SINCE, UNTIL = date(2026, 1, 1), date(2026, 3, 31)
ALL_MET = dict.fromkeys(Reviewed.Point.values, "met")
Review = commands.Review


@pytest.fixture(autouse=True)
def storage(settings: Any, tmp_path: Path) -> None:
    """Files of these tests lie in their own folder."""
    settings.MEDIA_ROOT = str(tmp_path / "media")


@pytest.fixture
def opened(town: Town, tmp_path: Path) -> Campaign:
    """A campaign over twelve documents, not carried out."""
    index = lay(tmp_path / "files", town.ward.code)
    return commands.open_with_index(
        tmp_path / "files", index, town.ward, since=SINCE, until=UNTIL, percent=25, by=town.inspector, now=NOW, seed=7
    )


@pytest.fixture
def done(opened: Campaign) -> Campaign:
    """The same, carried out."""
    return commands.carry_out_campaign(opened.pk, now=NOW)


def outcome(campaign: Campaign, number: int) -> Reviewed:
    return campaign.documents.get(document__number=number)


def test_an_index_brings_its_rows_into_the_outgoing_register(opened: Campaign) -> None:
    assert IssuedDocument.objects.filter(unit=opened.unit).count() == opened.total == 12


def test_what_is_wrong_is_found_in_each_document_and_told_to_the_register(done: Campaign) -> None:
    assert outcome(done, 1).outcome == "clean"
    assert "ND30-P3.left" in outcome(done, 3).rules
    row = IssuedDocument.objects.get(number=3)
    assert (row.rules, row.checked_at, row.changed_at) == (outcome(done, 3).rules, NOW, NOW)
    assert issued.read(row.kept) == (Path(done.folder) / "003.docx").read_bytes()


def test_a_file_that_cannot_be_read_says_why_and_is_not_called_right(done: Campaign) -> None:
    row = outcome(done, 4)
    assert (row.outcome, row.why_unreadable != "") == ("unreadable", True)
    assert IssuedDocument.objects.get(number=4).rules is None


def test_a_file_under_another_number_than_its_register_is_told(done: Campaign) -> None:
    assert outcome(done, 5).content == ["register.differs"]
    assert outcome(done, 6).content == []


def test_a_basis_no_longer_in_force_is_found_in_the_text(opened: Campaign) -> None:
    LegalText.objects.create(symbol="118/2025/NĐ-CP", title="x", valid_from=SINCE, valid_to=SINCE, changed_at=NOW)
    done = commands.carry_out_campaign(opened.pk, now=NOW)
    assert "MC-cite.expired" in outcome(done, 1).content


def test_the_signal_of_format_finds_what_the_campaign_found(done: Campaign) -> None:
    commands.run(now=NOW + timedelta(days=1))
    found = set(Finding.objects.filter(signal="FMT01").values_list("values__ref", flat=True))
    assert found == {f"{number}/QĐ-UBND" for number in (3, 6, 9, 12)}


def test_a_campaign_stopped_between_lots_comes_to_the_same(
    opened: Campaign, town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(carry_out, "LOT", 5)

    def stop(done: int, _total: int) -> None:
        if done >= 5:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        commands.carry_out_campaign(opened.pk, now=NOW, tell=stop)
    assert opened.documents.exclude(outcome="waiting").count() == 5
    stopped = summary.as_object(commands.carry_out_campaign(opened.pk, now=NOW + timedelta(hours=1)))
    whole = _another(opened, town)
    assert stopped == summary.as_object(whole)


def _another(campaign: Campaign, town: Town) -> Campaign:
    """The same call, whole and from the beginning."""
    folder = Path(campaign.folder)
    whole = commands.open_with_index(
        folder, folder.parent / "index.xlsx", town.ward, since=SINCE, until=UNTIL, percent=25, by=town.inspector,
        now=NOW, seed=7, again=True,
    )  # fmt: skip
    assert whole.pk != campaign.pk
    return commands.carry_out_campaign(whole.pk, now=NOW)


def test_the_same_call_finds_its_campaign_again(done: Campaign, town: Town) -> None:
    folder = Path(done.folder)
    again = commands.open_with_index(
        folder,
        folder.parent / "index.xlsx",
        town.ward,
        since=SINCE,
        until=UNTIL,
        percent=25,
        by=town.inspector,
        now=NOW,
    )
    assert again.pk == done.pk


def test_a_campaign_is_told_once_in_the_record_whatever_it_holds(done: Campaign) -> None:
    commands.carry_out_campaign(done.pk, now=NOW)
    kinds = list(Event.objects.filter(stream=done.stream).order_by("seq").values_list("kind", flat=True))
    assert kinds == ["campaign.opened", "campaign.begun", "campaign.done"]


def test_the_draw_can_be_drawn_again_from_the_list_in_any_order() -> None:
    keys = [("H1", 2026, "QĐ-UBND", number) for number in range(200)]
    first = drawn(keys, seed=3, percent=5)
    assert (len(first), drawn(keys[::-1], seed=3, percent=5)) == (10, first)
    assert drawn(keys, seed=4, percent=5) != first


@pytest.mark.parametrize(
    ("documents", "percent", "size"), [(12, 25, 3), (13, 25, 4), (1, 1, 1), (5, 0, 0), (5, 100, 5)]
)
def test_a_share_is_rounded_up(documents: int, percent: int, size: int) -> None:
    keys = [("H1", 2026, "QĐ", number) for number in range(documents)]
    assert len(drawn(keys, seed=1, percent=percent)) == size


def test_the_written_seed_draws_what_was_drawn(done: Campaign) -> None:
    held = summary.as_object(done)
    rows = done.documents.values_list("document__unit__code", "document__year", "document__symbol", "document__number")
    assert {tuple(key) for key in held["sample"]} == drawn(list(rows), seed=done.seed, percent=done.sample_percent)


@pytest.mark.parametrize(("since", "until", "error"), [(UNTIL, SINCE, BadPeriod), (UNTIL, UNTIL, NoDocuments)])
def test_a_period_that_is_none_or_without_documents_opens_nothing(
    opened: Campaign, town: Town, since: date, until: date, error: type[Exception]
) -> None:
    with pytest.raises(error):
        commands.open_campaign(town.ward, since=since, until=until, percent=5, by=town.inspector, now=NOW)
    assert Campaign.objects.count() == 1


def _bad_index(folder: Path, file: str) -> Path:
    book = Workbook()
    assert book.active is not None
    book.active.append(HEADS)
    book.active.append((file, "H23.15.02", 1, "QĐ-UBND", "Quyết định", "Việc", "", "10/01/2026", "electronic"))
    folder.mkdir()
    book.save(folder / "index.xlsx")
    return folder / "index.xlsx"


@pytest.mark.parametrize("file", ["../secret.docx", "/etc/passwd", ""])
def test_an_index_that_leads_out_of_its_folder_or_names_no_file_is_refused(
    town: Town, tmp_path: Path, file: str
) -> None:
    index = _bad_index(tmp_path / "files", file)
    with pytest.raises(BadIndex):
        commands.open_with_index(tmp_path / "files", index, town.ward, since=SINCE, until=UNTIL, percent=5,
                                 by=town.inspector, now=NOW)  # fmt: skip
    assert not IssuedDocument.objects.exists()


@pytest.mark.parametrize("who", ["officer", "desk", "stranger"])
def test_who_neither_leads_nor_oversees_opens_nothing_and_sees_nothing(opened: Campaign, town: Town, who: str) -> None:
    user = getattr(town, who)
    with pytest.raises(NotPermitted):
        commands.open_campaign(town.ward, since=SINCE, until=UNTIL, percent=5, by=user, now=NOW)
    with pytest.raises(NotFound):
        queries.campaign(opened.pk, user=user, now=NOW)


def test_a_leader_inspects_his_own_unit_and_no_other(opened: Campaign, town: Town) -> None:
    mine = commands.open_campaign(town.ward, since=SINCE, until=UNTIL, percent=5, by=town.leader, now=NOW)
    assert mine.total == 12
    with pytest.raises(NotPermitted):
        commands.open_campaign(town.other_ward, since=SINCE, until=UNTIL, percent=5, by=town.leader, now=NOW)


def test_a_campaign_over_the_register_reads_the_kept_files(done: Campaign, town: Town) -> None:
    above = town.ward.parent
    assert above is not None
    over = commands.open_campaign(above, since=SINCE, until=UNTIL, percent=5, by=town.inspector, now=NOW)
    over = commands.carry_out_campaign(over.pk, now=NOW)
    assert (over.folder, over.total, over.counts) == ("", 12, {**done.counts})


def reviewed(town: Town, row: Reviewed, **more: Any) -> Reviewed:
    points = ALL_MET | {"form": "not_met"}
    given = {"points": points, "verdict": "form", "handling": "correct", "due_on": NOW.date(), "note": ""} | more
    by = given.pop("by", town.inspector)
    seen = given.pop("seen", row.version)
    return commands.review(row.pk, Review(**given), by=by, now=NOW, seen=seen)


def test_a_review_is_kept_with_its_deadline_and_recorded(done: Campaign, town: Town) -> None:
    row = reviewed(town, outcome(done, 3))
    assert (row.verdict, row.handling, row.due_on, row.reviewer) == ("form", "correct", NOW.date(), town.inspector)
    event = Event.objects.filter(stream=done.stream).order_by("-seq").first()
    assert event is not None
    assert (event.kind, event.data["verdict"]) == ("campaign.reviewed", "form")
    handled = commands.mark_handled(row.pk, on=NOW.date(), by=town.inspector, now=NOW, seen=row.version)
    assert handled.done_on == NOW.date()


@pytest.mark.parametrize(("given", "error"), [
    ({"points": {"form": "met"}}, PointsUnsettled), ({"verdict": "right"}, PointsUnsettled),
    ({"points": ALL_MET}, PointsUnsettled), ({"due_on": None}, DeadlineNeeded),
    ({"due_on": NOW.date() - timedelta(days=1)}, DeadlineNeeded),
    ({"points": ALL_MET, "verdict": "right"}, DeadlineNeeded), ({"seen": 9}, ReviewChanged),
])  # fmt: skip
def test_a_review_that_does_not_hold_together_is_refused(
    done: Campaign, town: Town, given: dict[str, Any], error: type[Exception]
) -> None:
    with pytest.raises(error):
        reviewed(town, outcome(done, 3), **given)


def test_nobody_reviews_what_was_not_checked(opened: Campaign, town: Town) -> None:
    with pytest.raises(NotChecked):
        reviewed(town, outcome(opened, 3))


def test_an_administrator_sees_but_does_not_review(done: Campaign, town: Town) -> None:
    with pytest.raises(NotPermitted):
        reviewed(town, outcome(done, 3), by=town.administrator)


def test_another_ward_does_not_find_the_document(done: Campaign, town: Town) -> None:
    with pytest.raises(NotFound):
        reviewed(town, outcome(done, 3), by=town.stranger)


@pytest.mark.parametrize("handling", [value for value in Reviewed.Handling.values if value != "none"])
def test_the_letter_is_itself_clean(done: Campaign, town: Town, handling: str) -> None:
    row = reviewed(town, outcome(done, 3), handling=handling, note="Căn cứ thiếu Luật Tổ chức chính quyền địa phương.")
    found = check(papers.letter(queries.reviewed(row.pk, user=town.inspector, now=NOW)))
    assert [(one.rule.code, one.words()) for one in found.counted] == []
    assert found.document_type


@pytest.mark.parametrize(("name", "kind"), [
    ("Ủy ban nhân dân thị xã Kinh Môn", Kind.PEOPLES_COMMITTEE), ("Phòng Tài chính – Kế hoạch", Kind.DIVISION),
])  # fmt: skip
def test_the_papers_of_a_committee_and_of_a_division_are_clean(
    done: Campaign, town: Town, name: str, kind: str
) -> None:
    Unit.objects.filter(pk=done.unit_id).update(name=name, kind=kind)
    row = queries.reviewed(reviewed(town, outcome(done, 3)).pk, user=town.inspector, now=NOW)
    for paper in (papers.letter(row), papers.report(row.campaign)):
        assert [(one.rule.code, one.words()) for one in check(paper).counted] == []


def test_the_report_is_itself_clean_and_the_list_has_every_document(done: Campaign) -> None:
    found = check(papers.report(done))
    assert [(one.rule.code, one.words()) for one in found.counted] == []
    assert sheet.workbook(done, "vi")[:2] == b"PK"


def test_the_picture_counts_by_rule_unit_and_month(done: Campaign) -> None:
    shown = queries.picture(done)
    assert [row[2:] for row in shown.by_unit] == [(12, 4)]
    assert sum(bad for _month, _number, bad in shown.by_month) == 4
    assert shown.tiles[shown.rules[0][0], shown.by_unit[0][0]] == 4
