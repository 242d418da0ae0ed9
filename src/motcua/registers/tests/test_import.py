"""A file on its way into a register: what is good goes in once, what is bad is told, nothing is half done."""

import io
import zipfile
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from motcua.base.errors import NotFound, NotPermitted
from motcua.documents.models import IncomingDocument, IssuedDocument, LegalText
from motcua.events.models import Event
from motcua.inspection.registers import REFORM_PLAN
from motcua.registers import commands, queries, upsert
from motcua.registers.commands.check import AT_ONCE
from motcua.registers.errors import (
    ColumnsMissing,
    FileTooLarge,
    NoTable,
    NotAtThisStage,
    TooManyRows,
    UnreadableFile,
)
from motcua.registers.models import ImportRun, Mapping
from motcua.registers.register import named
from motcua.registers.tests.conftest import BAD, GOOD, HEADS, NOW, Office, comma, sheet

State = ImportRun.State


def faults(run: ImportRun) -> list[tuple[int, str, str, str]]:
    return list(run.faults.order_by("pk").values_list("line", "column", "fault", "given"))


def rows() -> set[tuple[Any, ...]]:
    return set(IssuedDocument.objects.values_list("number", "symbol", "year", "document_type", "issued_on", "form"))


EXPECTED = {
    (15, "QĐ-UBND", 2023, "Quyết định", date(2023, 5, 9), "electronic"),
    (16, "TB-UBND", 2023, "Thông báo", date(2023, 5, 10), "paper"),
}


@pytest.mark.parametrize(
    "data",
    [
        sheet(*GOOD), comma(*GOOD), comma(*GOOD, delimiter=";"), comma(*GOOD, delimiter="\t"),
        sheet(*GOOD, above=[("UBND PHƯỜNG MẪU",), ("SỔ ĐĂNG KÝ VĂN BẢN ĐI",), ()]),
        sheet(("(1)", "(2)", "(3)", "(4)", "(5)"), GOOD[0], (), GOOD[1]),
    ],
    ids=["xlsx", "comma", "semicolon", "tab", "title above", "numbered columns and an empty line"],
)  # fmt: skip
def test_a_register_in_any_of_its_shapes_is_imported(office: Office, data: bytes) -> None:
    run = office.imported(data)
    assert (run.state, run.good, run.bad, run.new) == (State.DONE, 2, 0, 2)
    assert rows() == EXPECTED


def test_every_bad_row_is_told_with_line_column_and_reason_and_the_good_go_in(office: Office) -> None:
    data = sheet(
        GOOD[0], BAD, ("không số", "09/05/2023", "x", "", "Bản giấy"), ("18/QĐ-UBND", None, "", "", "đá"), GOOD[1]
    )
    run = office.checked(data)
    told = faults(run)
    assert (run.state, run.good, run.bad, rows()) == (State.READY, 2, 3, set())
    assert (3, "issued_on", "ngày không đọc được: '32/13/2023'", "32/13/2023") in told
    assert (4, "symbol_full", "không có dạng số/ký hiệu, như 15/QĐ-UBND", "không số") in told
    assert [row[1] for row in told if row[0] == 5] == ["form", "subject", "issued_on"]
    commands.ask_import(run.pk, by=office.registrar, now=NOW)
    assert rows() == EXPECTED


def test_the_same_file_again_changes_nothing(office: Office) -> None:
    office.imported(sheet(*GOOD))
    before = list(IssuedDocument.objects.order_by("pk").values())
    run = office.imported(sheet(*GOOD), at=NOW + timedelta(days=1))
    assert (run.new, run.changed, run.same) == (0, 0, 2)
    assert list(IssuedDocument.objects.order_by("pk").values()) == before


def test_a_row_that_differs_is_changed_and_only_that(office: Office) -> None:
    office.imported(sheet(*GOOD))
    later = NOW + timedelta(days=1)
    run = office.imported(sheet((*GOOD[0][:2], "Quyết định khác", *GOOD[0][3:]), GOOD[1]), at=later)
    assert (run.new, run.changed, run.same) == (0, 1, 1)
    assert IssuedDocument.objects.get(changed_at=later).subject == "Quyết định khác"


