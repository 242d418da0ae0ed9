"""Papers of the one-stop: issued once with their content, printed as often as needed."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import F

from motcua.base.clock import VIETNAM
from motcua.dossiers import policy, queries
from motcua.dossiers.commands.numbering import next_slip
from motcua.dossiers.law import ONE_STOP
from motcua.dossiers.models import Dossier, Slip
from motcua.events.commands import record


def issue(dossier: Dossier, form: str, content: Mapping[str, object], *, by: Any, now: datetime) -> Slip:
    """Write a slip with the next number of the unit's yearly book of that form."""
    year = now.astimezone(VIETNAM).year
    return Slip.objects.create(
        dossier=dossier, unit_id=dossier.unit_id, form=form, year=year, number=next_slip(dossier.unit, form, year),
        issued_at=now, issued_by=by, content=dict(content),
    )  # fmt: skip


@transaction.atomic
def print_slip(slip_id: int, *, by: Any, now: datetime) -> Slip:
    """Count a print; the paper shows what was issued. Raises NotFound, NotPermitted."""
    slip = queries.slip(slip_id, user=by, now=now)
    policy.require(policy.Action.PRINT, by, slip.dossier, now)
    Slip.objects.filter(pk=slip.pk).update(prints=F("prints") + 1)
    slip.refresh_from_db(fields=["prints"])
    law = ONE_STOP.on(slip.dossier.law_date)
    data = {"slip": slip.pk, "form": slip.form, "number": f"{slip.number}/{slip.year}", "print": slip.prints}
    record("slip.printed", slip.dossier.stream, by=by, at=now, ground=law.receipt_form.ground, data=data)
    return slip
