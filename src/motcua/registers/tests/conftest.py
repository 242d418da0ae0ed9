"""The small town of the documents' tests, with a registrar and a receptionist in each ward, and files to import."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import pytest
from django.core.files.base import ContentFile
from openpyxl import Workbook

from motcua.accounts.models import User
from motcua.documents.tests.conftest import NOW, Town, client_of, make_town, person
from motcua.organisations.models import Role
from motcua.registers import commands, queries
from motcua.registers.models import ImportRun
from motcua.registers.register import named

HEADS = ("Số, ký hiệu văn bản", "Ngày tháng văn bản", "Tên loại và trích yếu nội dung văn bản", "Người ký", "Hình thức")
GOOD: tuple[tuple[Any, ...], ...] = (
    ("15/QĐ-UBND", "09/05/2023", "Quyết định về việc mẫu", "Trần Văn Mẫu", "Bản điện tử"),
    ("16/TB-UBND", "2023-05-10", "Lịch tiếp công dân", "Trần Văn Mẫu", "bản giấy"),
)
BAD = ("17/QĐ-UBND", "32/13/2023", "Quyết định", "Trần Văn Mẫu", "Bản giấy")


def sheet(*rows: Sequence[Any], heads: Sequence[Any] = HEADS, above: Sequence[Sequence[Any]] = ()) -> bytes:
    """An XLSX of these rows; above: lines over the heads."""
    book = Workbook()
    for row in (*above, heads, *rows):
        book.active.append(list(row))  # type: ignore[union-attr]
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def comma(*rows: Sequence[Any], heads: Sequence[Any] = HEADS, delimiter: str = ",") -> bytes:
    """The same as CSV."""
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows([heads, *rows])
    return text.getvalue().encode("utf-8-sig")


@dataclass
class Office:
    """registrar, receptionist: of the ward; stranger: the registrar of the other."""

    town: Town
    registrar: User
    receptionist: User
    stranger: User

    def uploaded(self, data: bytes, *, register: str = "issued", by: User | None = None) -> ImportRun:
        """A file as it comes in."""
        file = ContentFile(data, name="so.xlsx")
        return commands.upload(register, file, file_name="so.xlsx", by=by or self.registrar, now=NOW)

    def checked(self, data: bytes, *, register: str = "issued", by: User | None = None, **more: Any) -> ImportRun:
        """A file whose rows were read, its columns as they are proposed."""
        run = self.uploaded(data, register=register, by=by)
        mapping, _ = queries.proposed(named(register), run.heads)
        unit = more.pop("unit", self.town.ward.pk)
        return commands.ask_check(run.pk, mapping=mapping | more, unit_id=unit, by=by or self.registrar, now=NOW)

    def imported(self, data: bytes, *, at: datetime = NOW, **more: Any) -> ImportRun:
        """The same, imported."""
        run = self.checked(data, **more)
        return commands.ask_import(run.pk, by=run.by, now=at)


@pytest.fixture
def office(db: None, monkeypatch: pytest.MonkeyPatch) -> Office:
    monkeypatch.setattr("motcua.base.clock.now", lambda: NOW)
    town = make_town()
    return Office(
        town, person(town.ward, Role.REGISTRAR, "registrar"), person(town.ward, Role.RECEPTIONIST, "receptionist"),
        person(town.other_ward, Role.REGISTRAR, "strange-registrar"),
    )  # fmt: skip


@pytest.fixture
def run_on_commit(monkeypatch: pytest.MonkeyPatch) -> None:
    """The transaction of a test never commits: what waits for that is done at once."""
    monkeypatch.setattr("django.db.transaction.on_commit", lambda act: act())


__all__ = ["NOW", "client_of"]
