"""Acts on many and exports: each row on its own, resumable, its owner's alone; and registers by year."""

import csv
import io
from datetime import datetime
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from django.test import Client
from openpyxl import load_workbook

from motcua.base import clock
from motcua.base.clock import VIETNAM
from motcua.base.errors import NotFound, NotPermitted
from motcua.dossiers import books, exporting, queries
from motcua.dossiers.commands import registers, runs
from motcua.dossiers.errors import BookUnreadable, NothingChosen, RegisterClosed, YearNotOver
from motcua.dossiers.models import Dossier, PaperEntry, RegisterBook, Run, State
from motcua.dossiers.selection import Selection
from motcua.dossiers.tests.conftest import NOW, Town
from motcua.dossiers.tests.test_course import CODE, act
from motcua.organisations.models import Unit

NEW_YEAR = datetime(2024, 1, 2, 9, tzinfo=VIETNAM)


def carried_out(run: Run) -> Run:
    runs.carry_out(run.pk, now=NOW)
    run.refresh_from_db()
    return run


def test_many_are_forwarded_each_with_its_own_result(town: Town) -> None:
    made = [town.dossier() for _ in range(4)]
    stuck = town.approved()
    refs = [*(one.ref for one in made), stuck.ref, "H23.15.02-230315-9999"]
    run = carried_out(runs.ask_many("forward", refs=refs, chosen=None, more={}, by=town.desk, now=NOW))
    assert (run.stage, run.total, run.done, run.failed) == (Run.Stage.DONE, 6, 6, 2)
    assert [row["ref"] for row in run.results] == refs[4:]
    assert set(Dossier.objects.filter(pk__in=[one.pk for one in made]).values_list("state", flat=True)) == {
        State.IN_PROGRESS
    }


def test_all_that_a_filter_matches_is_assigned_beyond_the_page(town: Town) -> None:
    for _ in range(60):
        town.forwarded()
    town.forwarded(code=CODE)
    chosen = Selection("free", procedure="1.001193")
    run = carried_out(runs.ask_many("assign", refs=[], chosen=chosen, more={"holder_id": town.officer.pk},
                                    by=town.leader, now=NOW))  # fmt: skip
    assert (run.done, run.failed) == (60, 0)


