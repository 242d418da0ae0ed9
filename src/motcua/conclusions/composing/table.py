"""law/sentences.toml as it is used."""

import functools
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from motcua.engines.concluding import Variant, variant_of

SOURCE: Final = Path(__file__).parents[1] / "law" / "sentences.toml"


@dataclass(frozen=True, slots=True)
class Wording:
    """A sentence by its code, with its wordings in the order in which they are tried."""

    code: str
    variants: tuple[Variant, ...]


@dataclass(frozen=True, slots=True)
class Topic:
    """Sentences under one title. follows: the division that urges and sums up; empty where it is no shortcoming."""

    code: str
    title: str
    wordings: tuple[Wording, ...]
    follows: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """All of it. opening, causes, orders: sentences of these parts. deadlines: working days by name."""

    opening: tuple[Wording, ...]
    done: tuple[Topic, ...]
    lacking: tuple[Topic, ...]
    causes: tuple[Wording, ...]
    orders: tuple[Wording, ...]
    deadlines: Mapping[str, int]

    @property
    def topic_of(self) -> dict[str, Topic]:
        """The topic of each signal."""
        return {wording.code: topic for topic in self.lacking for wording in topic.wordings}


@functools.cache
def table() -> Table:
    """Read once. Raises BadVariant."""
    held = tomllib.loads(SOURCE.read_text(encoding="utf-8"))
    return Table(
        tuple(_wording(row) for row in held["opening"]),
        tuple(Topic(row["code"], row["title"], tuple(_wording(one) for one in row["sentence"]))
              for row in held["done"]),
        tuple(Topic(row["code"], row["title"], _of_signals(row["signals"]), row["follows"])
              for row in held["lacking"]),
        tuple(_wording(row) for row in held["cause"]),
        tuple(_wording(row) for row in held["order"]),
        held["deadlines"],
    )  # fmt: skip


def _wording(row: Mapping[str, Any]) -> Wording:
    return Wording(row["code"], tuple(variant_of(one) for one in row["variants"]))


def _of_signals(signals: Mapping[str, str]) -> tuple[Wording, ...]:
    return tuple(Wording(code, (Variant(text, some=(f"{code}.n",)),)) for code, text in signals.items())
