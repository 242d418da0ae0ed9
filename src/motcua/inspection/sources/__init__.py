"""One file a source of facts; this folder is the registry. One without SOURCE, or a name given twice, does not load.

An app above this one `register`s sources of its own tables when it is ready: signals look at them by their names.
"""

import functools
import pkgutil
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Final

from motcua.inspection.sources.source import Source, Window, chunks

__all__ = ["BadSource", "Source", "Window", "chunks", "register", "sources"]
_FRAME: Final = frozenset({"source", "days", "promised"})
_FROM_ABOVE: Final[dict[str, Source]] = {}


class BadSource(ValueError):
    """A file of this folder is no source: a bug of whoever wrote it."""


def register(*more: Source) -> None:
    """Take sources of an app above. Raises BadSource for a name that is taken by another."""
    known = sources()
    for source in more:
        if known.get(source.name, source) is not source:
            raise BadSource(f"{source.name}: its name is taken")
        _FROM_ABOVE[source.name] = source
    sources.cache_clear()


@functools.cache
def sources() -> Mapping[str, Source]:
    """Every source by its name."""
    found: dict[str, Source] = dict(_FROM_ABOVE)
    for info in pkgutil.iter_modules([str(Path(__file__).parent)]):
        if info.ispkg or info.name in _FRAME:
            continue
        held = getattr(import_module(f"{__name__}.{info.name}"), "SOURCE", None)
        for source in held if isinstance(held, tuple) else (held,):
            if not isinstance(source, Source) or source.name in found:
                raise BadSource(f"{info.name}: no SOURCE, or its name is taken")
            found[source.name] = source
    return dict(sorted(found.items()))
