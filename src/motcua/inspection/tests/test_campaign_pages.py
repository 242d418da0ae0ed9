"""The pages of campaigns: what they show, whom they let in, and that they ask no more for more documents."""

from pathlib import Path
from typing import Any

import pytest

from motcua.dossiers.tests.conftest import Town
from motcua.engines.decree30.check import check
from motcua.inspection import commands
from motcua.inspection.campaigns import papers
from motcua.inspection.models import Campaign
from motcua.inspection.tasks import carry_out
from motcua.inspection.tests.small_town import lay
from motcua.inspection.tests.test_campaigns import NOW, SINCE, UNTIL
from motcua.inspection.tests.test_pages import client_of

RIGHT = {f"point_{point}": "met" for point in ("basis", "power", "content", "form", "procedure")}


@pytest.fixture
def done(town: Town, tmp_path: Path, settings: Any) -> Campaign:
    settings.MEDIA_ROOT = str(tmp_path / "media")
    index = lay(tmp_path / "files", town.ward.code)
    opened = commands.open_with_index(
        tmp_path / "files", index, town.ward, since=SINCE, until=UNTIL, percent=25, by=town.inspector, now=NOW, seed=7
    )
    return commands.carry_out_campaign(opened.pk, now=NOW)


def test_the_page_of_a_campaign_says_what_is_wrong_where_and_when(done: Campaign, town: Town) -> None:
    text = client_of(town.inspector).get(f"/inspection/campaigns/{done.pk}").content.decode()
    assert "số gieo 7" in text
    assert 'class="n heat4"' in text
    assert "<td>01/2026</td>" in text


@pytest.mark.parametrize(("path", "most"), [
    ("/inspection/campaigns", 14), ("/inspection/campaigns/{pk}", 16), ("/inspection/campaigns/{pk}/documents", 16),
])  # fmt: skip
def test_a_page_asks_no_more_for_more_documents(
    done: Campaign, town: Town, path: str, most: int, django_assert_max_num_queries: Any
) -> None:
    client = client_of(town.inspector)
    with django_assert_max_num_queries(most):
        assert client.get(path.format(pk=done.pk)).status_code == 200


@pytest.mark.parametrize(("asked", "number"), [
    ("", 12), ("?rule=ND30-P3.left", 4), ("?outcome=unreadable", 1), ("?sampled=on", 3), ("?verdict=none", 12),
    ("?verdict=right", 0), ("?unit=999999", 0), ("?rule=register.differs", 1), ("?after=10", 2),
    ("?unit=x&outcome=y&verdict=z&after=w", 12),
])  # fmt: skip
def test_the_list_is_narrowed(done: Campaign, town: Town, asked: str, number: int) -> None:
    text = client_of(town.inspector).get(f"/inspection/campaigns/{done.pk}/documents{asked}").content.decode()
    assert text.count('class="cover"') == number


@pytest.mark.parametrize("who", ["officer", "desk", "stranger"])
def test_nothing_of_it_is_there_for_others(done: Campaign, town: Town, who: str) -> None:
    client, row = client_of(getattr(town, who)), done.documents.get(document__number=3)
    for path in ("s", f"s/{done.pk}", f"s/{done.pk}/documents", f"s/{done.pk}/list.xlsx", f"s/{done.pk}/report.docx"):
        assert client.get(f"/inspection/campaign{path}").status_code == 404
    for path in ("", "/file", "/letter.docx"):
        assert client.get(f"/inspection/reviews/{row.pk}{path}").status_code == 404


def test_a_review_is_written_and_its_letter_taken_away(done: Campaign, town: Town) -> None:
    client, row = client_of(town.inspector), done.documents.get(document__number=3)
    path = f"/inspection/reviews/{row.pk}"
    assert client.get(f"{path}/letter.docx").status_code == 404
    given = RIGHT | {"point_form": "not_met", "verdict": "form", "handling": "correct", "due_on": "31/12/2030"}
    assert client.post(path, given | {"seen": "1"}).status_code == 302
    text = client.get(path).content.decode()
    assert "Sai thể thức, kỹ thuật trình bày" in text
    assert check(client.get(f"{path}/letter.docx").getvalue()).clean  # type: ignore[attr-defined]
    assert client.get(f"{path}/file").getvalue() == (Path(done.folder) / "003.docx").read_bytes()  # type: ignore[attr-defined]


