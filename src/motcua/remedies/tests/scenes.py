"""What the tests of this app do again and again: findings of the small town, cases and remedies of these."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from motcua.dossiers import commands as dossiers
from motcua.dossiers.models import Dossier
from motcua.dossiers.tests.conftest import NOW, Town
from motcua.inspection import commands as inspection
from motcua.inspection.models import Finding
from motcua.inspection.tests.test_run import LATER
from motcua.remedies import commands
from motcua.remedies.commands import Order, Shown
from motcua.remedies.models import Case, Remedy

DAY = timedelta(days=1)
NOTE = Shown(note="Phiếu 12/2023")
SELF_CLOSING, OF_THE_PAST = "OVD01", "FWD01"


@dataclass
class Scene:
    """A town with an overdue dossier: a finding that closes by itself, another that only a person closes."""

    town: Town
    dossier: Dossier

    def finding(self, code: str = OF_THE_PAST) -> Finding:
        """The finding of a signal as it stands."""
        return Finding.objects.get(signal=code)

    def finding_of(self, code: str) -> Finding:
        """The first of several."""
        found = Finding.objects.filter(signal=code).order_by("pk").first()
        assert found is not None
        return found

    def case(self, code: str = OF_THE_PAST) -> Case:
        """The newest case of a finding of the signal."""
        found = Case.objects.filter(finding__signal=code).order_by("-episode").first()
        assert found is not None
        return found

    def ordered(self, code: str = OF_THE_PAST, *, days: int = 3, now: datetime = LATER, seen: int = 0) -> Remedy:
        """A remedy that the officer owns."""
        asked = Order(self.town.officer, action="Rà soát bước xử lý", days=days)
        return commands.order(self.finding(code).pk, asked, by=self.town.leader, now=now, seen=seen)

    def reported(self, code: str = OF_THE_PAST, *, now: datetime = LATER) -> Remedy:
        """A remedy that the officer reported."""
        remedy = self.ordered(code, now=now)
        return commands.report(remedy.pk, text="Đã làm", shown=[NOTE], by=self.town.officer, now=now, seen=1)

    def mend(self, at: datetime) -> None:
        """The dossier is resolved: its cause is gone."""
        dossier = Dossier.objects.get(pk=self.dossier.pk)
        dossier = dossiers.resolve(dossier.ref, result="Đủ", by=self.town.officer, now=at, seen=dossier.version)
        dossiers.approve(dossier.ref, by=self.town.leader, now=at, seen=dossier.version)


def scene_of(town: Town) -> Scene:
    """A dossier that was passed on late and is overdue, looked at."""
    dossier = town.dossier()
    dossier = dossiers.forward(dossier.ref, by=town.desk, now=NOW + 2 * DAY, seen=dossier.version)
    inspection.run(now=LATER)
    return Scene(town, dossier)


def reopen(finding: Finding, at: datetime) -> None:
    """The finding comes back as its next episode, as a run would have it; its signal need not be made to see it."""
    finding.refresh_from_db()
    finding.state, finding.episode, finding.since, finding.opened_at = "open", finding.episode + 1, at, at
    finding.save()


def common(by: Any, seen: int = 0, now: datetime = LATER) -> dict[str, Any]:
    """Who does it, when, and what he saw."""
    return {"by": by, "now": now, "seen": seen}
