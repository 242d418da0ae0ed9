"""Saying that procedures hang posted at a unit in the version in force (NĐ 63/2010/NĐ-CP Điều 17)."""

from collections.abc import Collection
from datetime import date, datetime
from typing import Any, Final

from django.db import transaction

from motcua.base.clock import VIETNAM
from motcua.catalogue import policy, queries
from motcua.catalogue.models import Posting
from motcua.catalogue.policy import Action
from motcua.events.commands import record
from motcua.organisations.models import Unit

GROUND: Final = "NĐ 63/2010/NĐ-CP Điều 17"


@transaction.atomic
def post(unit_id: int, codes: Collection[str], *, by: Any, now: datetime) -> int:
    """These procedures hang there from today in the version in force, in full; older versions no longer do.

    codes: of procedures in force at the unit's level; others are passed over. What hangs there already stays as it is.
    Returns how many changed. Raises NotPermitted.
    """
    policy.require(Action.POST, by, unit_id, now)
    unit = Unit.objects.select_for_update(no_key=True).get(pk=unit_id)
    today = now.astimezone(VIETNAM).date()
    versions = {row.procedure.code: row for row in queries.to_post(unit.level, today) if row.procedure.code in codes}
    held = Posting.objects.filter(unit=unit, version__procedure__code__in=versions).select_related("version__procedure")
    changed, standing = set[str](), set[str]()
    for row in held:
        code = row.version.procedure.code
        if row.version_id == versions[code].pk:
            standing.add(code)
            if row.removed_on is not None or row.lacking:
                _change(row, posted_on=today, removed_on=None, now=now)
                changed.add(code)
        elif row.removed_on is None:
            _change(row, posted_on=row.posted_on, removed_on=today, now=now)
            changed.add(code)
    new = versions.keys() - standing
    Posting.objects.bulk_create(
        Posting(unit=unit, version=versions[code], posted_on=today, changed_at=now) for code in sorted(new)
    )
    changed |= new
    if changed:
        data = {"unit": unit_id, "procedures": sorted(changed)}
        record("catalogue.posted", f"postings:{unit_id}", by=by, at=now, ground=GROUND, data=data)
    return len(changed)


def _change(row: Posting, *, posted_on: date, removed_on: date | None, now: datetime) -> None:
    row.posted_on, row.removed_on, row.lacking, row.changed_at = posted_on, removed_on, [], now
    row.save()
