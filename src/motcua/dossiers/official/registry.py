"""Which form a paper has on a day: the built-in rows of forms.toml, and before them those of the agency's own folder.

A file is a list of `[[form]]`: kind, number (printed, empty for a sheet of ours), suffix (after the running number),
title, template (a file beside it), paper (a5 or a4), ground, mark (S read in the law, M from memory, C ours),
valid_from, valid_to (inclusive; may be left out).
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

from django.conf import settings

from motcua.dossiers.official.faults import FormFault, NoForm

BUILT_IN: Final = Path(__file__).parent
KINDS: Final = (
    "receipt", "supplement", "refusal", "apology", "stop", "control", "register",
    "fee_receipt", "correction", "posting",
)  # fmt: skip
FILE: Final = "forms.toml"
_TEXTS: Final = ("kind", "title", "template", "paper", "ground", "mark")
_ALL: Final = {*_TEXTS, "number", "suffix", "valid_from", "valid_to"}


@dataclass(frozen=True, slots=True)
class Form:
    """One row. number: `Mẫu số 04` or empty; suffix: `PXL`; folder: where the template lies and all it may read."""

    kind: str
    number: str
    suffix: str
    title: str
    template: str
    paper: str
    ground: str
    mark: str
    valid_from: date
    valid_to: date | None
    folder: Path

    @property
    def own(self) -> bool:
        """Of the agency, not built in."""
        return self.folder != BUILT_IN

    def binds(self, on: date) -> bool:
        return self.valid_from <= on and (self.valid_to is None or on <= self.valid_to)

    def printed(self) -> dict[str, str]:
        """What the template may show of it: `data.form`."""
        return {"kind": self.kind, "number": self.number, "title": self.title, "paper": self.paper,
                "ground": self.ground, "mark": self.mark}  # fmt: skip


def form(kind: str, on: date) -> Form:
    """The form of `kind` that binds on that day; the agency's own row goes before the built-in one.

    Raises NoForm, and FormFault for a forms.toml that cannot be read.
    """
    for row in (*own_forms(), *built_in_forms()):
        if row.kind == kind and row.binds(on):
            return row
    raise NoForm(f"no paper '{kind}' on {on}: see {FILE}; kinds: {', '.join(KINDS)}")


def built_in_forms() -> tuple[Form, ...]:
    """The rows that come with Một Cửa."""
    return forms_in(BUILT_IN)


def own_forms() -> tuple[Form, ...]:
    """The rows of the agency's folder (setting OWN_FORMS)."""
    return forms_in(Path(settings.OWN_FORMS))


def forms_in(folder: Path) -> tuple[Form, ...]:
    """The rows of a folder, none where it has no forms.toml; read again when that changed. Raises FormFault."""
    path = folder / FILE
    return _read(folder, path.stat().st_mtime_ns) if path.is_file() else ()


@lru_cache(maxsize=8)
def _read(folder: Path, changed: int) -> tuple[Form, ...]:
    """`changed` is part of the key only. Raises FormFault."""
    path = folder / FILE
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise FormFault(f"{path}: {error}") from None
    rows = content.get("form")
    if set(content) != {"form"} or not isinstance(rows, list):
        raise FormFault(f"{path}: it must be a list of [[form]]")
    found = tuple(_form(row, folder) for row in rows)
    for fault in _overlaps(found):
        raise FormFault(f"{path}: {fault}")
    return found


def _form(row: Mapping[str, Any], folder: Path) -> Form:
    fault = _fault(row, folder)
    if fault:
        raise FormFault(f"{folder / FILE}: the form '{row.get('kind', '?')}' of {row.get('valid_from', '?')}: {fault}")
    return Form(**{"number": "", "suffix": "", "valid_to": None, **row}, folder=folder)


def _fault(row: Mapping[str, Any], folder: Path) -> str:
    """What is wrong with a row, and how it should be; empty if nothing."""
    if extra := row.keys() - _ALL:
        return f"unknown: {', '.join(sorted(extra))}"
    for key in _TEXTS:
        if not isinstance(row.get(key), str) or not row[key].strip():
            return f"'{key}' must be a text"
    for key in ("valid_from", "valid_to"):
        if type(row.get(key)) is not date and (key == "valid_from" or key in row):
            return f"'{key}' must be a date"
    if "valid_to" in row and row["valid_to"] < row["valid_from"]:
        return "it ends before it begins"
    template = row["template"]
    checks = {
        f"a kind is one of {', '.join(KINDS)}": row["kind"] in KINDS,
        "paper is a5 or a4": row["paper"] in {"a5", "a4"},
        "mark is S, M or C": row["mark"] in {"S", "M", "C"},
        f"'{template}' must be the name of a .typ file beside {FILE}": Path(template).name == template
        and template.endswith(".typ")
        and (folder / template).is_file(),
    }
    return next((words for words, good in checks.items() if not good), "")


def _overlaps(rows: tuple[Form, ...]) -> Iterator[str]:
    for before, after in pairwise(sorted(rows, key=lambda row: (row.kind, row.valid_from))):
        if before.kind == after.kind and before.binds(after.valid_from):
            yield f"two forms '{after.kind}' on {after.valid_from}"
