"""A few dossiers, each brought to its state by the same commands that people use, on the days before."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final
from uuid import NAMESPACE_URL, uuid5

from motcua.accounts.models import User
from motcua.base.clock import VIETNAM
from motcua.catalogue import queries as catalogue
from motcua.dossiers import commands
from motcua.dossiers.commands.registers import import_paper_book
from motcua.dossiers.models import Dossier
from motcua.organisations import queries as organisations
from motcua.organisations.models import Post, Unit


@dataclass(frozen=True, slots=True)
class Sample:
    """One dossier: its procedure, whose, how many working days ago, how far it went."""

    procedure: str
    name: str
    days_ago: int
    until: str  # received, forwarded, taken, resolved, approved, returned


SAMPLES: Final = (
    Sample("1.004873", "Nguyễn Văn Thử", 6, "taken"),
    Sample("1.001193", "Trần Thị Mẫu", 2, "returned"),
    Sample("1.004873", "Hoàng Thị Giả", 2, "taken"),
    Sample("1.004884", "Lê Văn Dụ", 3, "resolved"),
    Sample("1.000656", "Phạm Thị Thử", 1, "approved"),
    Sample("1.001193", "Đặng Văn Mẫu", 1, "forwarded"),
    Sample("1.004873", "Bùi Ngọc Giả", 1, "received"),
    Sample("1.001776", "Vũ Thị Dụ", 4, "taken"),
    Sample("1.000894", "Đỗ Minh Thử", 1, "resolved"),
    Sample("1.001193", "Lý Thu Mẫu", 3, "returned"),
)
DESKS: Final = {"2023": ("H23.15.02", "H23.15.12"), "2025": ("H24.201", "H24.204")}


def lay_dossiers(town: str, *, now: datetime) -> None:
    """The samples at two desks of the town; procedures that the catalogue lacks are passed over."""
    for code in DESKS[town]:
        unit = Unit.objects.get(code=code)
        for number, sample in enumerate(SAMPLES):
            _lay(unit, sample, number, now)
        _lay_paper_book(unit, now)


def _lay_paper_book(unit: Unit, now: datetime) -> None:
    """The register of the year before, kept on paper until the software came; not closed yet."""
    year, desk = now.astimezone(VIETNAM).year - 1, _who(unit, "receptionist")
    rows = [
        {"number": str(number), "procedure": "Chứng thực bản sao từ bản chính", "applicant": name, "sets": "01",
         "received": f"{number + 2:02d}/11/{year}", "returned": f"{number + 2:02d}/11/{year}", "return_way": "Tại quầy"}
        for number, name in enumerate(("Nguyễn Thị Mẫu", "Trần Văn Thử", "Lê Thu Giả"), start=1)
    ]  # fmt: skip
    import_paper_book(unit.pk, year, rows, by=desk, now=now)


def _lay(unit: Unit, sample: Sample, number: int, now: datetime) -> None:
    at = _working_day_before(unit, now, sample.days_ago) + timedelta(minutes=7 * number)
    rows = catalogue.received_by(unit.level, unit.branch, at.date()).filter(procedure__code=sample.procedure)
    version = rows.first()
    if version is None:
        return
    desk, officer, leader = (_who(unit, role) for role in ("receptionist", "officer", "leader"))
    dossier = commands.receive(_intake(unit, version.pk, sample, number), by=desk, now=at)
    steps: dict[str, Callable[[int, datetime], Dossier]] = {
        "forwarded": lambda seen, t: commands.forward(dossier.ref, by=desk, now=t, seen=seen),
        "taken": lambda seen, t: commands.take(dossier.ref, by=officer, now=t, seen=seen),
        "resolved": lambda seen, t: commands.resolve(
            dossier.ref, result="Đủ điều kiện; dự thảo kèm theo.", by=officer, now=t, seen=seen
        ),
        "approved": lambda seen, t: commands.approve(dossier.ref, by=leader, now=t, seen=seen),
        "returned": lambda seen, t: commands.return_result(
            dossier.ref, taken_by=sample.name, proof="Thẻ căn cước", by=desk, now=t, seen=seen
        ),
    }
    if sample.until == "received":
        return
    for turn, (name, step) in enumerate(steps.items(), start=1):
        step(Dossier.objects.get(pk=dossier.pk).version, at + timedelta(minutes=20 * turn))
        if name == sample.until:
            return


def _intake(unit: Unit, version_id: int, sample: Sample, number: int) -> commands.Intake:
    version = catalogue.visible_to().prefetch_related("terms", "papers").get(pk=version_id)
    terms = next(row for row in version.terms.all() if row.channel == "direct" and row.limit_unit)
    applicant = commands.Applicant(
        name=sample.name, number=f"0301990{unit.pk % 100:02d}{number:03d}", born_on=date(1990, 1 + number % 12, 2),
        address=f"Số {number + 1}, phố Mẫu, {unit.short_name}", telephone=f"09000000{number:02d}",
    )  # fmt: skip
    papers = [commands.PaperIn(p.name, p.originals, p.copies, present=True) for p in version.papers.all()]
    key = uuid5(NAMESPACE_URL, f"motcua-demo/{unit.code}/{number}")
    return commands.Intake(key, unit.pk, version.pk, terms.pk, applicant, papers)


def _who(unit: Unit, role: str) -> User:
    return Post.objects.filter(unit=unit, role=role).order_by("pk")[0].user


def _working_day_before(unit: Unit, now: datetime, days: int) -> datetime:
    """08:00 of the day `days` working days before `now`."""
    day = now.astimezone(VIETNAM).date()
    calendar = organisations.calendar_of(unit.pk, day)
    while days:
        day -= timedelta(days=1)
        days -= calendar.rest(day) is None
    return datetime(day.year, day.month, day.day, 8, tzinfo=VIETNAM)
