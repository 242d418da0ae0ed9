"""The legal ranges as data: `law/limits.toml`, one value a rule, each with its clause; a profile may lay over them."""

import functools
from collections.abc import Mapping
from importlib.resources import files
from typing import Any

from motcua.engines.law import tables


@functools.cache
def _law() -> tables.Table:
    return tables.load(files("motcua.engines.decree30").joinpath("law", "limits.toml"))


@functools.cache
def _values(family: str) -> Mapping[str, Any]:
    """The decree's values for a family of documents."""
    found: dict[str, Any] = {}
    for name, value in _law().regimes[-1]:
        key, _, of = name.partition("@")
        if not of or of == family:
            found[key] = value.value
    return found


class Limits:
    """Values by the id of a rule. A profile's value goes before the decree's; `base` stays as the decree has it."""

    def __init__(self, over: Mapping[str, Any] | None = None, family: str = "") -> None:
        self.base = _values(family)
        self._values: Mapping[str, Any] = {**self.base, **over} if over else self.base

    def __getitem__(self, code: str) -> Any:
        return self._values[code]
