"""The three files of the national list: every row accounted for, the same again changes nothing, equal data back."""

import csv
import gzip
import itertools
import json
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import Workbook

from motcua.accounts.system import SYSTEM
from motcua.base.clock import VIETNAM
from motcua.catalogue.commands import Report, import_source
from motcua.catalogue.exporting import export_source
from motcua.catalogue.importing.files import COMMUNE_COLUMNS, ImportFault
from motcua.catalogue.importing.meaning import meaning_of
from motcua.catalogue.models import ProcedureVersion, Terms
from motcua.catalogue.queries import in_force
from motcua.events.models import Event

pytestmark = pytest.mark.xdist_group("catalogue")  # its import of the national list is made once

NOW = datetime(2023, 3, 15, 8, tzinfo=VIETNAM)
FILES = ("catalogue.jsonl.gz", "full.jsonl.gz", "commune_2026.csv")


def take(path: Path) -> Report:
    return import_source(path, by=SYSTEM, now=NOW)


@pytest.mark.django_db
def test_the_three_files_are_taken_and_their_bad_rows_named(shared: Path) -> None:
    reports = {name: take(shared / "data/procedures" / name) for name in FILES}
    assert [(r.source, r.rows, r.new) for r in reports.values()] == [
        ("catalogue", 5670, 5669), ("full", 502, 502), ("commune", 588, 588),
    ]  # fmt: skip
    assert [(number, "1.014325" in why) for number, why in reports["catalogue.jsonl.gz"].bad] == [(3176, True)]
    assert reports["full.jsonl.gz"].bad == reports["commune_2026.csv"].bad == []
    odd = ProcedureVersion.objects.filter(needs_human__contains=["code"]).values_list("procedure__code", flat=True)
    assert set(odd) == {"1.0133611", "2.009182739", "1.014955-Xoa"}
    again = [take(shared / "data/procedures" / name) for name in FILES]
    assert [(r.new, r.changed) for r in again] == [(0, 0)] * 3
    assert Event.objects.filter(kind="catalogue.imported").count() == 3
    _full_goes_before_the_others()
    assert Terms.objects.filter(limit_quantity="7.5", limit_unit="working_day").exists()


def _full_goes_before_the_others() -> None:
    shown = dict(in_force(NOW.date()).values_list("procedure__code", "source"))
    assert shown["1.000894"] == "full"
    assert len(shown) == in_force(NOW.date()).count()


@pytest.mark.django_db
@pytest.mark.parametrize("name", FILES)
def test_the_export_gives_back_equal_data(shared: Path, tmp_path: Path, name: str) -> None:
    source = take(shared / "data/procedures" / name).source
    out = tmp_path / ("out.csv" if name.endswith("csv") else "out.jsonl.gz")
    export_source(source, out)
    before, after = rows_of(shared / "data/procedures" / name), rows_of(out)
    before.pop(" 1.014325", None)
    assert after == before


def rows_of(path: Path) -> dict[str, object]:
    if path.suffix == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as file:
            return {row["code"]: row for row in csv.DictReader(file)}
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return {row["code"]: row for row in map(json.loads, lines)}


SMALL = {
    "catalogue": {"code": "1.000001", "name": "Một thủ tục", "categories": ["Hộ tịch"], "departments": ["UBND cấp xã"],
                  "departmentPromulgate": "Bộ Tư pháp", "type": "STANDARD", "state": "ACTIVE", "targets": []},
    "commune": dict.fromkeys(COMMUNE_COLUMNS, "") | {"code": "1.000001", "name": "Một thủ tục", "field": "Hộ tịch",
                                                     "levels": "Cấp xã", "limit_direct": "3 Ngày làm việc"},
    "full": {"code": "1.000001", "name": "Một thủ tục", "category": None, "promulgating_agency": "",
             "executing_agency": None,
             "subject_types": [], "results": [], "requirements": "", "channels": [], "processing_cases": [],
             "legal_basis": [], "steps_raw": [], "checklist_raw": [], "state": "ACTIVE", "source": {}},
}  # fmt: skip


def write(folder: Path, source: str, **change: object) -> Path:
    row = SMALL[source] | change
    path = folder / f"{source}-{len(list(folder.iterdir()))}"
    if source != "commune":
        path.write_text(json.dumps(row, ensure_ascii=False), encoding="utf-8")
        return path
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COMMUNE_COLUMNS)
        writer.writeheader()
        writer.writerow(row)
    return path


@pytest.mark.django_db
@pytest.mark.parametrize("order", list(itertools.permutations(SMALL)), ids="-".join)
def test_in_any_order_the_most_believed_source_is_shown(tmp_path: Path, order: tuple[str, ...]) -> None:
    for source in order:
        take(write(tmp_path, source))
    assert list(in_force(NOW.date()).values_list("source", flat=True)) == ["full"]


