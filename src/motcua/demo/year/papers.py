"""Registers of issued and incoming documents of the year: 6,135 issued ones, as the town's own inspection had."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final

from motcua.demo.year.frame import END, Year, at
from motcua.demo.year.plants import Plan
from motcua.demo.year.truth import Truth
from motcua.documents.models import IncomingDocument, IssuedDocument, LegalText
from motcua.organisations.models import Unit

ISSUED: Final = 6135
INCOMING_EACH: Final = 60
KINDS: Final = (("QĐ-UBND", "Quyết định", 40), ("TB-UBND", "Thông báo", 25), ("BC-UBND", "Báo cáo", 20),
                ("KH-UBND", "Kế hoạch", 15))  # fmt: skip
SUBJECTS: Final = ("về việc kiện toàn tổ công tác", "về việc phân công nhiệm vụ", "kết quả công tác tháng",
                   "triển khai nhiệm vụ cải cách hành chính", "về lịch tiếp công dân")  # fmt: skip
BASIS: Final = ("77/2015/QH13", "61/2018/NĐ-CP", "30/2020/NĐ-CP")
ENDED: Final = ("110/2004/NĐ-CP", date(2020, 3, 4))  # replaced by NĐ 30/2020/NĐ-CP of 05/3/2020
RULES: Final = ("S3.font", "N1.motto", "S5.margins", "N9.recipients")
DAY, HOUR = timedelta(days=1), timedelta(hours=1)


@dataclass(slots=True)
class Paper:
    """A document before it is laid, and the signals planted in it with the part of their key."""

    row: IssuedDocument
    signals: list[tuple[str, str]] = field(default_factory=list)


def lay(year: Year, plan: Plan, truth: Truth) -> None:
    """Legal texts, issued documents, incoming documents."""
    _texts()
    shares = [ISSUED // (len(year.units) + 1)] * len(year.units)
    shares[0] += ISSUED - sum(shares)  # the town's own office issues more
    for unit, number in zip(year.units, shares, strict=True):
        with year.aside("papers", unit.code):
            papers = list(_papers(year, unit, number))
            _plant(year, plan, unit, papers)
        IssuedDocument.objects.bulk_create((paper.row for paper in papers), batch_size=1000)
        for paper in papers:
            for signal, part in paper.signals:
                key = part if signal in BOOKS else f"document:{paper.row.pk}" + (f"/{part}" if part else "")
                truth.add(signal, key, unit)
        _incoming(year, plan, truth, unit)


BOOKS: Final = frozenset({"NUM01", "NUM02"})


def _texts() -> None:
    rows = [LegalText(symbol=symbol, title="(văn bản viện dẫn)", valid_from=date(2016, 1, 1), changed_at=END)
            for symbol in BASIS]  # fmt: skip
    rows.append(LegalText(symbol=ENDED[0], title="Công tác văn thư", valid_from=date(2004, 5, 1), valid_to=ENDED[1],
                          replaced_by="30/2020/NĐ-CP", changed_at=END))  # fmt: skip
    LegalText.objects.bulk_create(rows)


def _papers(year: Year, unit: Unit, number: int) -> Iterator[Paper]:
    """Numbered through the year under each symbol, signed and sent on their day, checked on the next."""
    numbers: dict[str, int] = {}
    for n in range(number):
        day = year.days[n * (len(year.days) - 1) // number]
        symbol, kind, _ = year.chance.choices(KINDS, [weight for *_, weight in KINDS])[0]
        numbers[symbol] = numbers.get(symbol, 0) + 1
        signed = at(day, 15, year.chance.randrange(60))
        row = IssuedDocument(
            unit=unit, year=day.year, number=numbers[symbol], symbol=symbol, document_type=kind,
            subject=f"{kind} {year.chance.choice(SUBJECTS)} (mẫu)", signer=year.staff[unit.pk].leader.full_name,
            issued_on=day, form="both", signed_at=signed, sent_at=signed + HOUR, basis=list(BASIS[:2]),
            checked_at=min(signed + DAY, END), rules=[], changed_at=signed + DAY,
        )  # fmt: skip
        yield Paper(row)


SPOILT: Final = ("FMT01", "SIG01", "SIG02", "SIG03", "SND01", "LEG01")  # each in documents of its own


def _plant(year: Year, plan: Plan, unit: Unit, papers: list[Paper]) -> None:
    free = [paper for paper in papers if 2 <= paper.row.issued_on.month <= 10]
    year.chance.shuffle(free)
    for place, signal in enumerate(SPOILT):
        if plan.here(signal, unit):
            with year.aside(signal, unit.code):
                for paper in free[place :: len(SPOILT)][: year.chance.randint(1, 12 if signal == "FMT01" else 4)]:
                    _spoil(year, paper, signal)
    if plan.here("NUM01", unit):
        _gap(unit, papers, "BC-UBND")
    if plan.here("NUM02", unit):
        _backwards(unit, papers, "TB-UBND")


def _spoil(year: Year, paper: Paper, signal: str) -> None:
    row, part = paper.row, ""
    signed = row.signed_at or END
    if signal == "FMT01":
        part = year.chance.choice(RULES)
        row.rules = [part]
    elif signal == "SIG01":
        row.signed_at = row.sent_at = None
    elif signal == "SIG02":
        row.signed_at, row.sent_at = signed + 3 * DAY, signed + 3 * DAY + HOUR
    elif signal == "SIG03":
        row.form, row.signed_at, row.sent_at = "paper", None, None
    elif signal == "SND01":
        row.sent_at = None
    else:
        part = ENDED[0]
        row.basis = [*BASIS[:1], ENDED[0]]
    paper.signals.append((signal, part))


def _of(papers: list[Paper], symbol: str) -> list[Paper]:
    return [paper for paper in papers if paper.row.symbol == symbol]


def _gap(unit: Unit, papers: list[Paper], symbol: str) -> None:
    """From the middle on every number is three higher: three numbers are nobody's."""
    book = _of(papers, symbol)
    for paper in book[len(book) // 2 :]:
        paper.row.number += 3
    book[0].signals.append(("NUM01", f"book:{unit.pk}/2023/{symbol}"))


def _backwards(unit: Unit, papers: list[Paper], symbol: str) -> None:
    """One document bears a day three weeks before its number."""
    book = _of(papers, symbol)
    row = book[len(book) // 2].row
    row.issued_on -= 21 * DAY
    shifted = (row.signed_at or END) - 21 * DAY
    row.signed_at, row.sent_at = shifted, shifted + HOUR
    book[0].signals.append(("NUM02", f"book:{unit.pk}/2023/{symbol}/{row.number}"))


def _incoming(year: Year, plan: Plan, truth: Truth, unit: Unit) -> None:
    """Each dealt with before its day; the planted ones wait."""
    rows = []
    for n in range(INCOMING_EACH):
        day = year.days[n * (len(year.days) - 12) // INCOMING_EACH]
        rows.append(IncomingDocument(
            unit=unit, year=2023, number=n + 1, symbol=f"{n + 100}/UBND-VP", sender="Đơn vị gửi (mẫu)",
            subject="Triển khai nhiệm vụ (mẫu)", received_on=day, electronic=True, due_on=day + 10 * DAY,
            done_on=day + 7 * DAY, changed_at=at(day, 16),
        ))  # fmt: skip
    planted: list[IncomingDocument] = []
    if plan.here("INC01", unit):
        with year.aside("INC01", unit.code):
            planted = year.chance.sample(rows, year.chance.randint(1, 4))
        for row in planted:
            row.done_on = None
    IncomingDocument.objects.bulk_create(rows)
    for row in planted:
        truth.add("INC01", f"incoming:{row.pk}", unit)
