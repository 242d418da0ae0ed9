"""Laying a demo town: units, people, calendars, catalogue and processes, a few dossiers."""

import tomllib
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

from django.contrib.auth.hashers import make_password
from django.db import transaction

from motcua.accounts.models import User
from motcua.accounts.system import SYSTEM
from motcua.base import clock
from motcua.base.vietnamese import plain
from motcua.catalogue.commands import lay_procedures
from motcua.demo import PASSWORD, people
from motcua.demo.dossiers import lay_dossiers
from motcua.demo.duty import lay_duty
from motcua.engines.codes.dossiers import old_agency
from motcua.events.commands import record
from motcua.inspection.commands import run as run_signals
from motcua.organisations.commands import lay_office_hours
from motcua.organisations.models import Kind, Level, Post, Predecessor, Unit
from motcua.processes.commands import lay_processes
from motcua.visits.commands import publish_default

DATA: Final = Path(__file__).parent / "data"
MORNING, AFTERNOON = "07:30-11:30", "13:30-17:00"
HOURS: Final = {day: [MORNING, AFTERNOON] for day in ("mon", "tue", "wed", "thu", "fri")}
HOURS_GROUND: Final = "QĐ 188/1999/QĐ-TTg; giờ làm việc của tỉnh là số liệu mẫu"
TELEPHONE: Final = "0220 000 0"
GROUND: Final = "Dữ liệu mẫu"


@transaction.atomic
def lay_town(town: str) -> None:
    """All of the town or nothing. `town`: "2023" or "2025"."""
    now = clock.now()
    lay_frame(town, now=now)
    lay_dossiers(town, now=now)
    run_signals(now=now)


def lay_frame(town: str, *, now: datetime) -> None:
    """What every year of the town stands on: units, people, hours, duty, equipment, catalogue, processes."""
    units = units_of(town)
    since = date(2021, 7, 1) if town == "2023" else date(2025, 7, 1)
    accounts = lay_people(town, units, since=since)
    data = {"units": len(units), "accounts": accounts, "town": town}
    record("account.demo_laid", "accounts", by=SYSTEM, at=now, ground=GROUND, data=data)
    lay_office_hours(unit=None, valid_from=date(2019, 1, 1), hours=HOURS, ground=HOURS_GROUND, by=SYSTEM, now=now)
    lay_duty(since=since, now=now)
    lay_procedures(by=SYSTEM, now=now)
    lay_processes(by=SYSTEM, now=now)
    publish_default(now=now)


def units_of(town: str) -> list[Unit]:
    """Lay the units of the town; the desks that the demo staffs, the upper one first."""
    return _town_2023() if town == "2023" else _town_2025()


def _town_2023() -> list[Unit]:
    province = _unit("H23", "Ủy ban nhân dân tỉnh Hải Dương", "Hải Dương", Level.PROVINCE, None, gso="30",
                     since=date(1997, 1, 1), until=date(2025, 6, 30))  # fmt: skip
    town = _unit("H23.15", "Ủy ban nhân dân thị xã Kinh Môn", "Kinh Môn", Level.DISTRICT, province, gso="292",
                 since=date(2019, 11, 1), until=date(2025, 6, 30), one_stop=ONE_STOP_A, made_up=True)  # fmt: skip
    below = [
        _unit(f"H23.15.{number}", name, name, Level.DISTRICT, town, kind=kind, branch=branch,
              since=date(2019, 11, 1), until=date(2025, 6, 30), made_up=True,
              one_stop=ONE_STOP_A if kind == Kind.VERTICAL else "")
        for number, (name, kind, branch) in enumerate(DIVISIONS, start=50)
    ]  # fmt: skip
    return [town, *_communes("units_2023.toml", town, ONE_STOP_A), *below]


def _town_2025() -> list[Unit]:
    before = {unit.short_name: unit for unit in _town_2023() if unit.level == Level.COMMUNE}
    city = _unit("H24", "Ủy ban nhân dân thành phố Hải Phòng", "Hải Phòng", Level.PROVINCE, None, gso="31",
                 since=date(2025, 7, 1), one_stop="Trung tâm Phục vụ hành chính công thành phố")  # fmt: skip
    communes = _communes("units_2025.toml", city, ONE_STOP_B)
    rows = {row["name"]: row for row in _table("units_2025.toml")}
    for unit in communes:
        for text in rows[unit.short_name]["predecessors"]:
            name, part = text.removesuffix(" (part)"), text.endswith(" (part)")
            old = before.get(name)
            Predecessor.objects.create(unit=unit, before=old, outside_name="" if old else name, part=part)
    return [city, *communes]


