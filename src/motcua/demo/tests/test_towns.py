"""The demo towns: units, successors, people, dossiers; all of it by the product's own commands."""

from datetime import date, datetime, time

import pytest

from motcua import demo
from motcua.accounts.models import User
from motcua.base import clock
from motcua.dossiers.models import Dossier
from motcua.events.queries import faults
from motcua.organisations.models import CheckIn, Level, Predecessor, Unit
from motcua.organisations.queries import in_force
from motcua.organisations.reading.duty import duty_day
from motcua.organisations.reading.equipment import holdings, register
from motcua.organisations.reading.one_stops import one_stops

DAY = {"2023": date(2023, 3, 15), "2025": date(2025, 7, 15)}


def lay(town: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a day of the town's own time, as the supervisor does."""
    days = (DAY[town] - clock.real_now().date()).days
    monkeypatch.setenv("MOTCUA_CLOCK_OFFSET", str(days * 86400))
    demo.lay(town)


@pytest.mark.django_db
def test_the_town_of_2023_has_fourteen_wards_and_nine_communes_in_a_tree(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    lay("2023", monkeypatch)
    communes = in_force(Unit.objects.filter(level=Level.COMMUNE), date(2023, 3, 15))
    kinds = [unit.name.split()[4] for unit in communes]
    assert (kinds.count("phường"), kinds.count("xã")) == (14, 9)
    assert {unit.parent.short_name for unit in communes if unit.parent} == {"Kinh Môn"}
    assert all(unit.code_made_up for unit in communes)
    assert Dossier.objects.count() >= 16
    assert list(faults()) == []


@pytest.mark.django_db
def test_the_town_of_2025_knows_what_went_into_it_and_uses_codes_again(monkeypatch: pytest.MonkeyPatch) -> None:
    lay("2025", monkeypatch)
    communes = in_force(Unit.objects.filter(level=Level.COMMUNE), date(2025, 7, 1))
    assert communes.count() == 7
    inside = Predecessor.objects.filter(unit__short_name="Kinh Môn").values_list("before__short_name", flat=True)
    assert set(inside) == {"An Lưu", "Hiệp An", "Long Xuyên"}
    assert Predecessor.objects.filter(before=None, part=True, outside_name="Văn Đức").exists()
    assert {unit.short_name for unit in Unit.objects.filter(gso_code="10675")} == {"An Lưu", "Kinh Môn"}


@pytest.mark.django_db
@pytest.mark.parametrize("town", ["2023", "2025"])
def test_the_printed_sign_ins_exist_and_are_marked_as_demo(town: str, monkeypatch: pytest.MonkeyPatch) -> None:
    lay(town, monkeypatch)
    names = [name for name, *_ in demo.sign_ins(town)]
    assert User.objects.filter(username__in=names, demo=True).count() == len(names) == 5


@pytest.mark.django_db
def test_every_name_is_plainly_a_sample(monkeypatch: pytest.MonkeyPatch) -> None:
    lay("2023", monkeypatch)
    assert {user.full_name.split()[-1] for user in User.objects.all()} <= {"Mẫu", "Thử", "Giả", "Dụ"}


@pytest.mark.django_db
@pytest.mark.parametrize(("town", "number"), [("2023", 24), ("2025", 8)])
def test_every_one_stop_has_its_roster_and_the_equipment_of_the_norm(
    town: str, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay(town, monkeypatch)
    day = DAY[town]
    now = datetime.combine(day, time(7, 30), clock.VIETNAM)
    units = list(one_stops(day))
    assert len(units) == number
    for unit in units:
        lines = duty_day(unit, day, now).lines
        assert all(line.shift and line.shift.named for line in lines), unit
        assert {"", "police"} <= {line.branch for line in lines}, unit
        assert [row for row in holdings(unit, register(unit.pk, now), day) if row.lacks] == []
    assert not CheckIn.objects.exists()
