"""What the law and our conventions set for inspections at units, and the default checklist."""

from pathlib import Path
from typing import Final

from motcua.engines import law

VISITS: Final = law.load(Path(__file__).parent / "visits.toml")
CHECKLIST: Final = Path(__file__).parent / "checklist.toml"
