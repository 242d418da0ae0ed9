"""The clock of a dossier: reckoned anew from its intervals, never edited by hand."""

from datetime import datetime

from motcua.dossiers import queries, rules
from motcua.dossiers.errors import NoLimit
from motcua.dossiers.law import ONE_STOP
from motcua.dossiers.models import Apology, Dossier, Pause, Task
from motcua.engines import worktime


def reckon(dossier: Dossier) -> dict[str, object]:
    """All moments that hang on the limit, as columns: due, promised, appointment, near_from, apology_from, provisional.

    Pauses before the present run of the clock add nothing. The one re-appointment binds the appointment, never the
    legal moments. Raises NoLimit, and what the working clock cannot count.
    """
    limit = dossier.limit
    if limit is None or dossier.clock_from is None:
        raise NoLimit(procedure=dossier.procedure.name)
    calendar = queries.calendar_of(dossier)
    found = worktime.due(dossier.clock_from, limit, calendar, pauses_of(dossier))
    apology = Apology.objects.filter(dossier_id=dossier.pk).first() if dossier.pk else None
    appointment = max(found.end_of_day, apology.after) if apology else found.end_of_day
    days = int(ONE_STOP.on(dossier.law_date).near_days.value)
    return {
        "due": found.moment, "promised": found.end_of_day, "appointment": appointment,
        "provisional": found.provisional,
        "near_from": rules.near_from(dossier.clock_from, appointment, calendar, days),
        "apology_from": rules.apology_from(dossier.clock_from, found.end_of_day, calendar),
    }  # fmt: skip


def pauses_of(dossier: Dossier) -> list[worktime.Pause]:
    """The pauses of the present run of the clock."""
    rows = Pause.objects.filter(dossier_id=dossier.pk) if dossier.pk else Pause.objects.none()
    return [
        worktime.Pause(row.since, row.until, row.ground, row.document)
        for row in rows.order_by("since")
        if dossier.clock_from is None or row.until is None or row.until > dossier.clock_from
    ]


def tell_steps(dossier: Dossier, appointment: object) -> None:
    """Open steps are sorted by the appointment: keep it with them."""
    Task.objects.filter(dossier=dossier, closed_at__isnull=True).update(sort_at=appointment)


def closes(notified: datetime, dossier: Dossier, days: int) -> worktime.Completion:
    """Until when the applicant may complete, and from when the dossier may be closed (R19)."""
    return worktime.closes_on(notified, queries.calendar_of(dossier), days)
