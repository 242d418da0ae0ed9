"""Files: typed by content, bounded, stored once, opened through the dossier's own door."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from motcua.base import clock
from motcua.dossiers import commands
from motcua.dossiers.errors import FileEmpty, FileNotTaken, FileTooLarge
from motcua.dossiers.models import Blob, Dossier
from motcua.dossiers.tests.conftest import NOW, Town

PNG = bytes.fromhex("89504e470d0a1a0a") + bytes(40)
PDF = b"%PDF-1.7\n" + bytes(40)


def kept(content: bytes, name: str = "giấy.png") -> commands.KeptFile:
    return commands.keep(SimpleUploadedFile(name, content))


@pytest.mark.parametrize(
    ("name", "content"),
    [("anh.png", b"<svg onload=alert(1)>"), ("a.pdf", b"MZ\x90"), ("a.jpg", b"<html>"), ("a.docx", b"PK\x03\x04")],
)
def test_the_name_does_not_make_the_type(db: None, name: str, content: bytes) -> None:
    with pytest.raises(FileNotTaken):
        kept(content, name)


def test_an_empty_file_is_refused(db: None) -> None:
    with pytest.raises(FileEmpty):
        kept(b"")


def test_a_file_over_the_bound_is_refused_and_not_stored(db: None, settings: object) -> None:
    settings.DOSSIER_FILE_MAX_BYTES = 10  # type: ignore[attr-defined]
    with pytest.raises(FileTooLarge):
        kept(PNG)
    assert not Blob.objects.exists()


def test_the_same_content_is_stored_once(db: None) -> None:
    assert kept(PNG, "một.png").sha256 == kept(PNG, "hai.png").sha256
    assert Blob.objects.count() == 1


def test_a_path_in_a_name_is_only_a_name(db: None) -> None:
    assert "/" not in kept(PNG, "../../etc/passwd").name


def attach(town: Town, content: bytes = PNG) -> int:
    found = town.dossier()
    commands.add_files(found.ref, files=[kept(content)], by=town.desk, now=NOW, seen=found.version)
    return int(found.attachments.get().pk)


@pytest.mark.parametrize(
    ("who", "status"), [("desk", 200), ("officer", 200), ("stranger", 404), ("administrator", 404), (None, 302)]
)
def test_a_file_opens_through_the_door_of_its_dossier(town: Town, who: str | None, status: int) -> None:
    pk, client = attach(town), Client()
    if who:
        client.force_login(getattr(town, who), backend="django.contrib.auth.backends.ModelBackend")
    answer = client.get(f"/files/{pk}")
    assert answer.status_code == status
    if status == 200:
        assert answer["Content-Type"] == "image/png"
        assert "sandbox" in answer["Content-Security-Policy"]
        assert answer["Cache-Control"] == "private, no-store"
    answer.close()


def test_script_in_a_name_is_inert_on_the_page(town: Town) -> None:
    found = town.dossier(name="<script>alert(1)</script>")
    client = Client()
    client.force_login(town.desk, backend="django.contrib.auth.backends.ModelBackend")
    text = client.get(f"/dossiers/{found.ref}").content.decode()
    assert "<script>alert" not in text
    assert "&lt;script&gt;alert" in text


def test_absent_and_forbidden_give_the_same_answer(town: Town) -> None:
    found = town.dossier()
    client = Client()
    client.force_login(town.stranger, backend="django.contrib.auth.backends.ModelBackend")
    forbidden, absent = (client.get(f"/dossiers/{ref}") for ref in (found.ref, "H23.15.02-230315-9999"))
    bare = [
        re.sub(rb'value="[^"]{64}"', b"", answer.content).replace(b"-0001", b"-9999") for answer in (forbidden, absent)
    ]
    assert (forbidden.status_code, bare[0]) == (absent.status_code, bare[1])


def test_a_posted_foreign_unit_is_not_taken(town: Town) -> None:
    client = Client()
    client.force_login(town.stranger, backend="django.contrib.auth.backends.ModelBackend")
    intake = town.intake()
    client.post("/receive", {
        "act": "accept", "key": str(intake.key), "unit": town.ward.pk, "version": intake.version_id,
        "terms": intake.terms_id, "name": "Trần Thị Mẫu", "paper_1": "on", "paper_2": "on",
    })  # fmt: skip
    assert list(Dossier.objects.values_list("unit_id", flat=True)) == [town.other_ward.pk]


def test_the_queue_costs_the_same_for_one_dossier_and_for_many(
    town: Town, django_assert_max_num_queries: object
) -> None:
    client = Client()
    client.force_login(town.desk, backend="django.contrib.auth.backends.ModelBackend")
    for number in range(12):
        town.dossier(number=f"0301950000{number:02d}", at=clock.now())
    with django_assert_max_num_queries(32):  # type: ignore[operator]
        client.get("/work?tab=unit")


def test_a_fault_shows_a_number_and_nothing_of_the_person(
    town: Town, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    from motcua.dossiers.pages import queue

    secret = " ".join(["Trần", "Thị", "Mẫu", "0301", "95000001"])

    def broken(*_: object, **__: object) -> None:
        raise ValueError(secret)

    monkeypatch.setattr(queue.queries, "find", broken)
    client = Client(raise_request_exception=False)
    client.force_login(town.desk, backend="django.contrib.auth.backends.ModelBackend")
    answer = client.post("/find", {"text": "Trần Thị Mẫu"})
    assert (answer.status_code, "Hệ thống gặp lỗi số" in answer.content.decode()) == (500, True)
    assert secret not in caplog.text
