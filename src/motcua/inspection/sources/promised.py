"""What day a dossier was promised for, as it stood at a moment: read from what moved it since.

A brought supplement, the end of a pause, a changed calendar and an apology each keep in the record, or in their own
row, the day as it was before. A calendar that moves the promised day of a dossier whose one re-appointment lies later
still changes nothing that the applicant was told, and is not in the record: there it is the day of today.
"""

from collections.abc import Collection, Iterator, Mapping
from datetime import datetime
from typing import Any, Final

from motcua.dossiers.models import Apology, DueChange
from motcua.events.models import Event

MOVES: Final = ("dossier.supplement_completed", "dossier.resumed", "dossier.due_moved")


def promised_then(ids: Collection[int], at: datetime) -> dict[int, datetime]:
    """The promised day at `at` of those of these dossiers that something moved after it. Three queries."""
    rows = Apology.objects.filter(dossier__in=ids).values_list("dossier_id", "at", "before")
    apologies = {pk: (moment, before) for pk, moment, before in rows}
    # an apology moves none, but tells what was promised until it
    first = {pk: told for pk, told in apologies.items() if told[0] > at}
    for pk, moment, before in _moves(ids, at, {pk: moment for pk, (moment, _) in apologies.items()}):
        if pk not in first or moment <= first[pk][0]:
            first[pk] = moment, before
    return {pk: before for pk, (_, before) in first.items()}


def _moves(
    ids: Collection[int], at: datetime, apologies: Mapping[int, datetime]
) -> Iterator[tuple[int, datetime, datetime]]:
    """Dossier, moment, and the promised day before it, of each move after `at`, the newest first.

    Acts of older releases wrote the appointment alone, which is the promised day until there is an apology.
    """
    changed = DueChange.objects.filter(dossier__in=ids, at__gt=at).values_list("dossier_id", "at", "before")
    kept = {(pk, moment): before for pk, moment, before in changed}
    acts = Event.objects.filter(stream__in=[f"dossier:{pk}" for pk in ids], kind__in=MOVES, at__gt=at)
    for stream, moment, data in acts.order_by("-seq").values_list("stream", "at", "data"):
        pk = int(stream.partition(":")[2])
        before = _written(data, "promised_before")
        if before is None and not (pk in apologies and apologies[pk] <= moment):
            before = _written(data, "appointment_before") or kept.get((pk, moment))
        if before is not None:
            yield pk, moment, before


def _written(data: Mapping[str, Any], name: str) -> datetime | None:
    return datetime.fromisoformat(data[name]) if data.get(name) else None