@pytest.mark.django_db
def test_a_changed_row_is_a_new_version_and_the_old_one_stays(tmp_path: Path) -> None:
    take(write(tmp_path, "catalogue"))
    report = take(write(tmp_path, "catalogue", name="Một thủ tục đổi tên"))
    versions = list(ProcedureVersion.objects.order_by("number").values_list("number", "name", "valid_to__year"))
    assert (report.changed, versions) == (1, [(1, "Một thủ tục", 2023), (2, "Một thủ tục đổi tên", None)])


def test_an_xlsx_is_read_as_the_csv_is(tmp_path: Path) -> None:
    from motcua.catalogue.importing.files import read

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(list(COMMUNE_COLUMNS))
    sheet.append([SMALL["commune"][name] for name in COMMUNE_COLUMNS])  # type: ignore[index]
    book.save(tmp_path / "rows.xlsx")
    assert read(tmp_path / "rows.xlsx") == read(write(tmp_path, "commune"))


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"", "empty"),
        (b"\x1f\x8b\x08 broken", "cannot be read"),
        (b"\xff\xfe\x00", "UTF-8"),
        (b"code,name\n1.000001,x\n", "columns are missing"),
        (b'{"nothing": "known"}\n', "not recognised"),
        (b"PK\x03\x04 broken", "XLSX"),
    ],
)
def test_a_file_that_is_none_of_these_is_refused_in_one_line(tmp_path: Path, content: bytes, word: str) -> None:
    from motcua.catalogue.importing.files import read

    path = tmp_path / "file"
    path.write_bytes(content)
    with pytest.raises(ImportFault, match=word):
        read(path)


def test_a_gzip_bomb_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from motcua.catalogue.importing import files

    monkeypatch.setattr(files, "MOST_BYTES", 3 * 2**20)
    path = tmp_path / "bomb.gz"
    path.write_bytes(gzip.compress(bytes(10 * 2**20)))
    with pytest.raises(ImportFault, match="larger"):
        files.read(path)


@pytest.mark.parametrize(
    ("text", "quantity", "unit", "doubt"),
    [
        ("3 Ngày làm việc", "3", "working_day", False), ("7,5 Ngày làm việc", "7.5", "working_day", False),
        ("30 Ngày", "30", "calendar_day", False), ("8 Giờ", "8", "working_hour", False),
        ("15 Giờ", "15", "working_hour", True), ("3", "", "", True), ("Theo mô tả", "", "", True),
    ],
)  # fmt: skip
def test_limits_of_the_commune_file(text: str, quantity: str, unit: str, doubt: bool) -> None:
    (terms,) = meaning_of("commune", SMALL["commune"] | {"limit_direct": text}).terms
    assert (terms["limit_quantity"], terms["limit_unit"], terms["needs_human"], terms["limit_raw"]) == (
        quantity, unit, doubt, text,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("processing", "quantity", "unit", "doubt"),
    [
        ({"qty": 7.5, "unit": "WORKING_DAY"}, "7.5", "working_day", False),
        ({"qty": 3, "unit": "OTHER"}, "", "", True), ({"qty": "Theo mô tả", "unit": "OTHER"}, "", "", True),
        ({"qty": 0, "unit": "WORKING_DAY"}, "", "", True), ({"qty": 15, "unit": "HOUR"}, "15", "working_hour", True),
        ({"qty": 1.5, "unit": "MONTH"}, "", "", True),
    ],
)  # fmt: skip
def test_limits_of_the_full_file(processing: dict[str, object], quantity: str, unit: str, doubt: bool) -> None:
    channel = {"method": "DIRECT", "fees": [], "processing": processing, "note": ""}
    (terms,) = meaning_of("full", SMALL["full"] | {"channels": [channel]}).terms
    assert (terms["limit_quantity"], terms["limit_unit"], terms["needs_human"]) == (quantity, unit, doubt)


@pytest.mark.parametrize(
    ("value", "text", "fee"),
    [(8000, "8.000 đồng", 8000), (0, "Miễn lệ phí", 0), (0, "Theo Nghị quyết của HĐND", None), (None, "", None)],
)
def test_a_fee_is_free_only_where_the_text_says_so(value: int | None, text: str, fee: int | None) -> None:
    channel = {"method": "DIRECT", "fees": [{"type": "FEE", "value_vnd": value, "text": text}],
               "processing": {"qty": 1, "unit": "DAY"}, "note": ""}  # fmt: skip
    (terms,) = meaning_of("full", SMALL["full"] | {"channels": [channel]}).terms
    assert terms["fee_vnd"] == fee
