"""What a run comes to: files, findings by rule, what made it fail."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from motcua.engines.decree30.report import COUNTED

_COUNTED = frozenset(verdict.value for verdict in COUNTED)


@dataclass(slots=True)
class Summary:
    """Counted while files go by. by_rule: files with a violation, files with a warning, by code."""

    files: int = 0
    unreadable: int = 0
    failing: int = 0
    quiet: int = 0
    violations: Counter[str] = field(default_factory=Counter)
    warnings: Counter[str] = field(default_factory=Counter)

    def add(self, held: dict[str, Any]) -> None:
        """Count one file's object."""
        self.files += 1
        if "error" in held:
            self.unreadable += 1
            return
        self.failing += any(one["verdict"] in _COUNTED for one in held["findings"])
        for one in held["findings"]:
            if one["verdict"] == "violation":
                self.violations[one["code"]] += 1
            elif one["verdict"] == "warning":
                self.warnings[one["code"]] += 1

    @property
    def status(self) -> int:
        """Exit status: 2 where a file could not be read, 1 for findings, 0 for none."""
        return 2 if self.unreadable else int(self.failing > 0)

    def rows(self) -> list[tuple[str, int, int]]:
        """Code, files with a violation, files with a warning; most first."""
        codes = {*self.violations, *self.warnings}
        rows = [(code, self.violations[code], self.warnings[code]) for code in codes]
        return sorted(rows, key=lambda row: (-row[1], -row[2], row[0]))
