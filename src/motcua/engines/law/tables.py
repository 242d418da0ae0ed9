"""Loading a law table and asking it; a table that leaves a day or an article open does not load.

A file is a list of `[[regime]]`: `valid_from`, `valid_to` (inclusive; the last may leave it out),
`mark` (S read in the law, M from memory, C our convention), and values
`name = { value = …, ground = "…" }`, each with a `mark`, `vi`, `en` of its own if it wants them.
`continues = true`: values not restated stay as in the regime before: a decree states what it changes.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from importlib.resources.abc import Traversable
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

MARKS: Final = frozenset({"S", "M", "C"})
_OWN_KEYS: Final = frozenset({"valid_from", "valid_to", "mark", "continues"})
_VALUE_KEYS: Final = frozenset({"value", "ground", "mark", "vi", "en"})


class LawError(ValueError):
    """Something is wrong with a law table or with the question put to it."""


class BadLaw(LawError):
    """The table does not load: a bug of whoever wrote it."""


class NoLaw(LawError, AttributeError):
    """No regime binds on that day, or it does not set that value."""


@dataclass(frozen=True, slots=True)
class Value:
    """What the law sets, the article that sets it, how sure we are; in words where the table has them."""

    value: Any
    ground: str
    mark: str
    vi: str = ""
    en: str = ""


@dataclass(frozen=True, slots=True)
class Regime:
    """The values in force from `valid_from` to `valid_to`, both included (None: until further notice).

    Each value is an attribute: `regime.most_requests.value`. Raises NoLaw for one it does not set.
    """

    valid_from: date
    valid_to: date | None
    values: Mapping[str, Value]

    def __getattr__(self, name: str) -> Value:
        found = None if name.startswith("__") else self.values.get(name)
        if found is None:
            raise NoLaw(f"the law from {self.valid_from} does not set '{name}'")
        return found

    def __iter__(self) -> Iterator[tuple[str, Value]]:
        return iter(self.values.items())


@dataclass(frozen=True, slots=True)
class Table:
    """Regimes in order of time, without gap or overlap."""

    regimes: tuple[Regime, ...]
    name: str = ""

    def on(self, day: date) -> Regime:
        """The regime that binds on `day`. Raises NoLaw before the first and after the last."""
        for regime in reversed(self.regimes):
            if regime.valid_from <= day and (regime.valid_to is None or day <= regime.valid_to):
                return regime
        raise NoLaw(f"{self.name or 'the table'} has no law for {day}")


def load(source: str | Path | Traversable) -> Table:
    """The table of a file, or of TOML text (a str). Raises BadLaw: missing ground, overlap, gap, …"""
    name = "" if isinstance(source, str) else source.name
    text = source if isinstance(source, str) else source.read_text(encoding="utf-8")
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadLaw(f"{name}: not TOML: {error}") from None
    rows = content.get("regime")
    if set(content) != {"regime"} or not isinstance(rows, list) or not rows:
        raise BadLaw(f"{name}: a law table is a list of [[regime]]")
    regimes: list[Regime] = []
    for row in rows:
        regimes.append(_regime(row, regimes[-1] if regimes else None, name))
    _check_dates(regimes, name)
    return Table(tuple(regimes), name)


def _regime(row: Mapping[str, Any], before: Regime | None, name: str) -> Regime:
    first, last = row.get("valid_from"), row.get("valid_to")
    if type(first) is not date or not (last is None or type(last) is date):
        raise BadLaw(f"{name}: valid_from must be a date, valid_to too where it is given")
    own = {key: _value(key, row[key], row.get("mark"), name) for key in row if key not in _OWN_KEYS}
    kept = dict(before.values) if before is not None and row.get("continues") else {}
    return Regime(first, last, kept | own)


def _value(key: str, entry: object, mark: str | None, name: str) -> Value:
    if not isinstance(entry, dict) or "value" not in entry or not entry.keys() <= _VALUE_KEYS:
        raise BadLaw(f"{name}: '{key}' must be {{ value, ground }}, with mark, vi, en if wanted")
    ground = entry.get("ground")
    if not isinstance(ground, str) or not ground.strip():
        raise BadLaw(f"{name}: '{key}' has no ground: name the article that sets it")
    found = Value(mark=entry.get("mark", mark) or "", **{k: v for k, v in entry.items() if k != "mark"})
    if found.mark not in MARKS:
        raise BadLaw(f"{name}: '{key}' needs a mark S, M or C")
    return found


def _check_dates(regimes: list[Regime], name: str) -> None:
    for regime in regimes:
        if regime.valid_to is not None and regime.valid_to < regime.valid_from:
            raise BadLaw(f"{name}: the regime of {regime.valid_from} ends before it begins")
    for before, after in pairwise(regimes):
        if before.valid_to is None or before.valid_to >= after.valid_from:
            raise BadLaw(f"{name}: the regimes of {before.valid_from} and {after.valid_from} overlap")
        if before.valid_to + timedelta(days=1) != after.valid_from:
            raise BadLaw(f"{name}: no law between {before.valid_to} and {after.valid_from}")
