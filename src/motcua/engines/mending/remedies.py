"""One remedy: given to its owner, begun, reported, and verified by somebody else or by the signal."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from motcua.engines.mending.errors import NotNow


class RemedyState(StrEnum):
    """Where a remedy stands."""

    ASSIGNED = "assigned"
    BEGUN = "begun"
    REPORTED = "reported"
    RETURNED = "returned"  # the report did not show it; the owner goes on
    VERIFIED = "verified"
    LIFTED = "lifted"  # its case was dropped or explained: nothing is left to be done


class Step(StrEnum):
    """What is done with a remedy."""

    BEGIN = "begin"
    REPORT = "report"
    VERIFY = "verify"
    RETURN = "return"
    SEEN_GONE = "seen_gone"  # the signal sees no cause any more: it verifies in whatever state
    LIFT = "lift"


_S = RemedyState
STEPS: Final[Mapping[Step, Mapping[RemedyState, RemedyState]]] = {
    Step.BEGIN: {_S.ASSIGNED: _S.BEGUN},
    # what takes an hour is reported without a word that it was begun
    Step.REPORT: {_S.ASSIGNED: _S.REPORTED, _S.BEGUN: _S.REPORTED, _S.RETURNED: _S.REPORTED},
    Step.VERIFY: {_S.REPORTED: _S.VERIFIED},
    Step.RETURN: {_S.REPORTED: _S.RETURNED},
    Step.SEEN_GONE: dict.fromkeys((_S.ASSIGNED, _S.BEGUN, _S.REPORTED, _S.RETURNED), _S.VERIFIED),
    Step.LIFT: dict.fromkeys((_S.ASSIGNED, _S.BEGUN, _S.REPORTED, _S.RETURNED), _S.LIFTED),
}
OVER: Final = frozenset({_S.VERIFIED, _S.LIFTED})


def step(state: RemedyState, done: Step) -> RemedyState:
    """The state after it. Raises NotNow."""
    found = STEPS[done].get(state)
    if found is None:
        raise NotNow(state, done)
    return found


def steps_from(state: RemedyState) -> frozenset[Step]:
    """What can be done with it as it stands."""
    return frozenset(done for done, moves in STEPS.items() if state in moves)
