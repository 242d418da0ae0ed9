"""A report as the document of NĐ 30/2020 that is signed: a thông báo, since the decree knows no type "kết luận"."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from motcua.conclusions.composing.demands import short
from motcua.conclusions.composing.pictures import bars
from motcua.conclusions.composing.report import LACKING, TITLES, Demand, Report, Sentence
from motcua.conclusions.composing.table import table
from motcua.documents import drafting
from motcua.engines.concluding import number, percent
from motcua.engines.decree30.writing.draft import (
    Appendix,
    Block,
    Clause,
    Draft,
    Heading,
    Picture,
    Point,
    Table,
    Text,
)
from motcua.organisations.models import Unit

LETTERS: Final = "a b c d đ e g h i k l m n o p q r s t u v x y".split()  # noqa: SIM905 - as the decree prints them
WIDE: Final = 160  # millimetres of a picture
MEASURES: Final = (
    ("Văn bản ban hành", "documents.issued"), ("Hồ sơ tiếp nhận", "dossiers.received"),
    ("Hồ sơ đã giải quyết", "dossiers.settled"), ("Đúng hạn", "dossiers.in_time"), ("Tin, bài", "articles"),
    ("Tồn tại", "standing"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Issue:
    """What the registrar and who signs add. number: of the register; empty while it is a draft."""

    number: str = ""
    issued_on: date | None = None
    signer: str = ""
    deputy: bool = False


DRAFT: Final = Issue()


def subject(year: int) -> str:
    """What the paper is about."""
    return f"Kết luận kiểm tra công tác cải cách hành chính năm {year}"


def conclusion(report: Report, issue: Issue = DRAFT) -> Draft:
    """The whole conclusion with its annexes."""
    unit, year = report.scope.unit, report.scope.year
    opening = f"{unit.name} thông báo kết luận kiểm tra công tác cải cách hành chính năm {year} như sau:"
    return Draft(
        kind="TB", subject=subject(year), body=(Text(opening), *_parts(report)),
        recipients=tuple(_recipients(unit)), appendices=tuple(_appendices(report)), **issuer(unit, issue),
    )  # fmt: skip


def _recipients(unit: Unit) -> Iterable[str]:
    if unit.parent is not None:
        yield f"{unit.parent.name} (để báo cáo)"
    yield "Các đơn vị được kiểm tra"
    yield "Lưu: VT"


def _parts(report: Report) -> Iterable[Block]:
    """Parts that say something, numbered as the table of contents has them."""
    for part, title in TITLES.items():
        topics = report.of_part(part)
        if part == LACKING and not topics:
            topics = [("", [])]
        if topics:
            yield Heading(part, title)
            yield from _topics(part, topics)
        if part == LACKING and not topics[0][1]:
            yield Text("Qua kiểm tra, không ghi nhận tồn tại.")
        elif part == LACKING:
            yield Text("Số liệu theo đơn vị tại Phụ lục I; yêu cầu khắc phục đối với từng đơn vị tại Phụ lục II; biểu "
                       "đồ tại Phụ lục III kèm theo.")  # fmt: skip


def _topics(part: str, topics: Sequence[tuple[str, list[Sentence]]]) -> Iterable[Block]:
    for at, (title, sentences) in enumerate(topics, start=1):
        if not title:
            yield from _plain(sentences)
            continue
        yield Clause(str(at), title=title)
        if part == LACKING:
            yield from (Point(letter, one.text) for letter, one in zip(LETTERS, sentences, strict=False))
            yield from (Text(one.text) for one in sentences[len(LETTERS) :])
        else:
            yield from (Text(one.text) for one in sentences)


def _plain(sentences: Sequence[Sentence]) -> Iterable[Block]:
    if len(sentences) == 1:
        yield Text(sentences[0].text)
    else:
        yield from (Clause(str(at), text=one.text) for at, one in enumerate(sentences, start=1))


def _appendices(report: Report) -> Iterable[Appendix]:
    yield Appendix("Số liệu theo đơn vị", (figures_of_units(report),), number="I", landscape=True)
    if report.demands:
        yield Appendix("Yêu cầu khắc phục", (demands_table(report.demands),), number="II", landscape=True)
        yield Appendix("Biểu đồ", tuple(_pictures(report)), number="III")


def figures_of_units(report: Report) -> Table:
    """A row a unit: what it did, what stands. Numbers are counted from the records of the figures."""
    counts = {code: Counter(record.unit for record in report.figures[code].records) for _, code in MEASURES}
    rows = []
    for unit in report.scope.units:
        cells = {code: counts[code][unit.pk] for _, code in MEASURES}
        settled, in_time = cells["dossiers.settled"], cells["dossiers.in_time"]
        share = percent(in_time, settled) if settled else "–"
        told = [share if code == "dossiers.in_time" else drafting.parted(cells[code]) for _, code in MEASURES]
        rows.append((short(unit), *told))
    return Table(("Đơn vị", *(title for title, _ in MEASURES)), tuple(rows), (5, 3, 3, 3, 3, 3, 3))


def demands_table(demands: Sequence[Demand], *, named: bool = True) -> Table:
    """Who has to mend what by when. named: with the unit's name."""
    rows = []
    for at, one in enumerate(demands, start=1):
        lacking = f"{one.title} ({number(one.number)})" if one.number > 1 else one.title
        unit = (one.unit_name,) if named else ()
        rows.append((str(at), *unit, lacking, one.remedy, one.owner, _short_day(one.due_on)))
    if named:
        head = ("TT", "Đơn vị", "Tồn tại", "Yêu cầu", "Người chịu trách nhiệm", "Hạn")
        return Table(head, tuple(rows), (2, 5, 6, 10, 5, 4))
    return Table(("TT", "Tồn tại", "Yêu cầu", "Người chịu trách nhiệm", "Hạn"), tuple(rows), (2, 6, 10, 5, 4))


def _short_day(day: date) -> str:
    return f"{day:%d/%m/%Y}"


def _pictures(report: Report) -> Iterable[Block]:
    topic_of = table().topic_of
    topics: Counter[str] = Counter()
    for one in report.demands:
        topics[topic_of[one.signal].title] += one.number
    units = Counter({one.unit_name: 0 for one in report.demands})
    for one in report.demands:
        units[one.unit_name] += one.number
    for caption, counts in (("Số tồn tại theo lĩnh vực", topics), ("Số tồn tại theo đơn vị", units)):
        rows = sorted(counts.items(), key=lambda row: (-row[1], row[0]))
        alt = f"{caption}: " + "; ".join(f"{name} {value}" for name, value in rows)
        yield Picture(bars(rows), WIDE, alt, caption)


def issuer(unit: Unit, issue: Issue) -> dict[str, Any]:
    """Head and foot of a paper of this unit, with what the registrar gave."""
    held = drafting.issuer(unit, letter=False, signer=issue.signer, deputy=issue.deputy)
    return {**held, "number": issue.number, "date": issue.issued_on.isoformat() if issue.issued_on else ""}
