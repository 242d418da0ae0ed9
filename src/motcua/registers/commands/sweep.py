"""Files that nobody went on with are removed, and reports after their time: cells of bad rows hold names."""

from datetime import datetime, timedelta
from typing import Final

from motcua.registers import keeping
from motcua.registers.models import ImportRun, RowFault

State = ImportRun.State
FILES_KEPT: Final = timedelta(days=1)
REPORTS_KEPT: Final = timedelta(days=30)


def sweep(*, now: datetime, real_now: datetime) -> int:
    """Give up what was not imported within a day; how many. real_now: files bear the machine's time, not the town's.

    One that is being imported at this moment is left.
    """
    old = ImportRun.objects.filter(asked_at__lt=now - FILES_KEPT).exclude(folder="").exclude(state=State.IMPORTING)
    count = 0
    for pk, folder in list(old.values_list("pk", "folder")):
        taken = old.filter(pk=pk).update(state=State.CANCELLED, folder="", finished_at=now)
        if taken:
            RowFault.objects.filter(run=pk).delete()
            keeping.drop(folder)
            count += 1
    RowFault.objects.filter(run__asked_at__lt=now - REPORTS_KEPT).delete()
    named = set(ImportRun.objects.exclude(folder="").values_list("folder", flat=True))
    for name in keeping.unnamed(named, real_now - FILES_KEPT):
        keeping.drop(name)
    return count
