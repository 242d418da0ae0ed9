"""The conclusion as sentences, with the demands that follow from it; pure, from figures and findings."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from motcua.conclusions.composing.table import Topic, Wording, table
from motcua.conclusions.figures import Reckoned, Scope
from motcua.engines.concluding import Figure, Piece, Shown, chosen, plain

OPENING: Final = "I"
DONE: Final = "II"
LACKING: Final = "III"
CAUSES: Final = "IV"
ORDERS: Final = "V"
TITLES: Final = {
    OPENING: "Phạm vi, cách thức kiểm tra", DONE: "Kết quả đạt được", LACKING: "Tồn tại, hạn chế",
    CAUSES: "Nguyên nhân", ORDERS: "Yêu cầu khắc phục",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the conclusion. part: Roman number. topic: code and title of its heading, empty where it has none.

    out: taken out by hand; kept, so that it can be put back.
    """

    code: str
    part: str
    topic: str
    title: str
    pieces: tuple[Piece, ...]
    edited: bool = False
    out: bool = False

    @property
    def text(self) -> str:
        """What a reader sees."""
        return plain(self.pieces)

    @property
    def figures(self) -> tuple[str, ...]:
        """Codes of the figures it stands on."""
        return tuple(piece.code for piece in self.pieces if isinstance(piece, Shown) and piece.code)

    @property
    def by_hand(self) -> bool:
        """Holds it a number that the data did not give?"""
        return any(isinstance(piece, Shown) and piece.by_hand for piece in self.pieces)

    def as_json(self) -> dict[str, Any]:
        """Plain values; a figure is {"figure", "text", "own"}."""
        pieces = [piece if isinstance(piece, str) else {"figure": piece.code, "text": piece.text, "own": piece.own}
                  for piece in self.pieces]  # fmt: skip
        return {"code": self.code, "part": self.part, "topic": self.topic, "title": self.title, "text": self.text,
                "pieces": pieces, "edited": self.edited, "out": self.out}  # fmt: skip


def sentence_of(row: Mapping[str, Any]) -> Sentence:
    """The sentence of `as_json`."""
    pieces = tuple(one if isinstance(one, str) else Shown(one["figure"], one["text"], one["own"])
                   for one in row["pieces"])  # fmt: skip
    return Sentence(row["code"], row["part"], row["topic"], row["title"], pieces, row["edited"], row["out"])


@dataclass(frozen=True, slots=True)
class Demand:
    """What one unit has to mend of one signal. number: findings. owner: whose head answers. due_on: last day."""

    unit: int
    unit_name: str
    signal: str
    title: str
    number: int
    remedy: str
    owner: str
    due_on: date
    findings: tuple[int, ...]
    cause: str = ""

    def as_json(self) -> dict[str, Any]:
        """Plain values."""
        return {"unit": self.unit, "unit_name": self.unit_name, "signal": self.signal, "title": self.title,
                "number": self.number, "remedy": self.remedy, "owner": self.owner, "due_on": self.due_on.isoformat(),
                "findings": list(self.findings), "cause": self.cause}  # fmt: skip


def demand_of(row: Mapping[str, Any]) -> Demand:
    """The demand of `as_json`."""
    return Demand(row["unit"], row["unit_name"], row["signal"], row["title"], row["number"], row["remedy"],
                  row["owner"], date.fromisoformat(row["due_on"]), tuple(row["findings"]), row["cause"])  # fmt: skip


@dataclass(frozen=True, slots=True)
class Report:
    """A whole conclusion. nothing: there is nothing to conclude on. whose: the one unit that it is about, or None."""

    scope: Scope
    figures: Mapping[str, Reckoned]
    sentences: tuple[Sentence, ...]
    demands: tuple[Demand, ...]
    whose: int | None = None

    @property
    def nothing(self) -> bool:
        """No act of the period is in the data."""
        return not any(self.figures[code].value for code in ACTS if code in self.figures)

    def of_part(self, part: str) -> list[tuple[str, list[Sentence]]]:
        """Sentences of a part that are in, by the title of their topic."""
        found: dict[str, list[Sentence]] = {}
        for one in self.sentences:
            if one.part == part and not one.out:
                found.setdefault(one.title, []).append(one)
        return list(found.items())

    def with_sentences(self, sentences: Iterable[Sentence]) -> "Report":
        """The same with other sentences: as a person left them."""
        return replace(self, sentences=tuple(sentences))


ACTS: Final = ("documents.issued", "documents.incoming", "dossiers.received", "dossiers.settled", "online", "petitions",
               "ratings", "articles", "tasks", "mended")  # fmt: skip


def compose(scope: Scope, figures: Mapping[str, Reckoned], demands: Sequence[Demand]) -> Report:
    """Every sentence that fits the figures, in the order of the paper."""
    shown = {code: one.shown for code, one in figures.items()}
    held = table()
    sentences = [
        *_written(OPENING, held.opening, shown),
        *(one for topic in held.done for one in _written(DONE, topic.wordings, shown, topic)),
        *(one for topic in held.lacking for one in _written(LACKING, topic.wordings, shown, topic)),
        *_written(CAUSES, held.causes, shown),
        *_written(ORDERS, held.orders, shown),
    ]
    return Report(scope, figures, tuple(sentences), tuple(demands))


def _written(
    part: str, wordings: Iterable[Wording], shown: Mapping[str, Figure], topic: Topic | None = None
) -> Iterable[Sentence]:
    for wording in wordings:
        pieces = chosen(wording.variants, shown)
        if pieces is not None:
            of = ("", "") if topic is None else (topic.code, topic.title)
            yield Sentence(wording.code, part, *of, pieces)
