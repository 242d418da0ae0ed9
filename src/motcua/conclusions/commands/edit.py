"""Editing a draft sentence by sentence: figures keep their roots, a number of a hand says why it stands there."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.db import transaction

from motcua.base.errors import NotFound
from motcua.base.vietnamese import nfc
from motcua.conclusions import queries
from motcua.conclusions.commands.begun import begun, done
from motcua.conclusions.composing.report import Sentence, compose, sentence_of
from motcua.conclusions.errors import EmptySentence, NumberNeedsReason
from motcua.conclusions.models import Conclusion
from motcua.conclusions.policy import Action
from motcua.engines.concluding import Shown, anchored


@transaction.atomic
def edit(pk: int, code: str, *, text: str, because: str, by: Any, now: datetime, seen: int) -> Conclusion:
    """Write a sentence anew. because: why a number differs from the data, needed where one does.

    Raises NotFound, NotPermitted, AlreadyIssued, ConclusionChanged, EmptySentence, NumberNeedsReason.
    """
    wanted = " ".join(nfc(text).split())
    if not wanted:
        raise EmptySentence
    found = begun(pk, Action.DRAFT, by, now, seen)

    def changed(one: Sentence) -> Sentence:
        return replace(one, pieces=anchored(one.pieces, wanted), edited=True)

    made = _changed(found, code, changed)
    numbers = [piece.text for piece in made.pieces if isinstance(piece, Shown) and piece.by_hand]
    if numbers and not because.strip():
        raise NumberNeedsReason(numbers=", ".join(numbers))
    found.hand = {**found.hand, code: because.strip()} if numbers else _without(found.hand, code)
    data = {"sentence": code, "by_hand": numbers, "because": because.strip() if numbers else ""}
    return done(found, "conclusion.edited", by, now, data)


@transaction.atomic
def take_out(pk: int, code: str, *, by: Any, now: datetime, seen: int) -> Conclusion:
    """Leave a sentence out of the paper; it can be put back. Raises as `edit`."""
    found = begun(pk, Action.DRAFT, by, now, seen)
    _changed(found, code, lambda one: replace(one, out=True))
    return done(found, "conclusion.taken_out", by, now, {"sentence": code})


@transaction.atomic
def put_back(pk: int, code: str, *, by: Any, now: datetime, seen: int) -> Conclusion:
    """Put a sentence back that was taken out. Raises as `edit`."""
    found = begun(pk, Action.DRAFT, by, now, seen)
    _changed(found, code, lambda one: replace(one, out=False))
    return done(found, "conclusion.put_back", by, now, {"sentence": code})


@transaction.atomic
def restore(pk: int, code: str, *, by: Any, now: datetime, seen: int) -> Conclusion:
    """The sentence as the data say it, in place of what a hand made of it. Raises as `edit`."""
    found = begun(pk, Action.DRAFT, by, now, seen)
    report = queries.report_of(found)
    own = {one.code: one for one in compose(report.scope, report.figures, report.demands).sentences}
    if code not in own:
        raise NotFound
    _changed(found, code, lambda _one: own[code])
    found.hand = _without(found.hand, code)
    return done(found, "conclusion.restored", by, now, {"sentence": code})


def _changed(found: Conclusion, code: str, change: Callable[[Sentence], Sentence]) -> Sentence:
    """Change one sentence of the draft. Raises NotFound."""
    held = [sentence_of(row) for row in found.sentences]
    for at, one in enumerate(held):
        if one.code == code:
            held[at] = change(one)
            found.sentences = [each.as_json() for each in held]
            return held[at]
    raise NotFound


def _without(hand: dict[str, str], code: str) -> dict[str, str]:
    return {name: why for name, why in hand.items() if name != code}
