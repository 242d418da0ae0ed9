"""Pages of the reconciliation: what they show, to whom, at what cost; how a missing dossier comes into reception."""

from datetime import timedelta

import pytest
from django.test import Client

from motcua.dossiers.models import Dossier
from motcua.dossiers.tests.conftest import Town
from motcua.events.models import Event
from motcua.inspection import commands
from motcua.inspection.models import EntryTask, Link
from motcua.inspection.tests.test_pages import client_of
from motcua.inspection.tests.test_reconciliation import KNOWN, LATER, LOST, doubtful, march, trace

HOME = "/inspection/reconciliation"


def month(town: Town) -> str:
    return f"{HOME}/{town.ward.pk}/2023/3"


def text(client: Client, path: str) -> str:
    return client.get(path).content.decode()


def test_the_months_of_a_unit_are_listed_with_their_counts(town: Town) -> None:
    trace(town, "receipt", "1", **LOST)
    assert "chưa đối chiếu" in text(client_of(town.desk), HOME)
    client_of(town.desk).post(f"{HOME}/reckon", {"unit": town.ward.pk, "month": "2023-03-01"})
    assert "1 hồ sơ có ở nguồn khác" in text(client_of(town.inspector), HOME)


def test_a_month_names_the_missing_and_says_why_it_estimates_nothing(town: Town) -> None:
    trace(town, "receipt", "1", **LOST)
    march(town)
    page = text(client_of(town.desk), month(town))
    assert "Nguyễn Văn Ổi" in page
    assert "hai nguồn" in page


@pytest.mark.parametrize("who", ["stranger", "officer"])
def test_nothing_is_shown_to_who_may_not_reconcile(town: Town, who: str) -> None:
    link = doubtful(town)
    trace(town, "receipt", "1", **LOST)
    march(town)
    client = client_of(getattr(town, who))
    task = EntryTask.objects.get()
    for path in (month(town), f"{HOME}/pairs/{link.pk}", f"{HOME}/tasks/{task.pk}"):
        assert client.get(path).status_code == 404
    assert client.post(f"{HOME}/pairs/{link.pk}", {"same": "yes", "seen": "review"}).status_code == 404
    assert client.post(f"{HOME}/reckon", {"unit": town.ward.pk, "month": "2023-03-01"}).status_code == 404
    assert "Nguyễn Văn Ổi" not in text(client, HOME)


@pytest.mark.parametrize("path", ["2023/13", "2023/0"])
def test_a_month_that_is_none_is_not_there(town: Town, path: str) -> None:
    assert client_of(town.desk).get(f"{HOME}/{town.ward.pk}/{path}").status_code == 404


def test_the_pages_ask_no_more_for_more_dossiers(town: Town, django_assert_max_num_queries) -> None:  # type: ignore[no-untyped-def]
    for at in range(8):
        lost = {
            **LOST,
            "full_name": f"Nguyễn Văn {['Ổi', 'Mít', 'Na', 'Me', 'Cam', 'Quýt', 'Lê', 'Táo'][at]}",
            "phone": f"091111111{at}",
        }
        trace(town, "receipt", str(at), **lost)
        trace(town, "queue", str(at), **lost)
    march(town)
    client = client_of(town.desk)
    for path in (HOME, month(town), f"{HOME}/tasks/{EntryTask.objects.first().pk}"):  # type: ignore[union-attr]
        with django_assert_max_num_queries(24):
            assert client.get(path).status_code == 200


def test_who_looks_at_people_is_in_the_record(town: Town) -> None:
    link = doubtful(town)
    client = client_of(town.desk)
    client.get(f"{HOME}/pairs/{link.pk}")
    client.get(month(town))
    kinds = Event.objects.filter(stream=f"readings:{town.desk.pk}").order_by("seq").values_list("kind", flat=True)
    assert list(kinds) == ["dossier.read", "dossier.searched"]


