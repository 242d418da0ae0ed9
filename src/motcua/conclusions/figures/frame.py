"""What a conclusion is about and by when it wants what: names, days, the weight of what stands."""

from collections.abc import Iterator
from datetime import date, datetime, time
from fractions import Fraction

from motcua.base.clock import VIETNAM
from motcua.base.text import Text
from motcua.conclusions.composing.table import table
from motcua.conclusions.figures.figure import Known, Query, Reckoned, Record, Scope, counted
from motcua.conclusions.figures.findings import standing
from motcua.conclusions.figures.service import span
from motcua.documents.drafting import day_words
from motcua.engines import worktime
from motcua.engines.concluding import listed
from motcua.engines.worktime import Limit
from motcua.engines.worktime import Unit as Days
from motcua.engines.worktime.errors import NoOfficeHours
from motcua.inspection.models import Severity
from motcua.inspection.signals import registry
from motcua.organisations.models import Kind, Unit
from motcua.organisations.queries import calendar_of, in_force


def reckon(scope: Scope, _known: Known) -> Iterator[Reckoned]:
    """Names and days as words; how much stands, of it the heavy; who follows it up."""
    yield _words("unit.name", Text("Cơ quan kết luận", "Who concludes"), scope.unit.name)
    yield _words("period.since", Text("Ngày đầu kỳ", "First day"), day_words(scope.since))
    yield _words("period.until", Text("Ngày cuối kỳ", "Last day"), day_words(scope.until))
    today = span(scope)[1].astimezone(VIETNAM).date()
    for name in ("high", "report"):
        label = Text(
            f"Hạn: {table().deadlines[name]} ngày làm việc", f"Deadline: {table().deadlines[name]} working days"
        )
        last = due(scope.unit, today, name)
        if last is not None:
            yield _words(f"due.{name}", label, day_words(last))
    yield from _standing(scope)
    yield from _followers(scope)


def due(unit: Unit, begun: date, name: str) -> date | None:
    """The last of so many working days after that day, by the unit's calendar; None while its hours are not entered."""
    limit = Limit(Fraction(table().deadlines[name]), Days.WORKING_DAY)
    noon = datetime.combine(begun, time(12), VIETNAM)
    try:
        return worktime.due(noon, limit, calendar_of(unit.pk, begun)).moment.astimezone(VIETNAM).date()
    except NoOfficeHours:
        return None


def _words(code: str, label: Text, text: str) -> Reckoned:
    return Reckoned(code, label, Text("Thông tin của kết luận", "Of the conclusion itself"), None, text, Query(""))


def _standing(scope: Scope) -> Iterator[Reckoned]:
    rows = standing(scope)
    for code, found, vi, en in (
        ("standing", rows, "Số tồn tại", "Shortcomings"),
        ("standing.high", rows.filter(severity=Severity.HIGH), "Số tồn tại mức cao", "Heavy shortcomings"),
    ):
        yield counted(
            code, Text(vi, en),
            Text("Phát hiện còn đến cuối kỳ", "Findings that stood at the end of the period"),
            found.values_list("pk", "signal", "unit__short_name", "unit_id"),
            lambda row: Record(f"{registry()[row[1]].title.vi}, {row[2]}", f"finding:{row[0]}", row[3]),
        )  # fmt: skip


def _followers(scope: Scope) -> Iterator[Reckoned]:
    """Divisions of the table that this unit has, whose topics something stands in."""
    signals = set(standing(scope).order_by().values_list("signal", flat=True).distinct())
    topics = table().topic_of
    wanted = list(dict.fromkeys(topics[code].follows for code in sorted(signals) if code in topics))
    rows = in_force(Unit.objects.filter(parent=scope.unit, kind=Kind.DIVISION, name__in=wanted), scope.until)
    found = counted(
        "followers", Text("Đơn vị theo dõi, đôn đốc", "Divisions that follow it up"),
        Text("Phòng chuyên môn của lĩnh vực có tồn tại", "Divisions of the fields in which something stands"),
        rows.order_by("path").values_list("pk", "name"), lambda row: Record(row[1], f"unit:{row[0]}", row[0]),
    )  # fmt: skip
    if found.value:
        text = listed([one.label for one in found.records])
        yield Reckoned(found.code, found.label, found.how, found.value, text, found.query, found.records)
