"""Keeping and destroying files; and that reading is in the record."""

from datetime import datetime
from io import BytesIO

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from motcua.accounts.system import SYSTEM
from motcua.base import clock
from motcua.base.clock import VIETNAM
from motcua.dossiers import commands
from motcua.dossiers.commands.files import path_of
from motcua.dossiers.commands.retention import remove_old_files
from motcua.dossiers.models import Attachment, Dossier
from motcua.dossiers.tests.conftest import NOW, Town
from motcua.dossiers.tests.test_course import act
from motcua.events import sealing
from motcua.events.commands import seal
from motcua.events.models import Event
from motcua.events.queries import faults

PDF = b"%PDF-1.4 " + bytes(40)


def with_file(town: Town, content: bytes = PDF) -> Dossier:
    upload = SimpleUploadedFile("to-khai.pdf", content)
    found = act(commands.add_files, town.forwarded(), town.officer, files=[commands.keep(upload)])
    done = act(commands.resolve, found, town.officer, result="x")
    done = act(commands.approve, done, town.leader)
    return act(commands.return_result, done, town.desk, taken_by="a", proof="b")


def at(year: int) -> datetime:
    return datetime(year, 3, 20, tzinfo=VIETNAM)


@pytest.mark.parametrize(("year", "due"), [(2033, True), (2032, False)])
def test_a_file_is_due_when_its_years_have_passed(town: Town, year: int, due: bool) -> None:
    found = with_file(town)
    said = remove_old_files(by=SYSTEM, now=at(year), really=False)
    assert said == ([f"{found.ref}: to-khai.pdf"] if due else [])
    assert default_storage.exists(path_of(Attachment.objects.get().blob_id))


def test_a_destroyed_file_leaves_its_name_and_hash_and_the_proof_stands(
    town: Town, django_capture_on_commit_callbacks: object
) -> None:
    with_file(town)
    seal(now=NOW)
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        remove_old_files(by=SYSTEM, now=at(2033), really=True)
    row = Attachment.objects.get()
    assert row.blob.removed_at == at(2033)
    assert not default_storage.exists(path_of(row.blob_id))
    assert remove_old_files(by=SYSTEM, now=at(2034), really=True) == []
    assert (list(faults()), sealing.fault()) == ([], None)
    assert Event.objects.get(kind="file.removed").data["sha256"] == row.blob_id


def test_a_content_that_a_younger_dossier_holds_stays(town: Town) -> None:
    with_file(town)
    act(commands.add_files, town.forwarded(), town.officer, files=[commands.keep(SimpleUploadedFile("b.pdf", PDF))])
    assert remove_old_files(by=SYSTEM, now=at(2033), really=False) == []


def test_who_reads_a_dossier_or_its_file_is_in_the_record_without_what_he_read(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clock, "now", lambda: NOW)
    found = with_file(town)
    client = Client()
    client.force_login(town.leader)
    client.get(f"/dossiers/{found.ref}")
    BytesIO(b"".join(client.get(f"/files/{Attachment.objects.get().pk}").streaming_content))  # type: ignore[arg-type]
    client.post("/find", {"text": "tran thi mau"})
    rows = Event.objects.filter(stream=f"readings:{town.leader.pk}").order_by("seq")
    assert [(row.kind, row.data) for row in rows] == [
        ("dossier.read", {"dossier": found.ref, "what": "page"}),
        ("dossier.read", {"dossier": found.ref, "what": "file"}),
        ("dossier.searched", {"shown": 1}),
    ]
