"""What a signal is: one small file with its code, its words, its thresholds, and a pure function that finds."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from motcua.base.text import Text
from motcua.engines.signals import Waits
from motcua.inspection.models import Severity

Thresholds = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Threshold:
    """A number an administrator may change. words: what it counts, with its unit."""

    value: int
    words: Text


@dataclass(frozen=True, slots=True)
class Found:
    """One shortcoming in what was looked at.

    part: tells several of one subject apart; with the signal and the subject it is the key of the finding, for good.
    since: from when the record says that it is bad. group: what has one cause with it, within the
    unit: a procedure, a step; "": all of them.
    """

    unit_id: int
    since: datetime
    ground: str
    values: dict[str, Any]
    evidence: list[dict[str, Any]]
    part: str = ""
    group: str = ""


@dataclass(frozen=True, slots=True)
class Signal:
    """A rule over the record.

    code: never used again. title: what is wrong. sentence: of one finding, with the names of its values. remedy: what
    to do first. ground: of the rule, where a finding has none of its own. mark: how sure we are of it (S, M, C).
    criterion: leaf of the reform index it touches [C]. waits: FOREVER for what is a fact of the past and goes away by a
    person only. looks_at: name of the source whose facts `find` is given. knows: is there
    enough to say anything at all? No data is never good.
    """

    code: str
    title: Text
    sentence: Text
    remedy: Text
    ground: str
    mark: str
    severity: Severity
    criterion: str
    waits: Waits
    find: Callable[[Any, Thresholds], Iterator[Found]]
    thresholds: Mapping[str, Threshold] = field(default_factory=dict)
    looks_at: str = "dossier"
    knows: Callable[[Any, Thresholds], bool] = lambda _facts, _thresholds: True

    def own_thresholds(self) -> dict[str, int]:
        """As they come."""
        return {name: threshold.value for name, threshold in self.thresholds.items()}
