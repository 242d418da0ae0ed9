"""A small town for the tests of dossiers: one ward with its people, another ward, an inspector above."""

import atexit
import shutil
import tempfile
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path
from uuid import uuid4

import pytest

from motcua.accounts.models import User
from motcua.accounts.system import SYSTEM
from motcua.base.clock import VIETNAM
from motcua.catalogue.commands import lay_procedures
from motcua.catalogue.commands.lay import DATA as PROCEDURES
from motcua.catalogue.models import ProcedureVersion
from motcua.demo.town import HOURS
from motcua.dossiers import commands
from motcua.dossiers.models import Dossier
from motcua.organisations.commands import lay_office_hours
from motcua.organisations.models import Kind, Level, Post, Role, Unit
from motcua.processes.commands import DATA as PROCESSES
from motcua.processes.commands import lay_processes

NOW = datetime(2023, 3, 15, 9, 10, tzinfo=VIETNAM)
BIRTH = "1.001193"
CODES = {BIRTH, "1.004884", "1.000689", "1.003583", "1.001612", "1.000656", "1.001022", "1.004746", "2.000635",
         "2.000815", "2.000884", "1.001266"}  # fmt: skip


@dataclass
class Town:
    """The people by what they do."""

    ward: Unit
    other_ward: Unit
    desk: User
    officer: User
    second_officer: User
    leader: User
    stranger: User
    inspector: User
    administrator: User

    def intake(self, code: str = BIRTH, *, missing: int = 0, **applicant: object) -> commands.Intake:
        """What the counter would send; the first `missing` papers are not there."""
        version = ProcedureVersion.objects.prefetch_related("papers", "terms").get(procedure__code=code, source="demo")
        papers = [
            commands.PaperIn(paper.name, paper.originals, paper.copies, present=place >= missing)
            for place, paper in enumerate(version.papers.all())
        ]
        terms = next(row for row in version.terms.all() if row.channel == "direct")
        values = {"name": "Trần Thị Mẫu", "number": "030195000001", "telephone": "0900000001"} | applicant
        person = commands.Applicant(**values)  # type: ignore[arg-type]
        return commands.Intake(uuid4(), self.ward.pk, version.pk, terms.pk, person, papers)

    def dossier(self, code: str = BIRTH, *, at: datetime = NOW, **applicant: object) -> Dossier:
        """A received dossier."""
        return commands.receive(self.intake(code, **applicant), by=self.desk, now=at)

    def forwarded(self, **more: object) -> Dossier:
        """A dossier that an officer may take."""
        found = self.dossier(**more)  # type: ignore[arg-type]
        return commands.forward(found.ref, by=self.desk, now=NOW, seen=found.version)

    def resolved(self) -> Dossier:
        """A dossier that waits for the leader."""
        found = self.forwarded()
        return commands.resolve(found.ref, result="Đủ điều kiện", by=self.officer, now=NOW, seen=found.version)

    def approved(self) -> Dossier:
        """A dossier whose result waits for its applicant."""
        found = self.resolved()
        return commands.approve(found.ref, by=self.leader, now=NOW, seen=found.version)


def _unit(code: str, name: str, level: str, parent: Unit | None = None) -> Unit:
    return Unit.objects.create(
        code=code, name=name, short_name=name, level=level, kind=Kind.PEOPLES_COMMITTEE, parent=parent,
        path=f"{parent.path}/{code}" if parent else code, valid_from=date(2019, 11, 1), one_stop_name="Bộ phận Một cửa",
        place=name, telephone="0220 000 001",
    )  # fmt: skip


def person(unit: Unit, role: str, account: str) -> User:
    """A member of staff with a post since 2021; the name is plainly a sample."""
    user = User.objects.create(username=account, full_name=f"Mẫu {account}", demo=True)
    Post.objects.create(user=user, unit=unit, role=role, title=role, valid_from=date(2021, 7, 1))
    return user


@pytest.fixture
def town(db: None) -> Town:
    return make_town()


@cache
def _some(folder: Path) -> Path:
    """The few files of `folder` that the small town needs: laying all seventy for each test would take longer."""
    some = Path(tempfile.mkdtemp(prefix="motcua-test-"))
    for path in folder.iterdir():
        if path.stem in CODES:
            shutil.copy(path, some)
    atexit.register(shutil.rmtree, some, ignore_errors=True)
    return some


def make_town(*, every_procedure: bool = False) -> Town:
    """Lay the small town, with the few procedures that tests need or with all of the demo."""
    above = _unit("H23.15", "Thị xã Mẫu", Level.DISTRICT)
    ward, other = (_unit(f"H23.15.{n:02d}", f"Phường Mẫu {n}", Level.COMMUNE, above) for n in (2, 3))
    lay_office_hours(unit=None, valid_from=date(2019, 1, 1), hours=HOURS, ground="mẫu", by=SYSTEM, now=NOW)
    lay_procedures(by=SYSTEM, now=NOW, folder=PROCEDURES if every_procedure else _some(PROCEDURES))
    lay_processes(by=SYSTEM, now=NOW, folder=PROCESSES if every_procedure else _some(PROCESSES))
    return Town(
        ward, other, person(ward, Role.RECEPTIONIST, "desk"), person(ward, Role.OFFICER, "officer"),
        person(ward, Role.OFFICER, "second"), person(ward, Role.LEADER, "leader"),
        person(other, Role.RECEPTIONIST, "stranger"), person(above, Role.INSPECTOR, "inspector"),
        person(above, Role.ADMINISTRATOR, "administrator"),
    )  # fmt: skip


BRANCHED = """
procedure: "{code}"
valid_from: 2023-03-01
decision: "Quy trình mẫu hai nhánh"
steps:
  - {{key: receive, name: Tiếp nhận, kind: forward, role: receptionist}}
  - {{key: law, name: Thẩm định pháp lý, kind: resolve, role: officer, after: [receive]}}
  - {{key: field, name: Thẩm định chuyên ngành, kind: resolve, role: officer, after: [receive]}}
  - {{key: ask, name: Lấy ý kiến phường bạn, kind: consult, role: officer, at: "unit:H23.15.03", limit: 2 working_day,
     after: [receive]}}
  - {{key: sign, name: Ký duyệt, kind: approve, role: leader, after: [law, field, ask], join: {join}}}
  - {{key: return, name: Trả kết quả, kind: return, role: receptionist}}
"""


def branched(town: Town, join: str = "all", code: str = "1.004884") -> None:
    """Publish a process with two branches and a consultation of the other ward, met by a join."""
    from motcua.processes.commands import publish

    publish(BRANCHED.format(code=code, join=join), by=town.administrator, now=NOW)
