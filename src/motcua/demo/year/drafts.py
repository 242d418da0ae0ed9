"""A dossier of the year before it is laid, as it would go where nothing is planted."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from motcua.demo.year.catalogue import Procedures, Taken
from motcua.demo.year.frame import END, Year, at
from motcua.engines import worktime
from motcua.organisations.models import Unit

ONLINE: Final = 30  # per cent that come online
HOUR, MINUTE, DAY = timedelta(hours=1), timedelta(minutes=1), timedelta(days=1)


@dataclass(slots=True)
class Work:
    """A step of a dossier: when it was opened, due and closed."""

    opened: datetime
    due: datetime | None
    closed: datetime | None

    @property
    def done(self) -> datetime:
        """When it was closed. Raises ValueError for an open one: plants of done steps need one."""
        if self.closed is None:
            raise ValueError("the step is open")
        return self.closed


@dataclass(slots=True)
class Draft:
    """A dossier before it is laid; the plants change it. work: its steps so far, in their order."""

    unit: Unit
    taken: Taken
    name: str
    number: str
    submitted: datetime
    accepted: datetime
    promised: datetime
    channel: str
    work: list[Work]
    resolved: datetime | None
    returned: datetime | None
    refused: bool = False
    slip: bool = True
    digitised: bool = True
    paid: int = 0
    supplements: list[tuple[datetime, datetime, list[str]]] = field(default_factory=list)
    apology: tuple[datetime, datetime, bool] | None = None
    papers: list[str] = field(default_factory=list)
    signals: list[tuple[str, str]] = field(default_factory=list)  # with the part of the key; "{step}" is the task's id
    pk: int = 0
    code: str = ""
    planted: bool = False


def draft_of(year: Year, unit: Unit, procedures: Procedures, n: int, each: int) -> Draft:
    """A dossier of three working days that was resolved on the second and handed over on the third."""
    chance, days = year.chance, year.days
    index = n * len(days) // each
    day = days[index]
    taken = year.chance.choice(procedures.of[unit.level])
    accepted = at(day, chance.choice((7, 8, 9, 10, 13, 14)), chance.randrange(35, 60), chance.randrange(60))
    promised = worktime.officer_limit(accepted, year.calendar, 3)
    forwarded = accepted + chance.randrange(10, 90) * MINUTE
    last = [*days[index + 1 : index + 3], *(END.date() + n * DAY for n in range(1, 9))][:2]
    resolve, returned = at(last[0], 9, chance.randrange(60)), at(last[1], 15, chance.randrange(60))
    approve = at(last[0], 15, chance.randrange(60))
    due = worktime.forward_by(accepted, year.calendar)
    forwarded = min(forwarded, due)
    work = [Work(accepted, due, forwarded), Work(forwarded, None, resolve), Work(resolve, None, approve),
            Work(approve, None, returned)]  # fmt: skip
    online = chance.randrange(100) < ONLINE
    refused = chance.randrange(100) < 2
    draft = Draft(
        unit, taken, year.person(), f"0300{chance.randrange(10**8):08d}", accepted, accepted, promised,
        "online" if online else "direct", work, approve, returned, refused, paid=taken.fee,
    )  # fmt: skip
    _cut(draft)
    return draft


def _cut(draft: Draft) -> None:
    """What lies after the end has not happened."""
    draft.work = [step for step in draft.work if step.opened <= END]
    for step in draft.work:
        if step.closed is not None and step.closed > END:
            step.closed = None
    if draft.resolved is not None and draft.resolved > END:
        draft.resolved, draft.returned, draft.refused = None, None, False
    if draft.returned is not None and draft.returned > END:
        draft.returned = None
