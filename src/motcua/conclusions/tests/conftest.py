"""The small town of the dossiers' tests with names as papers have them, one overdue dossier and a chair of the town."""

from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest

from motcua.accounts.models import User
from motcua.base.clock import VIETNAM
from motcua.conclusions import commands
from motcua.conclusions.models import Conclusion
from motcua.dossiers.tests.conftest import Town, person, town
from motcua.inspection.commands import run
from motcua.organisations.models import Role, Unit

__all__ = ["town"]
LATER = datetime(2023, 4, 10, 9, 0, tzinfo=VIETNAM)
DAY = timedelta(days=1)


@dataclass
class Office:
    """The town that concludes. chair: of the town."""

    town: Town
    unit: Unit
    chair: User

    def draft(self) -> Conclusion:
        """The conclusion on 2023."""
        return commands.draft(self.unit, 2023, by=self.town.inspector, now=LATER)


@pytest.fixture
def office(town: Town) -> Office:
    for unit, name, short in ((town.ward, "phường Mẫu Hai", "Mẫu Hai"), (town.other_ward, "phường Mẫu Ba", "Mẫu Ba")):
        Unit.objects.filter(pk=unit.pk).update(name=f"Ủy ban nhân dân {name}", short_name=short)
    above = Unit.objects.get(code="H23.15")
    above.name, above.short_name = "Ủy ban nhân dân thị xã Mẫu", "Mẫu"
    above.save()
    town.ward.refresh_from_db()
    town.other_ward.refresh_from_db()
    town.forwarded()
    run(now=LATER)
    return Office(town, above, person(above, Role.LEADER, "chair"))
