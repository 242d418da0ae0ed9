"""A process as people write it: YAML, a step a line.

`limit: 2 working_day` · `at: own | desk | parent | division:Phòng Tư pháp | branch:tax` · `after: [a, b]` (the step
before it where nothing is said) · `join: all | any | 2 | deadline` · `when: {channel: online}` · `output: …`
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any, Final

import yaml

from motcua.base.text import Text
from motcua.engines.flow import Fault, Flow, Join, faults
from motcua.engines.flow import Step as FlowStep
from motcua.engines.worktime import Unit
from motcua.organisations.models import Role
from motcua.processes.errors import ProcessUnreadable
from motcua.processes.models import StepKind

ROLES: Final[Mapping[str, frozenset[str]]] = {
    StepKind.FORWARD: frozenset({Role.RECEPTIONIST}),
    StepKind.ASSIGN: frozenset({Role.LEADER}),
    StepKind.RESOLVE: frozenset({Role.OFFICER, Role.RECEPTIONIST}),
    StepKind.CONSULT: frozenset({Role.OFFICER, Role.LEADER}),
    StepKind.APPROVE: frozenset({Role.LEADER}),
    StepKind.AUTOMATIC: frozenset({""}),
    StepKind.RETURN: frozenset({Role.RECEPTIONIST}),
}
# What a condition may ask, and what it can be.
FACTS: Final[Mapping[str, Text]] = {
    "channel": Text("kênh nộp: direct, online, postal", "channel: direct, online, postal"),
    "applicant": Text("người nộp: person, organisation", "applicant: person, organisation"),
    "case": Text("tên trường hợp của thủ tục", "name of the procedure's case"),
    "elsewhere": Text("nhận hộ đơn vị khác: yes, no", "received for another unit: yes, no"),
    "fee": Text("phí, lệ phí: yes, no", "fee: yes, no"),
    "return": Text("cách trả: desk, postal, online", "return: desk, postal, online"),
}
PLACES: Final = ("own", "desk", "parent")
PLACES_NAMED: Final = ("division", "branch", "unit")
LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the same, in C where it was built
KEYS: Final = frozenset({"key", "name", "kind", "role", "at", "limit", "after", "join", "when", "output", "message"})
UNITS: Final = frozenset({Unit.WORKING_DAY.value, Unit.WORKING_HOUR.value, Unit.CALENDAR_DAY.value})
HOURS: Final[Mapping[str, int]] = {Unit.WORKING_DAY.value: 8, Unit.WORKING_HOUR.value: 1}


@dataclass(frozen=True, slots=True)
class Described:
    """One step as written, every default filled in."""

    key: str
    name: str
    kind: str
    role: str
    at: str
    quantity: str
    unit: str
    after: tuple[str, ...]
    join: str
    when: Mapping[str, tuple[str, ...]]
    output: str
    message: str

    def as_flow(self) -> FlowStep:
        """What the engine needs of it."""
        hours = float(Fraction(self.quantity)) * HOURS.get(self.unit, 0) if self.quantity else 0
        return FlowStep(self.key, self.name, self.after, Join.read(self.join), self.when, hours,
                        is_end=self.kind == StepKind.RETURN)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Description:
    """A whole process as written."""

    procedure: str
    valid_from: date
    decision: str
    steps: tuple[Described, ...]

    @property
    def flow(self) -> Flow:
        return Flow(tuple(step.as_flow() for step in self.steps))


def read(text: str) -> Description:
    """Raises ProcessUnreadable, naming the step and the word it stumbled over."""
    try:
        row = yaml.load(text, LOADER)  # noqa: S506 (a safe loader)
    except yaml.YAMLError as fault:
        mark = getattr(fault, "problem_mark", None)
        raise ProcessUnreadable(where=f"YAML, dòng {mark.line + 1}" if mark else "YAML") from None
    if not isinstance(row, dict) or not isinstance(row.get("steps"), list):
        raise ProcessUnreadable(where="steps")
    since = row.get("valid_from")
    if not isinstance(since, date):
        raise ProcessUnreadable(where="valid_from (2026-01-31)")
    steps: list[Described] = []
    for number, one in enumerate(row["steps"], start=1):
        steps.append(_step(one, number, steps[-1].key if steps else ""))
    return Description(str(row.get("procedure", "")), since, str(row.get("decision", ""))[:200], tuple(steps))


def _step(row: Any, number: int, before: str) -> Described:
    if not isinstance(row, dict) or not row.get("key") or not row.get("name"):
        raise ProcessUnreadable(where=f"bước {number}: key, name")
    if unknown := sorted(set(map(str, row)) - KEYS):
        raise ProcessUnreadable(where=f"bước {number}: {', '.join(unknown)}")
    quantity, _, unit = str(row.get("limit", "")).partition(" ")
    try:
        Join.read(str(row.get("join", "all")))
        if quantity and Fraction(quantity) <= 0:
            raise ValueError
    except (ValueError, ZeroDivisionError):
        raise ProcessUnreadable(where=f"bước {number}: join, limit") from None
    after = row.get("after", [before] if before else [])
    when = row.get("when", {})
    if not isinstance(after, list) or not isinstance(when, dict):
        raise ProcessUnreadable(where=f"bước {number}: after, when")
    return Described(
        str(row["key"])[:40], str(row["name"])[:300], str(row.get("kind", "")), str(row.get("role", "")),
        str(row.get("at", "own")), quantity, unit.strip(), tuple(map(str, after)), str(row.get("join", "all")),
        {str(name): _values(value) for name, value in when.items()}, str(row.get("output", ""))[:300],
        str(row.get("message", "")),
    )  # fmt: skip


def _values(value: Any) -> tuple[str, ...]:
    """One value or a list of them; YAML's own yes and no are words here."""
    words = {True: "yes", False: "no"}
    rows = value if isinstance(value, list) else [value]
    return tuple(words[row] if isinstance(row, bool) else str(row) for row in rows)


