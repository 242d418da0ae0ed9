"""A visit of the small town: prepared, decided, open, with a team of two."""

import io
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from PIL import Image

from motcua.accounts.models import User
from motcua.base.clock import VIETNAM
from motcua.dossiers.tests.conftest import Town, person, town
from motcua.organisations.models import Role
from motcua.visits import commands
from motcua.visits.models import Device, TemplateVersion, Visit
from motcua.visits.sayings import read_batch

__all__ = ["town"]

NOW = datetime(2023, 3, 20, 9, 0, tzinfo=VIETNAM)
DAYS = (date(2023, 3, 20), date(2023, 3, 21))
PERIOD = (date(2023, 1, 1), date(2023, 3, 19))


@pytest.fixture(autouse=True)
def storage(settings: Any, tmp_path: Path) -> None:
    """Files of these tests lie in their own folder."""
    settings.MEDIA_ROOT = str(tmp_path / "media")
    settings.STORAGES = settings.STORAGES | {
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": str(tmp_path)}}
    }


@pytest.fixture
def checklist(db: None) -> TemplateVersion:
    return commands.publish_default(now=NOW)


@pytest.fixture
def colleague(town: Town) -> User:
    """Somebody of the unit above who may be of a team."""
    return person(town.inspector.posts.get().unit, Role.OFFICER, "colleague")


@pytest.fixture
def prepare(town: Town, checklist: TemplateVersion) -> Callable[..., Visit]:
    """Make a draft of a visit to the ward."""

    def made(**more: Any) -> Visit:
        above = town.inspector.posts.get().unit
        given = {"by_unit": above, "mode": "planned", "period": PERIOD, "days": DAYS, "template_version": checklist}
        return commands.prepare(town.ward, **(given | more), by=town.inspector, now=NOW)

    return made


def decided(visit: Visit, town: Town, colleague: User) -> Visit:
    """With its team, and its decision entered."""
    commands.add_member(visit.pk, user=town.inspector, role="head", by=town.inspector, now=NOW)
    commands.add_member(visit.pk, user=colleague, role="member", by=town.inspector, now=NOW)
    return commands.decide(visit.pk, number="12/QĐ-UBND", on=date(2023, 3, 15), by=town.inspector, now=NOW)


@pytest.fixture
def opened(town: Town, colleague: User, prepare: Callable[..., Visit]) -> Visit:
    """An open visit of the inspector and his colleague, over nine dossiers."""
    for _ in range(9):
        town.dossier()
    decided(visit := prepare(), town, colleague)
    return commands.open_visit(visit.pk, by=town.inspector, now=NOW, size=4)


@dataclass
class Tablet:
    """A tablet as its page behaves: it numbers what it says and sends it."""

    visit: Visit
    user: User
    device: Device
    token: str
    cursor: int = 0
    said: list[dict[str, Any]] = field(default_factory=list)

    def say(self, question: str, value: dict[str, Any], *, kind: str = "answer", **more: Any) -> dict[str, Any]:
        """Say something without sending it."""
        entry = {
            "uuid": str(uuid4()), "seq": len(self.said) + 1, "question": question, "kind": kind, "value": value,
            "seen": [], "said_at": "2023-03-20T02:00:00Z", "skew": 0, **more,
        }  # fmt: skip
        self.said.append(entry)
        return entry

    def body(self, entries: list[dict[str, Any]] | None = None) -> str:
        rows = self.said if entries is None else entries
        return json.dumps({"device": self.device.pk, "token": self.token, "cursor": self.cursor, "entries": rows})

    def send(self, entries: list[dict[str, Any]] | None = None, *, now: datetime = NOW) -> commands.Taken:
        """Send what was said, or these."""
        taken = commands.take(self.visit.pk, read_batch(self.body(entries).encode()), by=self.user, now=now)
        self.cursor = taken.cursor
        return taken


def tablet_of(visit: Visit, user: User) -> Tablet:
    return Tablet(visit, user, *commands.register_device("Máy mẫu", by=user, now=NOW))


@pytest.fixture
def tablet(opened: Visit, town: Town) -> Tablet:
    return tablet_of(opened, town.inspector)


@pytest.fixture
def other(opened: Visit, colleague: User) -> Tablet:
    return tablet_of(opened, colleague)


def jpeg(colour: str = "white", **more: Any) -> bytes:
    """A small photograph."""
    target = io.BytesIO()
    Image.new("RGB", (40, 30), colour).save(target, "JPEG", **more)
    return target.getvalue()
