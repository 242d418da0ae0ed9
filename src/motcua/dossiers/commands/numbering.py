"""Numbers without gaps: the counter's row stays locked until the transaction that took the number ends."""

from datetime import date, datetime
from typing import Final

from django.db import connection

from motcua.dossiers.errors import RegisterClosed
from motcua.dossiers.models import RegisterBook
from motcua.engines.codes.dossiers import dossier_code, old_agency
from motcua.organisations.models import CodeForm, Unit

NEXT: Final = """
insert into dossiers_counter as c (name, last) values (%s, 1)
on conflict (name) do update set last = c.last + 1 returning last
"""


def next_number(series: str) -> int:
    """The next number of `series`, from 1; a rolled-back transaction gives it back."""
    with connection.cursor() as cursor:
        cursor.execute(NEXT, [series])
        return int(cursor.fetchone()[0])


def next_code(unit: Unit, received_on: date) -> str:
    """The next dossier code of the unit on that day, in the form the unit is set to."""
    agency = unit.code if unit.code_form == CodeForm.QD20 else (unit.old_code or old_agency(unit.code))
    return dossier_code(agency, received_on, next_number(f"code:{unit.code}:{received_on:%Y%m%d}"))


def next_in_register(unit: Unit, year: int, now: datetime) -> int:
    """The next number of the one-stop's yearly register (Sổ theo dõi hồ sơ, TT 01/2018/TT-VPCP Điều 10).

    The first one opens the book; lines of an imported paper book come before. Raises RegisterClosed.
    """
    number = next_number(f"register:{unit.pk}:{year}")
    if number == 1:
        RegisterBook.objects.get_or_create(unit=unit, year=year, defaults={"opened_at": now})
    elif RegisterBook.objects.filter(unit=unit, year=year, closed_at__isnull=False).exists():
        raise RegisterClosed(year=year, unit=unit.name)
    return number


def next_slip(unit: Unit, form: str, year: int) -> int:
    """The next number of the unit's yearly book of one form."""
    return next_number(f"slip:{unit.code}:{form}:{year}")