ONE_STOP_A: Final = "Bộ phận Tiếp nhận và Trả kết quả"
ONE_STOP_B: Final = "Trung tâm Phục vụ hành chính công"
DIVISIONS: Final = (
    ("Văn phòng Hội đồng nhân dân và Ủy ban nhân dân thị xã", Kind.DIVISION, ""),
    ("Phòng Nội vụ", Kind.DIVISION, ""),
    ("Phòng Tư pháp", Kind.DIVISION, ""),
    ("Phòng Tài chính – Kế hoạch", Kind.DIVISION, ""),
    ("Phòng Tài nguyên và Môi trường", Kind.DIVISION, ""),
    ("Phòng Lao động – Thương binh và Xã hội", Kind.DIVISION, ""),
    ("Phòng Văn hóa và Thông tin", Kind.DIVISION, ""),
    ("Phòng Giáo dục và Đào tạo", Kind.DIVISION, ""),
    ("Phòng Y tế", Kind.DIVISION, ""),
    ("Phòng Quản lý đô thị", Kind.DIVISION, ""),
    ("Phòng Kinh tế", Kind.DIVISION, ""),
    ("Thanh tra thị xã", Kind.DIVISION, ""),
    ("Công an thị xã Kinh Môn", Kind.VERTICAL, "police"),
    ("Bảo hiểm xã hội thị xã Kinh Môn", Kind.VERTICAL, "insurance"),
    ("Chi cục Thuế khu vực, bộ phận tại Kinh Môn", Kind.VERTICAL, "tax"),
    ("Ban Chỉ huy quân sự thị xã Kinh Môn", Kind.VERTICAL, "military"),
)


def _communes(file: str, parent: Unit, one_stop: str) -> list[Unit]:
    return [
        _unit(
            row["code"], f"Ủy ban nhân dân {row['kind']} {row['name']}", row["name"], Level.COMMUNE, parent,
            gso=row["gso"], since=row["valid_from"], until=row.get("valid_to"), one_stop=one_stop, made_up=True,
            telephone=f"{TELEPHONE}{number:02d}",
        )
        for number, row in enumerate(_table(file), start=1)
    ]  # fmt: skip


def _table(file: str) -> list[Mapping[str, Any]]:
    return list(tomllib.loads((DATA / file).read_text("utf-8"))["commune"])


def _unit(
    code: str, name: str, short_name: str, level: str, parent: Unit | None, *, since: date, until: date | None = None,
    gso: str = "", kind: str = Kind.PEOPLES_COMMITTEE, branch: str = "", one_stop: str = "", made_up: bool = False,
    telephone: str = TELEPHONE + "00",
) -> Unit:  # fmt: skip
    return Unit.objects.create(
        code=code, old_code=old_agency(code) if code.count(".") != 1 or len(code) < 7 else "", code_made_up=made_up,
        gso_code=gso, name=name, short_name=short_name, level=level, kind=kind, branch=branch, parent=parent,
        path=f"{parent.path}/{code}" if parent else code, valid_from=since, valid_to=until, one_stop_name=one_stop,
        place=short_name, telephone=telephone if one_stop else "",
    )  # fmt: skip


def lay_people(town: str, units: list[Unit], since: date) -> int:
    """Accounts and posts of every staffed unit; one hash of the demo password serves all. Returns how many."""
    password, count = make_password(PASSWORD), 0
    for number, unit in enumerate(units):
        posts = people.COMMUNE if unit.level == Level.COMMUNE else people.POSTS_OF[unit.kind]
        for person in people.staff(plain(unit.short_name).replace(" ", ""), posts, number):
            user = User.objects.create(
                username=person.account, full_name=person.full_name, password=password, demo=True
            )
            first = max(since, unit.valid_from)
            Post.objects.create(user=user, unit=unit, role=person.role, title=person.title, valid_from=first)
            count += 1
    return count


def moment(day: date, hour: int, minute: int = 0) -> datetime:
    """A moment of the town's clock."""
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=clock.VIETNAM)
