"""The pages of work: every tab opens, shows what it names, and costs the same however many rows there are."""

from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from motcua.base import clock
from motcua.base.clock import VIETNAM
from motcua.dossiers import commands
from motcua.dossiers.models import Dossier
from motcua.dossiers.selection import MORE, TABS
from motcua.dossiers.tests.conftest import NOW, Town
from motcua.dossiers.tests.test_course import CODE, act

TAB_NAMES = [*TABS, *MORE]


@pytest.fixture
def at_ten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: NOW)


def signed_in(user: object) -> Client:
    client = Client()
    client.force_login(user)  # type: ignore[arg-type]
    return client


@pytest.mark.usefixtures("at_ten")
@pytest.mark.parametrize("tab", TAB_NAMES)
@pytest.mark.parametrize("who", ["desk", "officer", "leader", "inspector"])
def test_every_tab_opens_for_everybody_who_works(town: Town, tab: str, who: str) -> None:
    town.forwarded()
    town.approved()
    answer = signed_in(getattr(town, who)).get(f"/work?tab={tab}")
    assert answer.status_code == 200


PLACED = [
    ("forwarded", "officer", "mine"), ("forwarded", "leader", "unit"), ("forwarded", "leader", "free"),
    ("approved", "desk", "collect"), ("dossier", "desk", "mine"), ("resolved", "leader", "mine"),
    ("approved", "desk", "all"),
]  # fmt: skip


@pytest.mark.usefixtures("at_ten")
@pytest.mark.parametrize(("made", "who", "tab"), PLACED)
def test_a_dossier_stands_in_the_tab_that_names_its_wait(town: Town, made: str, who: str, tab: str) -> None:
    found = getattr(town, made)()
    assert found.ref in signed_in(getattr(town, who)).get(f"/work?tab={tab}").content.decode()


@pytest.mark.usefixtures("at_ten")
def test_a_dossier_that_waits_for_its_applicant_stands_there_and_nowhere_else(town: Town) -> None:
    found = act(commands.forward, town.dossier(CODE), town.desk)
    act(commands.ask_supplement, found, town.officer, missing=["x"], reason="y")
    client = signed_in(town.leader)
    shown = {tab for tab in TABS if found.ref in client.get(f"/work?tab={tab}").content.decode()}
    assert shown == {"applicant", "unit"}


@pytest.mark.usefixtures("at_ten")
def test_a_returned_dossier_shows_who_took_it_by_which_paper(town: Town) -> None:
    act(commands.return_result, town.approved(), town.desk, taken_by="Lê Văn Dụ", proof="Giấy ủy quyền 5")
    text = signed_in(town.desk).get("/work?tab=returned").content.decode()
    assert "Lê Văn Dụ, Giấy ủy quyền 5" in text


