"""What the minutes of a visit say: one value that is frozen, hashed and signed; the paper is laid of it."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from motcua.base.vietnamese import nfc
from motcua.engines.merging import Question, Said, digest, state
from motcua.visits import checklists, queries
from motcua.visits.models import Entry, Sample, SignatureMark, Visit

VERSION: Final = 1
MOST_PEOPLE: Final = 40
COUNTS: Final = ("pass", "fail", "na", "figures", "left")  # of questions in a group; left: not answered


@dataclass(frozen=True, slots=True)
class Given:
    """What is written by hand. present_team, present_unit: who was there, a line each. opinion: of the unit."""

    place: str
    present_team: tuple[str, ...]
    present_unit: tuple[str, ...]
    opinion: str


def lines_of(text: str) -> tuple[str, ...]:
    """A line each of what was typed, without empty ones."""
    return tuple(nfc(" ".join(line.split())) for line in text.splitlines() if line.strip())[:MOST_PEOPLE]


def conflicts(visit: Visit) -> list[str]:
    """Questions of which two different answers stand, in the checklist's order."""
    said = state(queries.as_said(queries.entries(visit)))
    names = [question.id for question in checklists.questions(visit.template_version.content)]
    return [name for name in names if name in said and said[name].said is Said.CONFLICT]


def compiled(visit: Visit, given: Given, now: datetime) -> dict[str, Any]:
    """All that the minutes say, as JSON holds it. Questions that differ are not asked again: see `conflicts`."""
    rows = list(queries.entries(visit))
    by_uuid = {str(row.uuid): row for row in rows}
    heard = queries.as_said(rows)  # type: ignore[arg-type]
    said, samples = state(heard), list(queries.samples(visit))
    drawn = {row.question: len(row.keys) for row in samples}
    content = visit.template_version.content
    return {
        "version": VERSION, "visit": visit.pk, "unit": visit.unit.name, "by_unit": visit.by_unit.name,
        "mode": str(visit.get_mode_display()), "decision": visit.decision_number, "decision_on": str(visit.decision_on),
        "days": [str(visit.begins_on), str(visit.ends_on)], "period": [str(visit.period_from), str(visit.period_to)],
        "checklist": str(visit.template_version), "at": now.isoformat(), "place": nfc(given.place),
        "team": list(given.present_team), "people": list(given.present_unit), "opinion": nfc(given.opinion.strip()),
        "samples": list(_samples(samples)), "groups": [_group(group, said) for group in content],
        "shortcomings": [
            _shortcoming(question, said[question.id], by_uuid, drawn)
            for question in checklists.questions(content) if _failed(said.get(question.id))
        ],
        "entries": digest(heard),
    }  # fmt: skip


def digest_of(content: Mapping[str, Any]) -> str:
    """SHA-256 over the content in its one form: what both sides sign."""
    told = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(told.encode()).hexdigest()


def _samples(rows: Iterable[Sample]) -> Iterable[dict[str, Any]]:
    """Questions that look at one draw are one row."""
    shown: dict[tuple[object, ...], dict[str, Any]] = {}
    for row in rows:
        name = row.population, row.seed, row.size
        held = {"description": row.description, "size": len(row.keys), "count": row.count, "seed": row.seed,
                "digest": row.digest, "questions": []}  # fmt: skip
        shown.setdefault(name, held)["questions"].append(row.question)
    return shown.values()


def _failed(one: Question | None) -> bool:
    return one is not None and one.value is not None and one.value.get("result") == "fail"


def _group(group: Mapping[str, Any], said: Mapping[str, Question]) -> dict[str, Any]:
    """Counts of a group; numbers are told with their question."""
    told: Counter[str] = Counter()
    numbers = []
    for question in group["questions"]:
        value = said[question["id"]].value if question["id"] in said else None
        if value is None:
            told["left"] += 1
        elif "number" in value:
            told["figures"] += 1
            numbers.append({"question": question["id"], "text": question["text"], "number": value["number"]})
        else:
            told[value["result"]] += 1
    counts = {name: told[name] for name in COUNTS}
    return {"number": group["number"], "title": group["title"], **counts, "numbers": numbers}


def _shortcoming(
    question: checklists.Question, one: Question, by_uuid: Mapping[str, Entry], drawn: Mapping[str, int]
) -> dict[str, Any]:
    """What is not met: how often, of how many, defects in words, photographs by their hash, when it was said."""
    assert one.value is not None  # noqa: S101 - it failed
    shown = [by_uuid[name] for name in one.photos]
    defects = [by_uuid[name] for name in one.defects]
    photos = [row.value["sha256"] for row in shown] + [name for row in defects for name in row.value.get("photos", ())]
    said = [by_uuid[name] for name in one.answers]
    return {
        "question": question.id, "text": question.text, "ground": question.ground, "mark": question.mark,
        "missing": one.value.get("missing"), "of": drawn.get(question.id),
        "defects": [" ".join(row.value["text"].split()) for row in defects],
        "photos": list(dict.fromkeys(photos)),
        "at": min(row.said_at + timedelta(seconds=row.skew) for row in said).isoformat(),
    }  # fmt: skip


def standing_marks(of: Visit, digest: str) -> dict[str, SignatureMark]:
    """Signatures under the text of this digest, by side; those on a tablet are of something else."""
    rows: Sequence[SignatureMark] = list(SignatureMark.objects.filter(visit=of, entry=None, of_digest=digest))
    return {row.side: row for row in rows}