def test_a_run_cut_off_in_the_middle_goes_on_where_it_was(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    refs = [town.dossier().ref for _ in range(5)]
    run = runs.ask_many("forward", refs=refs, chosen=None, more={}, by=town.desk, now=NOW)
    original, count = runs.MANY["forward"], 0

    def dies(*args: object, **more: object) -> object:
        nonlocal count
        count += 1
        if count == 3:
            raise MemoryError
        return original(*args, **more)

    monkeypatch.setitem(runs.MANY, "forward", dies)  # type: ignore[arg-type]
    with pytest.raises(MemoryError):
        runs.carry_out(run.pk, now=NOW)
    run.refresh_from_db()
    assert (run.stage, run.done) == (Run.Stage.STOPPED, 2)
    monkeypatch.undo()
    assert (carried_out(run).done, run.failed) == (5, 0)


def test_an_act_on_nothing_and_an_act_that_is_none_are_refused(town: Town) -> None:
    with pytest.raises(NothingChosen):
        runs.ask_many("forward", refs=[], chosen=None, more={}, by=town.desk, now=NOW)
    with pytest.raises(NotFound):
        runs.ask_many("approve", refs=["x"], chosen=None, more={}, by=town.leader, now=NOW)


@pytest.mark.parametrize("form", ["xlsx", "csv"])
def test_an_export_holds_what_the_filter_shows_and_nothing_of_others(town: Town, form: str) -> None:
    evil = '=HYPERLINK("http://evil")'
    made = {town.dossier(CODE, name=evil).ref, town.dossier(CODE).ref}
    town.dossier()
    run = carried_out(
        runs.ask_export(Selection("all", procedure=CODE), form=form, language="vi", by=town.leader, now=NOW)
    )
    with default_storage.open(run.path) as file:
        content = file.read()
    if form == "csv":
        rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
        assert f"'{evil}" in {row[4] for row in rows}
    else:
        sheet = load_workbook(io.BytesIO(content)).worksheets[0]
        rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
        assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
    assert rows[0][0] == "Mã hồ sơ"
    assert {row[0] for row in rows[1:]} == made
    other = carried_out(runs.ask_export(Selection("all"), form="csv", language="vi", by=town.stranger, now=NOW))
    assert other.done == 0


def test_more_than_a_sheet_of_rows_goes_into_the_next_sheet(tmp_path: Path) -> None:
    rows = ([str(n), "x"] for n in range(25))
    exporting.xlsx_file(["a", "b"], rows, tmp_path / "x.xlsx", sheet_rows=10)
    book = load_workbook(tmp_path / "x.xlsx")
    assert [sheet.max_row for sheet in book.worksheets] == [11, 11, 6]


def test_a_run_is_its_owner_s_alone_and_its_file_too(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: NOW)
    town.dossier()
    run = carried_out(runs.ask_export(Selection("all"), form="csv", language="vi", by=town.leader, now=NOW))
    for user, status in ((town.leader, 200), (town.officer, 404)):
        client = Client()
        client.force_login(user)
        assert client.get(f"/runs/{run.pk}").status_code == status
        answer = client.get(f"/runs/{run.pk}/file")
        if answer.streaming:
            assert b"".join(answer.streaming_content)
        assert answer.status_code == status


def test_old_exports_are_swept_and_their_line_stays(town: Town) -> None:
    town.dossier()
    run = carried_out(runs.ask_export(Selection("all"), form="csv", language="vi", by=town.leader, now=NOW))
    path = run.path
    assert runs.sweep(before=NEW_YEAR) == 1
    assert not default_storage.exists(path)
    assert Run.objects.get().path == ""


def test_the_queue_page_orders_a_run(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: NOW)
    found = town.dossier()
    client = Client()
    client.force_login(town.desk)
    answer = client.post("/work/many", {"act": "forward", "ref": [found.ref], "scope": "ticked", "tab": "mine"})
    assert answer["Location"] == f"/runs/{Run.objects.get().pk}"
    assert client.post("/work/export", {"tab": "all", "form": "xlsx"}).status_code == 302
    assert client.post("/work/many", {"act": "forward", "scope": "ticked", "tab": "mine"})["Location"].startswith(
        "/work"
    )


def book(town: Town) -> RegisterBook:
    return RegisterBook.objects.get(unit=town.ward, year=2023)


def test_the_register_opens_with_its_first_number_and_has_no_gap(town: Town) -> None:
    for _ in range(3):
        town.dossier()
    assert [d.register_number for d in queries.in_register(book(town), user=town.desk, now=NOW)] == [1, 2, 3]


def test_the_head_closes_the_year_s_register_when_the_year_is_over_and_nothing_is_added(town: Town) -> None:
    town.dossier()
    with pytest.raises(YearNotOver):
        registers.close_register(town.ward.pk, 2023, by=town.leader, now=NOW)
    with pytest.raises(NotPermitted):
        registers.close_register(town.ward.pk, 2023, by=town.desk, now=NEW_YEAR)
    done = registers.close_register(town.ward.pk, 2023, by=town.leader, now=NEW_YEAR)
    assert (done.last_number, done.closed_by) == (1, town.leader)
    with pytest.raises(RegisterClosed):
        registers.close_register(town.ward.pk, 2023, by=town.leader, now=NEW_YEAR)
    with pytest.raises(RegisterClosed):
        town.dossier()
    assert town.dossier(at=NEW_YEAR).register_year == 2024


def paper_rows(*numbers: object) -> list[dict[str, str]]:
    return [{"number": str(n), "code": "", "applicant": f"Mẫu {n}", "procedure": "Chứng thực"} for n in numbers]


def test_a_paper_book_keeps_its_numbers_and_new_dossiers_go_on_after_it(town: Town) -> None:
    done = registers.import_paper_book(town.ward.pk, 2023, paper_rows(1, 2, "x", 2, 40), by=town.desk, now=NOW)
    assert (done.taken, [line for line, _why in done.faults]) == (3, [4, 5])
    assert town.dossier().register_number == 41
    again = registers.import_paper_book(town.ward.pk, 2023, paper_rows(1, 2, 40), by=town.desk, now=NOW)
    assert (again.taken, PaperEntry.objects.count()) == (0, 3)


def test_the_sheet_of_a_register_is_the_form_of_a_paper_book(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: NOW)
    town.dossier()
    client = Client()
    client.force_login(town.desk)
    content = client.get(f"/registers/{town.ward.pk}/2023/xlsx").content
    (row,) = books.read_book("so.xlsx", content)
    assert (row["number"], row["applicant"]) == ("1", "Trần Thị Mẫu")
    assert client.get(f"/registers/{town.ward.pk}/2023/print/1").content.startswith(b"%PDF-")


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 no zip", b"\xff\xfe\x00", b"a,b\n1,2", b"PK" + bytes(40)])
def test_a_book_that_cannot_be_read_says_why(content: bytes) -> None:
    with pytest.raises(BookUnreadable):
        books.read_book("x", content)


def test_open_dossiers_pass_to_the_unit_that_takes_over(town: Town) -> None:
    from motcua.accounts.system import SYSTEM
    from motcua.dossiers import commands
    from motcua.dossiers.tests.conftest import person
    from motcua.organisations.models import Predecessor, Role

    open_one, ended = act(commands.take, town.forwarded(code=CODE), town.officer), town.approved()
    act(commands.return_result, ended, town.desk, taken_by="a", proof="b")
    heir = Unit.objects.create(
        code="H24.201", name="Phường Mới", short_name="Mới", level="commune", kind="committee", path="H24/H24.201",
        valid_from=datetime(2025, 7, 1).date(), one_stop_name="Trung tâm", parent=None,  # noqa: DTZ001
    )  # fmt: skip
    Predecessor.objects.create(unit=heir, before=town.ward)
    Unit.objects.filter(pk=town.ward.pk).update(valid_to=datetime(2025, 6, 30).date())  # noqa: DTZ001
    officer = person(heir, Role.OFFICER, "new-officer")
    day = datetime(2025, 7, 1, 8, tzinfo=VIETNAM)
    assert (commands.succeed(by=SYSTEM, now=day), commands.succeed(by=SYSTEM, now=day)) == (1, 0)
    moved = Dossier.objects.get(pk=open_one.pk)
    assert (moved.unit, moved.desk, moved.code) == (heir, heir, open_one.code)
    (task,) = queries.open_tasks(moved)
    assert (task.unit, task.holder) == (heir, None)
    assert queries.by_ref(moved.ref, user=officer, now=day) == moved
    assert Dossier.objects.get(pk=ended.pk).unit == town.ward
