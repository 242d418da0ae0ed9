"""What opens next."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from motcua.engines.flow.steps import Flow, JoinRule, Step


@dataclass(frozen=True, slots=True)
class Moves:
    """Keys of steps to open, steps passed over, and open steps that a join no longer waits for."""

    opened: tuple[str, ...]
    skipped: tuple[str, ...]
    dropped: tuple[str, ...]


def next_moves(
    flow: Flow, *, done: Collection[str], skipped: Collection[str], running: Collection[str],
    facts: Mapping[str, str], expired: Collection[str] = (),
) -> Moves:  # fmt: skip
    """What follows from where a course stands.

    done, skipped: settled steps; running: open ones; expired: open steps whose own limit has passed, which a join
    "deadline" waits for no longer. The same standing always gives the same moves, and after they are made none.
    """
    settled, passed, active = set(done) | set(skipped), set(skipped), set(running)
    opened: list[str] = []
    dropped: list[str] = []
    moved = True
    while moved:
        moved = False
        for step in flow.steps:
            if step.key in settled or step.key in active or not _ready(step, settled, passed, set(expired) & active):
                continue
            moved = True
            if not step.wanted(facts):
                settled.add(step.key)
                passed.add(step.key)
                continue
            late = flow.before(step.key) - settled
            dropped += [key for key in (s.key for s in flow.steps) if key in late & active]
            passed |= late - active
            settled |= late
            active = (active - late) | {step.key}
            opened.append(step.key)
    return Moves(tuple(k for k in opened if k in active), tuple(sorted(passed - set(skipped))), tuple(dropped))


def _ready(step: Step, settled: set[str], passed: set[str], expired: set[str]) -> bool:
    """Has the join of `step` what it waits for?"""
    waiting = [key for key in step.after if key not in settled]
    if not waiting:
        return True
    finished = len([key for key in step.after if key in settled and key not in passed])
    match step.join.rule:
        case JoinRule.ANY:
            return finished >= 1
        case JoinRule.COUNT:
            return finished >= step.join.count
        case JoinRule.DEADLINE:
            return all(key in expired for key in waiting)
    return False
