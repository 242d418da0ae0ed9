"""Whom the inspection covered, and what it looked at."""

from collections.abc import Iterator

from django.db.models import QuerySet

from motcua.base.text import Text
from motcua.conclusions.figures.figure import Known, Query, Reckoned, Record, Scope, counted
from motcua.engines.concluding import number
from motcua.inspection.settings import signals_on
from motcua.inspection.sources import sources
from motcua.organisations.models import Unit

KINDS = {"wards": ("phường", Text("Số phường", "Wards")), "villages": ("xã", Text("Số xã", "Communes"))}


def reckon(scope: Scope, _known: Known) -> Iterator[Reckoned]:
    """Units by kind, and the signals that were asked of their data."""
    how = Text("Đơn vị có Bộ phận Một cửa, còn hiệu lực ngày cuối kỳ", "Units with a one-stop on the last day")
    yield counted("units.all", Text("Số đơn vị", "Units"), how, _rows([unit.pk for unit in scope.units]), _record)
    below = _rows([unit.pk for unit in scope.communes])
    yield counted("units.below", Text("Số đơn vị trực thuộc", "Units below"), how, below, _record)
    for code, (word, label) in KINDS.items():
        held = [unit.pk for unit in scope.communes if kind_of(unit)[0] == word]
        yield counted(f"units.{code}", label, how, _rows(held), _record)
    asked = sorted(one.signal.code for one in signals_on())
    yield _listed("signals", Text("Số dấu hiệu", "Signals"), asked)
    yield _listed("sources", Text("Số nguồn số liệu", "Sources"), sorted(sources()))


def _rows(ids: list[int]) -> QuerySet[Unit, tuple[int, str]]:
    return Unit.objects.filter(pk__in=ids).order_by("path").values_list("pk", "name")


def _record(row: tuple[int, str]) -> Record:
    return Record(row[1], f"unit:{row[0]}", row[0])


def _listed(code: str, label: Text, names: list[str]) -> Reckoned:
    how = Text("Danh mục của phần mềm, lúc lập", "As the software has them on that day")
    records = tuple(Record(name, f"signal:{name}" if code == "signals" else "") for name in names)
    return Reckoned(code, label, how, len(names), number(len(names)), Query(""), records)


def kind_of(unit: Unit) -> tuple[str, str]:
    """Its kind and name as a sentence says them: ("phường", "An Lưu"), ("", "Phòng Nội vụ")."""
    for word in ("phường", "xã", "thị trấn", "thị xã", "thành phố", "đặc khu"):
        head, found, _rest = unit.name.partition(f" {word} ")
        if found and head == "Ủy ban nhân dân":
            return word, unit.short_name
    return "", unit.name
