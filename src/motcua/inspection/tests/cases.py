"""What the signals that look at something else than dossiers are tried on: code, facts, how many findings."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any, Final

from motcua.base.clock import VIETNAM
from motcua.inspection.facts.catalogue import InForce, Posted
from motcua.inspection.facts.documents import Book, Incoming, Issued
from motcua.inspection.facts.followed import Followed, Ordered
from motcua.inspection.facts.inspected import Inspected
from motcua.inspection.facts.premises import Broken, Duty, Empty, Line, Premises, Short
from motcua.inspection.facts.units import DeskDay, Entry, Month, PlanYear, Portal, Source
from motcua.inspection.facts.voices import Planned, Sent, Voice

AT: Final = datetime(2023, 4, 10, 9, 0, tzinfo=VIETNAM)
DAY, HOUR, MINUTE, SECOND = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1), timedelta(seconds=1)
TODAY: Final = AT.date()
DOCUMENT = Issued(
    id=1, unit_id=2, ref="15/QĐ-UBND", document_type="Quyết định", form="both", issued_on=date(2023, 4, 3),
    signed_at=datetime(2023, 4, 3, 15, tzinfo=VIETNAM), sent_at=datetime(2023, 4, 3, 16, tzinfo=VIETNAM),
    checked_at=AT - DAY, rules=(), at=AT, changed_at=AT - DAY,
)  # fmt: skip
ARRIVED = Incoming(1, 2, "7 (12/UBND-VP)", date(2023, 4, 1), date(2023, 4, 9), None, AT, AT - DAY)
BOOK = Book(2, 2023, "QĐ-UBND", 15, AT, AT - DAY)
PETITION = Voice(1, 2, "PA-1", AT - 9 * DAY, AT, None, None, None, None, AT, AT - 9 * DAY)
ANSWERED = replace(PETITION, answered_at=AT - DAY, publish_by=AT)
SENT = Sent(1, 2, "TT-1", AT - 2 * DAY, None, 480, AT - HOUR, AT, AT - 2 * DAY)
BROADCAST = Planned(1, "broadcast", "radio", 2, "Dịch vụ công trực tuyến", date(2023, 4, 2), None, AT, AT - 30 * DAY)
REPORT = Planned(1, "reform", "report", 2, "Báo cáo quý I", date(2023, 4, 9), None, AT, AT - 30 * DAY)
TASK = replace(REPORT, what="task", ref="Rà soát thủ tục")
MONTH = Month(2, date(2023, 3, 1), 100, 10, 100, 5, 10, 9, datetime(2023, 4, 1, tzinfo=VIETNAM), AT)
LATE = [Entry(f"H23-{n}", AT - 2 * DAY, AT - HOUR + n * MINUTE) for n in range(5)]
DESK = DeskDay(2, TODAY, tuple(LATE), AT, AT)
PORTAL = Portal(
    2, "phường Mẫu", AT - 300 * DAY, articles=10, words=300, categories=4, copied=5, pictures=8, others_articles=20,
    others_words=600, others=22, last_on=AT.date() - timedelta(days=45), lacking=(), looked_at=AT - DAY, at=AT,
)  # fmt: skip
POSTED = Posted(
    2, "1.001193", "Đăng ký khai sinh", "12/QĐ-UBND", date(2023, 3, 1), AT - 30 * DAY, date(2023, 3, 2), AT, AT - DAY
)
PROCEDURE = InForce(2, "1.001193", AT - 15 * DAY, process=False, at=AT, changed_at=AT - DAY)
SILENT = Source(2, "documents", "Sổ văn bản đi", AT - 45 * DAY, AT - 90 * DAY, AT)
EMPTY = Empty("police", TODAY, AT - 90 * MINUTE, 60, rostered=True)
DUTY = Duty(2, "phường Mẫu", (EMPTY,), (), AT - 6 * DAY, AT)
MISSING = replace(DUTY, empty=(replace(EMPTY, rostered=False),), missing=("police",))
PREMISES = Premises(2, "phường Mẫu", (), (), AT)
SHORT = Short("computer", 2, 1, AT - 7 * DAY)
BROKEN = Broken("H23.15.02-may-in-1", "Máy in", "broken", AT - 5 * DAY)
LINE = Line(2, "phường Mẫu", ((AT - HOUR, AT),), 60, AT)
WEEK = tuple(date(2023, 4, day) for day in (3, 4, 5, 6, 7, 10))  # the sixth working day has begun
FOLLOWED = Followed(7, 2, "OVD01-7", AT - 20 * DAY, WEEK, told=True, followed=False, at=AT, changed_at=AT - 20 * DAY)
INSPECTED = Inspected(
    3, 2, "7.3", "Giấy tiếp nhận có đủ chữ ký?", "NĐ 61/2018/NĐ-CP Điều 17", "fail", 2, 30, ("Thiếu chữ ký",),
    ("a1b2c3d4",), AT - 2 * DAY, AT - DAY, "0f0f0f0f", AT,
)  # fmt: skip
ORDERED = Ordered(9, 2, "KP-9", AT - 9 * DAY, AT - SECOND, None, AT, AT - 9 * DAY)

CASES: Final[list[tuple[str, Any, int]]] = [
    ("FMT01", replace(DOCUMENT, rules=("N1.motto", "S3.font")), 2),
    ("FMT01", DOCUMENT, 0),
    ("FMT01", replace(DOCUMENT, rules=None), 0),
    ("SIG01", replace(DOCUMENT, signed_at=None), 1),
    ("SIG01", DOCUMENT, 0),
    ("SIG01", replace(DOCUMENT, signed_at=None, form="paper"), 0),
    ("SIG01", replace(DOCUMENT, signed_at=None, issued_on=date(2023, 4, 9)), 0),
    ("SIG01", replace(DOCUMENT, signed_at=None, issued_on=date(2023, 4, 8)), 1),
    ("SIG02", replace(DOCUMENT, signed_at=datetime(2023, 4, 5, 0, 0, tzinfo=VIETNAM)), 1),
    ("SIG02", replace(DOCUMENT, signed_at=datetime(2023, 4, 4, 23, 59, tzinfo=VIETNAM)), 0),
    ("SIG02", replace(DOCUMENT, signed_at=AT, form="paper"), 0),
    ("SIG03", replace(DOCUMENT, form="paper"), 1),
    ("SIG03", DOCUMENT, 0),
    ("SIG03", replace(DOCUMENT, form="paper", issued_on=date(2023, 4, 6)), 1),
    ("SIG03", replace(DOCUMENT, form="paper", issued_on=date(2023, 4, 7)), 0),
    ("SND01", replace(DOCUMENT, sent_at=None), 1),
    ("SND01", DOCUMENT, 0),
    ("SND01", replace(DOCUMENT, sent_at=None, signed_at=AT - 3 * DAY), 0),
    ("SND01", replace(DOCUMENT, sent_at=None, signed_at=AT - 3 * DAY - SECOND), 1),
    ("SND01", replace(DOCUMENT, sent_at=None, signed_at=None), 0),
    ("SND01", replace(DOCUMENT, sent_at=None, form="paper"), 0),
    ("LEG01", replace(DOCUMENT, expired=(("09/2010/NĐ-CP", date(2020, 3, 4)),)), 1),
    ("LEG01", DOCUMENT, 0),
    ("INC01", ARRIVED, 1),
    ("INC01", replace(ARRIVED, due_on=TODAY), 0),
    ("INC01", replace(ARRIVED, due_on=None), 0),
    ("INC01", replace(ARRIVED, done_on=TODAY), 0),
    ("NUM01", replace(BOOK, missing=(3, 9)), 1),
    ("NUM01", BOOK, 0),
    ("NUM02", replace(BOOK, backwards=((9, date(2023, 4, 1), date(2023, 4, 3)),)), 1),
    ("NUM02", BOOK, 0),
    ("NUM02", replace(BOOK, backwards=((9, date(2023, 4, 2), date(2023, 4, 3)),)), 0),
    ("PET01", replace(PETITION, handle_by=AT - SECOND), 1),
    ("PET01", PETITION, 0),
    ("PET01", replace(PETITION, handle_by=AT - DAY, refused_at=AT - 2 * DAY), 0),
    ("PET01", replace(PETITION, handle_by=AT - 2 * DAY, answered_at=AT - DAY), 0),
    ("PET02", replace(ANSWERED, handle_by=AT - DAY - SECOND), 1),
    ("PET02", replace(ANSWERED, handle_by=AT - DAY), 0),
    ("PET02", PETITION, 0),
    ("PET03", replace(ANSWERED, publish_by=AT - SECOND), 1),
    ("PET03", ANSWERED, 0),
    ("PET03", PETITION, 0),
    ("PET03", replace(ANSWERED, publish_by=AT - DAY, published_at=AT), 0),
    ("ONL01", replace(SENT, minutes=481), 1),
    ("ONL01", SENT, 0),
    ("ONL01", replace(SENT, answered_at=AT, minutes=900), 0),
    ("ONL02", replace(SENT, answered_at=AT, minutes=481), 1),
    ("ONL02", replace(SENT, answered_at=AT), 0),
    ("ONL02", replace(SENT, minutes=900), 0),
    ("COM01", replace(BROADCAST, due_on=date(2023, 4, 1)), 1),
    ("COM01", replace(BROADCAST, due_on=date(2023, 4, 2)), 1),
    ("COM01", replace(BROADCAST, due_on=date(2023, 4, 3)), 0),
    ("COM01", replace(BROADCAST, done_on=TODAY), 0),
    ("PLN02", REPORT, 1),
    ("PLN02", replace(REPORT, due_on=TODAY), 0),
    ("PLN02", TASK, 0),
    ("PLN02", replace(REPORT, done_on=date(2023, 4, 9)), 0),
    ("PLN02", replace(REPORT, done_on=TODAY), 1),
    ("PLN03", TASK, 1),
    ("PLN03", replace(TASK, due_on=TODAY), 0),
    ("PLN03", replace(TASK, done_on=TODAY), 0),
    ("PLN03", REPORT, 0),
    ("PLN01", PlanYear(2, 2023, None, AT, AT), 1),
    ("PLN01", PlanYear(2, 2023, date(2023, 1, 31), AT, AT), 0),
    ("PLN01", PlanYear(2, 2023, date(2023, 2, 1), AT, AT), 1),
    ("PLN01", PlanYear(2, 2023, None, AT - 80 * DAY, AT), 0),
    ("RAT01", replace(MONTH, content=8), 1),
    ("RAT01", MONTH, 0),
    ("SHR01", replace(MONTH, late=6), 1),
    ("SHR01", MONTH, 0),
    ("SHR02", replace(MONTH, online=9), 1),
    ("SHR02", MONTH, 0),
    ("BUR01", DESK, 1),
    ("BUR01", replace(DESK, entries=DESK.entries[1:]), 0),
    ("BUR01", replace(DESK, entries=tuple(replace(one, submitted_at=AT - HOUR) for one in LATE)), 0),
    (
        "BUR01",
        replace(DESK, entries=tuple(replace(one, accepted_at=AT + n * 6 * MINUTE) for n, one in enumerate(LATE))),
        0,
    ),
    ("POR01", replace(PORTAL, articles=9), 1),
    ("POR01", PORTAL, 0),
    ("POR01", replace(PORTAL, words=299), 1),
    ("POR02", replace(PORTAL, last_on=TODAY - timedelta(days=46)), 1),
    ("POR02", replace(PORTAL, last_on=TODAY - timedelta(days=44)), 0),
    ("POR02", replace(PORTAL, last_on=None), 1),
    ("POR03", replace(PORTAL, lacking=("officers", "contacts")), 2),
    ("POR03", PORTAL, 0),
    ("POR04", replace(PORTAL, copied=6), 1),
    ("POR04", PORTAL, 0),
    ("SRC01", replace(SILENT, last_at=AT - 45 * DAY - SECOND), 1),
    ("SRC01", SILENT, 0),
    ("SRC01", replace(SILENT, last_at=None), 1),
    ("PUB01", replace(POSTED, old_on=date(2022, 1, 1), ended_on=date(2023, 4, 4)), 1),
    ("PUB01", POSTED, 0),
    ("PUB01", replace(POSTED, old_on=date(2022, 1, 1), ended_on=date(2023, 4, 5)), 0),
    ("PUB02", replace(POSTED, posted_on=None), 1),
    ("PUB02", POSTED, 0),
    ("PUB02", replace(POSTED, posted_on=None, post_by=AT), 0),
    ("PUB03", replace(POSTED, posted_on=TODAY), 1),
    ("PUB03", POSTED, 0),
    ("PUB03", replace(POSTED, posted_on=None), 0),
    ("PUB04", replace(POSTED, lacking=("phí, lệ phí",)), 1),
    ("PUB04", POSTED, 0),
    ("PRC02", replace(PROCEDURE, since=AT - 15 * DAY - SECOND), 1),
    ("PRC02", PROCEDURE, 0),
    ("PRC02", replace(PROCEDURE, since=AT - 99 * DAY, process=True), 0),
    ("DUT01", DUTY, 1),
    ("DUT01", replace(DUTY, empty=(replace(EMPTY, minutes=59),)), 0),
    ("DUT01", MISSING, 0),
    ("DUT01", replace(DUTY, empty=()), 0),
    ("DUT02", MISSING, 1),
    ("DUT02", DUTY, 0),
    ("EQP01", replace(PREMISES, short=(replace(SHORT, since=SHORT.since - SECOND),)), 1),
    ("EQP01", replace(PREMISES, short=(SHORT,)), 0),
    ("EQP01", PREMISES, 0),
    ("EQP02", replace(PREMISES, broken=(replace(BROKEN, since=BROKEN.since - SECOND),)), 1),
    ("EQP02", replace(PREMISES, broken=(BROKEN,)), 0),
    ("EQP02", PREMISES, 0),
    ("CON01", replace(LINE, minutes=61), 1),
    ("CON01", LINE, 0),
    ("FUP01", FOLLOWED, 1),
    ("FUP01", replace(FOLLOWED, days=WEEK[:5]), 0),
    ("FUP01", replace(FOLLOWED, followed=True), 0),
    ("FUP01", replace(FOLLOWED, told=False), 0),
    ("FUP02", ORDERED, 1),
    ("FUP02", replace(ORDERED, due_at=AT), 0),
    ("FUP02", replace(ORDERED, done_at=AT - DAY), 0),
    ("VIS01", INSPECTED, 1),
    ("VIS01", replace(INSPECTED, missing=None, of=None, defects=(), photos=()), 1),
    ("VIS01", replace(INSPECTED, result="pass"), 0),
    ("VIS01", replace(INSPECTED, result="na"), 0),
]

LINES: Final[list[tuple[str, Any, dict[str, int]]]] = [  # a changed threshold is the line
    ("SIG01", replace(DOCUMENT, signed_at=None), {"days": 9}),
    ("SIG02", replace(DOCUMENT, signed_at=DOCUMENT.signed_at + 2 * DAY), {"days": 5}),
    ("SIG03", replace(DOCUMENT, form="paper"), {"days": 9}),
    ("SND01", replace(DOCUMENT, sent_at=None), {"days": 9}),
    ("INC01", ARRIVED, {"days": 2}),
    ("NUM01", replace(BOOK, missing=(3, 9)), {"numbers": 2}),
    ("NUM02", replace(BOOK, backwards=((9, date(2023, 4, 1), date(2023, 4, 3)),)), {"days": 2}),
    ("PET01", replace(PETITION, handle_by=AT - HOUR), {"hours": 1}),
    ("PET02", replace(ANSWERED, handle_by=AT - 2 * DAY), {"hours": 24}),
    ("PET03", replace(ANSWERED, publish_by=AT - HOUR), {"hours": 1}),
    ("ONL01", replace(SENT, minutes=500), {"minutes": 500}),
    ("ONL02", replace(SENT, answered_at=AT, minutes=500), {"minutes": 500}),
    ("COM01", replace(BROADCAST, due_on=date(2023, 4, 1)), {"days": 20}),
    ("PLN02", REPORT, {"days": 2}),
    ("PLN03", TASK, {"days": 2}),
    ("PLN01", PlanYear(2, 2023, None, AT, AT), {"days": 200}),
    ("RAT01", replace(MONTH, content=8), {"percent": 80}),
    ("SHR01", replace(MONTH, late=6), {"percent": 6}),
    ("SHR02", replace(MONTH, online=9), {"percent": 9}),
    ("BUR01", DESK, {"dossiers": 6}),
    ("BUR01", DESK, {"minutes": 0}),
    ("BUR01", DESK, {"hours": 48}),
    ("POR01", replace(PORTAL, articles=9), {"percent": 45}),
    ("POR02", replace(PORTAL, last_on=None), {"days": 400}),
    ("POR04", replace(PORTAL, copied=6), {"percent": 60}),
    ("SRC01", replace(SILENT, last_at=None), {"days": 90}),
    ("PUB01", replace(POSTED, old_on=date(2022, 1, 1), ended_on=date(2023, 4, 1)), {"days": 20}),
    ("PUB02", replace(POSTED, posted_on=None), {"days": 30}),
    ("PUB03", replace(POSTED, posted_on=TODAY), {"days": 30}),
    ("PRC02", replace(PROCEDURE, since=AT - 20 * DAY), {"days": 20}),
    ("DUT01", DUTY, {"minutes": 61}),
    ("DUT01", DUTY, {"days": 2}),
    ("EQP01", replace(PREMISES, short=(replace(SHORT, since=AT - 9 * DAY),)), {"days": 9}),
    ("EQP02", replace(PREMISES, broken=(replace(BROKEN, since=AT - 9 * DAY),)), {"days": 9}),
    ("CON01", replace(LINE, minutes=61), {"minutes": 61}),
    ("FUP01", FOLLOWED, {"days": 6}),
    ("FUP02", ORDERED, {"days": 1}),
]

UNKNOWN: Final[list[tuple[str, Any]]] = [  # too little to say anything: neither bad nor good
    ("FMT01", replace(DOCUMENT, rules=None)),
    ("RAT01", replace(MONTH, rated=4)),
    ("SHR01", replace(MONTH, decided=19)),
    ("SHR02", replace(MONTH, received=19)),
    ("POR01", replace(PORTAL, others=2)),
    ("POR03", replace(PORTAL, lacking=None)),
    ("POR04", replace(PORTAL, articles=3)),
]
KNOWING: Final = {
    ("POR01", "units"),
    ("RAT01", "slips"),
    ("SHR01", "dossiers"),
    ("SHR02", "dossiers"),
    ("POR04", "articles"),
}
