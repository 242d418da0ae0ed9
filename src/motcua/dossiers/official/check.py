"""Proving forms before they are needed at a desk: every row set with a sample, the agency's own first."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from motcua.dossiers.official import registry
from motcua.dossiers.official.faults import FormFault
from motcua.dossiers.official.registry import Form
from motcua.dossiers.official.render import pdf
from motcua.dossiers.official.samples import LOOK_UP, sample


@dataclass(frozen=True, slots=True)
class Checked:
    """ms: to set it, as it went; fault: what Typst says, empty where the paper was made."""

    form: Form
    ms: float
    fault: str


def check(folder: Path) -> Iterator[Checked]:
    """Every form of the agency's `folder` and every built-in one. Raises FormFault if its forms.toml is at fault."""
    for turn, form in enumerate((*registry.forms_in(folder), *registry.built_in_forms())):
        begun = time.perf_counter()
        fault = ""
        try:
            pdf(form, f"0001/{form.suffix}", sample(form.kind, turn), LOOK_UP)
        except FormFault as found:
            fault = str(found)
        yield Checked(form, (time.perf_counter() - begun) * 1000, fault)
