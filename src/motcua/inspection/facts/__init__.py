"""What signals look at, in plain values as they stood at a moment: no query, no clock."""

from datetime import datetime
from typing import Any, Protocol

from motcua.inspection.facts.dossiers import Case, Request, Work

__all__ = ["Case", "Facts", "Request", "Work", "act"]


class Facts(Protocol):
    """One thing that is looked at, as of a moment.

    subject: what a finding names as looked at, "<source>:<key>". changed_at: the last change of it that is known: from
    then it is good, where no signal calls it bad. silent: its source told nothing lately, so that nothing can be said.
    """

    @property
    def subject(self) -> str: ...

    @property
    def at(self) -> datetime: ...

    @property
    def changed_at(self) -> datetime: ...

    @property
    def ref(self) -> str: ...

    @property
    def silent(self) -> bool: ...


def act(what: str, at: datetime | None, ref: str = "") -> dict[str, Any]:
    """One piece of evidence: what happened, when, and the paper or step that shows it."""
    return {"what": what, "at": at.isoformat() if at is not None else "", "ref": ref}
