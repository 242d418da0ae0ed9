"""Steps and what they wait for."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property


class JoinRule(StrEnum):
    """What a step waits for among the steps it follows."""

    ALL = "all"
    ANY = "any"
    COUNT = "count"
    DEADLINE = "deadline"


@dataclass(frozen=True, slots=True)
class Join:
    """rule; count: how many, for JoinRule.COUNT."""

    rule: JoinRule = JoinRule.ALL
    count: int = 0

    @classmethod
    def read(cls, text: str) -> "Join":
        """`all`, `any`, `deadline` or a number of branches ("2"). Raises ValueError."""
        if text.isdigit():
            return cls(JoinRule.COUNT, int(text))
        return cls(JoinRule(text))

    def __str__(self) -> str:
        return str(self.count) if self.rule is JoinRule.COUNT else self.rule.value


@dataclass(frozen=True, slots=True)
class Step:
    """One step. when: fact → values of which one must hold, for every fact named; empty: always.

    hours: its own limit in working hours, 0 where it has none; is_end: the course ends with it.
    """

    key: str
    name: str
    after: tuple[str, ...] = ()
    join: Join = field(default=Join())
    when: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    hours: float = 0
    is_end: bool = False

    def wanted(self, facts: Mapping[str, str]) -> bool:
        """Does its condition hold for these facts? A fact that is not known holds for nothing."""
        return all(facts.get(name) in values for name, values in self.when.items())


@dataclass(frozen=True)
class Flow:
    """The steps of one process in the order they are written."""

    steps: tuple[Step, ...]

    @cached_property
    def by_key(self) -> dict[str, Step]:
        return {step.key: step for step in self.steps}

    @cached_property
    def followers(self) -> dict[str, tuple[str, ...]]:
        """Keys of the steps that follow each step."""
        return {one.key: tuple(s.key for s in self.steps if one.key in s.after) for one in self.steps}

    def before(self, key: str) -> frozenset[str]:
        """All steps from which this one can be reached."""
        return self._closure(key, lambda one: self.by_key[one].after if one in self.by_key else ())

    def beyond(self, key: str) -> frozenset[str]:
        """All steps that can be reached from this one."""
        return self._closure(key, lambda one: self.followers.get(one, ()))

    @staticmethod
    def _closure(key: str, near: Callable[[str], Iterable[str]]) -> frozenset[str]:
        seen: set[str] = set()
        todo = list(near(key))
        while todo:
            one = todo.pop()
            if one not in seen:
                seen.add(one)
                todo.extend(near(one))
        return frozenset(seen)
