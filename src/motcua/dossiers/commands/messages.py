"""Telling people: read from the record once, sent once, tried again where it failed, never doubled."""

from datetime import datetime, timedelta
from smtplib import SMTPException
from typing import Any, Final

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction

from motcua.base.errors import NotFound
from motcua.dossiers import queries, telling
from motcua.dossiers.models import Message, Told
from motcua.events.commands import record
from motcua.events.commands.seal import all_written
from motcua.events.models import Event

MOST_TRIES: Final = 5
UNSURE_AFTER: Final = timedelta(minutes=15)
GROUND: Final = "NĐ 61/2018/NĐ-CP Điều 17 khoản 2; NĐ 118/2025/NĐ-CP Điều 17, 19"
BATCH: Final = 500


def tell(*, now: datetime) -> list[int]:
    """Make the messages of what happened since the last time; returns those to be sent by e-mail, by key.

    Reads the record behind the writers, so that no command waits for it. Run twice it tells nothing twice.
    """
    upto = all_written()
    made: list[int] = []
    while upto is not None and (found := _tell_batch(upto, now)) is not None:
        made += found
    return made


@transaction.atomic
def _tell_batch(upto: int, now: datetime) -> list[int] | None:
    row, _new = Told.objects.select_for_update().get_or_create(only=True, defaults={"upto": 0})
    events = list(Event.objects.filter(id__gt=row.upto, id__lte=upto).order_by("id")[:BATCH])
    if not events:
        return None
    mails = [pk for event in events if event.kind in telling.KINDS for pk in _tell_of(event, now)]
    row.upto = events[-1].pk
    row.save(update_fields=["upto"])
    return mails


def _tell_of(event: Event, now: datetime) -> list[int]:
    dossier = queries.of_stream_owner(event.stream)
    if dossier is None:
        return []
    if text := telling.note(event):
        for user in queries.told_of(event, dossier):
            Message.objects.get_or_create(
                once=f"{event.pk}:user:{user.pk}",
                defaults={"dossier": dossier, "user": user, "subject": dossier.ref, "body": text, "created_at": now,
                          "stage": Message.Stage.SENT, "sent_at": now},
            )  # fmt: skip
    letter = telling.letter(event, dossier)
    if letter is None or not dossier.applicant_email or not settings.EMAIL_HOST:
        return []
    mail, new = Message.objects.get_or_create(
        once=f"{event.pk}:mail",
        defaults={"dossier": dossier, "address": dossier.applicant_email, "subject": letter.subject,
                  "body": letter.body, "created_at": now},
    )  # fmt: skip
    return [mail.pk] if new else []


def send(message_id: int, *, by: Any, now: datetime) -> bool:
    """Send one e-mail; True when it is out or given up, False when it is to be tried again.

    It is marked before it is handed over: if the worker dies between, it is unsure and waits for a person.
    """
    if not _begin(message_id, now):
        return True
    message = Message.objects.select_related("dossier").get(pk=message_id)
    try:
        EmailMessage(
            message.subject,
            message.body,
            settings.DEFAULT_FROM_EMAIL,
            [message.address],
            headers={"Message-ID": f"<{message.once.replace(':', '.')}@motcua>"},
        ).send()
    except (SMTPException, OSError) as fault:  # fmt: skip
        return _end(message, Message.Stage.QUEUED, f"{type(fault).__name__}", by=by, now=now)
    return _end(message, Message.Stage.SENT, "", by=by, now=now)


@transaction.atomic
def _begin(message_id: int, now: datetime) -> bool:
    row = Message.objects.select_for_update().filter(pk=message_id, stage=Message.Stage.QUEUED).first()
    if row is None:
        return False
    row.stage, row.tries, row.tried_at = Message.Stage.SENDING, row.tries + 1, now
    row.save(update_fields=["stage", "tries", "tried_at"])
    return True


@transaction.atomic
def _end(message: Message, stage: str, fault: str, *, by: Any, now: datetime) -> bool:
    """Note how it went; after the last try it has failed. Sending and failing are in the record, without address."""
    if fault and message.tries >= MOST_TRIES:
        stage = Message.Stage.FAILED
    message.stage, message.fault = stage, fault
    message.sent_at = now if stage == Message.Stage.SENT else None
    message.save(update_fields=["stage", "fault", "sent_at"])
    if stage != Message.Stage.QUEUED:
        kind = "message.sent" if stage == Message.Stage.SENT else "message.failed"
        data = {"message": message.pk, "subject": message.subject, "tries": message.tries, "fault": fault or None}
        record(kind, message.dossier.stream, by=by, at=now, ground=GROUND, data=data)
    return stage != Message.Stage.QUEUED


def mark_unsure(*, now: datetime) -> int:
    """Messages that a dead worker left half sent wait for a person; returns how many."""
    rows = Message.objects.filter(stage=Message.Stage.SENDING, tried_at__lt=now - UNSURE_AFTER)
    return rows.update(stage=Message.Stage.UNSURE)


@transaction.atomic
def send_again(message_id: int, *, by: Any, now: datetime) -> int:
    """A person has a failed or unsure message sent again; returns its key. Raises NotFound."""
    row = queries.failed_messages(by, now).select_for_update(of=("self",)).filter(pk=message_id).first()
    if row is None:
        raise NotFound
    row.stage, row.tries, row.fault = Message.Stage.QUEUED, 0, ""
    row.save(update_fields=["stage", "tries", "fault"])
    record("message.again", row.dossier.stream, by=by, at=now, ground=GROUND, data={"message": row.pk})
    return row.pk


def read_all(*, by: Any, now: datetime) -> None:
    """He has seen his messages."""
    Message.objects.filter(user=by.pk, read_at=None).update(read_at=now)
