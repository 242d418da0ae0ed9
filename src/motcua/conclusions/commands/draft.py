"""Drafting a conclusion from the data, and reckoning it anew without losing what people wrote."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.db import transaction

from motcua.conclusions import policy
from motcua.conclusions.commands.begun import GROUND, begun, done
from motcua.conclusions.composing.building import build
from motcua.conclusions.composing.report import Report, Sentence, sentence_of
from motcua.conclusions.errors import NothingToConclude
from motcua.conclusions.figures import Reckoned
from motcua.conclusions.models import Conclusion, StoredFigure
from motcua.conclusions.policy import Action
from motcua.engines.concluding import Piece, Shown
from motcua.events.commands import record
from motcua.organisations.models import Unit


@transaction.atomic
def draft(unit: Unit, year: int, *, by: Any, now: datetime) -> Conclusion:
    """The draft of this unit and year: the one there is, else a new one. Raises NotPermitted, NothingToConclude."""
    policy.require(Action.DRAFT, by, unit, now)
    Unit.objects.select_for_update(no_key=True).get(pk=unit.pk)
    held = Conclusion.objects.filter(unit=unit, year=year, state=Conclusion.State.DRAFT).first()
    if held is not None:
        return held
    report = _built(unit, year, now)
    made = Conclusion(unit=unit, year=year, drafted_by=by, drafted_at=now)
    _take(made, report, report.sentences)
    made.save()
    _store(made, report.figures)
    data = {"conclusion": made.pk, "unit": unit.pk, "year": year, "figures": len(report.figures)}
    record("conclusion.drafted", made.stream, by=by, at=now, ground=GROUND, data=data)
    return made


@transaction.atomic
def reckon_anew(pk: int, *, by: Any, now: datetime, seen: int) -> Conclusion:
    """All figures again from the data of now. Sentences that people edited or took out stay so; a number in them that
    the data now give otherwise is marked as one of a hand.

    Raises NotFound, NotPermitted, AlreadyIssued, ConclusionChanged, NothingToConclude.
    """
    found = begun(pk, Action.DRAFT, by, now, seen)
    report = _built(found.unit, found.year, now)
    kept = {one.code: one for one in map(sentence_of, found.sentences) if one.edited or one.out}
    _take(found, report, _merged(report, kept))
    found.figures.all().delete()
    _store(found, report.figures)
    return done(found, "conclusion.reckoned", by, now, {"figures": len(report.figures)})


def _built(unit: Unit, year: int, now: datetime) -> Report:
    report = build(unit, year, now)
    if report.nothing:
        raise NothingToConclude(year=year)
    return report


def _take(conclusion: Conclusion, report: Report, sentences: tuple[Sentence, ...]) -> None:
    scope = report.scope
    conclusion.as_of, conclusion.since, conclusion.until = scope.at, scope.since, scope.until
    conclusion.sentences = [one.as_json() for one in sentences]
    conclusion.demands = [one.as_json() for one in report.demands]


def _merged(report: Report, kept: Mapping[str, Sentence]) -> tuple[Sentence, ...]:
    """What was reckoned, with the sentences of people in place of their own; one whose cause is gone goes too."""
    return tuple(
        replace(kept[one.code], pieces=_fresh(kept[one.code].pieces, report.figures), title=one.title)
        if one.code in kept and kept[one.code].edited
        else replace(one, out=one.code in kept and kept[one.code].out)
        for one in report.sentences
    )


def _fresh(pieces: tuple[Piece, ...], figures: Mapping[str, Reckoned]) -> tuple[Piece, ...]:
    """Figures beside what they are now."""
    return tuple(_now(piece, figures) if isinstance(piece, Shown) and piece.code else piece for piece in pieces)


def _now(piece: Shown, figures: Mapping[str, Reckoned]) -> Piece:
    held = figures.get(piece.code)
    if held is None:
        return Shown("", piece.text)
    return Shown(piece.code, piece.text, "" if held.text == piece.text else held.text)


def _store(conclusion: Conclusion, figures: Mapping[str, Reckoned]) -> None:
    StoredFigure.objects.bulk_create(
        StoredFigure(
            conclusion=conclusion, place=place, code=one.code, label_vi=one.label.vi, label_en=one.label.en,
            how_vi=one.how.vi, how_en=one.how.en, value=one.value, text=one.text,
            query=one.query.as_json() if one.query else None, parts=list(one.parts),
            records=[[record.label, record.ref, record.unit] for record in one.records],
        )
        for place, one in enumerate(figures.values(), start=1)
    )  # fmt: skip
