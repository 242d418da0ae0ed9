"""Programs get what the pages get, in the form of the command line."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from motcua.accounts import commands as accounts
from motcua.accounts.models import User
from motcua.documents import commands
from motcua.documents.tests.conftest import NOW, Town
from motcua.documents.tests.samples import NUMBER_SIZE, document
from motcua.engines.decree30.check import check as checked

BAD = document(NUMBER_SIZE)


def client(user: User, *scopes: str) -> Client:
    until = NOW.date().replace(month=12)
    _token, secret = accounts.make_token(
        name="x", scopes=scopes or ["documents:check"], valid_to=until, by=user, now=NOW
    )
    return Client(headers={"Authorization": f"Bearer {secret}"})


def test_one_document_is_answered_as_the_command_line_does(town: Town) -> None:
    answer = client(town.drafter).post("/api/v1/documents/checks", {"files": SimpleUploadedFile("a.docx", BAD)})
    assert (answer.status_code, answer.json()["state"], answer.json()["failing"]) == (200, "done", 1)
    found = answer.json()["files"][0]
    assert found.pop("place") == 0
    assert found.pop("error") is None
    assert found == checked(BAD, "a.docx").as_json()


def test_several_are_queued_and_read_page_by_page(town: Town) -> None:
    caller = client(town.drafter)
    files = [SimpleUploadedFile(f"{n}.docx", content) for n, content in enumerate((BAD, b"x", BAD))]
    first = caller.post("/api/v1/documents/checks", {"files": files}).json()
    assert (first["state"], first["files"]) == ("queued", [])
    commands.carry_out(first["id"], now=NOW)
    page = caller.get(f"/api/v1/documents/checks/{first['id']}?limit=2").json()
    assert [row["path"] for row in page["files"]] == ["0.docx", "1.docx"]
    assert page["files"][1]["error"]["code"] == "wrong-type"
    rest = caller.get(f"/api/v1/documents/checks/{first['id']}?limit=2&after={page['next']}").json()
    assert ([row["path"] for row in rest["files"]], rest["next"]) == (["2.docx"], None)


def test_absent_and_forbidden_give_the_same_answer(town: Town) -> None:
    check = town.done(("a.docx", BAD))
    answers = [client(town.stranger).get(f"/api/v1/documents/checks/{pk}") for pk in (check.pk, 987654)]
    assert answers[0].status_code == answers[1].status_code == 404
    assert answers[0].json() == answers[1].json()


@pytest.mark.parametrize(
    ("scopes", "files", "profile", "status"),
    [(("dossiers:read",), [BAD], "", 403), ((), [], "", 422), ((), [BAD], "[", 422), ((), [BAD], "x" * 70_000, 422)],
)
def test_what_is_wrong_with_a_call_is_a_problem(
    town: Town, scopes: tuple[str, ...], files: list[bytes], profile: str, status: int
) -> None:
    body = {"files": [SimpleUploadedFile("a.docx", data) for data in files], "profile": profile}
    answer = client(town.drafter, *scopes).post("/api/v1/documents/checks", body)
    assert (answer.status_code, answer["Content-Type"]) == (status, "application/problem+json")
