"""By which rules remedies escalate, and what the common remedies are: dated tables, all of them ours [C]."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final

from motcua.base.text import Text
from motcua.engines import law
from motcua.engines.mending import Rule, rules_from

_HERE: Final = Path(__file__).parent
ESCALATION: Final = law.load(_HERE / "escalation.toml")
TEMPLATES: Final = law.load(_HERE / "templates.toml")


@dataclass(frozen=True, slots=True)
class Template:
    """A common remedy.

    days: working days it is given. leads: addresses of where it is mended, the first that can be made; each a named URL
    and what it needs (remedies/leads.py). signals: codes, or beginnings of codes, that it mends.
    """

    code: str
    title: Text
    days: int
    leads: tuple[str, ...]
    signals: tuple[str, ...]

    def mends(self, signal: str) -> bool:
        """Is it for findings of this signal?"""
        return any(signal.startswith(one) for one in self.signals)


@cache
def templates(day: date) -> dict[str, Template]:
    """The common remedies in force on a day, in their order."""
    rows = TEMPLATES.on(day).templates.value
    return {
        row["code"]: Template(row["code"], Text(row["vi"], row["en"]), row["days"], tuple(row["leads"]),
                              tuple(row["signals"]))
        for row in rows
    }  # fmt: skip


def templates_for(signal: str, day: date) -> list[Template]:
    """Those for a signal, what mends the thing itself first; those for any signal last."""
    return [one for one in templates(day).values() if one.mends(signal)]


@cache
def causes(day: date) -> dict[str, Text]:
    """Why things go wrong, by code."""
    return {row["code"]: Text(row["vi"], row["en"]) for row in TEMPLATES.on(day).causes.value}


@cache
def escalation_rules(day: date) -> tuple[Rule, ...]:
    """The levels a late remedy goes up."""
    return rules_from(ESCALATION.on(day).levels.value)
