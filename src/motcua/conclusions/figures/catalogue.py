"""Procedures made public, by level and vertical agency, and their internal processes (NĐ 63/2010, NĐ 61/2018)."""

from collections.abc import Iterator
from typing import Any, Final

from django.db.models import QuerySet

from motcua.base.text import Text
from motcua.catalogue.models import Posting
from motcua.catalogue.queries import in_force
from motcua.conclusions.figures.figure import Known, Reckoned, Record, Scope, counted
from motcua.engines.concluding import number
from motcua.organisations.models import Unit
from motcua.organisations.queries import in_force as valid
from motcua.processes.models import ProcessVersion

LEVELS: Final = {"district": Text("cấp huyện", "district level"), "commune": Text("cấp xã", "commune level")}
BRANCHES: Final = {"police": Text("Công an", "police"), "insurance": Text("Bảo hiểm xã hội", "social insurance")}
IN_FORCE: Final = Text("Thủ tục trong danh mục còn hiệu lực ngày cuối kỳ, mỗi mã tính một lần",
                       "Procedures of the catalogue in force on the last day, each code once")  # fmt: skip
FIELDS: Final = Text("Lĩnh vực khác nhau của các thủ tục đó", "Different fields of these procedures")


def reckon(scope: Scope, known: Known) -> Iterator[Reckoned]:
    """Procedures and fields by level, procedures by vertical agency, processes, postings."""
    for level, words in LEVELS.items():
        rows = in_force(scope.until).filter(branch="", levels__contains=[level])
        label = Text(f"Số thủ tục {words.vi}", f"Procedures, {words.en}")
        yield counted(f"procedures.{level}", label, IN_FORCE, _procedures(rows), _procedure)
        label = Text(f"Số lĩnh vực {words.vi}", f"Fields, {words.en}")
        yield counted(f"fields.{level}", label, FIELDS, _fields(rows), _field)
    verticals = []
    for branch, words in BRANCHES.items():
        rows = in_force(scope.until).filter(branch=branch)
        label = Text(f"Số thủ tục ngành {words.vi}", f"Procedures of the {words.en}")
        verticals.append(counted(f"procedures.{branch}", label, IN_FORCE, _procedures(rows), _procedure))
    yield from verticals
    yield _sum("procedures.vertical", Text("Số thủ tục ngành dọc", "Procedures of vertical agencies"), verticals)
    yield from _processes(scope)
    yield from _postings(scope)


def _procedures(rows: QuerySet[Any]) -> QuerySet[Any, Any]:
    found = rows.order_by("procedure__code", "pk").distinct("procedure__code")
    return found.values_list("procedure__code", "name")


def _procedure(row: tuple[str, str]) -> Record:
    return Record(f"{row[0]} {row[1]}", f"procedure:{row[0]}")


def _fields(rows: QuerySet[Any]) -> QuerySet[Any, Any]:
    return rows.filter(field__isnull=False).order_by("field__sort_key").distinct().values_list(
        "field_id", "field__name", "field__sort_key")  # fmt: skip


def _field(row: tuple[int, str, str]) -> Record:
    return Record(row[1], f"field:{row[0]}")


def _sum(code: str, label: Text, parts: list[Reckoned]) -> Reckoned:
    value = sum(one.value or 0 for one in parts)
    codes = tuple(one.code for one in parts)
    how = Text("Tổng của " + " và ".join(codes), "Sum of " + " and ".join(codes))
    return Reckoned(code, label, how, value, number(value), None, (), codes)


def _processes(scope: Scope) -> Iterator[Reckoned]:
    """One level, the committees' own: whoever receives them follows these."""
    rows = valid(ProcessVersion.objects.all(), scope.until).order_by("procedure__code").distinct("procedure__code")
    label = Text("Số thủ tục có quy trình nội bộ", "Procedures with an internal process")
    how = Text("Thủ tục có quy trình nội bộ còn hiệu lực ngày cuối kỳ", "With a process in force on the last day")
    found = rows.values_list("procedure__code", "decision")
    yield counted("processes", label, how, found, lambda row: Record(f"{row[0]} ({row[1]})", f"procedure:{row[0]}"))


def _postings(scope: Scope) -> Iterator[Reckoned]:
    hung = Posting.objects.filter(unit__in=scope.below, posted_on__lte=scope.until).exclude(
        removed_on__lte=scope.until)  # fmt: skip
    rows = Unit.objects.filter(pk__in=hung.values("unit")).order_by("path").values_list("pk", "name")
    label = Text("Số đơn vị niêm yết thủ tục", "Units that post procedures")
    how = Text("Đơn vị có ít nhất một thủ tục đang niêm yết ngày cuối kỳ", "Units with at least one posted that day")
    yield counted("postings.units", label, how, rows, lambda row: Record(row[1], f"unit:{row[0]}", row[0]))
