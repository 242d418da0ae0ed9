"""A small town for the tests of documents: two wards with their people, inspector and administrator above."""

from dataclasses import dataclass
from datetime import date, datetime

import pytest
from django.test import Client

from motcua.accounts.models import User
from motcua.base import clock
from motcua.base.clock import VIETNAM
from motcua.documents import commands
from motcua.documents.models import CheckedFile, FormatCheck
from motcua.documents.tests.samples import upload
from motcua.organisations.models import Kind, Level, Post, Role, Unit

NOW = datetime(2023, 3, 15, 9, 10, tzinfo=VIETNAM)


@dataclass
class Town:
    """The people by what they do. colleague: of the drafter's ward; stranger: of the other."""

    above: Unit
    ward: Unit
    other_ward: Unit
    drafter: User
    colleague: User
    stranger: User
    inspector: User
    administrator: User
    nobody: User

    def asked(self, *files: tuple[str, bytes], by: User | None = None, profile: str = "") -> FormatCheck:
        """A check of these files (name, content), as it stands when the page answers."""
        uploads = [upload(data, name) for name, data in files]
        return commands.ask(uploads, profile_text=profile, by=by or self.drafter, now=NOW)

    def done(self, *files: tuple[str, bytes], **more: object) -> FormatCheck:
        """The same, carried out."""
        check = self.asked(*files, **more)  # type: ignore[arg-type]
        commands.carry_out(check.pk, now=NOW)
        return FormatCheck.objects.get(pk=check.pk)

    def file(self, data: bytes, name: str = "quyet-dinh.docx") -> CheckedFile:
        """One checked document of the drafter."""
        return self.done((name, data)).files.get()


def _unit(code: str, name: str, level: str, parent: Unit | None = None) -> Unit:
    return Unit.objects.create(
        code=code, name=name, short_name=name, level=level, kind=Kind.PEOPLES_COMMITTEE, parent=parent,
        path=f"{parent.path}/{code}" if parent else code, valid_from=date(2019, 11, 1),
    )  # fmt: skip


def person(unit: Unit | None, role: str, account: str) -> User:
    """A member of staff with a post since 2021; without a unit, one whose post is over."""
    user = User.objects.create(username=account, full_name=f"Mẫu {account}", demo=True)
    if unit is not None:
        Post.objects.create(user=user, unit=unit, role=role, title=role, valid_from=date(2021, 7, 1))
    return user


@pytest.fixture
def town(db: None, monkeypatch: pytest.MonkeyPatch) -> Town:
    monkeypatch.setattr(clock, "now", lambda: NOW)
    return make_town()


def make_town() -> Town:
    above = _unit("H23.15", "Thị xã Mẫu", Level.DISTRICT)
    ward, other = (_unit(f"H23.15.{n:02d}", f"Phường Mẫu {n}", Level.COMMUNE, above) for n in (2, 3))
    return Town(
        above, ward, other, person(ward, Role.OFFICER, "drafter"), person(ward, Role.LEADER, "colleague"),
        person(other, Role.OFFICER, "stranger"), person(above, Role.INSPECTOR, "inspector"),
        person(above, Role.ADMINISTRATOR, "administrator"), person(None, Role.OFFICER, "nobody"),
    )  # fmt: skip


def client_of(user: User) -> Client:
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


@pytest.fixture
def run_on_commit(monkeypatch: pytest.MonkeyPatch) -> None:
    """The transaction of a test never commits: what waits for that is done at once."""
    monkeypatch.setattr("django.db.transaction.on_commit", lambda act: act())
