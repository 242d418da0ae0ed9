"""Reads dossiers as they stood at a moment, for the signals: a handful of queries for each thousand, no row twice.

For jobs of the system alone; what people see goes through `queries.visible_to`. What lies after the moment is left out:
a date that came later is none, a step that was closed later is open, a promised day that moved later is what it was.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any, Final

from django.db.models import Q

from motcua.base.clock import VIETNAM
from motcua.base.text import Text
from motcua.base.vietnamese import plain
from motcua.dossiers.law import ONE_STOP
from motcua.dossiers.models import Apology, Attachment, Dossier, Payment, Slip, Supplement, Task
from motcua.dossiers.models import Pause as PauseRow
from motcua.engines import worktime
from motcua.engines.worktime import Calendar
from motcua.events.models import Event
from motcua.inspection.facts import Case, Request, Work
from motcua.inspection.sources.days import by
from motcua.inspection.sources.promised import promised_then
from motcua.inspection.sources.source import Source, Window, chunks
from motcua.organisations.queries import Calendars

CHUNK: Final = 1000
COLUMNS: Final = (
    "pk", "code", "unit_id", "desk_id", "procedure__procedure__code", "procedure__valid_from", "procedure__valid_to",
    "terms__fee_vnd", "terms__needs_human", "law_date", "accepted_at", "promised", "resolved_at", "ended_at",
    "returned_at", "result_kind", "result_summary", "process_id",
)  # fmt: skip


def cases(keys: Iterable[str], at: datetime) -> Iterator[Case]:
    """Each accepted dossier of these, as of `at`, in the order of their ids."""
    calendars = Calendars()
    for some in chunks([int(key) for key in keys], CHUNK):
        rows = _Rows(some, at, calendars)
        for row in Dossier.objects.filter(pk__in=some, accepted_at__lte=at).order_by("pk").values(*COLUMNS):
            yield rows.case(row)


def all_of_them(at: datetime) -> set[str]:
    """Every dossier that was accepted by then."""
    return {str(pk) for pk in Dossier.objects.filter(accepted_at__lte=at).values_list("pk", flat=True)}


def to_look_at(window: Window) -> set[str]:
    """Dossiers that something happened to in the window, and all that are not resolved.

    The cost follows the acts of those days and what is under way, not the past.
    """
    acts = Event.objects.filter(pk__gt=window.after, pk__lte=window.upto, at__lte=window.at)
    changed = acts.filter(stream__startswith="dossier:").values_list("stream", flat=True).distinct()
    found = {stream.partition(":")[2] for stream in changed}
    under_way = Q(resolved_at__isnull=True) & Q(ended_at__isnull=True)
    open_ones = Dossier.objects.filter(under_way, accepted_at__lte=window.at).values_list("pk", flat=True)
    return found | {str(pk) for pk in open_ones}


class _Rows:
    """All that belongs to some dossiers, by dossier: one query a table."""

    def __init__(self, ids: list[int], at: datetime, calendars: Calendars) -> None:
        self.at, self.calendars = at, calendars
        of = {"dossier__in": ids}
        asked = Supplement.objects.filter(**of, asked_at__lte=at).select_related("slip").order_by("pk")
        standing = Q(cancelled_at__isnull=True) | Q(cancelled_at__gt=at)
        steps = Task.objects.filter(**of, opened_at__lte=at, counts=True).select_related("step")
        self.work = _grouped(steps.order_by("pk"))
        self.asked = _grouped(asked)
        self.held = _held_papers(self.asked)
        self.pauses = _grouped(PauseRow.objects.filter(**of, since__lte=at))
        self.apologies = _grouped(Apology.objects.filter(**of, at__lte=at))
        self.paid = _grouped(Payment.objects.filter(standing, **of, at__lte=at))
        refusals = Slip.objects.filter(**of, form="refusal", issued_at__lte=at)
        self.refusals = set(refusals.values_list("dossier", flat=True))
        results = Attachment.objects.filter(**of, purpose=Attachment.Purpose.RESULT, added_at__lte=at)
        self.results = dict(results.order_by("-added_at").values_list("dossier", "added_at"))
        self.promised = promised_then(ids, at)
        acts = Event.objects.filter(stream__in=[f"dossier:{pk}" for pk in ids], at__lte=at).order_by("seq")
        self.changed = {int(stream.partition(":")[2]): moment for stream, moment in acts.values_list("stream", "at")}

    def case(self, row: dict[str, Any]) -> Case:
        """The dossier as it stood."""
        pk, at, accepted, law = row["pk"], self.at, row["accepted_at"], ONE_STOP.on(row["law_date"])
        calendar = self.calendars.of(row["unit_id"], accepted.astimezone(VIETNAM).date())
        requests = tuple(self._requests(pk, accepted, calendar, int(law.supplement_days.value)))
        over = by(row["ended_at"], at) is not None or by(row["returned_at"], at) is not None
        waits = any(one.answered_at is None for one in requests) or any(
            by(one.until, at) is None for one in self.pauses[pk]
        )
        decided = by(row["resolved_at"], at)  # result and kind are entered before it and may still change
        apology, paid = next(iter(self.apologies[pk]), None), self.paid[pk]
        return Case(
            id=pk, ref=row["code"], unit_id=row["unit_id"], desk_id=row["desk_id"], law_date=row["law_date"], law=law,
            procedure=row["procedure__procedure__code"], at=at, accepted_at=accepted,
            promised=self.promised.get(pk, row["promised"]), changed_at=self.changed.get(pk, accepted),
            stopped=waits or over, over=over,
            resolved_at=decided, refused=decided is not None and row["result_kind"] == "refused",
            reason="" if decided is None else row["result_summary"], refusal_slip=pk in self.refusals,
            digitised_at=self.results.get(pk), in_force=_in_force(row),
            fee_vnd=None if row["terms__needs_human"] else row["terms__fee_vnd"],
            paid_vnd=_sum(paid), paid_at=max((one.at for one in paid), default=None),
            apology_at=apology.at if apology else None, apology_late=bool(apology and apology.late),
            apology_until=apology.after if apology else None,
            work=tuple(_work(one, at, row["process_id"]) for one in self.work[pk]), requests=requests,
        )  # fmt: skip

    def _requests(self, pk: int, accepted: datetime, calendar: Calendar, days: int) -> Iterator[Request]:
        """Requests that were not taken back; the days for each run from reception, or from the answer before it."""
        begun, papers = accepted, self.held.get(pk, {})
        for row in self.asked[pk]:
            if by(row.cancelled_at, self.at) is not None:
                continue
            answered = by(row.answered_at, self.at)
            there = ((name, papers[plain(name)]) for name in row.missing if plain(name) in papers)
            yield Request(
                row.number, row.asked_at, bool(row.forced), f"{row.slip.number}/{row.slip.year}", answered,
                worktime.officer_limit(begun, calendar, days), row.closes_from,
                tuple((name, code) for name, (code, since) in there if since < row.asked_at),
            )  # fmt: skip
            begun = answered or begun


def _grouped(rows: Iterable[Any]) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = defaultdict(list)
    for row in rows:
        found[row.dossier_id].append(row)
    return found


def _held_papers(asked: Mapping[int, list[Supplement]]) -> dict[int, dict[str, tuple[str, datetime]]]:
    """Of each dossier that was sent back: what other dossiers of its applicant hold as files, by plain name.

    Each with the code of that dossier and since when the file is there. Who has no number is not looked for.
    """
    known = Dossier.objects.filter(pk__in=asked).exclude(applicant_number="")
    numbers = dict(known.values_list("pk", "applicant_number"))
    if not numbers:
        return {}
    rows = Attachment.objects.filter(paper__isnull=False, dossier__applicant_number__in=set(numbers.values()))
    of: dict[str, list[tuple[int, str, str, datetime]]] = defaultdict(list)
    for dossier, number, code, name, since in rows.order_by("added_at").values_list(
        "dossier_id", "dossier__applicant_number", "dossier__code", "paper__name", "added_at"
    ):
        of[number].append((dossier, plain(name or ""), code or "", since))
    return {
        pk: {name: (code, since) for other, name, code, since in reversed(of[number]) if other != pk}
        for pk, number in numbers.items()
    }


def _in_force(row: dict[str, Any]) -> bool:
    """Was the version of the procedure valid on the day whose law binds the dossier?"""
    begun, ended = row["procedure__valid_from"], row["procedure__valid_to"]
    return (begun is None or begun <= row["law_date"]) and (ended is None or ended >= row["law_date"])


def _sum(paid: list[Payment]) -> int | None:
    """Đồng; None where nobody paid or an exemption stands."""
    if not paid or any(one.method == Payment.Method.EXEMPT for one in paid):
        return None
    return sum(one.amount_vnd for one in paid)


def _work(row: Task, at: datetime, process_id: int | None) -> Work:
    closed, step = by(row.closed_at, at), row.step
    return Work(
        row.pk, row.kind, row.name, row.unit_id, row.opened_at, row.due, closed, row.outcome if closed else "",
        row.closed_by_id if closed else None, step.key if step else "", tuple(step.after) if step else (),
        step is None or step.version_id == process_id,
    )  # fmt: skip


SOURCE = Source("dossier", Text("Hồ sơ", "Dossiers"), all_of_them, to_look_at, cases)
