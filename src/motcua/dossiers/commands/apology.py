"""Late: the apology with its one re-appointment, owed at least a day before the due date (R21)."""

from datetime import datetime
from typing import Any

from django.db import transaction

from motcua.dossiers import official, queries
from motcua.dossiers.commands.clock import reckon, tell_steps
from motcua.dossiers.commands.course import in_words
from motcua.dossiers.commands.slips import issue
from motcua.dossiers.commands.state import begin, done
from motcua.dossiers.errors import AlreadyApologised, AppointmentNotLater, ReasonNeeded
from motcua.dossiers.models import Apology, Dossier
from motcua.dossiers.policy import Action
from motcua.engines import worktime


@transaction.atomic
def apologise(ref: str, *, reason: str, new_appointment: datetime, by: Any, now: datetime, seen: int) -> Dossier:
    """The leader signs the apology and the new appointment; the applicant is told.

    Lateness is still told by the first appointment. Raises NotFound, Stale, NotPermitted, NotAtThisStep,
    ReasonNeeded, AlreadyApologised, AppointmentNotLater.
    """
    if not reason.strip():
        raise ReasonNeeded
    work = begin(ref, Action.APOLOGISE, by=by, now=now, seen=seen)
    dossier, law = work.dossier, work.law
    if Apology.objects.filter(dossier=dossier).exists():
        raise AlreadyApologised(ref=dossier.ref, ground=law.apologise.ground)
    before = dossier.appointment
    if before is None or dossier.promised is None or new_appointment <= max(before, now):
        raise AppointmentNotLater(before=f"{before:%d/%m/%Y}" if before else "")
    late = now > worktime.apology_by(dossier.promised, queries.calendar_of(dossier))
    content = official.apology_of(dossier, reason.strip(), new_appointment, by, now)
    slip = issue(dossier, "apology", content, by=by, now=now, unit=dossier.unit)
    Apology.objects.create(dossier=dossier, at=now, by=by, reason=reason.strip(), before=before,
                           after=new_appointment, late=late, slip=slip)  # fmt: skip
    work.set(**reckon(dossier))
    tell_steps(dossier, dossier.appointment)
    data = {"reason": reason.strip(), "appointment_before": in_words(before),
            "appointment": in_words(dossier.appointment), "slip": slip.pk, "late": late}  # fmt: skip
    return done(work, "dossier.apologised", "apologise", data)
