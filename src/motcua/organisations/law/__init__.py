"""The dated law of the one-stop's staff, its duty and its equipment, loaded once."""

from pathlib import Path
from typing import Final

from motcua.engines import law

_HERE: Final = Path(__file__).parent
STAFF: Final = law.load(_HERE / "staff.toml")
DUTY: Final = law.load(_HERE / "duty.toml")  # values by level: rules.duty.required
EQUIPMENT: Final = law.load(_HERE / "equipment.toml")  # values by level: rules.equipment.norm
