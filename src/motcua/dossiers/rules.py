"""Decisions about a dossier as pure functions of plain values."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from fractions import Fraction
from typing import Final

from motcua.base.clock import VIETNAM
from motcua.base.text import Text
from motcua.dossiers.models import State
from motcua.engines.worktime import Calendar, Limit, Outcome, Unit, apology_by
from motcua.processes.models import StepKind

# TrangThaiHoSo of the national portal (facts: one_stop §10.1).
NATIONAL: Final[dict[str, int]] = {
    State.GUIDED: 5,
    State.NOT_ACCEPTED: 3,
    State.RECEIVED: 2,
    State.IN_PROGRESS: 4,
    State.FOR_APPROVAL: 4,
    State.SUPPLEMENT: 5,
    State.PAYING: 6,
    State.PAUSED: 4,
    State.RESOLVED: 9,
    State.RETURNED: 10,
    State.WITHDRAWN: 7,
    State.STOPPED: 8,
    State.CLOSED: 8,
}
NATIONAL_NAMES: Final[dict[int, Text]] = {
    1: Text("Mới đăng ký", "Submitted"),
    2: Text("Được tiếp nhận", "Accepted"),
    3: Text("Không được tiếp nhận", "Not accepted"),
    4: Text("Đang xử lý", "In progress"),
    5: Text("Yêu cầu bổ sung giấy tờ", "Papers needed"),
    6: Text("Yêu cầu thực hiện nghĩa vụ tài chính", "Payment needed"),
    7: Text("Công dân yêu cầu rút hồ sơ", "Withdrawn"),
    8: Text("Dừng xử lý", "Stopped"),
    9: Text("Đã xử lý xong", "Result ready"),
    10: Text("Đã trả kết quả", "Returned"),
}
IN_PROGRESS: Final = Text("Đang giải quyết", "In progress")
READY: Final = Text("Đã có kết quả", "Result ready")
ENDED: Final = Text("Đã kết thúc", "Ended")

FINAL: Final = frozenset({
    State.NOT_ACCEPTED, State.RETURNED, State.WITHDRAWN, State.STOPPED, State.CLOSED
})  # fmt: skip


def state_of(kinds: Collection[str]) -> State:
    """The state of a dossier under way, from the kinds of its open steps: the farthest behind decides."""
    if StepKind.FORWARD in kinds:
        return State.RECEIVED
    if kinds and set(kinds) <= {StepKind.RETURN}:
        return State.RESOLVED
    return State.FOR_APPROVAL if kinds and set(kinds) <= {StepKind.APPROVE} else State.IN_PROGRESS


def national_status(state: str) -> int:
    """TrangThaiHoSo, 1–10, of a local state."""
    return NATIONAL[state]


def completion(state: str) -> Text:
    """What anybody with the code may read (TT 01/2018/TT-VPCP Điều 16 khoản 2 điểm d)."""
    if state in FINAL:
        return ENDED
    return READY if state == State.RESOLVED else IN_PROGRESS


def step_limit(quantity: str, unit: str) -> Limit | None:
    """The limit of a step for the working clock; None where the step has none of its own."""
    if not unit:
        return None
    return Limit(Fraction(quantity or "0"), Unit(unit))


def apology_from(clock_from: datetime, promised: datetime, calendar: Calendar) -> datetime:
    """From when an apology is owed if nothing is decided: the opening of the last day the law gives for it (R21).

    A dossier whose limit is too short for such a day owes one once it is late.
    """
    last = apology_by(promised, calendar).astimezone(VIETNAM)
    if last.date() <= clock_from.astimezone(VIETNAM).date():
        return promised
    return datetime.combine(last.date(), calendar.spans(last.date())[0][0], VIETNAM)


def near_from(accepted: datetime, appointment: datetime, calendar: Calendar, days: int) -> datetime:
    """When the queue begins to warn: the opening `days` working days before the appointment [C].

    Never on the day of reception; a dossier due on that very day is near two hours before.
    """
    first, last = accepted.astimezone(VIETNAM), appointment.astimezone(VIETNAM)
    if first.date() == last.date():
        return max(accepted, appointment - timedelta(hours=2))
    day = last.date()
    while days > 0:
        before = day - timedelta(days=1)
        while calendar.rest(before) is not None:
            before -= timedelta(days=1)
        if before <= first.date():
            break
        day, days = before, days - 1
    spans = calendar.spans(day)
    opening = spans[0][0] if spans else last.timetz().replace(tzinfo=None)
    return datetime.combine(day, opening, VIETNAM)


@dataclass(frozen=True, slots=True)
class Badge:
    """How a dossier stands, for the eye: tone (a class of the style sheet), icon and words."""

    tone: str
    icon: str
    text: Text


@dataclass(frozen=True, slots=True)
class Clocked:
    """What the badge of a dossier depends on.

    outcome: of a finished dossier (R23). days, minutes: working distance between now and the appointment.
    """

    state: str
    now: datetime
    appointment: datetime | None
    near_from: datetime | None
    outcome: Outcome | None
    days: int
    minutes: int


_FIXED: Final[dict[str, Badge]] = {
    State.GUIDED: Badge("citizen", "user-round", Text("Chờ người nộp", "Waits for applicant")),
    State.NOT_ACCEPTED: Badge("refused", "ban", Text("Không tiếp nhận", "Not accepted")),
    State.WITHDRAWN: Badge("done", "undo-2", Text("Đã rút", "Withdrawn")),
    State.STOPPED: Badge("done", "ban", Text("Dừng giải quyết", "Stopped")),
    State.CLOSED: Badge("done", "x", Text("Đóng, không bổ sung", "Closed, not completed")),
    State.SUPPLEMENT: Badge("citizen", "user-round", Text("Chờ người nộp bổ sung", "Waits for papers")),
    State.PAYING: Badge("citizen", "circle-pause", Text("Chờ nộp tiền", "Waits for payment")),
    State.PAUSED: Badge("paused", "circle-pause", Text("Tạm dừng theo luật", "Paused by law")),
}


def badge(at: Clocked) -> Badge:
    """The one badge of a dossier: who or what it waits for, or how it stands to its appointment."""
    if fixed := _FIXED.get(at.state):
        return fixed
    if at.outcome is not None:
        return _finished(at.state, at.outcome)
    if at.appointment is None:
        return Badge("done", "check-check", Text("Đã trả ngay", "Returned at once"))
    if at.now > at.appointment:
        return Badge("late", "octagon-alert", _distance("Quá hạn", "Overdue", at))
    if at.near_from is not None and at.now >= at.near_from:
        return Badge("near", "clock-alert", _distance("Sắp đến hạn:", "Due soon:", at))
    return Badge("ok", "circle-check", _distance("Còn", "In time:", at))


OUTCOMES: Final[dict[Outcome, Text]] = {
    Outcome.EARLY: Text("trước hạn", "early"),
    Outcome.ON_TIME: Text("đúng hạn", "on time"),
    Outcome.OVERDUE: Text("quá hạn", "overdue"),
    Outcome.WITHIN: Text("trong hạn", "in time"),
}


def _finished(state: str, outcome: Outcome) -> Badge:
    word = OUTCOMES[outcome]
    if state == State.RETURNED:
        return Badge("done", "check-check", Text(f"Đã trả, {word.vi}", f"Returned, {word.en}"))
    return Badge("citizen", "package-check", Text(f"Chờ trả, {word.vi}", f"To be returned, {word.en}"))


def _distance(vi: str, en: str, at: Clocked) -> Text:
    if abs(at.days) >= 1:
        days = abs(at.days)
        return Text(f"{vi} {days} ngày", f"{en} {days} working day{'s' if days > 1 else ''}")
    hours, minutes = divmod(abs(at.minutes), 60)
    if hours:
        return Text(f"{vi} {hours} giờ", f"{en} {hours} hour{'s' if hours > 1 else ''}")
    return Text(f"{vi} {minutes} phút", f"{en} {minutes} minute{'s' if minutes != 1 else ''}")
