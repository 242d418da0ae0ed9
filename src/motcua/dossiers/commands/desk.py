"""A person's own desk: the last look, saved filters. Nothing here touches a dossier."""

from datetime import datetime, timedelta
from typing import Any, Final

from django.db import transaction

from motcua.dossiers.models import Look, SavedFilter
from motcua.dossiers.selection import Selection

SITTING: Final = timedelta(minutes=30)


@transaction.atomic
def look(*, by: Any, now: datetime) -> None:
    """Note that he looks at his queue. What is new stays marked for the whole sitting, half an hour without a look."""
    row = Look.objects.select_for_update().filter(user=by.pk).first()
    if row is None:
        Look.objects.get_or_create(user=by, defaults={"before": now, "at": now})
        return
    row.before, row.at = (row.at if now - row.at > SITTING else row.before), now
    row.save(update_fields=["before", "at"])


@transaction.atomic
def save_filter(name: str, selection: Selection, *, by: Any) -> None:
    """Keep a filter under a name of his own; the same name again replaces it."""
    SavedFilter.objects.update_or_create(user=by, name=name.strip()[:60], defaults={"query": selection.query[:200]})


@transaction.atomic
def drop_filter(pk: int, *, by: Any) -> None:
    """Forget one of his filters."""
    SavedFilter.objects.filter(pk=pk, user=by.pk).delete()
