"""The small town, with a roster at its ward."""

from dataclasses import dataclass
from datetime import date, datetime, time

import pytest

from motcua.accounts.models import User
from motcua.base.clock import VIETNAM
from motcua.dossiers.tests.conftest import Town, make_town
from motcua.organisations.models import DutyPost

WEEK = ["mon", "tue", "wed", "thu", "fri"]


def at(hour: int, minute: int = 0, day: int = 15) -> datetime:
    """A moment of March 2023; the 15th is a Wednesday."""
    return datetime(2023, 3, day, hour, minute, tzinfo=VIETNAM)


@dataclass
class OneStop:
    """The town, two posts of its ward, and a police officer who has a place on the roster and no post."""

    town: Town
    own: DutyPost
    police: DutyPost
    officer_of_police: User


def duty_post(town: Town, counter: str, person: User | None, branch: str = "") -> DutyPost:
    return DutyPost.objects.create(
        unit=town.ward, counter=counter, branch=branch, field="Mẫu", weekdays=WEEK, begins=time(7, 30), ends=time(17),
        person=person, valid_from=date(2021, 7, 1), decision="01/QĐ mẫu",
    )  # fmt: skip


@pytest.fixture
def one_stop(db: None) -> OneStop:
    town = make_town()
    police = User.objects.create(username="police", full_name="Mẫu police", demo=True)
    return OneStop(town, duty_post(town, "Quầy 1", town.desk), duty_post(town, "Quầy 3", police, "police"), police)
