"""The legal ranges as data: `law/limits.toml`, one value a rule, each with its clause; a profile may lay over them."""

import functools
from collections.abc import Mapping
from importlib.resources import files
from typing import Any

from motcua.engines.law import tables


@functools.cache
def _law() -> tables.Table:
    return tables.load(files("motcua.engines.decree30").joinpath("law", "limits.toml"))


class Limits:
    """Values by the id of a rule. A profile's value goes before the decree's; `base` stays as the decree has it."""

    def __init__(self, over: Mapping[str, Any] | None = None, family: str = "") -> None:
        regime = _law().regimes[-1]
        self._values: dict[str, Any] = {}
        for name, value in regime:
            key, _, of = name.partition("@")
            if not of or of == family:
                self._values[key] = value.value
        self.base = dict(self._values)
        self._values |= dict(over or {})

    def __getitem__(self, code: str) -> Any:
        return self._values[code]

    def get(self, code: str, default: Any = None) -> Any:
        """The value, or `default` where none is set."""
        return self._values.get(code, default)


def of_family(family: str, over: Mapping[str, Any] | None = None) -> Limits:
    """Limits of a rule set ("normative" has margins of its own), under a profile."""
    return Limits(over, family)
