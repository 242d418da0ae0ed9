"""Every read of format checks; each starts from `visible_to`."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any, Final

from django.db import connection
from django.db.models import Count, OuterRef, QuerySet, Subquery

from motcua.base.errors import NotFound
from motcua.documents import policy
from motcua.documents.models import CheckedFile, FormatCheck

PAGE: Final = 50
HEAVY: Final = ("findings", "roles", "not_evaluated", "notes", "drawn")  # what a list does not show
BY_RULE: Final = """
select f->>'code', count(distinct c.id) filter (where f->>'verdict' = 'violation'),
  count(distinct c.id) filter (where f->>'verdict' = 'warning')
from documents_checked_file c, jsonb_array_elements(c.findings) f
where c.check_of_id = %s and f->>'verdict' in ('violation', 'warning') group by 1 order by 2 desc, 3 desc, 1
"""


def visible_to(user: Any, now: datetime) -> QuerySet[FormatCheck]:
    """Checks `user` may read today."""
    return FormatCheck.objects.filter(policy.may_see(user, now))


def listed(user: Any, now: datetime, *, before: int | None = None) -> list[FormatCheck]:
    """One page of checks and one row more, newest first, each with the name of its first file.

    The last page costs what the first does.
    """
    first = CheckedFile.objects.filter(check_of=OuterRef("pk"), place=0).values("name")
    rows = visible_to(user, now).select_related("by", "unit").annotate(first_name=Subquery(first))
    if before is not None:
        rows = rows.filter(pk__lt=before)
    return list(rows.order_by("-pk")[: PAGE + 1])


def check(pk: int, *, user: Any, now: datetime) -> FormatCheck:
    """One check. Raises NotFound."""
    found = visible_to(user, now).select_related("by", "unit").filter(pk=pk).first()
    if found is None:
        raise NotFound
    return found


def file(pk: int, *, user: Any, now: datetime) -> CheckedFile:
    """One file of a check the user may read. Raises NotFound."""
    rows = CheckedFile.objects.filter(check_of__in=visible_to(user, now))
    found = rows.select_related("check_of__by", "check_of__unit").filter(pk=pk).first()
    if found is None:
        raise NotFound
    return found


def files(of: FormatCheck, *, outcome: str = "", after: int | None = None, most: int = PAGE) -> list[CheckedFile]:
    """One page of a check's files and one row more, in the order given."""
    rows = of.files.filter(outcome=outcome) if outcome else of.files.all()
    if after is not None:
        rows = rows.filter(place__gt=after)
    return list(rows.defer(*HEAVY).order_by("place")[: most + 1])


def judged(of: FormatCheck, *, after: int | None, most: int) -> list[CheckedFile]:
    """One page of the files that are judged, with what was found, and one row more."""
    rows = of.files.exclude(outcome=CheckedFile.Outcome.WAITING).defer("drawn")
    if after is not None:
        rows = rows.filter(place__gt=after)
    return list(rows.order_by("place")[: most + 1])


def outcomes(of: FormatCheck) -> dict[str, int]:
    """Files of a check by outcome."""
    return dict(of.files.order_by().values_list("outcome").annotate(Count("pk")))


def every_file(of: FormatCheck) -> Iterator[CheckedFile]:
    """All files of a check with what was found, in memory that does not grow."""
    for row in of.files.defer("drawn").order_by("place").iterator(chunk_size=200):
        row.check_of = of
        yield row


def with_same_number(row: CheckedFile) -> str | None:
    """The first file of the same check that bears the same number over another subject; None where there is none."""
    number = row.number.rpartition("#")[0] + "#"
    rows = CheckedFile.objects.filter(check_of=row.check_of_id, number__startswith=number, place__lt=row.place)
    rows = rows.exclude(number=row.number)
    return rows.order_by("place").values_list("name", flat=True).first()


def by_rule(of: FormatCheck) -> list[tuple[str, int, int]]:
    """Of each rule that was broken: files with a violation, files with a warning; most first."""
    with connection.cursor() as cursor:
        cursor.execute(BY_RULE, [of.pk])
        return [(str(code), int(violations), int(warnings)) for code, violations, warnings in cursor.fetchall()]


def older_than(before: datetime) -> QuerySet[FormatCheck]:
    """Checks whose time of keeping has passed; for the sweeper alone, whoever asked for them."""
    return FormatCheck.objects.filter(asked_at__lt=before).order_by("pk")


def folders() -> frozenset[str]:
    """Folders of all checks; for the sweeper alone."""
    return frozenset(FormatCheck.objects.values_list("folder", flat=True))
