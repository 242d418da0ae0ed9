"""Changes of one property, put together by the families: each finds its paragraph by the role, and must find it."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final

from motcua.engines.decree30.corpus.cases import Change
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.writing.sheet import Columns, Para, Run, Sheet, Stroke

MILLIMETRE: Final = 56.693  # twips
LONG: Final = 120  # letters: more than a line of the text width


def millimetres(value: float) -> int:
    """Twips."""
    return round(value * MILLIMETRE)


def paras(sheet: Sheet, *roles: Role) -> list[Para]:
    """Paragraphs of these roles in the main document, at least one of them."""
    found = sheet.of(*roles) or sheet.of(*roles, section=None)
    if not found:
        raise ValueError(f"no {', '.join(roles)} in a sheet of {sheet.kind}")
    return found


def each(*roles: Role, **values: Any) -> Change:
    """Every run of every paragraph of these roles gets these values."""

    def change(sheet: Sheet) -> None:
        for para in paras(sheet, *roles):
            for run in para.runs:
                _set(run, values)

    return change


def first(role: Role, **values: Any) -> Change:
    """The runs of the first long paragraph of the role (the first, where none is long)."""

    def change(sheet: Sheet) -> None:
        for run in _chosen(sheet, role).runs:
            _set(run, values)

    return change


def form(*roles: Role, **values: Any) -> Change:
    """Every paragraph of these roles gets these values."""

    def change(sheet: Sheet) -> None:
        for para in paras(sheet, *roles):
            _set(para, values)

    return change


def first_form(role: Role, **values: Any) -> Change:
    """The first long paragraph of the role (the first, where none is long)."""

    def change(sheet: Sheet) -> None:
        _set(_chosen(sheet, role), values)

    return change


def letters(role: Role, count: int, **values: Any) -> Change:
    """The first letters of a paragraph, as a run of their own."""

    def change(sheet: Sheet) -> None:
        para = _chosen(sheet, role)
        run = para.runs[-1]
        at = next(at for at in range(4, len(run.text)) if run.text[at : at + count].isalpha())
        before, inside, after = run.text[:at], run.text[at : at + count], run.text[at + count :]
        spoiled = replace(run, text=inside)
        _set(spoiled, values)
        para.runs[-1:] = [replace(run, text=before), spoiled, replace(run, text=after)]

    return change


def mark(role: Role, **values: Any) -> Change:
    """The last sign of a paragraph, which is no letter, as a run of its own (trap 23)."""

    def change(sheet: Sheet) -> None:
        para = _chosen(sheet, role)
        run = para.runs[-1]
        if run.text[-1].isalnum():
            raise ValueError(run.text)
        sign = replace(run, text=run.text[-1])
        _set(sign, values)
        para.runs[-1:] = [replace(run, text=run.text[:-1]), sign]

    return change


def words(role: Role, old: str, new: str, *, which: int = 0) -> Change:
    """Text of a paragraph of the role; `old` must stand in it. which: its place among them, -1 for the last."""

    def change(sheet: Sheet) -> None:
        run = next(run for run in paras(sheet, role)[which].runs if old in run.text)
        run.text = run.text.replace(old, new, 1)

    return change


def reads(role: Role, text: str) -> Change:
    """The paragraphs of the role read so together: the first run bears it, the others nothing."""

    def change(sheet: Sheet) -> None:
        texts = iter([text])
        turned(role, lambda _old: next(texts, ""))(sheet)

    return change


def stretches(role: Role, *held: tuple[str, dict[str, Any]], which: int = 0) -> Change:
    """A paragraph of the role is put together of these texts, each a run of its own with values of its own."""

    def change(sheet: Sheet) -> None:
        para = paras(sheet, role)[which]
        like = para.runs[0]
        para.runs[:] = [replace(like, text=text) for text, _values in held]
        for run, (_text, values) in zip(para.runs, held, strict=True):
            _set(run, values)

    return change


def inserted(role: Role, text: str, *, after: int = -1) -> Change:
    """A paragraph more of the role in its column, like the one above it. after: place of that one among them."""

    def change(sheet: Sheet) -> None:
        above = paras(sheet, role)[after]
        new = replace(above, runs=[replace(above.runs[0], text=text)])
        columns = [block for block in sheet.sections[0].blocks if isinstance(block, Columns)]
        side = next(side for one in columns for side in (one.left, one.right) if any(para is above for para in side))
        side.insert(next(at for at, para in enumerate(side, 1) if para is above), new)

    return change


def turned(role: Role, how: Callable[[str], str]) -> Change:
    """All texts of the role by a function of letters."""

    def change(sheet: Sheet) -> None:
        for para in paras(sheet, role):
            for run in para.runs:
                run.text = how(run.text)

    return change


def line(role: Role, factor: float | None, *, dashed: bool = False) -> Change:
    """The line below: gone (None), or of this share of the length of the text."""

    def change(sheet: Sheet) -> None:
        para = next(para for para in paras(sheet, role) if para.stroke is not None)
        para.stroke = None if factor is None else Stroke(para.width() * factor, dashed)

    return change


def page(section: int = 0, **values: Any) -> Change:
    """Page setup of a section."""

    def change(sheet: Sheet) -> None:
        _set(sheet.sections[section], values)

    return change


def number_run(**values: Any) -> Change:
    """The number of the page, in every section."""

    def change(sheet: Sheet) -> None:
        for section in sheet.sections:
            for run in section.header[0].runs:
                _set(run, values)

    return change


def number_form(**values: Any) -> Change:
    """The paragraph of the number of the page, in every section."""

    def change(sheet: Sheet) -> None:
        for section in sheet.sections:
            _set(section.header[0], values)

    return change


def together(*changes: Change) -> Change:
    """Several steps of one change."""

    def change(sheet: Sheet) -> None:
        for one in changes:
            one(sheet)

    return change


def drop(role: Role, which: int = -1) -> Change:
    """A paragraph of the role is gone."""

    def change(sheet: Sheet) -> None:
        gone = paras(sheet, role)[which]
        for section in sheet.sections:
            section.blocks = [block for block in section.blocks if block is not gone]
            for block in section.blocks:
                for side in (getattr(block, "left", None), getattr(block, "right", None)):
                    if isinstance(side, list):
                        side[:] = [one for one in side if one is not gone]

    return change


def _chosen(sheet: Sheet, role: Role) -> Para:
    found = paras(sheet, role)
    return next((para for para in found if len(para.text) > LONG), found[0])


def _set(thing: Run | Para | object, values: dict[str, Any]) -> None:
    for name, value in values.items():
        if not hasattr(thing, name):
            raise AttributeError(name)
        setattr(thing, name, value)