def test_a_review_that_does_not_hold_together_is_shown_again(done: Campaign, town: Town) -> None:
    row = done.documents.get(document__number=3)
    given = RIGHT | {"verdict": "form", "handling": "none", "seen": "1"}
    answer = client_of(town.inspector).post(f"/inspection/reviews/{row.pk}", given)
    assert (answer.status_code, "cả năm điểm" in answer.content.decode()) == (422, True)


def test_an_administrator_finds_no_form_of_review(done: Campaign, town: Town) -> None:
    row = done.documents.get(document__number=3)
    client = client_of(town.administrator)
    assert "Ghi kết luận" not in client.get(f"/inspection/reviews/{row.pk}").content.decode()
    given = RIGHT | {"verdict": "right", "handling": "none", "seen": "1"}
    assert client.post(f"/inspection/reviews/{row.pk}", given).status_code == 403


def test_list_and_report_are_taken_away(done: Campaign, town: Town) -> None:
    client = client_of(town.inspector)
    assert client.get(f"/inspection/campaigns/{done.pk}/list.xlsx").getvalue()[:2] == b"PK"  # type: ignore[attr-defined]
    assert check(client.get(f"/inspection/campaigns/{done.pk}/report.docx").getvalue()).clean  # type: ignore[attr-defined]


def test_a_campaign_opened_on_its_page_waits_for_its_job_and_is_carried_out(done: Campaign, town: Town) -> None:
    client = client_of(town.leader)
    given = {"unit": town.ward.pk, "since": "01/01/2026", "until": "31/03/2026", "percent": "10"}
    answer = client.post("/inspection/campaigns", given)
    made = Campaign.objects.latest("pk")
    assert answer["Location"] == f"/inspection/campaigns/{made.pk}"
    assert "Đang chờ" in client.get(answer["Location"]).content.decode()
    assert client.get(f"/inspection/campaigns/{made.pk}/list.xlsx").status_code == 404
    carry_out(campaign_id=made.pk)
    made.refresh_from_db()
    assert (made.state, made.counts) == ("done", done.counts)


def test_a_leader_is_not_offered_other_units(done: Campaign, town: Town) -> None:
    given = {"unit": town.other_ward.pk, "since": "01/01/2026", "until": "31/03/2026", "percent": "10"}
    assert client_of(town.leader).post("/inspection/campaigns", given).status_code == 422


def test_a_campaign_that_an_error_stopped_goes_on_from_its_page(
    done: Campaign, town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = client_of(town.leader)
    made = commands.ask_campaign(town.ward, since=SINCE, until=UNTIL, percent=5, by=town.leader, now=NOW)
    with monkeypatch.context() as broken:
        broken.setattr("motcua.inspection.commands.campaigns.carry_out._write", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            carry_out(campaign_id=made.pk)
    assert "Chạy tiếp" in client.get(f"/inspection/campaigns/{made.pk}").content.decode()
    assert client.post(f"/inspection/campaigns/{made.pk}/go-on").status_code == 302
    carry_out(campaign_id=made.pk)
    made.refresh_from_db()
    assert (made.state, made.counts) == ("done", done.counts)


def test_a_campaign_that_runs_or_is_done_is_not_begun_anew(done: Campaign, town: Town) -> None:
    assert client_of(town.leader).post(f"/inspection/campaigns/{done.pk}/go-on").status_code == 409


def test_the_report_counts_what_is_to_be_done_by_its_kind(done: Campaign, town: Town) -> None:
    row = done.documents.get(document__number=3)
    given = RIGHT | {"point_form": "not_met", "verdict": "form", "handling": "correct", "due_on": "31/12/2030"}
    client_of(town.inspector).post(f"/inspection/reviews/{row.pk}", given | {"seen": "1"})
    assert check(papers.report(done)).clean
    assert papers._kinds(done) == " (đính chính 1)"
