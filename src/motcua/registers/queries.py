"""Every read of registers and imports; rows start from `visible_to`, imports from their uploader."""

from datetime import date, datetime
from typing import Any, Final

from django.db.models import Q, QuerySet

from motcua.base.clock import VIETNAM
from motcua.base.errors import NotFound
from motcua.base.vietnamese import plain
from motcua.organisations.models import Unit
from motcua.organisations.queries import in_force
from motcua.registers import headers, policy
from motcua.registers.columns import Units
from motcua.registers.models import ImportRun, Mapping, RowFault
from motcua.registers.policy import Action
from motcua.registers.reading import CONSTANT
from motcua.registers.register import Register

PAGE: Final = 50
_APART: Final = "~"


def visible_to(user: Any, register: Register, now: datetime) -> QuerySet[Any]:
    """Rows of a register that `user` may read today."""
    return register.model._default_manager.filter(policy.rows_for(Action.SEE, user, register, now))


def page_of(
    register: Register, user: Any, now: datetime, *, unit: int | None = None, after: str = ""
) -> tuple[list[Any], str]:
    """One page of rows, newest first, and the mark after which the next begins, "" at the end."""
    rows = visible_to(user, register, now)
    if register.of_units:
        rows = rows.select_related("unit")
        rows = rows.filter(unit=unit) if unit is not None else rows
    if place := _place(register, after):
        value, pk = place
        rows = rows.filter(Q(**{f"{register.newest}__lt": value}) | Q(**{register.newest: value}, pk__lt=pk))
    found = list(rows.order_by(f"-{register.newest}", "-pk")[: PAGE + 1])
    last = found[PAGE - 1] if found[PAGE:] else None
    return found[:PAGE], f"{getattr(last, register.newest).isoformat()}{_APART}{last.pk}" if last else ""


def _place(register: Register, after: str) -> tuple[date, int] | None:
    value, _, pk = after.partition(_APART)
    if not pk.isdecimal():
        return None
    moment = register.model._meta.get_field(register.newest).get_internal_type() == "DateTimeField"
    try:
        return (datetime.fromisoformat(value) if moment else date.fromisoformat(value)), int(pk)
    except ValueError:
        return None


def units_in(register: Register, user: Any, now: datetime) -> list[tuple[int, str]]:
    """Units that have rows in the register and that `user` may read, in the order of the tree."""
    if not register.of_units:
        return []
    named = Unit.objects.filter(policy.units_for(Action.SEE, user, register, now))
    named = named.filter(pk__in=register.model._default_manager.values("unit"))
    return list(named.order_by("path").values_list("pk", "short_name"))


def row(register: Register, pk: int, *, user: Any, now: datetime, lock: bool = False) -> Any:
    """One row. Raises NotFound."""
    rows = visible_to(user, register, now)
    found = (rows.select_for_update(of=("self",), no_key=True) if lock else rows).filter(pk=pk).first()
    if found is None:
        raise NotFound
    return found


def may_change(register: Register, pk: int, user: Any, now: datetime) -> bool:
    """May `user` change this very row?"""
    rows = register.model._default_manager.filter(policy.rows_for(Action.WRITE, user, register, now))
    return rows.filter(pk=pk).exists()


def units_for_reading(user: Any, register: Register, now: datetime) -> Units:
    """All units in force by code and name, and those `user` may write for."""
    if not register.of_units:
        return Units()
    by_code: dict[str, int] = {}
    by_name: dict[str, set[int]] = {}
    rows = in_force(Unit.objects.all(), now.astimezone(VIETNAM).date())
    for pk, code, name, short in rows.values_list("pk", "code", "name", "short_name"):
        by_code[code.upper()] = pk
        for text in (name, short):
            by_name.setdefault(plain(text), set()).add(pk)
    mine = frozenset(unit.pk for unit in policy.writable_units(user, register, now))
    return Units(by_code, {name: frozenset(found) for name, found in by_name.items()}, mine)


def runs_of(user: Any, register: Register) -> QuerySet[ImportRun]:
    """The imports of `user` into a register, newest first."""
    return ImportRun.objects.filter(by=user.pk, register=register.name).order_by("-pk")


def run(pk: int, *, user: Any, lock: bool = False) -> ImportRun:
    """One import, for who began it. Raises NotFound."""
    rows = ImportRun.objects.filter(by=user.pk)
    found = (rows.select_for_update(no_key=True) if lock else rows).filter(pk=pk).first()
    if found is None:
        raise NotFound
    return found


def faults(of: ImportRun, *, after: int | None = None) -> list[RowFault]:
    """One page of what was wrong, and one more."""
    rows = of.faults.order_by("pk")
    return list((rows.filter(pk__gt=after) if after is not None else rows)[: PAGE + 1])


def proposed(register: Register, heads: list[str]) -> tuple[dict[str, str], Mapping | None]:
    """How heads fill the columns: as it was said of the same heads before, else as their names tell."""
    before = Mapping.objects.filter(register=register.name, digest=headers.digest(heads)).select_related("by")
    newest = before.order_by("-pk").first()
    if newest is None:
        return headers.matched(register.columns, heads), None
    own = {headers.key_of(head): head for head in heads if head}
    known = {column.name for column in register.columns}
    mapping = {
        name: said if said.startswith(CONSTANT) else own[headers.key_of(said)]
        for name, said in newest.columns.items()
        if name in known and (said.startswith(CONSTANT) or headers.key_of(said) in own)
    }
    return mapping, newest
