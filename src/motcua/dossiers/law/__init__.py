"""The dated law of the one-stop and of keeping its files, loaded once."""

from pathlib import Path
from typing import Final

from motcua.engines import law

ONE_STOP: Final = law.load(Path(__file__).parent / "one_stop.toml")
RETENTION: Final = law.load(Path(__file__).parent / "retention.toml")
