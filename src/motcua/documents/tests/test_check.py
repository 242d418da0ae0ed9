"""Asking for a check and carrying it out: at once or by a job, whole or not at all, resumable."""

import pytest
from django.core.files.storage import default_storage

from motcua.base.errors import NotPermitted
from motcua.documents import commands, judging, keeping
from motcua.documents.errors import ArchiveTooLarge, NoFiles, NothingInArchive, Refused, TooManyFiles
from motcua.documents.models import CheckedFile, FormatCheck
from motcua.documents.tests.conftest import NOW, Town
from motcua.documents.tests.samples import MOTTO, NOT_ITALIC, NUMBER_SIZE, document, upload, zipped
from motcua.engines.decree30 import convert
from motcua.engines.decree30.corpus.changes import turned
from motcua.engines.decree30.fixing.package import rewritten
from motcua.engines.decree30.roles.names import Role
from motcua.events.models import Event

Outcome = CheckedFile.Outcome
GOOD, BAD = document(kind="CV"), document(NUMBER_SIZE)


def kinds() -> list[str]:
    return list(Event.objects.order_by("pk").values_list("kind", flat=True))


def test_one_small_document_is_judged_at_once(town: Town) -> None:
    check = town.asked(("quyet-dinh.docx", BAD))
    row = check.files.get()
    assert (check.state, check.total, check.failing) == (FormatCheck.State.DONE, 1, 1)
    assert (row.outcome, row.violations, row.mendable) == (Outcome.VIOLATION, 1, 1)
    assert [one["code"] for one in row.findings if one["verdict"] == "violation"] == ["ND30-N3.size"]
    assert kinds() == ["format_check.received", "format_check.done"]


def test_several_documents_wait_for_a_job_and_are_then_judged_each(town: Town) -> None:
    check = town.asked(("a.docx", GOOD), ("b.docx", BAD), ("c.docx", b"hello"))
    assert (check.state, check.total, check.done) == (FormatCheck.State.QUEUED, 3, 0)
    commands.carry_out(check.pk, now=NOW)
    check.refresh_from_db()
    assert (check.state, check.done, check.passing, check.failing, check.unreadable) == ("done", 3, 1, 1, 1)
    assert check.totals == [["ND30-N3.size", 1, 0]]
    assert kinds() == ["format_check.asked", "format_check.done"]


def test_a_check_that_is_done_is_not_done_again(town: Town) -> None:
    check = town.done(("a.docx", GOOD), ("b.docx", BAD))
    commands.carry_out(check.pk, now=NOW)
    commands.carry_out(10**9, now=NOW)  # swept meanwhile
    assert kinds().count("format_check.done") == 1


def test_a_zip_is_read_file_by_file_and_does_not_stay(town: Town) -> None:
    data = zipped({"thang 1/a.docx": GOOD, "b.docx": BAD, "~$b.docx": b"x", "anh.png": b"x", "__MACOSX/b.docx": b"x"})
    check = town.done(("tháng.zip", data))
    assert [(row.name, row.outcome) for row in check.files.order_by("place")] == [
        ("b.docx", Outcome.VIOLATION), ("thang 1/a.docx", Outcome.CLEAN)
    ]  # fmt: skip
    kept = {row.kept for row in check.files.all()}
    assert set(default_storage.listdir(f"checks/{check.folder}")[1]) == kept
    assert kept.isdisjoint({row.archive for row in check.files.all()})


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [("a.docx", b"", "empty"), ("a.docx", b"hello", "wrong-type"), ("a.docx", GOOD[:4000], "broken"),
     ("a.docx", zipped({"[Content_Types].xml": b"<a/>"}), "wrong-type"),
     ("a.docx", b"\x89PNG\r\n\x1a\n00", "wrong-type")],
)  # fmt: skip
def test_a_bad_file_is_told_in_one_sentence_and_nothing_of_it_is_guessed(
    town: Town, name: str, content: bytes, code: str
) -> None:
    row = town.file(content, name)
    assert (row.outcome, row.error_code, row.findings, row.kept) == (Outcome.UNREADABLE, code, [], "")
    assert row.error.endswith(".")


def test_a_file_over_the_bound_is_a_line_that_says_so_and_is_not_stored(town: Town, settings: object) -> None:
    settings.CHECK_FILE_MAX_BYTES = 2000  # type: ignore[attr-defined]
    row = town.file(GOOD)
    assert (row.error_code, row.sha256) == ("too-big", "")


def test_a_bomb_in_a_zip_is_a_line_too(town: Town, settings: object) -> None:
    settings.CHECK_FILE_MAX_BYTES = 50_000  # type: ignore[attr-defined]
    check = town.done(("x.zip", zipped({"a.docx": b"0" * 10**7, "b.docx": GOOD})))
    assert [row.error_code for row in check.files.order_by("place")] == ["too-big", ""]