def test_a_column_that_the_file_does_not_have_stays_as_it_was(office: Office) -> None:
    office.imported(sheet(*GOOD))
    heads = [head for head in HEADS if head != "Người ký"]
    run = office.imported(sheet(*[(*row[:3], row[4]) for row in GOOD], heads=heads))
    assert (run.same, set(IssuedDocument.objects.values_list("signer", flat=True))) == (2, {"Trần Văn Mẫu"})


def test_two_rows_with_one_key_are_one_too_many(office: Office) -> None:
    run = office.checked(sheet(GOOD[0], GOOD[1], GOOD[0]))
    assert faults(run) == [(4, "", "trùng với dòng 2", "")]


TITLES = st.sampled_from(["Kế hoạch năm", "Báo cáo quý", "Rà soát thủ tục"])
PLAN_ROW = st.tuples(
    st.sampled_from([2022, 2023, "2023", "nay"]), st.sampled_from(["Kế hoạch", "task", "Khác"]), TITLES,
    st.sampled_from(["31/12/2023", "2023-06-30", "30/02/2023", ""]), st.sampled_from(["", "01/07/2023"]),
)  # fmt: skip


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(table=st.lists(PLAN_ROW, max_size=8))
def test_any_file_twice_changes_nothing_the_second_time(office: Office, table: list[tuple[Any, ...]]) -> None:
    data = comma(*table, heads=("Năm", "Loại", "Tên việc", "Hạn", "Ngày xong"))
    for _ in range(2):
        run = office.checked(data, register=REFORM_PLAN.name)
        if run.good:
            run = commands.ask_import(run.pk, by=office.registrar, now=NOW)
    assert (run.new, run.changed, run.same) == (0, 0, run.good)
    assert run.good + run.bad == run.total == len(table)


def test_rows_of_another_unit_are_bad_rows_with_a_clear_reason(office: Office) -> None:
    heads = ("Đơn vị", *HEADS)
    data = sheet(("Phường Mẫu 3", *GOOD[0]), ("H23.15.02", *GOOD[1]), heads=heads)
    run = office.checked(data)
    assert faults(run) == [(2, "unit", "không có quyền ghi sổ của 'Phường Mẫu 3'", "Phường Mẫu 3")]
    done = commands.ask_import(run.pk, by=office.registrar, now=NOW)
    assert (done.new, IssuedDocument.objects.get().unit_id) == (1, office.town.ward.pk)


def test_an_inspector_writes_for_all_units_below(office: Office) -> None:
    data = sheet(("Phường Mẫu 3", *GOOD[0]), ("Phường Mẫu 2", *GOOD[1]), heads=("Đơn vị", *HEADS))
    run = office.imported(data, by=office.town.inspector, unit=None)
    assert (run.new, run.bad) == (2, 0)


def test_an_officer_and_a_stranger_to_the_desk_import_nothing(office: Office) -> None:
    with pytest.raises(NotPermitted):
        office.uploaded(sheet(*GOOD), by=office.town.drafter)
    with pytest.raises(NotFound):
        office.uploaded(sheet(*GOOD), by=office.receptionist)
    with pytest.raises(NotFound):
        office.uploaded(sheet(*GOOD), by=office.town.nobody)
    with pytest.raises(NotPermitted):
        office.checked(sheet(*GOOD), unit=office.town.other_ward.pk)


def test_a_right_that_ended_before_the_import_imports_nothing(office: Office) -> None:
    run = office.checked(sheet(*GOOD))
    office.registrar.posts.update(valid_to=date(2023, 1, 1))
    fresh = type(office.registrar).objects.get(pk=office.registrar.pk)
    with pytest.raises(NotFound):
        commands.ask_import(run.pk, by=fresh, now=NOW)
    assert rows() == set()


def test_an_import_is_its_uploaders_alone(office: Office) -> None:
    run = office.checked(sheet(*GOOD))
    with pytest.raises(NotFound):
        queries.run(run.pk, user=office.stranger)
    with pytest.raises(NotFound):
        commands.ask_import(run.pk, by=office.town.colleague, now=NOW)


def test_a_column_without_which_no_row_stands_has_to_be_mapped(office: Office) -> None:
    with pytest.raises(ColumnsMissing) as caught:
        office.checked(sheet(*GOOD), issued_on="", unit=None)
    assert "Ngày ban hành" in caught.value.words("vi")
    assert "Đơn vị" in caught.value.words("vi")


