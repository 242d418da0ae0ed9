"""The sample set of points by which a head of unit sees what mending earns; no legal text."""

from pathlib import Path
from typing import Final

from motcua.engines import law

SAMPLE_SET: Final = law.load(Path(__file__).parent / "sample_set.toml")
