"""The summary of a year, with the year before beside it where that has data."""

from collections.abc import Iterable
from typing import Final

from motcua.conclusions.composing.paper import Issue, issuer
from motcua.conclusions.composing.report import DONE, Report
from motcua.conclusions.figures import Reckoned
from motcua.documents.drafting import parted
from motcua.engines.concluding import number
from motcua.engines.decree30.writing.draft import Block, Clause, Draft, Heading, Table, Text

COMPARED: Final = (
    "documents.issued", "documents.checked", "documents.incoming", "procedures.district", "procedures.commune",
    "processes", "dossiers.received", "dossiers.settled", "dossiers.in_time_share", "dossiers.online", "online",
    "articles", "broadcasts.radio", "petitions", "ratings", "standing", "mended",
)  # fmt: skip
SHARES: Final = frozenset({"dossiers.in_time_share"})  # in tenths of a percent


def summary(report: Report, before: Report | None, issue: Issue) -> Draft:
    """The report of a year to the unit above. before: the year before, or None."""
    unit, year = report.scope.unit, report.scope.year
    body: list[Block] = [
        Text(f"{unit.name} báo cáo kết quả kiểm tra công tác cải cách hành chính năm {year} như sau:"),
        Heading("I", "Kết quả đạt được"), *_done(report), Heading("II", "Tồn tại và việc khắc phục"),
        *(Text(one) for one in _mending(report)),
    ]  # fmt: skip
    if before is not None and not before.nothing:
        body += [Heading("III", f"So sánh với năm {year - 1}"), compared(report, before)]
    return Draft(
        kind="BC", subject=f"Kết quả kiểm tra công tác cải cách hành chính năm {year}", body=tuple(body),
        recipients=(*(("Như trên",) if unit.parent else ()), "Lưu: VT"),
        addressees=(unit.parent.name,) if unit.parent else (),
        **issuer(unit, issue),
    )  # fmt: skip


def _done(report: Report) -> Iterable[Block]:
    for at, (title, sentences) in enumerate(report.of_part(DONE), start=1):
        yield Clause(str(at), title=title)
        yield from (Text(one.text) for one in sentences)


def _mending(report: Report) -> Iterable[str]:
    """How much stood and how much was mended; the most frequent."""
    stands, mended = (report.figures[code].value or 0 for code in ("standing", "mended"))
    if mended:
        yield f"Trong năm đã khắc phục {number(mended)} tồn tại."
    if not stands:
        yield "Đến cuối kỳ không còn tồn tại."
        return
    units = len({one.unit for one in report.demands})
    yield f"Đến cuối kỳ còn {number(stands)} tồn tại ở {number(units)} đơn vị."


def compared(report: Report, before: Report) -> Table:
    """A row a figure that both years have."""
    rows = []
    for code in COMPARED:
        now, then = report.figures.get(code), before.figures.get(code)
        if now is not None and then is not None and now.value is not None and then.value is not None:
            rows.append((now.label.vi, _text(then), _text(now), _change(code, then.value, now.value)))
    years = (f"Năm {before.scope.year}", f"Năm {report.scope.year}")
    return Table(("Chỉ tiêu", *years, "Tăng, giảm"), tuple(rows), (8, 3, 3, 3))


def _text(figure: Reckoned) -> str:
    """In a table without a nought in front."""
    return figure.text.lstrip("0") or "0" if figure.text.isdecimal() else figure.text


def _change(code: str, then: int, now: int) -> str:
    """ "+5", "−3", "0"; of a share in points of a percent."""
    step = now - then
    sign = "+" if step > 0 else "−" if step < 0 else ""
    told = f"{abs(step) / 10:.1f}".replace(".", ",") + " điểm %" if code in SHARES else parted(abs(step))
    return f"{sign}{told}"
