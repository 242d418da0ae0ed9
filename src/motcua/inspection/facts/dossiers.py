"""One dossier as it stood at a moment."""

from dataclasses import dataclass
from datetime import date, datetime

from motcua.engines.law import Regime


@dataclass(frozen=True, slots=True)
class Work:
    """A step: done or being done. closed_at None: open at that moment.

    key: of the step in its process, "" outside one; after: keys of the steps it follows; pinned: of the very version to
    which the dossier is pinned.
    """

    id: int
    kind: str
    name: str
    unit_id: int
    opened_at: datetime
    due: datetime | None
    closed_at: datetime | None
    outcome: str
    closed_by: int | None
    key: str = ""
    after: tuple[str, ...] = ()
    pinned: bool = True


@dataclass(frozen=True, slots=True)
class Request:
    """A request to complete the dossier. last: the last moment at which it was allowed, None where no law says so.

    held: papers asked for that an earlier dossier of the same applicant holds as a file, each with that dossier's code.
    """

    number: int
    asked_at: datetime
    forced: bool
    slip: str
    answered_at: datetime | None
    last: datetime | None
    closes_from: date | None
    held: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """One dossier as of a moment `at`: what was recorded later is not in it.

    law: that binds it, by its day. promised: the end of its last day. stopped: it waits for its applicant or by a
    special law, or is over. over: it has ended. changed_at: the last act. paid_vnd: without what was cancelled, None
    where nobody paid or an exemption stands. fee_vnd: of the catalogue, None where it is unknown. apology_until: the
    new day that was promised with it.
    """

    id: int
    ref: str
    unit_id: int
    desk_id: int
    procedure: str
    law_date: date
    law: Regime
    at: datetime
    accepted_at: datetime
    changed_at: datetime
    promised: datetime | None
    stopped: bool
    over: bool
    resolved_at: datetime | None
    refused: bool
    reason: str
    refusal_slip: bool
    digitised_at: datetime | None
    in_force: bool
    fee_vnd: int | None
    paid_vnd: int | None
    paid_at: datetime | None
    apology_at: datetime | None
    apology_late: bool
    apology_until: datetime | None = None
    work: tuple[Work, ...] = ()
    requests: tuple[Request, ...] = ()
    silent: bool = False

    @property
    def subject(self) -> str:
        """What a finding names as looked at."""
        return f"dossier:{self.id}"
