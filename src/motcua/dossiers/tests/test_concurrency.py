"""Sixteen desks at once: codes and numbers are unique and without gaps."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from motcua.dossiers import commands
from motcua.dossiers.models import Dossier
from motcua.dossiers.tests.conftest import NOW, Town, make_town
from motcua.events.queries import faults

RECEIVERS = 16
EACH = 4


@pytest.mark.django_db(transaction=True)
def test_sixteen_receivers_get_unique_codes_without_gaps() -> None:
    town = make_town()
    intakes = [town.intake(number="") for _ in range(RECEIVERS * EACH)]

    def receive(intake: commands.Intake) -> str:
        try:
            return commands.receive(intake, by=fresh_desk(town), now=NOW).code or ""
        finally:
            connection.close()

    with ThreadPoolExecutor(RECEIVERS) as pool:
        codes = list(pool.map(receive, intakes))
    serials = sorted(int(code.rsplit("-", 1)[1]) for code in codes)
    assert serials == list(range(1, RECEIVERS * EACH + 1))
    numbers = sorted(Dossier.objects.values_list("register_number", flat=True))
    assert numbers == serials
    assert list(faults()) == []


def fresh_desk(town: Town) -> object:
    """Each receiver reads the account for itself, as each request does."""
    return type(town.desk).objects.get(pk=town.desk.pk)
