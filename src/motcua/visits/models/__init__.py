"""Inspections at units: the year's plan, checklists, visits with their teams, and what tablets said of them."""

from motcua.visits.models.checklists import ChecklistTemplate, TemplateKind, TemplateVersion
from motcua.visits.models.minutes import Minutes
from motcua.visits.models.plans import Plan, PlannedUnit
from motcua.visits.models.sayings import Device, Entry, EntryKind, Photo, RefusedEntry, SignatureMark
from motcua.visits.models.visits import Member, MemberRole, Mode, Prefill, Sample, Visit, VisitState

__all__ = [
    "ChecklistTemplate", "Device", "Entry", "EntryKind", "Member", "MemberRole", "Minutes", "Mode", "Photo", "Plan",
    "PlannedUnit", "Prefill", "RefusedEntry", "Sample", "SignatureMark", "TemplateKind", "TemplateVersion", "Visit",
    "VisitState",
]  # fmt: skip
