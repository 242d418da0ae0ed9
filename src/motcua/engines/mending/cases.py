"""One case: an episode of a finding, from being noted to being mended, explained or dropped. Nothing else ends it."""

from collections.abc import Collection, Mapping
from enum import StrEnum
from typing import Final

from motcua.engines.mending.errors import NotNow
from motcua.engines.mending.remedies import OVER, RemedyState

__all__ = ["ACTS", "CLOSED", "Act", "CaseState", "NotNow", "act", "after_remedies", "permitted"]


class CaseState(StrEnum):
    """Where a case stands."""

    NOTED = "noted"
    CONTESTED = "contested"
    CONCLUDED = "concluded"
    MENDING = "mending"
    REPORTED = "reported"
    MENDED = "mended"
    EXPLAINED = "explained"
    DROPPED = "dropped"


class Act(StrEnum):
    """What is decided of a case. What its remedies make of it is `after_remedies`."""

    CONFIRM = "confirm"
    CONTEST = "contest"
    UPHOLD = "uphold"  # the contest is answered: it stands
    YIELD = "yield"  # the contest is answered: it was none
    DROP = "drop"
    EXPLAIN = "explain"  # an explanation is accepted
    ORDER = "order"
    SEEN_GONE = "seen_gone"  # the signal closed the finding
    STILL_SEEN = "still_seen"  # all was verified, and the signal still sees the cause


_S = CaseState
CLOSED: Final = frozenset({_S.MENDED, _S.EXPLAINED, _S.DROPPED})
_OPEN: Final = tuple(state for state in CaseState if state not in CLOSED)
ACTS: Final[Mapping[Act, Mapping[CaseState, CaseState]]] = {
    Act.CONFIRM: {_S.NOTED: _S.CONCLUDED},
    # once: a contest that was answered stands (the command asks), and who mends no longer contests
    Act.CONTEST: {_S.NOTED: _S.CONTESTED, _S.CONCLUDED: _S.CONTESTED},
    Act.UPHOLD: {_S.CONTESTED: _S.CONCLUDED},
    Act.YIELD: {_S.CONTESTED: _S.DROPPED},
    Act.DROP: dict.fromkeys(_OPEN, _S.DROPPED),
    Act.EXPLAIN: dict.fromkeys(_OPEN, _S.EXPLAINED),
    # a head who orders without waiting for the inspection has thereby conceded the finding
    Act.ORDER: dict.fromkeys((_S.NOTED, _S.CONCLUDED, _S.MENDING, _S.REPORTED), _S.MENDING),
    Act.SEEN_GONE: dict.fromkeys(_OPEN, _S.MENDED),
    Act.STILL_SEEN: {_S.REPORTED: _S.CONCLUDED},
}


def act(state: CaseState, done: Act) -> CaseState:
    """The state after it. Raises NotNow."""
    found = ACTS[done].get(state)
    if found is None:
        raise NotNow(state, done)
    return found


def permitted(state: CaseState) -> frozenset[Act]:
    """What can be decided of it as it stands."""
    return frozenset(done for done, moves in ACTS.items() if state in moves)


def after_remedies(remedies: Collection[RemedyState], *, still_seen: bool) -> CaseState:
    """What the remedies of a case make of it. still_seen: a signal that closes by itself still sees the cause.

    A person's word does not outweigh the signal's: then the case stays reported until the signal sees no cause either.
    Lifted ones count for nothing. Raises ValueError where there is none.
    """
    held = [one for one in remedies if one is not RemedyState.LIFTED]
    if not held:
        raise ValueError("a case without remedies is not mended by them")
    if all(one is RemedyState.VERIFIED for one in held):
        return CaseState.REPORTED if still_seen else CaseState.MENDED
    done = {RemedyState.REPORTED, *OVER}
    return CaseState.REPORTED if all(one in done for one in held) else CaseState.MENDING
