"""The life of one finding, reckoned from the record's own times: running late or often changes no date.

A signal answers bad, good or unknown of one key. Bad must last for a wait before a finding opens, good for another
before it closes; both waits run from when the record says that it became so, not from the run that saw it. Unknown is
never good: all stays as it was. What comes back after it was closed is the same finding with a new episode of its own
date. A person may accept a finding until a day he names; when that has passed, what is still bad is a new episode.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final


class Answer(StrEnum):
    """What a signal says of one key."""

    BAD = "bad"
    GOOD = "good"
    UNKNOWN = "unknown"


class State(StrEnum):
    """Where a finding stands."""

    WAITING = "waiting"  # bad, but not for long enough to be told
    OPEN = "open"
    EASING = "easing"  # open; good, but not for long enough to be closed
    ACCEPTED = "accepted"  # bad, and somebody answers for it until a day
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"  # a person said that it is none, or was dealt with


class Change(StrEnum):
    """What happened to a finding between two standings; each is a line of the record."""

    OPENED = "opened"
    REOPENED = "reopened"
    CLOSED = "closed"
    ACCEPTED = "accepted"
    ACCEPTANCE_ENDED = "acceptance_ended"
    WITHDRAWN = "withdrawn"


class BadAcceptance(ValueError):
    """Only what is open is accepted, and only until a moment that is still to come."""


@dataclass(frozen=True, slots=True)
class Waits:
    """How long bad must last before a finding opens, and good before it closes. Raises ValueError below nothing."""

    opening: timedelta = timedelta()
    closing: timedelta = timedelta()

    def __post_init__(self) -> None:
        if min(self.opening, self.closing) < timedelta():
            raise ValueError("a wait cannot be shorter than nothing")


OVER: Final = frozenset({State.CLOSED, State.WITHDRAWN})
FOREVER: Final = Waits(closing=timedelta(days=36_500))  # of a fact of the past: only a person closes it


@dataclass(frozen=True, slots=True)
class Seen:
    """What a run saw of one key. since: from when the record says it is so; of unknown it means nothing."""

    answer: Answer
    since: datetime


@dataclass(frozen=True, slots=True)
class Standing:
    """A finding as it stands.

    since: of WAITING and OPEN, from when it is bad; of EASING, from when it is good; of CLOSED and WITHDRAWN, when it
    ended.
    episode: 1 for the first. opened_at: when this episode was opened, None while it waits. closed_at: end of the last
    closed episode. accepted_until: of ACCEPTED.
    """

    state: State
    since: datetime
    episode: int = 1
    opened_at: datetime | None = None
    closed_at: datetime | None = None
    accepted_until: datetime | None = None

    @property
    def told(self) -> bool:
        """Is it shown as a shortcoming now?"""
        return self.state in {State.OPEN, State.EASING}


def advance(standing: Standing | None, seen: Seen, waits: Waits, at: datetime) -> Standing | None:
    """The standing after a run at `at` saw this; None: there is, and was, nothing.

    The same call twice gives the same. `at` and all moments bear a time zone; what the record says to have happened
    after `at` is not known yet: then the answer counts as unknown.
    """
    standing = _lapsed(standing, at)
    if seen.answer is Answer.UNKNOWN or seen.since > at:
        return standing
    if seen.answer is Answer.BAD:
        return _bad(standing, seen.since, waits, at)
    return None if standing is None else _good(standing, seen.since, waits, at)


def _lapsed(standing: Standing | None, at: datetime) -> Standing | None:
    """An acceptance whose day has passed is over, whatever the run sees: it was bad when it was last known."""
    if standing is None or standing.state is not State.ACCEPTED:
        return standing
    until = standing.accepted_until
    if until is None or at < until:
        return standing
    return Standing(State.OPEN, until, standing.episode + 1, until, until)


def _bad(standing: Standing | None, since: datetime, waits: Waits, at: datetime) -> Standing:
    if standing is None:
        return _opened(Standing(State.WAITING, since), waits, at)
    if standing.state is State.WITHDRAWN and since <= standing.since:
        return standing  # the very thing that a person decided of
    if standing.state in OVER:
        begun = max(since, standing.since)  # its own date: what was closed is not overdue at birth
        return _opened(Standing(State.WAITING, begun, standing.episode + 1, None, standing.closed_at), waits, at)
    if standing.state is State.WAITING:
        return _opened(replace(standing, since=min(standing.since, since)), waits, at)
    if standing.state is State.EASING:
        return replace(standing, state=State.OPEN, since=standing.opened_at or since)
    return standing


def _opened(standing: Standing, waits: Waits, at: datetime) -> Standing:
    due = standing.since + waits.opening
    return replace(standing, state=State.OPEN, opened_at=due) if due <= at else standing


def _good(standing: Standing, since: datetime, waits: Waits, at: datetime) -> Standing | None:
    if standing.state is State.WITHDRAWN:
        return replace(standing, state=State.CLOSED)
    if standing.state is State.CLOSED:
        return standing
    if standing.state is State.WAITING:
        return _before(standing)
    begun = min(standing.since, since) if standing.state is State.EASING else since
    begun = max(begun, standing.opened_at or begun)
    due = begun + waits.closing
    if due <= at:
        return Standing(State.CLOSED, due, standing.episode, standing.opened_at, due)
    if standing.state is State.ACCEPTED:
        return standing
    return replace(standing, state=State.EASING, since=begun)


def _before(standing: Standing) -> Standing | None:
    """An episode that never opened was none."""
    if standing.closed_at is None:
        return None
    return Standing(State.CLOSED, standing.closed_at, standing.episode - 1, None, standing.closed_at)


def accepted(standing: Standing, until: datetime, at: datetime) -> Standing:
    """Somebody answers for it until that moment. Raises BadAcceptance."""
    if not standing.told or until <= at:
        raise BadAcceptance
    return replace(standing, state=State.ACCEPTED, accepted_until=until)


def withdrawn(standing: Standing, at: datetime) -> Standing:
    """A person found that it is none, or saw it mended. Raises BadAcceptance for what is not open or accepted."""
    if not standing.told and standing.state is not State.ACCEPTED:
        raise BadAcceptance
    return Standing(State.WITHDRAWN, at, standing.episode, standing.opened_at, at)


def changes(before: Standing | None, after: Standing | None) -> list[Change]:
    """What of it is told and recorded; a wait is neither."""
    found: list[Change] = []
    if after is None or before == after:
        return found
    if before is not None and before.state is State.ACCEPTED and after.state is not State.ACCEPTED:
        found.append(Change.ACCEPTANCE_ENDED)
    if after.state is State.ACCEPTED and (before is None or before.state is not State.ACCEPTED):
        found.append(Change.ACCEPTED)
    began = after.opened_at is not None and (
        before is None or before.opened_at is None or before.episode != after.episode
    )
    if began and after.state not in OVER:
        found.append(Change.OPENED if after.episode == 1 else Change.REOPENED)
    if after.state in OVER and before is not None and before.state not in {*OVER, State.WAITING}:
        found.append(Change.CLOSED if after.state is State.CLOSED else Change.WITHDRAWN)
    return found
