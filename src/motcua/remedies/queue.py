"""What waits for a person among his dossiers: his remedies, those to verify, those whose lateness went up to him."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any, Final

from django.urls import reverse

from motcua.base.text import Text
from motcua.engines.mending import RemedyState
from motcua.inspection.words import sentence
from motcua.remedies import queries, words
from motcua.remedies.models import Remedy
from motcua.web.beside import Line, Section

SHOWN: Final = 10
TITLE: Final = Text("Khắc phục tồn tại", "Remedies")
PRESS, VERIFY, REPORT, BEGIN = (
    Text("Đôn đốc", "Press"), Text("Xác minh", "Verify"), Text("Báo cáo", "Report"), Text("Bắt đầu", "Begin"),
)  # fmt: skip


def tasks_of(user: Any, now: datetime) -> Iterator[Section]:
    """One section, nearest due first. Two queries at the most, whatever there is."""
    rows = list(queries.waiting_for(user, now)[: SHOWN + 1])
    if not rows:
        return
    number = len(rows) if len(rows) <= SHOWN else queries.waiting_for(user, now).count()
    mine = f"{reverse('remedies:board')}?mine=1"
    yield Section(TITLE, tuple(line(row, user, now) for row in rows[:SHOWN]), mine if number > SHOWN else "", number)


def line(row: Remedy, user: Any, now: datetime) -> Line:
    """A remedy as a line of a queue."""
    where = [row.case.unit.short_name, sentence(row.case.finding)]
    if row.owner_id != user.pk:
        where.insert(1, row.owner.full_name)
    if row.level:
        where.append(str(words.LEVELS[min(row.level, max(words.LEVELS))]))
    href = reverse("remedies:remedy", args=[row.pk])
    return Line(href, words.badge(row, now), row.due_at, row.action, " · ".join(where), _act(row, user))


def _act(row: Remedy, user: Any) -> Text:
    if row.state == RemedyState.REPORTED:
        return VERIFY
    if row.owner_id != user.pk:
        return PRESS
    return BEGIN if row.state == RemedyState.ASSIGNED else REPORT
