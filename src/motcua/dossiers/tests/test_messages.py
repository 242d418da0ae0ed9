"""Telling people: staff in the application, applicants through a real mail server; each once, failures visible."""

import smtplib
import socket
from collections.abc import Iterator
from datetime import timedelta
from email.message import Message as Mail
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Message as Handler
from django.test import Client

from motcua.accounts.system import SYSTEM
from motcua.base import clock
from motcua.dossiers import commands
from motcua.dossiers.commands.messages import MOST_TRIES, mark_unsure, send, send_again, tell
from motcua.dossiers.models import Message
from motcua.dossiers.tests.conftest import NOW, Town
from motcua.dossiers.tests.test_course import CODE, act
from motcua.events.models import Event

MAIL = "nguoi.mau@example.org"


class Box(Handler):
    """Keeps what it was given; refuses as often as told."""

    def __init__(self) -> None:
        super().__init__()
        self.mails: list[Mail] = []
        self.refuse = 0

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        if self.refuse:
            self.refuse -= 1
            return "451 come back later"
        return await super().handle_DATA(server, session, envelope)

    def handle_message(self, message: Mail) -> None:
        self.mails.append(message)


@pytest.fixture
def box(settings: Any) -> Iterator[Box]:
    """A real SMTP server on the loopback."""
    kept = Box()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    controller = Controller(kept, hostname="127.0.0.1", port=port)
    controller.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST = "127.0.0.1"
    settings.EMAIL_PORT = port
    yield kept
    controller.stop()


def supplement(town: Town) -> list[int]:
    found = act(commands.forward, town.dossier(CODE, email=MAIL), town.desk)
    tell(now=NOW)
    Message.objects.all().delete()
    act(commands.ask_supplement, found, town.officer, missing=["Bản sao giấy chứng sinh"], reason="thiếu")
    return tell(now=NOW)


def test_an_applicant_is_told_what_to_bring_by_a_letter_that_arrives(town: Town, box: Box) -> None:
    (pk,) = supplement(town)
    assert send(pk, by=SYSTEM, now=NOW)
    (mail,) = box.mails
    text = mail.get_payload(decode=True).decode()
    assert mail["To"] == MAIL
    assert "Hồ sơ cần bổ sung: Bản sao giấy chứng sinh" in text
    assert "Thủ tục đăng ký lại khai sinh" in text
    assert Event.objects.get(kind="message.sent").data["tries"] == 1
    assert MAIL not in str(Event.objects.get(kind="message.sent").data)


def test_nobody_is_told_twice(town: Town, box: Box) -> None:
    (pk,) = supplement(town)
    assert tell(now=NOW) == []
    send(pk, by=SYSTEM, now=NOW)
    send(pk, by=SYSTEM, now=NOW)
    assert len(box.mails) == 1


def test_a_letter_refused_for_now_is_tried_again_and_arrives_once(town: Town, box: Box) -> None:
    (pk,) = supplement(town)
    box.refuse = 2
    assert [send(pk, by=SYSTEM, now=NOW) for _ in range(3)] == [False, False, True]
    assert len(box.mails) == 1


def test_after_the_last_try_it_stands_on_the_page_of_failures_and_a_person_sends_it_again(
    town: Town, box: Box, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clock, "now", lambda: NOW)
    (pk,) = supplement(town)
    box.refuse = MOST_TRIES
    assert [send(pk, by=SYSTEM, now=NOW) for _ in range(MOST_TRIES)] == [False] * (MOST_TRIES - 1) + [True]
    client = Client()
    client.force_login(town.leader)
    assert "Máy chủ thư không nhận" in client.get("/messages/failed").content.decode()
    client.post(f"/messages/{pk}/again")
    assert send(pk, by=SYSTEM, now=NOW)
    assert len(box.mails) == 1


def test_a_letter_whose_sending_was_cut_off_is_unsure_and_never_sent_by_itself(
    town: Town, box: Box, monkeypatch: pytest.MonkeyPatch
) -> None:
    (pk,) = supplement(town)

    def die(*_args: object, **_more: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(smtplib.SMTP, "sendmail", die)
    with pytest.raises(KeyboardInterrupt):
        send(pk, by=SYSTEM, now=NOW)
    monkeypatch.undo()
    assert mark_unsure(now=NOW + timedelta(minutes=14)) == 0
    assert mark_unsure(now=NOW + timedelta(minutes=16)) == 1
    assert send(pk, by=SYSTEM, now=NOW)
    assert box.mails == []
    send_again(pk, by=town.leader, now=NOW)
    assert send(pk, by=SYSTEM, now=NOW)
    assert len(box.mails) == 1


def test_without_a_mail_server_no_letter_is_made(town: Town) -> None:
    assert supplement(town) == []


def test_staff_are_told_in_the_application(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: NOW)
    found = town.forwarded()
    act(commands.assign, found, town.leader, holder_id=town.officer.pk)
    tell(now=NOW)
    client = Client()
    client.force_login(town.officer)
    assert "Ông/Bà được phân công hồ sơ này." in client.get("/messages").content.decode()
    assert not Message.objects.filter(read_at=None).exists()


@pytest.mark.parametrize(
    ("made", "words"), [("dossier", "Hẹn trả kết quả: 17:00 ngày 15/03/2023"), ("approved", "Đã có kết quả")]
)
def test_reception_and_result_are_told(town: Town, box: Box, made: str, words: str) -> None:
    found = town.dossier(email=MAIL)
    if made == "approved":
        act(commands.forward, found, town.desk)
        act(commands.resolve, found, town.officer, result="bí mật của cơ quan")
        act(commands.approve, found, town.leader)
    for pk in tell(now=NOW):
        send(pk, by=SYSTEM, now=NOW)
    texts = [mail.get_payload(decode=True).decode() for mail in box.mails]
    assert any(words in text for text in texts)
    assert not any("bí mật" in text for text in texts)
