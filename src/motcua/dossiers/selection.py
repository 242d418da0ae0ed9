"""What a list shows, an export writes and an act on many reaches: one description for all three."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from motcua.base.clock import VIETNAM
from motcua.base.text import Text
from motcua.dossiers import policy
from motcua.dossiers.models import WAITING, Dossier, State, Task
from motcua.organisations import queries as organisations
from motcua.organisations.models import Role
from motcua.processes.models import StepKind

TABS: Final[Mapping[str, Text]] = {
    "mine": Text("Của tôi", "Mine"),
    "unit": Text("Đơn vị", "Unit"),
    "near": Text("Sắp đến hạn", "Due soon"),
    "overdue": Text("Quá hạn", "Overdue"),
    "free": Text("Chưa ai nhận", "Unassigned"),
    "applicant": Text("Chờ người nộp", "Waits for applicant"),
    "other": Text("Chờ đơn vị khác", "Waits for another unit"),
    "apology": Text("Nợ xin lỗi", "Apologies owed"),
    "collect": Text("Chờ trả kết quả", "To be collected"),
}
OF_TASKS: Final = frozenset({"mine", "unit", "near", "overdue", "free", "other", "collect"})
MORE: Final[Mapping[str, Text]] = {
    "returned": Text("Đã trả", "Returned"),
    "all": Text("Tất cả", "All"),
}


@dataclass(frozen=True, slots=True)
class Selection:
    """tab: of the queue, or "returned", "all". Days are inclusive, of reception. Nothing personal stands here."""

    tab: str = "mine"
    field: int | None = None
    holder: int | None = None
    procedure: str = ""
    since: date | None = None
    until: date | None = None

    def as_json(self) -> dict[str, object]:
        """For a run's order."""
        return {name: value.isoformat() if isinstance(value, date) else value for name, value in asdict(self).items()}

    @classmethod
    def read(cls, values: Mapping[str, Any]) -> "Selection":
        """From an address or an order; what is spoiled is as if not there."""
        tab = str(values.get("tab") or "mine")
        return cls(
            tab if tab in TABS or tab in MORE else "mine", _number(values.get("field")), _number(values.get("holder")),
            str(values.get("procedure") or "")[:20], _day(values.get("since")), _day(values.get("until")),
        )  # fmt: skip

    @property
    def query(self) -> str:
        """As it stands in an address."""
        from urllib.parse import urlencode

        return urlencode({name: value for name, value in self.as_json().items() if value not in {None, ""}})

    @property
    def narrowed(self) -> bool:
        """Does it show less than the whole tab?"""
        return bool(self.field or self.holder or self.procedure or self.since or self.until)


def mine(user: Any, now: datetime) -> Q:
    """Steps that wait for this person: held by him or by whom he stands in for, or free and of his role and unit."""
    free = Q(pk__in=[])
    for post in organisations.posts_of(user, now):
        free |= Q(unit_id=post.unit_id, role=post.role, holder__isnull=True)
    return Q(holder__in=[user.pk, *organisations.stands_in_for(user, now)]) | free


def of_tab(tab: str, units: list[int], user: Any, now: datetime) -> Q:
    """The condition of a tab over open steps."""
    here, sleeping = Q(unit__in=units), Q(dossier__state__in=WAITING)
    running = here & ~sleeping & ~Q(kind=StepKind.RETURN)
    conditions: dict[str, Q] = {
        "mine": mine(user, now) & ~sleeping,
        "near": running & Q(dossier__near_from__lte=now, sort_at__gte=now),
        "overdue": running & Q(sort_at__lt=now),
        "free": running & Q(holder__isnull=True),
        "other": Q(for_unit__in=units) & ~Q(unit=F("for_unit")) & ~here & ~sleeping,
        "collect": here & Q(kind=StepKind.RETURN),
    }
    return conditions.get(tab, here)


def tasks(selection: Selection, user: Any, now: datetime) -> QuerySet[Task]:
    """The open steps a selection of the queue shows; each of a dossier the user may see."""
    units = policy.seen_units(user, now)
    rows = Task.objects.filter(of_tab(selection.tab, units, user, now), closed_at__isnull=True)
    rows = rows.filter(dossier__seen_by__overlap=units) if units else rows.none()
    if selection.holder is not None:
        rows = rows.filter(holder_id=selection.holder)
    return rows.filter(_narrow(selection, "dossier__")) if selection.narrowed else rows


def dossiers(selection: Selection, user: Any, now: datetime) -> QuerySet[Dossier]:
    """The dossiers a selection reaches, each once."""
    seen = Dossier.objects.filter(policy.may_see(user, now)).filter(_narrow(selection, ""))
    match selection.tab:
        case "applicant":
            return seen.filter(state__in=WAITING)
        case "apology":
            owed = seen.filter(apology_from__lte=now, resolved_at=None, ended_at=None, apology=None)
            return owed.exclude(state__in=WAITING)
        case "returned":
            return seen.filter(state=State.RETURNED)
        case "all":
            return seen
    steps = tasks(Selection(selection.tab, holder=selection.holder), user, now)
    return seen.filter(Exists(steps.filter(dossier=OuterRef("pk")).order_by()))


def _narrow(selection: Selection, at: str) -> Q:
    found = Q()
    if selection.field is not None:
        found &= Q(**{f"{at}procedure__field_id": selection.field})
    if selection.procedure:
        found &= Q(**{f"{at}procedure__procedure__code": selection.procedure})
    if selection.since is not None:
        found &= Q(**{f"{at}accepted_at__gte": _midnight(selection.since)})
    if selection.until is not None:
        found &= Q(**{f"{at}accepted_at__lt": _midnight(selection.until + timedelta(days=1))})
    return found


def leads(user: Any, now: datetime) -> set[int]:
    """Units where this person sees everybody's figures, not only his own."""
    return organisations.units_of(user, now, {Role.LEADER}) | (
        set(policy.seen_units(user, now)) if organisations.inspected_paths(user, now) else set()
    )


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=VIETNAM)


def _number(value: Any) -> int | None:
    text = str(value or "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 12 else None


def _day(value: Any) -> date | None:
    """2023-03-15 or 15/03/2023."""
    text = str(value or "").strip()
    for form in ("%Y-%m-%d", "%d/%m/%Y"):
        try:
            return datetime.strptime(text, form).replace(tzinfo=VIETNAM).date()
        except ValueError:
            continue
    return None
