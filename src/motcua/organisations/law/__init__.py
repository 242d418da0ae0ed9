"""The dated law of staff at the one-stop, loaded once."""

from pathlib import Path
from typing import Final

from motcua.engines import law

STAFF: Final = law.load(Path(__file__).parent / "staff.toml")
