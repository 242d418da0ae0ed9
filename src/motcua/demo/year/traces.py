"""What other sources knew of November's dossiers in the units where some were never entered: tickets, books, receipts.

Each source catches a share of what arose, by itself; names come down as hands write them (without marks, in capitals).
"""

from datetime import date
from typing import Final

from motcua.base.vietnamese import plain
from motcua.demo.year.frame import END, Year, at
from motcua.demo.year.plants import Plan
from motcua.demo.year.truth import Truth
from motcua.dossiers.models import Dossier
from motcua.inspection.commands import reconcile
from motcua.inspection.models import Trace
from motcua.organisations.models import Post, Unit

MONTH: Final = date(2023, 11, 1)
CAUGHT: Final = (("queue", 80), ("paper_register", 75), ("receipt", 60))  # per cent of what arose
NEVER_ENTERED: Final = (5, 9)
LATE_DAYS: Final = 6  # working days between reception and entry, where it is planted
HALF: Final = 0.5  # of the tickets bear a number of the person
SECOND: Final = 2  # of a person that no dossier knows, so many sources know at the least


def lay(year: Year, plan: Plan, truth: Truth) -> None:
    """Traces of November, and their comparison with the software."""
    by = Post.objects.filter(unit=year.units[0], role="inspector").select_related("user")[0].user
    for unit in year.communes:
        lost, late = plan.here("MIS01", unit), plan.here("ENT01", unit)
        if lost or late:
            with year.aside("traces", unit.code):
                missing = _traces(year, truth, unit, lost=lost, late=late)
            reconcile(unit.pk, MONTH, by=by, now=END)
            for refs in missing:
                task = Trace.objects.filter(unit=unit, ref__in=refs, task__isnull=False).order_by("pk").first()
                truth.add("MIS01", f"missing:{task.task_id if task else 'none'}", unit)


def _traces(year: Year, truth: Truth, unit: Unit, *, lost: bool, late: bool) -> list[list[str]]:
    """The rows; of each person that was never entered the numbers of what knows him."""
    chance, rows, missing = year.chance, list[Trace](), list[list[str]]()
    dossiers = list(
        Dossier.objects.filter(desk=unit, accepted_at__gte=at(MONTH, 0), accepted_at__lt=at(date(2023, 12, 1), 0))
        .select_related("procedure").order_by("accepted_at", "pk")
    )  # fmt: skip
    with year.aside("ENT01", unit.code):
        entered_late = (
            year.chance.sample([row for row in dossiers if row.accepted_at and row.accepted_at.day > 12], 2)
            if late else []
        )  # fmt: skip
    for row in dossiers:
        if row.accepted_at is None:
            continue
        day = row.accepted_at.date()
        if row in entered_late:
            day = year.days[year.days.index(day) - LATE_DAYS]
        caught = [kind for kind, share in CAUGHT if chance.randrange(100) < share or row in entered_late]
        person = (row.applicant_name, row.applicant_number, row.procedure.name)
        rows += [_row(year, unit, person, day, (kind, len(rows) + n)) for n, kind in enumerate(caught)]
        if row in entered_late:
            truth.add("ENT01", f"entered:{row.pk}", unit)
    for _ in range(chance.randint(*NEVER_ENTERED) if lost else 0):
        person = (year.person(), f"0300{chance.randrange(10**8):08d}", chance.choice(dossiers).procedure.name)
        day = chance.choice([day for day in year.days if day.month == MONTH.month])
        kinds = chance.sample([kind for kind, _ in CAUGHT], chance.randint(SECOND, len(CAUGHT)))
        known = [_row(year, unit, person, day, (kind, len(rows) + n)) for n, kind in enumerate(kinds)]
        rows += known
        missing.append([row.ref for row in known])
    Trace.objects.bulk_create(rows)
    return missing


def _row(year: Year, unit: Unit, person: tuple[str, str, str], day: date, source: tuple[str, int]) -> Trace:
    """person: name, number, procedure; source: its kind and the number of the record in it."""
    name, citizen_id, procedure = person
    kind, number = source
    written = year.chance.choice((name, name, name.upper(), plain(name)))
    return Trace(
        unit=unit, kind=kind, ref=f"{kind[:1].upper()}{number + 1}", full_name=written,
        citizen_id=citizen_id if kind != "queue" or year.chance.random() < HALF else "", procedure=procedure[:300],
        received_on=day, changed_at=at(day, 17),
    )  # fmt: skip
