"""A unit has no reform plan of the year, or it came late."""

from collections.abc import Iterator
from datetime import date, timedelta

from motcua.base.text import Text
from motcua.engines.signals import FOREVER
from motcua.inspection.facts import act
from motcua.inspection.facts.units import PlanYear
from motcua.inspection.models import Severity
from motcua.inspection.signals.signal import Found, Signal, Threshold, Thresholds
from motcua.inspection.sources.days import begin_of


def find(plan: PlanYear, thresholds: Thresholds) -> Iterator[Found]:
    """By the day of the year on which it is due; silent where nobody's plan is known."""
    line = begin_of(date(plan.year, 1, 1)) + timedelta(days=thresholds["days"])
    end = plan.at if plan.issued_on is None else begin_of(plan.issued_on)
    if end >= line:
        evidence = [act("Hạn ban hành", line, plan.ref)]
        if plan.issued_on is not None:
            evidence.append(act("Ban hành", begin_of(plan.issued_on), plan.ref))
        yield Found(plan.unit_id, line, SIGNAL.ground, {"ref": plan.ref}, evidence)


SIGNAL = Signal(
    code="PLN01",
    title=Text("Kế hoạch CCHC thiếu hoặc muộn", "Reform plan missing or late"),
    sentence=Text("Kế hoạch cải cách hành chính năm {ref} chưa ban hành hoặc ban hành muộn.",
                  "The reform plan of {ref} is missing or came late."),
    remedy=Text("Ban hành kế hoạch với nhiệm vụ, người, hạn.", "Issue the plan with tasks, people and days."),
    ground="Kế hoạch CCHC của cấp trên; hạn ban hành là quy ước",
    mark="C",
    severity=Severity.HIGH,
    criterion="direction.plan",
    waits=FOREVER,
    find=find,
    thresholds={
        "days": Threshold(31, Text("ngày đầu năm để ban hành", "days of the year in which it is issued")),
    },
    looks_at="plan",
)  # fmt: skip
