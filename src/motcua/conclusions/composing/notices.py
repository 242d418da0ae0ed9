"""Papers about one unit: the notice of its own part, and the report on mending that it owes."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from motcua.conclusions.composing.paper import Issue, demands_table, issuer, subject
from motcua.conclusions.composing.report import Report
from motcua.conclusions.figures.frame import due
from motcua.documents.drafting import day_words
from motcua.engines.concluding import number
from motcua.engines.decree30.writing.draft import Block, Draft, Heading, Text
from motcua.inspection.models import Finding
from motcua.inspection.words import sentence
from motcua.organisations.models import Unit

REPORT: Final = (
    "Đơn vị làm rõ nguyên nhân, trách nhiệm, khắc phục theo thời hạn nêu trên và báo cáo kết quả trên phần mềm trước "
    "ngày {day}."
)
KEEP_ON: Final = "Đơn vị tiếp tục duy trì kết quả đã đạt được, chủ động tự kiểm tra trong kỳ sau."


def of_unit(report: Report, unit: Unit) -> Report:
    """Only what stands in this unit: no sentence, no figure of another."""
    demands = tuple(one for one in report.demands if one.unit == unit.pk)
    return replace(report, sentences=(), figures={}, demands=demands, whose=unit.pk)


def notice(report: Report, unit: Unit, issue: Issue) -> Draft:
    """The conclusion as this unit gets it: its own shortcomings with their evidence's sentences, demands, deadlines."""
    own, above = of_unit(report, unit), report.scope.unit
    year = report.scope.year
    head = f"{above.name} thông báo {subject(year)[0].lower()}{subject(year)[1:]} đối với {unit.name} như sau:"
    begun = issue.issued_on or report.scope.until
    body: list[Block] = [Text(head), Heading("I", "Tồn tại, hạn chế"), *_lacking(own), Heading("II", "Yêu cầu")]
    if own.demands:
        last = due(above, begun, "report")
        body.append(demands_table(own.demands, named=False))
        body += [Text(REPORT.format(day=day_words(last)))] if last else []
    else:
        body.append(Text(KEEP_ON))
    return Draft(
        kind="TB", subject=f"{subject(year)} đối với {unit.name}", body=tuple(body),
        recipients=(unit.name, "Lưu: VT"), **issuer(above, issue),
    )  # fmt: skip


def _lacking(own: Report) -> Iterable[Text]:
    if not own.demands:
        return [Text("Qua kiểm tra, không ghi nhận tồn tại.")]
    count = number(sum(one.number for one in own.demands))
    return [Text(f"Có {count} tồn tại, gồm:"), *(Text(f"- {told}") for told in _sentences(own))]


def _sentences(own: Report) -> list[str]:
    """Each finding in its own words."""
    wanted = [pk for one in own.demands for pk in one.findings]
    held = {row.pk: row for row in Finding.objects.filter(pk__in=wanted)}
    return [sentence(held[pk]) for pk in wanted if pk in held]
