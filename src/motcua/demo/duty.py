"""The roster and the equipment of every one-stop of a demo town, as the law of its day asks for; nobody has come yet.

Laid in bulk: a town has two dozen one-stops. Officers of the police and the military at a commune have an account and a
place on the roster, but no post: they receive nothing in this software.
"""

from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Any, Final

from django.contrib.auth.hashers import make_password

from motcua.accounts.models import User
from motcua.accounts.system import SYSTEM
from motcua.base.clock import VIETNAM
from motcua.base.vietnamese import plain
from motcua.demo import PASSWORD
from motcua.demo.people import FAMILIES, SAMPLES
from motcua.events.commands import record
from motcua.organisations.commands import label
from motcua.organisations.law import DUTY, EQUIPMENT
from motcua.organisations.models import Branch, DutyPost, Equipment, EquipmentState, Post, Role, State, Unit
from motcua.organisations.reading.one_stops import one_stops

GROUND: Final = "Dữ liệu mẫu"
DECISION: Final = "01/QĐ-UBND (mẫu)"
OPENS, CLOSES = time(7, 30), time(17)
WEEK: Final = ["mon", "tue", "wed", "thu", "fri"]
OWN: Final = ("Hộ tịch, chứng thực, lao động", "Đất đai, xây dựng, kinh doanh")
FIELDS: Final = {Branch.POLICE: "Cư trú, căn cước", Branch.INSURANCE: "Bảo hiểm xã hội, bảo hiểm y tế",
                 Branch.TAX: "Thuế, lệ phí", Branch.MILITARY: "Đăng ký nghĩa vụ quân sự"}  # fmt: skip
ACCOUNTS: Final = {Branch.POLICE: "congan", Branch.INSURANCE: "baohiem", Branch.TAX: "thue", Branch.MILITARY: "quansu"}
LENT_MIDDLES: Final = ("Quang", "Xuân", "Kim", "Bá")  # none of people.MIDDLES: nobody is a clerk's namesake
NAMES: Final = {
    "computer": "Máy tính để bàn", "printer": "Máy in A4, A5", "scanner": "Máy quét hai mặt",
    "counter": "Quầy giao dịch",
    "seat": "Ghế chờ", "queue_machine": "Máy lấy số thứ tự", "screen": "Màn hình tra cứu", "camera": "Camera giám sát",
    "network": "Đường mạng cáp quang",
}  # fmt: skip


def lay_duty(*, since: date, now: datetime) -> None:
    """Roster and equipment of all one-stops of today."""
    today = now.astimezone(VIETNAM).date()
    units = list(one_stops(today))
    posts = [post for unit, rows in _rosters(units, today) for post in _posts(unit, rows, since)]
    DutyPost.objects.bulk_create(posts)
    things = [thing for unit in units for thing in _things(unit, since, today)]
    Equipment.objects.bulk_create(things)
    begun = datetime.combine(since, OPENS, VIETNAM)
    EquipmentState.objects.bulk_create(
        EquipmentState(equipment=thing, state=State.WORKING, since=begun) for thing in things
    )
    data = {"units": len(units), "posts": len(posts), "equipment": len(things)}
    record("duty.demo_laid", "one_stops", by=SYSTEM, at=now, ground=GROUND, data=data)


Row = tuple[str, str, list[str], time, time, User]  # branch, field, weekdays, hours, who


def _rosters(units: list[Unit], today: date) -> Iterable[tuple[Unit, list[Row]]]:
    """The rows of each one-stop's roster: its own receptionists, then the branches the law asks for."""
    desks: dict[int, list[User]] = {}
    rows = Post.objects.filter(role=Role.RECEPTIONIST, valid_to__isnull=True).select_related("user", "unit")
    agencies = {(post.unit.branch, post.unit.parent_id): post.user for post in rows if post.unit.branch}
    for post in rows.order_by("pk"):
        desks.setdefault(post.unit_id, []).append(post.user)
    law, wanted = dict(DUTY.on(today)), []
    for unit in units:
        needs = law[unit.level].value if unit.level in law else []
        wanted += [(unit, need) for need in needs if (need["branch"], unit.pk) not in agencies]
    lent = _lend(wanted)
    for unit in units:
        own: list[Row] = [
            ("", field, WEEK, OPENS, CLOSES, user) for field, user in zip(OWN, desks.get(unit.pk, []), strict=False)
        ]
        needs = law[unit.level].value if unit.level in law else []
        yield unit, own + [_row(need, agencies.get((need["branch"], unit.pk)) or lent[unit.pk, need["branch"]])
                           for need in needs]  # fmt: skip


def _row(need: dict[str, Any], user: User) -> Row:
    begins, ends = (time.fromisoformat(str(need[key])) if key in need else None for key in ("begins", "ends"))
    days = [day for day in WEEK if day in need["weekdays"]]
    return str(need["branch"]), FIELDS[Branch(need["branch"])], days, begins or OPENS, ends or CLOSES, user


def _lend(wanted: list[tuple[Unit, dict[str, Any]]]) -> dict[tuple[int, str], User]:
    """Sample people of the branches where the demo has no agency of that branch below the unit."""
    password = make_password(PASSWORD)
    found = {}
    for number, (unit, need) in enumerate(wanted):
        branch = Branch(need["branch"])
        name = f"{FAMILIES[number % 13]} {LENT_MIDDLES[number // 13 % 4]} {SAMPLES[number % 4]}"
        account = f"{plain(unit.short_name).replace(' ', '')}.{ACCOUNTS[branch]}"
        found[unit.pk, branch.value] = User(username=account, full_name=name, password=password, demo=True)
    User.objects.bulk_create(found.values())
    return found


def _posts(unit: Unit, rows: list[Row], since: date) -> Iterable[DutyPost]:
    for number, (branch, field, days, begins, ends, user) in enumerate(rows, start=1):
        yield DutyPost(
            unit=unit, counter=f"Quầy {number}", branch=branch, field=field, weekdays=days, begins=begins, ends=ends,
            person=user, valid_from=max(since, unit.valid_from), decision=DECISION,
        )  # fmt: skip


def _things(unit: Unit, since: date, today: date) -> Iterable[Equipment]:
    """As many of each kind as the norm asks for; things of one kind that are counted stand in one row."""
    law = dict(EQUIPMENT.on(today))
    norm = law[unit.level].value if unit.level in law else {}
    for kind, wanted in norm.items():
        counted = kind == "seat"
        for number in range(1, 2 if counted else wanted + 1):
            yield Equipment(
                unit=unit, kind=kind, label=label(unit.code, kind, number), name=NAMES[kind],
                place="Khu chờ" if counted or kind == "queue_machine" else f"Quầy {number}",
                acquired_on=max(since, unit.valid_from), count=wanted if counted else 1,
            )  # fmt: skip
