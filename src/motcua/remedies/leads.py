"""To the very page where a thing is mended: addresses made from a template's leads and the finding."""

from collections.abc import Callable
from datetime import date
from typing import Final

from django.urls import reverse

from motcua.inspection.models import Finding
from motcua.remedies import law

Made = Callable[[str, Finding], str]
OF_DOSSIERS: Final = frozenset({"dossier", "entered"})
# subjects whose key is that of the record a lead with "key" opens
RECORDS: Final = {
    "inspection:entry_task": "missing", "registers:row online-submissions": "online",
    "registers:row petitions": "petition", "registers:row broadcasts": "broadcast",
    "registers:row reform-plan": "reform", "registers:row issued": "document", "registers:row incoming": "incoming",
    "remedies:finding": "followed", "remedies:remedy": "remedy",
}  # fmt: skip


def address(template: str, finding: Finding, on: date) -> str:
    """Where a remedy of this template is carried out for this finding; "" where the template is unknown."""
    held = law.templates(on).get(template)
    for lead in held.leads if held else ():
        if made := lead_to(lead, finding):
            return made
    return ""


def lead_to(lead: str, finding: Finding) -> str:
    """The address of one lead; "" where the finding names no such record. Raises NoReverseMatch for a bad lead."""
    name, *needs = lead.split(" ")
    kind, _, key = finding.subject.partition(":")
    if needs == ["ref"]:
        ref = str(finding.values.get("ref", ""))
        return reverse(name, args=[ref]) if kind in OF_DOSSIERS and ref else ""
    if needs == ["finding"]:
        return reverse(name, args=[finding.pk])
    if needs == ["unit"]:
        return f"{reverse(name)}?unit={finding.unit_id}"
    if needs and needs[-1] == "key":
        if RECORDS.get(" ".join([name, *needs[:-1]])) != kind or not key.isdigit():
            return ""
        return reverse(name, args=[*needs[:-1], int(key)])
    return reverse(name, args=needs)