def faults_of(one: Description, limit_hours: float | None) -> list[Fault]:
    """Every fault of the process: of its course, and of roles, places and limits of its steps."""
    found = faults(one.flow, facts=FACTS, limit_hours=limit_hours)
    found += [fault for step in one.steps for fault in _step_faults(step)]
    if one.steps and one.steps[0].kind != StepKind.FORWARD:
        found.append(Fault(one.steps[0].key, "Bước đầu phải là tiếp nhận, chuyển xử lý (kind: forward).",
                           "The first step has to receive and forward (kind: forward)."))  # fmt: skip
    if not any(step.kind == StepKind.APPROVE for step in one.steps):
        found.append(Fault("", "Quy trình chưa có bước phê duyệt (kind: approve).",
                           "The process has no approval (kind: approve)."))  # fmt: skip
    return found


def _step_faults(step: Described) -> list[Fault]:
    found = []
    if step.kind not in set(StepKind.values):
        known = ", ".join(StepKind.values)
        found.append(Fault(step.key, f"Bước “{step.name}” có loại “{step.kind}” không biết; chỉ dùng: {known}.",
                           f"“{step.name}” is of the unknown kind “{step.kind}”; use: {known}."))  # fmt: skip
    elif step.role not in ROLES[step.kind]:
        roles = ", ".join(sorted(ROLES[step.kind]))
        found.append(Fault(step.key, f"Bước “{step.name}” giao vai trò “{step.role}”; loại này chỉ giao: {roles}.",
                           f"“{step.name}” is given to “{step.role}”; this kind takes: {roles}."))  # fmt: skip
    if not place_is_known(step.at):
        found.append(Fault(step.key, f"Bước “{step.name}” ở “{step.at}”: không rõ đơn vị nào.",
                           f"“{step.name}” is at “{step.at}”: no such place."))  # fmt: skip
    if step.unit not in UNITS | {""} or (step.quantity and not step.unit):
        found.append(Fault(step.key, f"Thời hạn của bước “{step.name}” cần đơn vị: {', '.join(sorted(UNITS))}.",
                           f"The limit of “{step.name}” needs a unit: {', '.join(sorted(UNITS))}."))  # fmt: skip
    if step.kind == StepKind.CONSULT and not step.quantity:
        found.append(Fault(step.key, f"Bước lấy ý kiến “{step.name}” cần thời hạn trả lời.",
                           f"The consultation “{step.name}” needs a limit."))  # fmt: skip
    if step.kind == StepKind.AUTOMATIC and not step.message:
        found.append(Fault(step.key, f"Bước tự động “{step.name}” cần nội dung báo cho người nộp (message).",
                           f"The automatic step “{step.name}” needs a message for the applicant."))  # fmt: skip
    return found


def place_is_known(text: str) -> bool:
    """Is `text` a place of the form a step may name?"""
    kind, _, name = text.partition(":")
    return text in PLACES or (kind in PLACES_NAMED and bool(name))