def test_a_pair_is_judged_and_the_next_page_is_the_month(town: Town) -> None:
    link = doubtful(town)
    client = client_of(town.desk)
    page = text(client, f"{HOME}/pairs/{link.pk}")
    assert "11/12/1981" in page
    assert "02/09/1995" in page
    answer = client.post(f"{HOME}/pairs/{link.pk}", {"same": "no", "seen": "review"})
    assert (answer.status_code, answer["Location"]) == (302, month(town))
    assert Link.objects.get().state == "refused"


def test_a_verdict_on_an_older_page_is_told_and_changes_nothing(town: Town) -> None:
    link = doubtful(town)
    commands.judge(link.pk, same=True, by=town.leader, now=LATER, seen="review")
    answer = client_of(town.desk).post(f"{HOME}/pairs/{link.pk}", {"same": "no", "seen": "review"})
    assert (answer.status_code, "vừa thay đổi" in answer.content.decode()) == (409, True)
    assert Link.objects.get().state == "confirmed"


def fields_of(client: Client, path: str) -> dict[str, str]:
    return dict(client.get(path).context["fields"])


def test_a_missing_dossier_goes_into_reception_by_form_and_its_task_closes(town: Town) -> None:
    trace(town, "receipt", "77", **{**LOST, "procedure": "1.001193"})
    march(town)
    task = EntryTask.objects.get()
    client = client_of(town.desk)
    fields = fields_of(client, f"{HOME}/tasks/{task.pk}")
    page = client.post("/receive", fields).content.decode()
    for told in (
        "Nguyễn Văn Ổi",
        "0900000777",
        "05/02/1970",
        "Nhập bổ sung theo Biên lai phí 77",
        str(task.intake_key),
    ):
        assert told in page
    version = fields.pop("choose")
    papers = {f"paper_{place}": "on" for place in range(1, 20)}
    sent = client.post("/receive", {**fields, **papers, "version": version, "act": "accept"})
    assert sent.status_code == 302
    assert commands.reckon_entered(now=LATER + timedelta(days=1)) == 1
    task.refresh_from_db()
    assert (task.state, task.dossier) == ("entered", Dossier.objects.get())
    assert commands.reckon_entered(now=LATER + timedelta(days=1)) == 0


def test_a_procedure_that_is_only_like_one_is_searched_for_not_chosen(town: Town) -> None:
    trace(town, "receipt", "77", **{**LOST, "procedure": "khai sinh"})
    march(town)
    fields = fields_of(client_of(town.desk), f"{HOME}/tasks/{EntryTask.objects.get().pk}")
    assert ("choose" not in fields, fields["q"], fields["act"]) == (True, "khai sinh", "search")


def test_only_a_receptionist_of_the_unit_is_led_to_reception(town: Town) -> None:
    trace(town, "receipt", "77", **KNOWN)
    march(town)
    path = f"{HOME}/tasks/{EntryTask.objects.get().pk}"
    assert fields_of(client_of(town.desk), path)
    assert not fields_of(client_of(town.leader), path)


def test_a_leader_assigns_and_drops_and_has_to_say_why(town: Town) -> None:
    trace(town, "receipt", "77", **KNOWN)
    march(town)
    task = EntryTask.objects.get()
    client = client_of(town.leader)
    client.post(f"{HOME}/tasks/{task.pk}/assign", {"to": town.desk.pk})
    assert client.post(f"{HOME}/tasks/{task.pk}/drop", {"reason": ""}).status_code == 422
    client.post(f"{HOME}/tasks/{task.pk}/drop", {"reason": "Chỉ hỏi thủ tục"})
    task.refresh_from_db()
    assert (task.state, task.reason, task.assigned_to) == ("dropped", "Chỉ hỏi thủ tục", town.desk)
    assert client_of(town.desk).post(f"{HOME}/tasks/{task.pk}/drop", {"reason": "x"}).status_code == 404
