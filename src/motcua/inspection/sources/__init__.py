"""One file a source of facts; this folder is the registry. One without SOURCE, or a name given twice, does not load."""

import functools
import pkgutil
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Final

from motcua.inspection.sources.source import Source, Window, chunks

__all__ = ["BadSource", "Source", "Window", "chunks", "sources"]
_FRAME: Final = frozenset({"source", "days", "promised"})


class BadSource(ValueError):
    """A file of this folder is no source: a bug of whoever wrote it."""


@functools.cache
def sources() -> Mapping[str, Source]:
    """Every source by its name."""
    found: dict[str, Source] = {}
    for info in pkgutil.iter_modules([str(Path(__file__).parent)]):
        if info.ispkg or info.name in _FRAME:
            continue
        held = getattr(import_module(f"{__name__}.{info.name}"), "SOURCE", None)
        for source in held if isinstance(held, tuple) else (held,):
            if not isinstance(source, Source) or source.name in found:
                raise BadSource(f"{info.name}: no SOURCE, or its name is taken")
            found[source.name] = source
    return dict(sorted(found.items()))
