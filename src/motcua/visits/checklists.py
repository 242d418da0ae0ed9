"""What a checklist is made of, and what of it can be published."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from motcua.base.vietnamese import nfc
from motcua.inspection.signals import registry
from motcua.visits.errors import BadChecklist
from motcua.visits.law import CHECKLIST

KINDS: Final = ("pass_fail", "sample", "number")
POPULATIONS: Final = ("dossiers", "supplemented", "documents")
MOST_GROUPS, MOST_QUESTIONS, MOST_LETTERS, MOST_WEIGHT = 40, 30, 500, 100


@dataclass(frozen=True, slots=True)
class Question:
    """id: "7.3". kind: of KINDS; population: what a sample is drawn from. mark: how sure the ground is: S, M or C.

    signals: whose open findings are shown before it is asked. weight: points [C].
    """

    id: str
    group: int
    text: str
    ground: str
    mark: str
    weight: int
    kind: str
    population: str
    signals: tuple[str, ...]
    evidence: str


def questions(content: list[dict[str, Any]]) -> Iterator[Question]:
    """All questions of a published content, in their order."""
    for group in content:
        for row in group["questions"]:
            yield Question(
                row["id"], group["number"], row["text"], row["ground"], row["mark"], row["weight"], row["kind"],
                row["population"], tuple(row["signals"]), row["evidence"],
            )  # fmt: skip


def default() -> tuple[str, str, list[dict[str, Any]]]:
    """Name, kind and content of the checklist that the software brings."""
    told = tomllib.loads(CHECKLIST.read_text("utf-8"))
    return told["name"], told["kind"], read_content(told["groups"])


def read_content(groups: Any) -> list[dict[str, Any]]:
    """The content of a version, put into its one form. Raises BadChecklist."""
    if not isinstance(groups, list) or not 1 <= len(groups) <= MOST_GROUPS:
        raise BadChecklist(vi=f"cần từ 1 đến {MOST_GROUPS} nhóm.", en=f"it needs 1 to {MOST_GROUPS} groups.")
    found = [_group(group, place) for place, group in enumerate(groups, start=1)]
    if len({group["number"] for group in found}) != len(found):
        raise BadChecklist(vi="hai nhóm trùng số.", en="two groups have one number.")
    return found


def _group(given: Any, place: int) -> dict[str, Any]:
    try:
        number, title, rows = int(given["number"]), _text(given["title"]), list(given["questions"])
    except (KeyError, TypeError, ValueError):
        raise BadChecklist(vi=f"nhóm thứ {place} không đúng dạng.", en=f"group {place} is malformed.") from None
    if not title or not 1 <= len(rows) <= MOST_QUESTIONS:
        vi, en = f"nhóm {number} cần tên và từ 1 đến {MOST_QUESTIONS} câu.", f"group {number} needs a title, questions."
        raise BadChecklist(vi=vi, en=en)
    return {
        "number": number,
        "title": title,
        "questions": [_question(row, f"{number}.{n}") for n, row in enumerate(rows, start=1)],
    }


def _question(given: Any, name: str) -> dict[str, Any]:
    """A question as `name`; what is not said has a usual value."""
    row: dict[str, Any]
    try:
        row = {
            "id": name, "text": _text(given["text"]), "ground": _text(given.get("ground", "")),
            "mark": str(given.get("mark", "C")), "weight": int(given.get("weight", 1)),
            "kind": str(given.get("kind", "pass_fail")), "population": str(given.get("population", "")),
            "signals": [str(code) for code in given.get("signals", ())], "evidence": _text(given.get("evidence", "")),
        }  # fmt: skip
    except (KeyError, TypeError, ValueError, AttributeError):
        raise BadChecklist(vi=f"câu {name} không đúng dạng.", en=f"question {name} is malformed.") from None
    unknown = [code for code in row["signals"] if code not in registry()]
    if unknown:
        raise BadChecklist(vi=f"câu {name}: không có tín hiệu {unknown[0]}.", en=f"{name}: no signal {unknown[0]}.")
    fits = row["text"] and row["kind"] in KINDS and row["mark"] in "SMC" and 0 <= row["weight"] <= MOST_WEIGHT
    drawn = row["population"] in POPULATIONS if row["kind"] == "sample" else row["population"] == ""
    if not fits or not drawn:
        raise BadChecklist(
            vi=f"câu {name}: cần nội dung, loại câu, trọng số từ 0 đến {MOST_WEIGHT}; câu rút mẫu cần nguồn mẫu.",
            en=f"{name}: give text, kind and a weight from 0 to {MOST_WEIGHT}; a sample needs its source.",
        )
    return row


def _text(given: Any) -> str:
    """Raises TypeError for what is no text."""
    if not isinstance(given, str) or len(given) > MOST_LETTERS:
        raise TypeError
    return nfc(given)
