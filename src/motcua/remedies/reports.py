"""A unit's report on mending, a báo cáo of NĐ 30/2020: what was found, why, what was done, what shows it; what is open.

Number, day and signer are left to the registrar and the head: what is drafted here is no document yet. It says how
things stand at the moment of asking.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.db.models import Prefetch, Q

from motcua.base.clock import VIETNAM
from motcua.documents.drafting import day_words, issuer
from motcua.engines.concluding import number
from motcua.engines.decree30.writing import docx
from motcua.engines.decree30.writing.draft import Appendix, Block, Draft, Heading, Table, Text
from motcua.engines.decree30.writing.layout import lay_out
from motcua.engines.mending import OVER, CaseState, RemedyState
from motcua.inspection import queries as findings
from motcua.inspection.models import Finding
from motcua.inspection.signals import registry
from motcua.inspection.words import sentence
from motcua.organisations.models import Unit
from motcua.remedies import queries, words
from motcua.remedies.models import Case, Remedy

MOST: Final = 300  # rows of a table; what is more is counted
UNTAKEN: Final = "untaken"
GONE: Final = "gone"
ORDER: Final[dict[str, str]] = {
    CaseState.MENDED: "Đã khắc phục, được xác minh", GONE: "Hệ thống không còn thấy nguyên nhân",
    CaseState.EXPLAINED: "Giải trình được chấp nhận", CaseState.DROPPED: "Không phải tồn tại, đã bỏ",
    CaseState.REPORTED: "Đã báo cáo kết quả, chờ xác minh", CaseState.MENDING: "Đang khắc phục",
    CaseState.CONCLUDED: "Đã kết luận, chưa giao khắc phục", CaseState.CONTESTED: "Đang chờ trả lời khiếu nại",
    CaseState.NOTED: "Đã ghi nhận, chưa giao khắc phục", UNTAKEN: "Chưa theo dõi khắc phục",
}  # fmt: skip
ENDED: Final = frozenset({CaseState.MENDED, GONE, CaseState.EXPLAINED, CaseState.DROPPED})


@dataclass(frozen=True, slots=True)
class Line:
    """A finding, or several of one cause of which nothing else is to be said.

    state: of ORDER. done: who did what. shown: the evidence by name. last: when it ended and by whom; of what is open,
    why it is.
    """

    state: str
    what: str
    cause: str = ""
    done: str = ""
    shown: str = ""
    last: str = ""
    findings: int = 1

    @property
    def ended(self) -> bool:
        """Is nothing left to be done?"""
        return self.state in ENDED


def of_period(unit: Unit, since: datetime, user: Any, now: datetime) -> list[Line]:
    """Of the cases of a unit that were open since then, and the findings that nobody took up. Six queries."""
    cases = queries.visible_to(user, now).filter(Q(closed_at__isnull=True) | Q(closed_at__gte=since), unit=unit)
    rows = _with_remedies(cases.filter(noted_at__lte=now).order_by("noted_at", "pk"))
    open_ = findings.visible_to(user, now).filter(unit=unit, state__in=findings.TO_MEND)
    held = {(case.finding_id, case.episode) for case in rows}
    untaken = [one for one in open_.order_by("signal", "pk") if (one.pk, one.episode) not in held]
    return [*(_line(case, now) for case in rows), *_untaken(untaken)]


def of_findings(unit: Unit, wanted: Collection[int], user: Any, now: datetime) -> list[Line]:
    """Of these findings of a unit, as they stand in their newest episode."""
    rows = findings.visible_to(user, now).filter(unit=unit, pk__in=wanted).order_by("signal", "pk")
    cases: dict[int, Case] = {}
    for case in _with_remedies(queries.visible_to(user, now).filter(finding__in=rows).order_by("episode")):
        cases[case.finding_id] = case
    lines: list[Line] = []
    untaken: list[Finding] = []
    for finding in rows:
        last = cases.get(finding.pk)
        if last is not None and not (last.closed and _again(finding, last)):
            lines.append(_line(last, now))
        elif finding.state in findings.TO_MEND:
            untaken.append(finding)
        else:
            ended = f"Ngày {_on(finding.closed_at)}" if finding.closed_at else ""
            lines.append(Line(GONE, _plain(sentence(finding)), last=ended))
    return [*lines, *_untaken(untaken)]


def _again(finding: Finding, last: Case) -> bool:
    """Came it back since, and nobody took it up yet?"""
    return finding.episode > last.episode and finding.state in findings.TOLD


def _with_remedies(rows: Any) -> list[Case]:
    remedies = Remedy.objects.select_related("owner", "verified_by").prefetch_related("evidence").order_by("pk")
    related = rows.select_related("finding", "unit", "closed_by", "responsible")
    return list(related.prefetch_related(Prefetch("remedies", remedies)))


def _untaken(rows: Sequence[Finding]) -> list[Line]:
    """A line a cause; what is accepted for a time has its own."""
    counts = Counter(row.signal for row in rows if row.state != "accepted")
    accepted = [Line(UNTAKEN, _plain(sentence(row)), last=_accepted(row)) for row in rows if row.state == "accepted"]
    return accepted + [
        Line(UNTAKEN, registry()[signal].title.vi, last="Chưa giao khắc phục, chưa giải trình", findings=found)
        for signal, found in counts.items()
    ]


def _accepted(finding: Finding) -> str:
    return f"Được chấp nhận tạm thời đến ngày {_on(finding.accepted_until)}: {_plain(finding.accepted_because)}"


def _line(case: Case, now: datetime) -> Line:
    remedies = [one for one in case.remedies.all() if one.stands is not RemedyState.LIFTED]
    cause = words.cause(case, now.astimezone(VIETNAM).date())
    shown = [_evidence(piece) for one in remedies for piece in one.evidence.all()]
    last = _ended(case, remedies) if case.closed else _why_open(case, remedies, now)
    return Line(case.state, _plain(sentence(case.finding)), cause, "; ".join(map(_done, remedies)), "; ".join(shown),
                last)  # fmt: skip


def _done(one: Remedy) -> str:
    """Who was to do what; how he says it went."""
    told = f"{one.owner.full_name}: {_plain(one.action)}"
    return f"{told} ({_plain(one.report)})" if one.report else told


def _evidence(piece: Any) -> str:
    return ", ".join(part for part in (_plain(piece.note), piece.name, piece.link) if part)


def _ended(case: Case, remedies: Sequence[Remedy]) -> str:
    """When it was verified and by whom; when it was explained or dropped, and why."""
    on = f"Ngày {_on(case.closed_at)}" if case.closed_at else ""
    if case.stands is not CaseState.MENDED:
        return f"{on}: {_plain(case.closed_because)}"
    people = dict.fromkeys(one.verified_by.full_name for one in remedies if one.verified_by)
    return f"{on}, {', '.join(people)} xác minh" if people else f"{on}, hệ thống thấy nguyên nhân không còn"


def _why_open(case: Case, remedies: Sequence[Remedy], now: datetime) -> str:
    if case.finding.state == "accepted":
        return _accepted(case.finding)
    if case.stands is CaseState.CONTESTED:
        return "Chờ cán bộ kiểm tra trả lời khiếu nại"
    waiting = [_waits(one, now) for one in remedies if one.stands not in OVER]
    if waiting:
        return "; ".join(waiting)
    if remedies:
        return "Việc khắc phục đã xác minh, hệ thống còn thấy nguyên nhân"
    return "Chưa giao khắc phục"


def _waits(one: Remedy, now: datetime) -> str:
    if one.stands is RemedyState.REPORTED:
        return f"Báo cáo ngày {_on(one.reported_at)}, chờ xác minh" if one.reported_at else "Chờ xác minh"
    late = ", đã quá hạn" if one.due_at < now else ""
    back = f"Báo cáo bị trả lại: {_plain(one.returned_because)}; " if one.stands is RemedyState.RETURNED else ""
    return f"{back}hạn ngày {_on(one.due_at)}{late}" if back else f"Hạn ngày {_on(one.due_at)}{late}"


def paper(unit: Unit, lines: Sequence[Line], basis: str, now: datetime) -> bytes:
    """The report as .docx. basis: of which findings, as "nêu tại Thông báo số 15/TB-UBND" or "từ ngày … đến ngày …"."""
    ended, open_ = [one for one in lines if one.ended], [one for one in lines if not one.ended]
    tables = [(name, table) for name, table in (
        ("Kết quả khắc phục từng tồn tại", _table(ended, ("Việc đã làm", "Bằng chứng", "Kết quả, xác minh"))),
        ("Tồn tại chưa khắc phục xong", _table(open_, ("Việc được giao", "Bằng chứng", "Lý do chưa xong"))),
    ) if table is not None]  # fmt: skip
    several = len(tables) > 1
    appendices = tuple(
        Appendix(name, (table,), number=("I", "II")[place] if several else "", landscape=True)
        for place, (name, table) in enumerate(tables)
    )
    head = issuer(unit, letter=False)
    above = (f"{unit.parent.name} (để báo cáo)",) if unit.parent else ()
    draft = Draft(
        kind="BC", subject=f"Kết quả khắc phục tồn tại {basis}", body=tuple(_body(unit, lines, basis, now)),
        recipients=(*above, "Lưu: VT"), appendices=appendices, **head,
    )  # fmt: skip
    return docx.write(lay_out(draft))


def _body(unit: Unit, lines: Sequence[Line], basis: str, now: datetime) -> Iterable[Block]:
    yield Text(f"{unit.name} báo cáo kết quả khắc phục tồn tại {basis} như sau:")
    yield Heading("I", "Kết quả chung")
    yield from _numbers(lines, now)
    ended, open_ = sum(one.ended for one in lines), sum(not one.ended for one in lines)
    first, second = ("Phụ lục I", "Phụ lục II") if ended and open_ else ("Phụ lục", "Phụ lục")
    yield Heading("II", "Tồn tại đã khắc phục")
    told = f"Nguyên nhân, việc đã làm, bằng chứng, ngày xác minh từng tồn tại tại {first} kèm theo{_more(ended)}."
    yield Text(told if ended else "Chưa có tồn tại nào được khắc phục xong.")
    yield Heading("III", "Tồn tại chưa khắc phục xong")
    told = f"Tình trạng, lý do từng tồn tại tại {second} kèm theo{_more(open_)}."
    yield Text(told if open_ else "Không còn tồn tại nào chưa khắc phục xong.")


def _more(rows: int) -> str:
    return f", trong đó không liệt kê {number(rows - MOST)} tồn tại sau cùng" if rows > MOST else ""


def _numbers(lines: Sequence[Line], now: datetime) -> Iterable[Block]:
    """How many in all, and of each state that occurs."""
    counts: Counter[str] = Counter()
    for one in lines:
        counts[one.state] += one.findings
    total = sum(counts.values())
    until = f"Tính đến ngày {_on(now)}"
    if not total:
        yield Text(f"{until}, không có tồn tại nào phải khắc phục.")
        return
    yield Text(f"{until}, có {number(total)} tồn tại phải theo dõi, gồm:")
    told = [f"- {name}: {number(counts[state])}" for state, name in ORDER.items() if counts[state]]
    yield from (Text(f"{one}{'.' if place == len(told) else ';'}") for place, one in enumerate(told, start=1))


def _table(lines: Sequence[Line], last: tuple[str, str, str]) -> Table | None:
    if not lines:
        return None
    rows = tuple(
        (str(place), f"{one.what} ({number(one.findings)})" if one.findings > 1 else one.what, ORDER[one.state],
         *(part or "–" for part in (one.cause, one.done, one.shown, one.last)))
        for place, one in enumerate(lines[:MOST], start=1)
    )  # fmt: skip
    return Table(("TT", "Tồn tại", "Tình trạng", "Nguyên nhân", *last), rows, (2, 8, 4, 5, 8, 5, 6))


def _plain(text: str) -> str:
    """Without its full stop, on one line: a cell is no sentence of its own."""
    return " ".join(text.split()).rstrip(" .;")


def _on(moment: datetime | None) -> str:
    return day_words(moment.astimezone(VIETNAM).date()) if moment else "…"