def test_what_is_refused_leaves_nothing(town: Town, settings: object) -> None:
    settings.CHECK_MOST_FILES, settings.CHECK_ARCHIVE_MAX_BYTES = 2, 100_000  # type: ignore[attr-defined]
    before = set(default_storage.listdir("checks")[0]) if default_storage.exists("checks") else set()
    three = zipped({f"{n}.docx": GOOD for n in range(3)})
    for uploads, profile, error in (
        ([], "", NoFiles), ([upload(three, "a.zip")], "", TooManyFiles),
        ([upload(GOOD), upload(zipped({"a.txt": b"x"}), "b.zip")], "", NothingInArchive),
        ([upload(GOOD)], "[limits]\nx = 1", Refused), ([upload(GOOD)], "[", Refused),
    ):  # fmt: skip
        with pytest.raises(error):
            commands.ask(uploads, profile_text=profile, by=town.drafter, now=NOW)
    settings.CHECK_ARCHIVE_MAX_BYTES = 1000  # type: ignore[attr-defined]
    with pytest.raises(ArchiveTooLarge):
        town.asked(("a.zip", zipped({"a.docx": GOOD})))
    assert not FormatCheck.objects.exists()
    assert kinds() == []
    after = set(default_storage.listdir("checks")[0]) if default_storage.exists("checks") else set()
    assert after == before


def test_who_holds_no_post_may_not_ask(town: Town) -> None:
    with pytest.raises(NotPermitted):
        town.asked(("a.docx", GOOD), by=town.nobody)


def test_a_house_style_tightens_the_rules_and_is_named(town: Town) -> None:
    check = town.done(("a.docx", BAD), profile='name = "Sở Mẫu"\n[ignore]\ncodes = ["ND30-N3"]\nbecause = "mẫu"')
    assert (check.profile_name, check.passing) == ("Sở Mẫu", 1)


def test_a_number_given_twice_in_one_check_is_a_warning_of_the_later_file(town: Town) -> None:
    other = document(turned(Role.LETTER_SUBJECT, lambda _old: "V/v kiểm tra mẫu"), kind="CV")
    check = town.done(("a.docx", GOOD), ("b.docx", other))
    first, second = check.files.order_by("place")
    assert (first.outcome, second.outcome) == (Outcome.CLEAN, Outcome.WARNING)
    assert second.findings[-1]["code"] == "MC-number.unique"
    assert "a.docx" in second.findings[-1]["message"]


def test_two_versions_of_one_document_may_bear_its_number(town: Town) -> None:
    check = town.done(("a.docx", GOOD), ("b.docx", GOOD))
    assert check.passing == 2


def test_a_check_cut_off_in_the_middle_goes_on_where_it_was(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    check = town.asked(*((f"{n}.docx", document(MOTTO, kind="CV")) for n in range(4)))
    original, count = judging.judge, 0

    def dies(*args: object) -> None:
        nonlocal count
        count += 1
        if count == 3:
            raise MemoryError
        original(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(judging, "judge", dies)
    with pytest.raises(MemoryError):
        commands.carry_out(check.pk, now=NOW)
    check.refresh_from_db()
    assert (check.state, check.done) == (FormatCheck.State.STOPPED, 2)
    monkeypatch.undo()
    commands.carry_out(check.pk, now=NOW)
    check.refresh_from_db()
    assert (check.state, check.done, check.failing) == (FormatCheck.State.DONE, 4, 4)


def test_the_same_content_is_stored_once_in_a_check(town: Town) -> None:
    check = town.done(("a.docx", GOOD), ("b.docx", GOOD))
    assert len(default_storage.listdir(f"checks/{check.folder}")[1]) == 1


def test_no_name_of_a_file_stands_in_the_record(town: Town) -> None:
    town.done(("Trần Thị Mẫu.docx", GOOD), ("b.docx", document(NOT_ITALIC)))
    assert not [event for event in Event.objects.all() if "Mẫu.docx" in str(event.data)]


def test_a_path_in_a_name_is_only_a_name(town: Town) -> None:
    assert keeping.name_of(upload(b"", "../../etc/passwd")) == "passwd"


@pytest.mark.skipif(convert.converter() is None, reason="LibreOffice is not installed")
def test_an_older_format_waits_for_the_converter_and_says_that_the_layout_is_the_converter_s(town: Town) -> None:
    odt = convert.converted(BAD, ".docx", "odt")
    check = town.asked(("cũ.odt", odt))
    assert check.state == FormatCheck.State.QUEUED
    commands.carry_out(check.pk, now=NOW)
    row = check.files.get()
    assert (row.error, row.kept == row.sha256) == ("", False)
    assert any("LibreOffice" in note for note in row.notes)


def test_an_older_format_without_libreoffice_is_refused_clearly(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(convert, "converter", lambda: None)
    row = town.file(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600), "cũ.doc")
    assert (row.outcome, row.error_code) == (Outcome.UNREADABLE, "needs-converter")


def test_two_workers_at_one_check_judge_each_file_once(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    check = town.asked(("a.docx", GOOD), ("b.docx", BAD))
    original = judging.judge

    def other_worker_first(*args: object) -> None:
        monkeypatch.undo()
        original(*args)  # type: ignore[arg-type]
        CheckedFile.objects.filter(name="b.docx").update(outcome=Outcome.CLEAN)

    monkeypatch.setattr(judging, "judge", other_worker_first)
    commands.carry_out(check.pk, now=NOW)
    commands.carry_out(check.pk, now=NOW)
    assert check.files.get(name="b.docx").findings == []
    assert kinds().count("format_check.done") == 1


def test_a_small_package_that_unpacks_to_much_waits_for_the_job(town: Town) -> None:
    check = town.asked(("a.docx", rewritten(GOOD, {"word/settings.xml": b"<a>" + b" " * 7 * 2**20 + b"</a>"})))
    assert check.state == FormatCheck.State.QUEUED
