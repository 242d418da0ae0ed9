"""Opinions of other units and checks on site: inside the limit, each in the record (Điều 19)."""

from datetime import datetime
from fractions import Fraction
from typing import Any

from django.db import transaction

from motcua.dossiers.commands.course import advance
from motcua.dossiers.commands.files import KeptFile, attach
from motcua.dossiers.commands.state import Work, begin, done, task_at
from motcua.dossiers.errors import QuestionNeeded, ReasonNeeded
from motcua.dossiers.models import Attachment, Dossier, Outcome, Task, Verification
from motcua.dossiers.policy import Action
from motcua.engines import worktime
from motcua.organisations import queries as organisations
from motcua.organisations.models import Role
from motcua.processes.models import StepKind


@transaction.atomic
def consult(ref: str, *, unit_id: int, question: str, days: int, by: Any, now: datetime, seen: int) -> Dossier:
    """Ask another unit, outside the process, to answer within so many working days; that unit may see the dossier.

    Raises NotFound, Stale, NotPermitted, NotAtThisStep, HeldBySomebodyElse, QuestionNeeded.
    """
    work = begin(ref, Action.CONSULT, by=by, now=now, seen=seen)
    mine = task_at(work)
    if not question.strip() or days < 1 or unit_id == mine.unit_id:
        raise QuestionNeeded
    unit = organisations.unit(unit_id)
    calendar = organisations.calendar_of(unit.pk, work.dossier.law_date)
    due = worktime.due(now, worktime.Limit(Fraction(days), worktime.Unit.WORKING_DAY), calendar).end_of_day
    task = Task.objects.create(
        dossier=work.dossier, kind=StepKind.CONSULT, name=f"Lấy ý kiến {unit.short_name}", unit=unit,
        for_unit_id=work.dossier.unit_id, role=Role.OFFICER, opened_at=now, due=due, sort_at=work.dossier.appointment,
        question=question.strip(),
    )  # fmt: skip
    work.tasks.append(task)
    if unit.pk not in work.dossier.seen_by:
        work.set(seen_by=[*work.dossier.seen_by, unit.pk])
    data = {"unit": unit.name, "question": task.question, "days": days}
    return done(work, "dossier.consulted", "consult", data)


@transaction.atomic
def acknowledge(ref: str, *, by: Any, now: datetime, seen: int, task_id: int | None = None) -> Dossier:
    """The asked unit has the question: its receipt. Raises NotFound, Stale, NotPermitted, NotAtThisStep."""
    work = begin(ref, Action.ACKNOWLEDGE, by=by, now=now, seen=seen)
    task = task_at(work, free=False, task_id=task_id)
    if task.seen_at is None:
        task.seen_at = now
        task.save(update_fields=["seen_at"])
    return done(work, "dossier.question_received", "consult", {"unit": task.unit.name})


@transaction.atomic
def answer(
    ref: str, *, answer: str, by: Any, now: datetime, seen: int, file: KeptFile | None = None,
    task_id: int | None = None,
) -> Dossier:  # fmt: skip
    """The asked unit answers; a late answer is flagged (it is told to the head of the one-stop).

    Raises NotFound, Stale, NotPermitted, NotAtThisStep, HeldBySomebodyElse, ReasonNeeded for an empty answer.
    """
    if not answer.strip():
        raise ReasonNeeded
    work = begin(ref, Action.ANSWER, by=by, now=now, seen=seen)
    task = task_at(work, task_id=task_id)
    task.answer, task.seen_at = answer.strip(), task.seen_at or now
    task.save(update_fields=["answer", "seen_at"])
    if file is not None:
        attach(work.dossier, file, paper=None, by=by, now=now, purpose=Attachment.Purpose.PAPER)
    _end(work, task)
    data = {"unit": task.unit.name, "answer": task.answer, "late": task.due is not None and now > task.due}
    return done(work, "dossier.answered", "consult", data)


def _end(work: Work, task: Task) -> None:
    """A step of the process moves the course on; an opinion beside it just ends."""
    if task.step_id is not None:
        advance(work, task)
    else:
        work.close(task, Outcome.DONE)


@transaction.atomic
def verify_on_site(
    ref: str, *, at: datetime, place: str, participants: str, content: str, by: Any, now: datetime, seen: int
) -> Dossier:
    """Record a check on site: time, place, who took part, what was found (NĐ 61/2018 Điều 19 khoản 3).

    Raises NotFound, Stale, NotPermitted, NotAtThisStep, HeldBySomebodyElse, ReasonNeeded for an empty field.
    """
    if not (place.strip() and participants.strip() and content.strip()):
        raise ReasonNeeded
    work = begin(ref, Action.VERIFY, by=by, now=now, seen=seen)
    task_at(work)
    Verification.objects.create(
        dossier=work.dossier, at=at, place=place.strip(), participants=participants.strip(), content=content.strip(),
        by=by,
    )  # fmt: skip
    data = {"place": place.strip(), "participants": participants.strip(), "content": content.strip()}
    return done(work, "dossier.verified_on_site", "verify", data)
