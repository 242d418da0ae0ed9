"""Carrying a check out: file by file, each its own transaction, from where it stands."""

from datetime import datetime
from typing import Any, Final

from django.db import transaction
from django.db.models import F

from motcua.documents import judging, keeping, queries
from motcua.documents.models import CheckedFile, FormatCheck
from motcua.engines.decree30.batch import TWICE
from motcua.engines.decree30.errors import Unreadable
from motcua.engines.decree30.profiles import Profile
from motcua.events.commands import record

GROUND: Final = "NĐ 30/2020/NĐ-CP Phụ lục I"
Outcome = CheckedFile.Outcome


def carry_out(check_id: int, *, now: datetime) -> None:
    """Judge what still waits in a check; one that is done, or swept meanwhile, is left as it is."""
    check = FormatCheck.objects.select_related("by").filter(pk=check_id).first()
    if check is None or check.over:
        return
    FormatCheck.objects.filter(pk=check.pk).update(state=FormatCheck.State.RUNNING)
    contents = keeping.Contents(check)
    try:
        profile = judging.profile_of(check.profile_text)
        waiting = check.files.filter(outcome=Outcome.WAITING).order_by("place")
        for pk in list(waiting.values_list("pk", flat=True)):
            with transaction.atomic():  # locked: a job that was taken for dead may still be at it
                locked = CheckedFile.objects.select_for_update(no_key=True)
                row = locked.filter(pk=pk, outcome=Outcome.WAITING).first()
                if row is not None:
                    row.check_of = check
                    judge_one(check, row, contents, profile)
        contents.close()
        with transaction.atomic():
            if not FormatCheck.objects.select_for_update(no_key=True).get(pk=check.pk).over:
                finish(check, by=check.by, now=now)
    except Exception:
        FormatCheck.objects.filter(pk=check.pk).update(state=FormatCheck.State.STOPPED)
        raise
    finally:
        contents.close()
    for archive in keeping.archives(check):
        keeping.drop(check, archive)


def judge_one(check: FormatCheck, row: CheckedFile, contents: keeping.Contents, profile: Profile) -> None:
    """Judge one file and count it, inside the caller's transaction."""
    try:
        given = contents.of(row)
    except Unreadable as error:
        judging.unreadable(row, error.code, error.words(), error.words("en"))
    else:
        read = judging.readable(row.name, given)
        row.size = len(given)
        row.sha256 = keeping.keep(check, given)
        judging.judge(row, given, read, profile)
        row.kept = "" if row.error else row.sha256 if read is given else keeping.keep(check, read)
    if row.number and profile.selects(TWICE) and (first := queries.with_same_number(row)):
        judging.add_twice(row, first)
    row.save()
    FormatCheck.objects.filter(pk=check.pk).update(done=F("done") + 1)


def finish(check: FormatCheck, *, by: Any, now: datetime) -> None:
    """Write what the check came to, and the event, inside the caller's transaction."""
    found = queries.outcomes(check)
    check.unreadable, check.passing = found.get(Outcome.UNREADABLE, 0), found.get(Outcome.CLEAN, 0)
    check.failing = found.get(Outcome.VIOLATION, 0) + found.get(Outcome.WARNING, 0)
    check.totals, check.done = queries.by_rule(check), check.total
    check.state, check.finished_at = FormatCheck.State.DONE, now
    check.save()
    data = {
        "check": check.pk, "files": check.total, "passing": check.passing, "failing": check.failing,
        "unreadable": check.unreadable,
    }  # fmt: skip
    record("format_check.done", f"format_checks:{check.by_id}", by=by, at=now, ground=GROUND, data=data)