def queries_of(client: Client, address: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as caught:
        assert client.get(address).status_code == 200
    return len(caught)


LISTS = [*(f"/work?tab={tab}" for tab in TAB_NAMES), "/late", "/registers", "/runs", "/work/hand-over", "/staff"]


@pytest.mark.usefixtures("at_ten")
@pytest.mark.parametrize("address", LISTS)
def test_no_list_asks_more_when_it_has_more_rows(town: Town, address: str) -> None:
    client = signed_in(town.leader)

    days = iter(range(1, 60))

    def more() -> None:
        for made in (town.dossier, town.forwarded, town.resolved, town.approved):
            made()
        for _ in range(3):  # of other days: other hours may have been in force
            old = NOW - timedelta(days=next(days))
            act(commands.forward, town.dossier(CODE, at=old), town.desk, now=old)
        act(commands.return_result, town.approved(), town.desk, taken_by="a", proof="b")
        act(commands.take, town.forwarded(), town.officer)
        act(commands.ask_supplement, town.forwarded(), town.officer, missing=["x"], reason="y")

    more()
    client.get(address)
    few = queries_of(client, address)
    more()
    more()
    assert queries_of(client, address) <= few


@pytest.mark.usefixtures("at_ten")
def test_the_page_of_a_dossier_asks_no_more_with_a_long_life(town: Town) -> None:
    client = signed_in(town.officer)
    found = town.forwarded()
    client.get(f"/dossiers/{found.ref}")
    few = queries_of(client, f"/dossiers/{found.ref}")
    for n in range(4):
        act(commands.consult, found, town.officer, unit_id=town.other_ward.pk, question=f"câu {n}", days=1)
        act(commands.verify_on_site, found, town.officer, at=NOW, place="a", participants="b", content="c")
    assert queries_of(client, f"/dossiers/{found.ref}") <= few


@pytest.mark.usefixtures("at_ten")
def test_pages_by_key_show_every_row_once(town: Town) -> None:
    made = {town.forwarded().ref for _ in range(53)}
    client = signed_in(town.leader)
    import re

    shown: list[str] = []
    address: str | None = "/work?tab=unit"
    while address:
        text = client.get(address).content.decode()
        shown += re.findall(r'name="ref" value="([^"]+)"', text)
        following = re.search(r'href="(\?tab=unit&amp;after=[^"]+)"', text)
        address = f"/work{following[1].replace('&amp;', '&')}" if following else None
    assert sorted(shown) == sorted(made)


@pytest.mark.usefixtures("at_ten")
def test_what_came_since_the_last_look_is_marked_and_stays_for_the_sitting(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = signed_in(town.officer)
    client.get("/work")
    later = datetime(2023, 3, 15, 11, tzinfo=VIETNAM)
    found = town.dossier()
    commands.forward(found.ref, by=town.desk, now=later, seen=found.version)
    monkeypatch.setattr(clock, "now", lambda: later)
    assert "mới</span>" in client.get("/work").content.decode()
    assert "mới</span>" in client.get("/work").content.decode()
    monkeypatch.setattr(clock, "now", lambda: datetime(2023, 3, 15, 14, tzinfo=VIETNAM))
    assert "mới</span>" not in client.get("/work").content.decode()


@pytest.mark.usefixtures("at_ten")
def test_a_filter_is_saved_by_name_and_forgotten(town: Town) -> None:
    client = signed_in(town.leader)
    client.post("/work/filters", {"tab": "unit", "procedure": "1.001193", "name": "Khai sinh"})
    text = client.get("/work").content.decode()
    assert "?tab=unit&amp;procedure=1.001193" in text
    from motcua.dossiers.models import SavedFilter

    client.post("/work/filters", {"drop": str(SavedFilter.objects.get().pk)})
    assert not SavedFilter.objects.exists()


@pytest.mark.usefixtures("at_ten")
def test_an_act_by_a_page_that_is_stale_says_who_and_keeps_what_was_typed(town: Town) -> None:
    found = town.forwarded()
    act(commands.take, found, town.officer)
    answer = signed_in(town.officer).post(
        f"/dossiers/{found.ref}/resolve", {"seen": found.version, "result": "đã gõ dài"}
    )
    assert answer.status_code == 409
    assert "đã gõ dài" in answer.content.decode()
    assert "Mẫu officer vừa thay đổi" in answer.content.decode()


@pytest.mark.usefixtures("at_ten")
def test_a_script_in_any_field_is_inert_on_the_page(town: Town) -> None:
    evil = '<script>alert("x")</script>'
    found = town.dossier(CODE, name=evil, address=evil)
    act(commands.forward, found, town.desk)
    act(commands.ask_supplement, found, town.officer, missing=[evil], reason=evil)
    for address in (f"/dossiers/{found.ref}", "/work?tab=unit"):
        assert evil not in signed_in(town.leader).get(address).content.decode()


@pytest.mark.usefixtures("at_ten")
def test_every_act_the_page_offers_can_be_posted(town: Town) -> None:
    found = town.forwarded()
    text = signed_in(town.officer).get(f"/dossiers/{found.ref}").content.decode()
    for slug in ("resolve", "take", "ask-supplement", "propose-refusal", "consult", "verify", "ask-payment"):
        assert f'/{slug}"' in text, slug
    assert Dossier.objects.get(pk=found.pk).version == found.version


@pytest.mark.usefixtures("at_ten")
def test_nobody_is_asked_to_apologise_while_the_applicant_has_the_clock(town: Town) -> None:
    found = act(commands.forward, town.dossier(CODE), town.desk)
    Dossier.objects.filter(pk=found.pk).update(apology_from=NOW - timedelta(days=1))
    client, page = signed_in(town.leader), f"/dossiers/{found.ref}"
    assert "xin lỗi và hẹn lại người nộp" in client.get(page).content.decode()
    act(commands.ask_supplement, found, town.officer, missing=["x"], reason="y")
    text = client.get(page).content.decode()
    assert ("xin lỗi và hẹn lại người nộp" in text, "đồng hồ đang đứng" in text) == (False, True)


@pytest.mark.usefixtures("at_ten")
def test_an_act_on_no_row_is_refused_as_an_error_looks(town: Town) -> None:
    town.forwarded()
    answer = signed_in(town.leader).post("/work/many", {"act": "assign", "scope": "ticked"}, follow=True)
    assert 'class="notice bad" role="alert"' in answer.content.decode()


@pytest.mark.usefixtures("at_ten")
@pytest.mark.parametrize(("who", "may"), [("leader", True), ("officer", False), ("inspector", False)])
def test_only_who_may_hand_over_sees_the_link(town: Town, who: str, *, may: bool) -> None:
    assert ("/work/hand-over" in signed_in(getattr(town, who)).get("/work").content.decode()) is may


@pytest.mark.usefixtures("at_ten")
def test_an_inspector_reads_whose_dossier_it_is(town: Town) -> None:
    found = town.forwarded()
    names = [
        signed_in(who).get("/work?tab=all").content.decode().count(f" · {found.unit.short_name}")
        for who in (town.officer, town.inspector)
    ]
    assert names[0] < names[1]


@pytest.mark.usefixtures("at_ten")
def test_an_administrator_finds_what_could_not_be_sent(town: Town) -> None:
    text = signed_in(town.administrator).get("/procedures").content.decode()
    assert 'href="/messages/failed"' in text


def test_the_language_switch_comes_back_to_the_same_filter(town: Town) -> None:
    text = signed_in(town.leader).get("/work?tab=overdue").content.decode()
    assert 'name="next" value="/work?tab=overdue"' in text
