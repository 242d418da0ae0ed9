"""One file a signal; this folder is the registry. A file without SIGNAL or a code given twice does not load."""

import functools
import pkgutil
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Final

from motcua.inspection.signals.signal import Found, Signal, Threshold, Thresholds

__all__ = ["BadSignal", "Found", "Signal", "Threshold", "Thresholds", "registry"]
_FRAME: Final = frozenset({"signal"})


class BadSignal(ValueError):
    """A file of this folder is no signal: a bug of whoever wrote it."""


@functools.cache
def registry() -> Mapping[str, Signal]:
    """Every signal by its code."""
    found: dict[str, Signal] = {}
    for info in pkgutil.iter_modules([str(Path(__file__).parent)]):
        if info.ispkg or info.name in _FRAME:
            continue
        signal = getattr(import_module(f"{__name__}.{info.name}"), "SIGNAL", None)
        if not isinstance(signal, Signal):
            raise BadSignal(f"{info.name}: no SIGNAL")
        if signal.code in found or not info.name.startswith(signal.code.lower()):
            raise BadSignal(f"{info.name}: code {signal.code} stands twice or is not the file's")
        if not signal.ground or signal.mark not in {"S", "M", "C"}:
            raise BadSignal(f"{signal.code} lacks a ground or its mark")
        found[signal.code] = signal
    return dict(sorted(found.items()))
