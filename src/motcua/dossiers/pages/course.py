"""The process of a dossier as a picture, with the dossier's own place on it."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from motcua.dossiers.models import Dossier, Outcome, Task
from motcua.engines.flow import Drawing, drawing
from motcua.processes import queries as processes


@dataclass(frozen=True, slots=True)
class Shape:
    """A box of the picture: tone is a class of the style sheet; who and due: of the open step."""

    x: int
    y: int
    lines: tuple[str, ...]
    tone: str
    name: str
    state: str


@dataclass(frozen=True, slots=True)
class Picture:
    """The drawing with its boxes in their tones."""

    drawing: Drawing
    shapes: tuple[Shape, ...]


TONES = {Outcome.DONE: "past", Outcome.SKIPPED: "skipped", Outcome.DROPPED: "skipped", Outcome.ENDED: "skipped"}
WORDS = {"past": _("đã làm"), "here": _("đang ở đây"), "skipped": _("không qua"), "ahead": _("chưa đến")}


def picture(dossier: Dossier, tasks: Iterable[Task]) -> Picture | None:
    """None before acceptance."""
    if dossier.process_id is None:
        return None
    stands = {
        task.step.key: TONES.get(Outcome(task.outcome), "ahead") if task.outcome else "here"
        for task in tasks
        if task.step is not None and task.counts
    }
    drawn = drawing(processes.flow_of(dossier.process_id))
    names = {step.key: step.name for step in processes.steps_of(dossier.process_id)}
    shapes = tuple(
        Shape(box.x, box.y, box.lines, tone, names[box.key], str(WORDS[tone]))
        for box in drawn.boxes
        for tone in (stands.get(box.key, "ahead"),)
    )
    return Picture(drawn, shapes)