def test_one_value_for_every_row_may_be_said(office: Office) -> None:
    heads = HEADS[:4]
    run = office.imported(sheet(*[row[:4] for row in GOOD], heads=heads), form="=both")
    assert (run.new, set(IssuedDocument.objects.values_list("form", flat=True))) == (2, {"both"})


def test_a_mapping_is_proposed_again_for_the_same_heads_newest_first(office: Office) -> None:
    heads = ("A", "B", "C", "D", "E")
    run = office.uploaded(sheet(*GOOD, heads=heads))
    assert queries.proposed(named("issued"), run.heads) == ({}, None)
    said = {"symbol_full": "A", "issued_on": "B", "subject": "C", "form": "=paper"}
    commands.ask_check(run.pk, mapping=said, unit_id=office.town.ward.pk, by=office.registrar, now=NOW)
    newer = said | {"form": "E"}
    commands.ask_check(run.pk, mapping=newer, unit_id=office.town.ward.pk, by=office.registrar, now=NOW)
    again = office.uploaded(sheet(*GOOD, heads=("a ", "B", "c", "D", "E")))
    mapping, row = queries.proposed(named("issued"), again.heads)
    assert mapping == {"symbol_full": "a", "issued_on": "B", "subject": "c", "form": "E"}
    assert row == Mapping.objects.order_by("-pk").first()


def test_one_event_tells_of_the_import_and_of_no_row(office: Office) -> None:
    run = office.imported(sheet(*GOOD, BAD))
    event = Event.objects.get(kind="register.imported")
    assert event.stream == "register:issued"
    assert event.data == {
        "register": "issued", "import": run.pk, "sha256": run.sha256, "unit": office.town.ward.pk, "total": 3,
        "good": 2, "bad": 1, "new": 2, "changed": 0, "same": 0,
    }  # fmt: skip


