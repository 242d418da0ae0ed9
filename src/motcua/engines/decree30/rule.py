"""What a rule is, and what it says of a document."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final

from motcua.engines.decree30.roles.names import Role

PREFIX: Final = "ND30-"  # rules of Phụ lục I
CONTENT: Final = "MC-"  # what an inspector reads beyond the form
PRINTED: Final = 4  # different values named in one message


class Verdict(StrEnum):
    """The six of the facts, and one more where a role is in doubt. Worse ones come later."""

    OK = "ok"
    NOT_APPLICABLE = "not_applicable"
    NOT_EVALUATED = "not_evaluated"
    NEEDS_HUMAN = "needs_human"
    NOT_FILLED = "not_filled"
    WARNING = "warning"
    VIOLATION = "violation"


WORSE: Final = {verdict: at for at, verdict in enumerate(Verdict)}


class Fix(StrEnum):
    """SAFE: formatting only. SAFE_TEXT: characters too; the decree fixes the one right result. GUARDED: on request."""

    SAFE = "safe"
    SAFE_TEXT = "safe_text"
    GUARDED = "guarded"
    NONE = "none"


class Severity(StrEnum):
    """How much it weighs for whoever reads the document."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Decides(StrEnum):
    """Who decides: a machine, a machine in part, a person."""

    MACHINE = "machine"
    PART = "part"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of Phụ lục I. code: "ND30-" and the id of the rule; clause: where the decree says it.

    vi, en: the message, with {measured} and {allowed}. asks_vi, asks_en: the rule in a sentence. wrong, right: an
    example. certain: False where our knowledge of it is second-hand (C): then it only warns.
    """

    code: str
    clause: str
    role: Role | None
    fix: Fix
    vi: str
    en: str
    asks_vi: str
    asks_en: str
    wrong: str = ""
    right: str = ""
    severity: Severity = Severity.MEDIUM
    decides: Decides = Decides.MACHINE
    certain: bool = True

    @property
    def id(self) -> str:
        """Its id in the facts, by which the limits name it."""
        return self.code.partition("-")[2]


@dataclass(slots=True)
class Spot:
    """One place where a rule looked and found something.

    paragraph: index in the flow; None for a page or a header. edits: changes that would mend it.
    """

    verdict: Verdict
    measured: str
    paragraph: int | None = None
    edits: tuple[Any, ...] = ()


@dataclass(slots=True)
class Judgement:
    """What one rule says of one file. allowed: the legal values. why: for not_evaluated, in both languages."""

    verdict: Verdict
    spots: list[Spot] = field(default_factory=list)
    allowed: str = ""
    why: tuple[str, str] | None = None

    @property
    def measured(self) -> str:
        """The values found where it is worst, each once."""
        values = [spot.measured for spot in self.spots if spot.verdict is self.verdict and spot.measured]
        distinct = list(dict.fromkeys(values))
        return ", ".join(distinct[:PRINTED]) + (", …" if len(distinct) > PRINTED else "")

    @property
    def paragraphs(self) -> list[int]:
        """Where, each once, in order."""
        return sorted({spot.paragraph for spot in self.spots if spot.paragraph is not None})


OK: Final = Judgement(Verdict.OK)
NOT_APPLICABLE: Final = Judgement(Verdict.NOT_APPLICABLE)
NEEDS_HUMAN: Final = Judgement(Verdict.NEEDS_HUMAN)


def not_evaluated(vi: str, en: str) -> Judgement:
    """The rule holds, but what it asks about could not be told."""
    return Judgement(Verdict.NOT_EVALUATED, why=(vi, en))


def judged(spots: list[Spot], allowed: str = "") -> Judgement:
    """The worst of what was found; ok where nothing was."""
    if not spots:
        return OK
    return Judgement(max((spot.verdict for spot in spots), key=WORSE.__getitem__), spots, allowed)
