"""What a figure of a conclusion is: a count, a share or words, with its query and the records behind it."""

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db.models import QuerySet

from motcua.base.text import Text
from motcua.engines.concluding import Figure, number
from motcua.organisations.models import Unit


@dataclass(frozen=True, slots=True)
class Scope:
    """Of whom and when. unit: whose conclusion it is. units: one-stops looked at, the own one first. at: data as of.

    below: ids of the unit and all below it, whose records count. since, until: both days belong to it.
    """

    unit: Unit
    units: Sequence[Unit]
    below: Sequence[int]
    year: int
    since: date
    until: date
    at: datetime

    @property
    def communes(self) -> Sequence[Unit]:
        """One-stops below the own one."""
        return [unit for unit in self.units if unit.pk != self.unit.pk]


@dataclass(frozen=True, slots=True)
class Record:
    """One record behind a figure. ref: what and which, "issued:12"; a page opens it. unit: its unit, or None."""

    label: str
    ref: str
    unit: int | None = None


@dataclass(frozen=True, slots=True)
class Query:
    """A query that gives one row a record: statement and its parameters, so that anybody can ask again."""

    statement: str
    parameters: tuple[Any, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Parameters as JSON has them: dates and moments in ISO 8601."""
        return {"statement": self.statement, "parameters": [_plain(one) for one in self.parameters]}


def _plain(value: Any) -> Any:
    if isinstance(value, date | datetime):
        return value.isoformat()
    return [_plain(one) for one in value] if isinstance(value, list | tuple) else value


@dataclass(frozen=True, slots=True)
class Reckoned:
    """A figure that was reckoned. how: in words. parts: figures that it is reckoned from, where it has no query."""

    code: str
    label: Text
    how: Text
    value: int | None
    text: str
    query: Query | None = None
    records: tuple[Record, ...] = ()
    parts: tuple[str, ...] = ()

    @property
    def short(self) -> bool:
        """Is it a number, to be shown large?"""
        return self.text[:1].isdigit()

    @property
    def shown(self) -> Figure:
        """As a sentence needs it."""
        return Figure(self.code, self.value, self.text)

    def digest(self) -> str:
        """SHA-256 over value, text and records: has anything behind it changed?"""
        told = [self.value, self.text, [[one.label, one.ref] for one in self.records]]
        return hashlib.sha256(json.dumps(told, ensure_ascii=False).encode()).hexdigest()

    def as_json(self) -> dict[str, Any]:
        """For conclusion.json."""
        return {
            "code": self.code, "label": self.label.vi, "how": self.how.vi, "value": self.value, "text": self.text,
            "query": self.query.as_json() if self.query else None, "parts": list(self.parts),
            "records": [[one.label, one.ref, one.unit] for one in self.records], "digest": self.digest(),
        }  # fmt: skip


Known = Mapping[str, Reckoned]


def query_of(rows: QuerySet[Any, Any]) -> Query:
    """The statement behind a queryset; one that gives no row where nothing can fit."""
    try:
        statement, parameters = rows.query.sql_with_params()
    except EmptyResultSet:
        return Query("SELECT NULL WHERE FALSE")
    return Query(statement, tuple(parameters))


def counted(code: str, label: Text, how: Text, rows: QuerySet[Any, Any], record: Callable[[Any], Record]) -> Reckoned:
    """How many rows there are; a record each. One query."""
    records = tuple(record(row) for row in rows)
    return Reckoned(code, label, how, len(records), number(len(records)), query_of(rows), records)
