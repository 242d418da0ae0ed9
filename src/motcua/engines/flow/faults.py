"""What is wrong with a process, in plain words."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from motcua.engines.flow.steps import Flow, JoinRule, Step

HOURS_A_DAY = 8  # Bộ luật Lao động 2019 Điều 105; only for comparing limits, never for counting them


@dataclass(frozen=True, slots=True)
class Fault:
    """step: key of the step it is about, empty for the whole."""

    step: str
    vi: str
    en: str


def faults(flow: Flow, *, facts: Collection[str], limit_hours: float | None = None) -> list[Fault]:
    """All faults, in the order of the steps; an empty list is a process that can run.

    facts: names a condition may use. limit_hours: the procedure's own limit in working hours (a day is 8), None
    where it cannot be compared.
    """
    found = [fault for step in flow.steps for fault in _of_step(flow, step, facts)]
    found += _of_whole(flow)
    if not found and limit_hours is not None and (longest := _longest(flow)) > limit_hours:
        vi = f"Các bước cộng lại dài hơn thời hạn của thủ tục: {_days(longest)} so với {_days(limit_hours)} ngày."
        en = f"The steps together take longer than the procedure: {_days(longest)} against {_days(limit_hours)} days."
        found.append(Fault("", vi, en))
    return found


def _of_step(flow: Flow, step: Step, facts: Collection[str]) -> Iterator[Fault]:
    keys, name = set(flow.by_key), step.name or step.key
    if sum(one.key == step.key for one in flow.steps) > 1:
        yield Fault(step.key, f"Mã bước “{step.key}” dùng hai lần.", f"The key “{step.key}” is used twice.")
    for key in step.after:
        if key not in keys:
            yield Fault(step.key, f"Bước “{name}” đứng sau bước “{key}” không có trong quy trình.",
                        f"“{name}” follows “{key}”, which is not in the process.")  # fmt: skip
    if step.key in flow.before(step.key):
        yield Fault(step.key, f"Bước “{name}” quay vòng về chính nó. Trả lại bước trước là một việc riêng, không vẽ.",
                    f"“{name}” leads back to itself. Going back a step is an act of its own, not drawn.")  # fmt: skip
    elif not step.after and step is not flow.steps[0]:
        yield Fault(step.key, f"Không có đường nào đến bước “{name}”: ghi bước đứng trước nó.",
                    f"Nothing leads to “{name}”: name the step before it.")  # fmt: skip
    if step.join.rule is not JoinRule.ALL and len(step.after) < 2:
        yield Fault(step.key, f"Bước “{name}” chờ nhiều nhánh nhưng chỉ có một bước đứng trước.",
                    f"“{name}” joins branches, but only one step comes before it.")  # fmt: skip
    if step.join.rule is JoinRule.COUNT and not 1 <= step.join.count <= len(step.after):
        yield Fault(step.key, f"Bước “{name}” chờ {step.join.count} nhánh trong khi có {len(step.after)}.",
                    f"“{name}” waits for {step.join.count} branches, there are {len(step.after)}.")  # fmt: skip
    for fact in step.when:
        if fact not in facts:
            yield Fault(step.key, f"Điều kiện của bước “{name}” dùng “{fact}”; chỉ dùng: {', '.join(sorted(facts))}.",
                        f"The condition of “{name}” uses “{fact}”; use: {', '.join(sorted(facts))}.")  # fmt: skip
    if not step.is_end and not flow.followers.get(step.key):
        yield Fault(step.key, f"Sau bước “{name}” không còn bước nào, mà đây không phải bước trả kết quả.",
                    f"Nothing follows “{name}”, and it does not return the result.")  # fmt: skip


def _of_whole(flow: Flow) -> Iterator[Fault]:
    if not flow.steps:
        yield Fault("", "Quy trình chưa có bước nào.", "The process has no steps.")
        return
    ends = [step for step in flow.steps if step.is_end]
    if not ends:
        yield Fault("", "Quy trình không có bước kết thúc (trả kết quả).", "The process has no end (return).")
    for step in ends[1:]:
        yield Fault(step.key, "Chỉ một bước trả kết quả.", "Only one step returns the result.")
    for step in ends:
        if flow.followers.get(step.key):
            yield Fault(step.key, f"Sau bước trả kết quả “{step.name}” không thể còn bước nào.",
                        f"Nothing may follow the return “{step.name}”.")  # fmt: skip


def _longest(flow: Flow) -> float:
    """Working hours of the longest way through."""
    total: dict[str, float] = {}
    todo = list(flow.steps)
    while todo:
        ready = [step for step in todo if all(key in total for key in step.after)]
        for step in ready:
            total[step.key] = step.hours + max((total[key] for key in step.after), default=0)
        todo = [step for step in todo if step.key not in total]
    return max(total.values())


def _days(hours: float) -> str:
    return f"{hours / HOURS_A_DAY:g}".replace(".", ",")