def test_five_thousand_rows_cost_a_bounded_number_of_queries(
    office: Office, run_on_commit: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    from django.db import connection

    table = [(f"{n}/QĐ-UBND", "09/05/2023", "Quyết định", "", "Bản giấy") for n in range(1, 5001)]
    run = office.uploaded(comma(*table))
    mapping, _ = queries.proposed(named("issued"), run.heads)
    commands.ask_check(run.pk, mapping=mapping, unit_id=office.town.ward.pk, by=office.registrar, now=NOW)
    run.refresh_from_db()
    assert run.state == State.CHECKING, "more than AT_ONCE rows wait for a job"
    with CaptureQueriesContext(
        connection,
    ) as asked:
        commands.check(run.pk, now=NOW)
    assert len(asked) < 30
    run.refresh_from_db()
    assert (run.state, run.good, run.done) == (State.READY, 5000, 5000)
    assert commands.ask_import(run.pk, by=office.registrar, now=NOW).state == State.IMPORTING
    with CaptureQueriesContext(connection) as asked:
        commands.carry_out(run.pk, now=NOW)
    assert len(asked) < 40
    assert IssuedDocument.objects.count() == 5000
    commands.carry_out(run.pk, now=NOW)
    assert Event.objects.filter(kind="register.imported").count() == 1


def test_up_to_two_thousand_rows_are_read_while_the_page_waits(office: Office) -> None:
    table = [(f"{n}/QĐ-UBND", "09/05/2023", "Quyết định", "", "Bản giấy") for n in range(1, AT_ONCE + 2)]
    assert office.checked(comma(*table[:-1])).state == State.READY
    assert office.checked(comma(*table)).state == State.CHECKING


def test_a_fault_in_the_middle_leaves_nothing_half_done_and_can_be_run_again(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = office.checked(sheet(*GOOD))
    ImportRun.objects.filter(pk=run.pk).update(state=State.IMPORTING)
    write = upsert.write

    def broken(*args: Any) -> None:
        write(*args)
        raise RuntimeError("killed")

    with monkeypatch.context() as patch:
        patch.setattr(upsert, "write", broken)
        with pytest.raises(RuntimeError):
            commands.carry_out(run.pk, now=NOW)
    run.refresh_from_db()
    assert (run.state, rows(), Event.objects.filter(kind="register.imported").count()) == (State.FAILED, set(), 0)
    unit, mapping = office.town.ward.pk, run.mapping
    commands.ask_check(run.pk, mapping=mapping, unit_id=unit, by=office.registrar, now=NOW)
    assert commands.ask_import(run.pk, by=office.registrar, now=NOW).state == State.DONE
    assert rows() == EXPECTED


def test_a_job_that_was_killed_goes_through_when_it_is_run_again(office: Office) -> None:
    run = office.checked(sheet(*GOOD))
    ImportRun.objects.filter(pk=run.pk).update(state=State.IMPORTING)  # as the kill left it
    commands.carry_out(run.pk, now=NOW)
    assert rows() == EXPECTED


def test_nothing_is_imported_before_the_check_or_twice(office: Office) -> None:
    run = office.uploaded(sheet(*GOOD))
    with pytest.raises(NotAtThisStage):
        commands.ask_import(run.pk, by=office.registrar, now=NOW)
    done = office.imported(sheet(*GOOD))
    for act in (commands.ask_import, lambda pk, by, now: commands.cancel(pk, by=by)):
        with pytest.raises(NotAtThisStage):
            act(done.pk, by=office.registrar, now=NOW)  # type: ignore[operator]


def test_the_file_is_gone_when_it_is_over(office: Office, run_on_commit: None) -> None:
    run = office.checked(sheet(*GOOD))
    assert default_storage.exists(f"registers/{run.folder}")
    commands.ask_import(run.pk, by=office.registrar, now=NOW)
    assert not default_storage.exists(f"registers/{run.folder}")
    other = office.checked(sheet(*GOOD, BAD))
    commands.cancel(other.pk, by=office.registrar)
    assert (default_storage.exists(f"registers/{other.folder}"), other.faults.count()) == (False, 0)


def test_what_was_left_a_day_is_swept_and_a_younger_file_stays(office: Office) -> None:
    run = office.checked(sheet(*GOOD, BAD))
    day = timedelta(days=1)
    assert commands.sweep(now=NOW + day, real_now=NOW) == 0
    assert commands.sweep(now=NOW + day + timedelta(seconds=1), real_now=NOW) == 1
    swept = ImportRun.objects.get(pk=run.pk)
    assert (swept.state, swept.folder, swept.faults.count()) == (State.CANCELLED, "", 0)
    assert not default_storage.exists(f"registers/{run.folder}")


def packed(*parts: tuple[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts:
            archive.writestr(name, content)
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "Không thấy dòng tiêu đề"), (b"mot dong thoi", "Không thấy dòng tiêu đề"),
        (b"%PDF-1.7 x", "không phải XLSX hay CSV"), (b"\xd0\xcf\x11\xe0\xa1\xb1", "tệp .xls cũ"),
        ("Số,Ngày".encode("utf-16"), "không phải XLSX hay CSV"), ("Sô;Ngày\n".encode("latin-1"), "không phải XLSX"),
        (b"PK\x03\x04 spoiled", "không phải tệp XLSX"), (packed(("word/document.xml", b"<w/>")), "không phải tệp XLSX"),
        (packed(("xl/worksheets/sheet1.xml", bytes(300 * 2**20))), "giải nén ra lớn hơn 256 MB"),
    ],
)  # fmt: skip
def test_what_is_no_table_is_refused_and_nothing_of_it_is_kept(office: Office, data: bytes, why: str) -> None:
    kept = len(default_storage.listdir("registers")[1]) if default_storage.exists("registers") else 0
    with pytest.raises((UnreadableFile, NoTable)) as caught:
        office.uploaded(data)
    assert why in caught.value.words("vi")
    assert caught.value.words("en")
    assert ImportRun.objects.count() == 0
    assert len(default_storage.listdir("registers")[1]) == kept


def test_a_sheet_whose_rows_lie_about_their_number_comes_to_an_end(office: Office) -> None:
    book = sheet(*GOOD)
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        parts = [(name, archive.read(name)) for name in archive.namelist()]
    far = [(name, text.replace(b'<row r="2"', b'<row r="99999999999"')) for name, text in parts]
    with pytest.raises(UnreadableFile, match="more than 1048576 rows"):
        office.uploaded(packed(*far))


def test_rows_beyond_what_a_sheet_says_of_its_size_are_read(office: Office) -> None:
    with zipfile.ZipFile(io.BytesIO(sheet(*GOOD))) as archive:
        parts = [(name, archive.read(name).replace(b'ref="A1:E3"', b'ref="A1"')) for name in archive.namelist()]
    assert any(b'ref="A1"' in content for _, content in parts)
    assert office.imported(packed(*parts)).new == 2


def test_entities_that_grow_are_refused(office: Office) -> None:
    with zipfile.ZipFile(io.BytesIO(sheet(*GOOD))) as archive:
        parts = [(name, archive.read(name)) for name in archive.namelist()]
    lol = b"".join(b'<!ENTITY l%d "%s">' % (n, b"&l%d;" % (n - 1) * 10) for n in range(1, 10))
    bomb = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "aaaaaaaaaa">' + lol + b"]>"
    row = b'<row><c t="inlineStr"><is><t>&l9;</t></is></c></row>'
    grown = [
        (name, bomb + text.replace(b"<sheetData>", b"<sheetData>" + row))
        if "sheet1" in name else (name, text) for name, text in parts
    ]  # fmt: skip
    with pytest.raises((UnreadableFile, NoTable)):
        office.uploaded(packed(*grown))


def test_a_formula_in_a_mapped_column_is_a_bad_row_elsewhere_it_is_no_matter(office: Office) -> None:
    book = Workbook()
    for row in (("STT", *HEADS), ("=ROW()", *GOOD[0]), (2, "16/TB-UBND", "=TODAY()", *GOOD[1][2:])):
        book.active.append(list(row))  # type: ignore[union-attr]
    file = io.BytesIO()
    book.save(file)
    run = office.checked(file.getvalue())
    assert faults(run) == [(3, "issued_on", "ô là công thức: hãy dán giá trị", "=…")]
    assert run.good == 1


def test_a_file_beyond_the_bounds_is_refused(office: Office, settings: Any) -> None:
    settings.REGISTER_FILE_MAX_BYTES = 100
    with pytest.raises(FileTooLarge):
        office.uploaded(b"a,b\n" * 26)
    assert office.uploaded(b"a,b\n" * 25).pk
    settings.REGISTER_MOST_ROWS = 1
    run = office.uploaded(b"a,b\n" + b"c,d\n" * 2)
    said = {"symbol_full": "a", "issued_on": "b", "subject": "a", "form": "=paper"}
    with pytest.raises(TooManyRows):
        commands.ask_check(run.pk, mapping=said, unit_id=office.town.ward.pk, by=office.registrar, now=NOW)


def test_incoming_documents_take_the_year_of_their_day_and_marks(office: Office) -> None:
    data = comma(("7", "1/UBND-VP", "UBND thị xã", "V/v mẫu", "03/01/2023", "x", "", ""),
                 ("8", "2/UBND-VP", "UBND thị xã", "V/v mẫu", "03/01/2023", "", "10/01/2023", "09/01/2023"),
                 heads=("Số đến", "Số ký hiệu", "Tác giả", "Trích yếu", "Ngày đến", "Điện tử", "Hạn xử lý", "Xong"),
                 )  # fmt: skip
    assert office.imported(data, register="incoming").new == 2
    first, second = IncomingDocument.objects.order_by("number")
    assert (first.year, first.electronic, first.due_on, second.electronic) == (2023, True, None, False)


def test_legal_texts_are_shared_and_written_by_who_oversees(office: Office) -> None:
    data = comma(("30/2020/NĐ-CP", "Về công tác văn thư", "05/03/2020", ""), ("110/2004/NĐ-CP", "Cũ", "01/05/2004",
                  "04/03/2004"), heads=("Số hiệu", "Tên", "Ngày hiệu lực", "Hiệu lực đến"))  # fmt: skip
    with pytest.raises(NotPermitted):
        office.uploaded(data, register="legal-texts")
    run = office.imported(data, register="legal-texts", by=office.town.administrator, unit=None)
    assert (run.new, faults(run)[0][:3]) == (1, (3, "valid_to", "trước “Có hiệu lực từ”"))
    assert LegalText.objects.get().symbol == "30/2020/NĐ-CP"
