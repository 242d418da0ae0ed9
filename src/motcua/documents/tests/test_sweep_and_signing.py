"""What was checked goes after its days; what is about to be signed is checked, and that is recorded."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from motcua.accounts.system import SYSTEM
from motcua.documents import commands, tasks
from motcua.documents.models import CheckedFile, FormatCheck
from motcua.documents.tests.conftest import NOW, Town
from motcua.documents.tests.samples import NUMBER_SIZE, document
from motcua.events.models import Event

BAD = document(NUMBER_SIZE)


@pytest.mark.usefixtures("run_on_commit")
def test_old_checks_go_with_their_files_and_the_record_says_so(town: Town) -> None:
    check = town.done(("a.docx", BAD))
    assert commands.sweep(before=NOW, by=SYSTEM, now=NOW) == 0
    assert commands.sweep(before=NOW + timedelta(seconds=1), by=SYSTEM, now=NOW) == 1
    assert not FormatCheck.objects.exists()
    assert not CheckedFile.objects.exists()
    assert not default_storage.exists(f"checks/{check.folder}")
    assert Event.objects.get(kind="format_check.removed").data == {"check": check.pk, "files": 1}
    assert commands.sweep(before=NOW + timedelta(seconds=1), by=SYSTEM, now=NOW) == 0


@pytest.mark.usefixtures("run_on_commit")
def test_the_days_are_a_setting(town: Town, settings: object) -> None:
    check = town.done(("a.docx", BAD))
    FormatCheck.objects.filter(pk=check.pk).update(asked_at=NOW - timedelta(days=10))
    settings.CHECKS_KEEP_DAYS = 11  # type: ignore[attr-defined]
    tasks.every_night(0)
    assert FormatCheck.objects.exists()
    settings.CHECKS_KEEP_DAYS = 9  # type: ignore[attr-defined]
    tasks.every_night(0)
    assert not FormatCheck.objects.exists()


@pytest.mark.usefixtures("run_on_commit")
def test_what_a_crash_left_without_a_row_goes_after_a_day_and_nothing_else(town: Town) -> None:
    written = datetime.now(UTC)
    commands.sweep_unnamed(before=written + timedelta(minutes=1))  # of other tests, which were rolled back
    check = town.done(("a.docx", BAD))
    default_storage.save("checks/left-behind/0000", ContentFile(b"PK"))
    assert commands.sweep_unnamed(before=written - timedelta(days=1)) == 0
    assert commands.sweep_unnamed(before=written + timedelta(minutes=1)) == 1
    assert not default_storage.exists("checks/left-behind/0000")
    assert default_storage.exists(f"checks/{check.folder}")


def test_a_check_before_signing_is_recorded_with_what_it_found(town: Town) -> None:
    report = commands.check_before_signing(BAD, by=town.colleague, now=NOW, stream="document:1")
    event = Event.objects.get()
    assert not report.clean
    assert (event.kind, event.stream, event.actor_id) == (
        "document.checked_before_signing", "document:1", town.colleague.pk
    )  # fmt: skip
    assert (event.data["clean"], event.data["violations"], event.data["sha256"]) == (
        False, ["ND30-N3.size"], report.sha256
    )  # fmt: skip


def test_what_cannot_be_read_is_recorded_as_such_before_signing(town: Town) -> None:
    report = commands.check_before_signing(b"hello", by=town.colleague, now=NOW)
    assert (report.clean, Event.objects.get().data["error"]) == (False, "wrong-type")
