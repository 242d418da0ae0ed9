"""What was planted: read by nothing but the benchmark."""

from dataclasses import dataclass, field
from typing import Any

from motcua.organisations.models import Unit


@dataclass(slots=True)
class Truth:
    """Each planted cause as the signal and the key of the finding that it has to open, with its unit's short name."""

    planted: list[tuple[str, str, str]] = field(default_factory=list)

    def add(self, signal: str, key: str, unit: Unit) -> None:
        """One cause."""
        self.planted.append((signal, key, unit.short_name))

    def as_json(self, seed: int | None) -> dict[str, Any]:
        """As the file has it: rows of signal, key, unit."""
        rows = [{"signal": signal, "key": key, "unit": unit} for signal, key, unit in sorted(self.planted)]
        return {"seed": seed, "planted": rows}
