"""Duty, equipment and connection of the one-stops on the last day of the period."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from motcua.base.text import Text
from motcua.conclusions.figures.figure import Known, Reckoned, Record, Scope, counted
from motcua.conclusions.figures.service import share, span
from motcua.organisations.models import ConnectionSample, DutyPost, Equipment, Unit
from motcua.organisations.queries import in_force

LATELY: Final = timedelta(days=30)  # a one-stop heard of in these days is connected [C]


def reckon(scope: Scope, known: Known) -> Iterator[Reckoned]:
    """Units with a roster, things of the registers, units heard of."""
    posts = in_force(DutyPost.objects.filter(unit__in=scope.below), scope.until)
    yield counted(
        "duty.units", Text("Số đơn vị có lịch trực", "Units with a duty roster"),
        Text("Đơn vị có lịch trực Bộ phận Một cửa ngày cuối kỳ", "Units whose one-stop has a roster on the last day"),
        Unit.objects.filter(pk__in=posts.values("unit")).order_by("path").values_list("pk", "name"),
        lambda row: Record(row[1], f"unit:{row[0]}", row[0]),
    )  # fmt: skip
    things = Equipment.objects.filter(unit__in=scope.below, acquired_on__lte=scope.until).exclude(
        retired_on__lt=scope.until)  # fmt: skip
    yield counted(
        "equipment", Text("Số đầu thiết bị", "Things of equipment"),
        Text("Dòng của sổ thiết bị Bộ phận Một cửa ngày cuối kỳ", "Rows of the registers of equipment that day"),
        things.order_by("unit__path", "label").values_list("pk", "label", "name", "unit__short_name", "unit_id"),
        lambda row: Record(f"{row[1]} {row[2]}, {row[3]}", f"equipment:{row[0]}", row[4]),
    )  # fmt: skip
    end = span(scope)[1]
    heard = ConnectionSample.objects.filter(
        unit__in=[unit.pk for unit in scope.units], slot__gt=end - LATELY, slot__lte=end, samples__gt=0)  # fmt: skip
    connected = counted(
        "connection.units", Text("Số đơn vị có kết nối", "Units connected"),
        Text("Đơn vị có số đo kết nối trong 30 ngày cuối", "Units with a measured connection in the last 30 days"),
        Unit.objects.filter(pk__in=heard.values("unit")).order_by("path").values_list("pk", "name"),
        lambda row: Record(row[1], f"unit:{row[0]}", row[0]),
    )  # fmt: skip
    yield connected
    yield from share("connection.share", Text("Tỷ lệ đơn vị có kết nối", "Share of units connected"), connected,
                     known["units.all"])  # fmt: skip
