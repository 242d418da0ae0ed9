"""Mended copies: safe ones at a press, guarded and tracked ones on request; never a change of the original."""

import io
import zipfile

import pytest
from openpyxl import load_workbook

from motcua.documents import commands, keeping
from motcua.documents.errors import NothingToMend, Refused
from motcua.documents.tests.conftest import NOW, Town, client_of
from motcua.documents.tests.samples import NOT_ITALIC, NUMBER_SIZE, document, zipped
from motcua.engines.decree30.check import check as checked
from motcua.engines.decree30.fixing.errors import AuditOnly
from motcua.engines.decree30.fixing.package import rewritten
from motcua.events.models import Event

BAD = document(NUMBER_SIZE, NOT_ITALIC)


def mended(town: Town, data: bytes = BAD, *, guarded: bool = False, tracked: bool = False) -> tuple[str, bytes]:
    return commands.mended(town.file(data).pk, guarded=guarded, tracked=tracked, by=town.drafter, now=NOW)


def test_the_mended_copy_is_clean_and_the_original_stays(town: Town) -> None:
    row = town.file(BAD)
    name, data = commands.mended(row.pk, guarded=False, tracked=False, by=town.drafter, now=NOW)
    assert name == "quyet-dinh.fixed.docx"
    assert checked(data).clean
    assert keeping.read(row.check_of, row.kept) == BAD
    event = Event.objects.get(kind="format_check.mended")
    assert (event.data["sha256"], event.data["guarded"], event.data["tracked"]) == (row.sha256, False, False)


def test_tracked_changes_bear_the_name_of_who_asked(town: Town) -> None:
    _name, data = mended(town, tracked=True)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert 'w:author="Mẫu drafter"' in package.read("word/document.xml").decode()


def part_of(data: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read(name)


def track(settings: bytes) -> bytes:
    """Settings that follow changes."""
    return settings.replace(b"</w:settings>", b"<w:trackRevisions/></w:settings>")


def test_where_there_is_nothing_to_mend_that_is_said(town: Town) -> None:
    with pytest.raises(NothingToMend):
        mended(town, document())
    with pytest.raises(NothingToMend):
        mended(town, b"hello")


def test_a_file_that_may_only_be_read_says_why(town: Town) -> None:
    tracked = rewritten(BAD, {"word/settings.xml": track(part_of(BAD, "word/settings.xml"))})
    with pytest.raises(Refused) as refused:
        mended(town, tracked)
    assert isinstance(refused.value.error, AuditOnly)
    assert "Track Changes" in refused.value.words("vi")
    page = client_of(town.drafter).get(f"/documents/files/{town.file(tracked).pk}/fix")
    assert "Track Changes" in page.content.decode()


def test_what_would_change_is_listed_before(town: Town) -> None:
    text = client_of(town.drafter).get(f"/documents/files/{town.file(BAD).pk}/fix").content.decode()
    assert "14 pt" in text
    assert "13 pt" in text
    assert 'name="tracked"' in text


def test_all_mended_copies_come_in_one_zip_with_a_note_of_the_rest(town: Town) -> None:
    check = town.done(
        ("x.zip", zipped({"a/1.docx": BAD, "../../2.docx": document(NUMBER_SIZE, kind="CV"), "3.docx": b"x"}))
    )
    answer = client_of(town.drafter).get(f"/documents/checks/{check.pk}/fixed")
    with zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content))) as archive:  # type: ignore[attr-defined]
        assert archive.testzip() is None
        assert sorted(archive.namelist()) == ["2.fixed.docx", "a/1.fixed.docx", "khong-sua.txt"]
        assert all(checked(archive.read(name)).clean for name in archive.namelist() if name.endswith("docx"))
        assert "3.docx" in archive.read("khong-sua.txt").decode()
    assert Event.objects.filter(kind="format_check.all_mended").count() == 1


def test_reports_come_as_html_xlsx_and_json_of_the_engine(town: Town) -> None:
    row, client = town.file(BAD, "=cmd.docx"), client_of(town.drafter)
    answers = {form: client.get(f"/documents/files/{row.pk}/{form}") for form in ("html", "xlsx", "json")}
    contents = {form: b"".join(answer.streaming_content) for form, answer in answers.items()}  # type: ignore[attr-defined]
    assert all(answer["Content-Disposition"].startswith("attachment") for answer in answers.values())
    assert b"ND30-N3.size" in contents["html"]
    assert b'"code": "ND30-N3.size"' in contents["json"]
    cells = [cell for line in load_workbook(io.BytesIO(contents["xlsx"])).worksheets[0].iter_rows() for cell in line]
    assert all(cell.data_type != "f" for cell in cells)
