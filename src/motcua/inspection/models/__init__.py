"""What the signals found and what people decided of it; reconciliation; campaigns of self-inspection."""

from motcua.inspection.models.campaigns import Campaign, Reviewed
from motcua.inspection.models.findings import Finding, ReformTask, Remark, Severity, SignalRun, SignalSetting
from motcua.inspection.models.reconciliation import EntryTask, Link, Reconciliation, Trace, TraceKind
from motcua.inspection.models.trials import SignalTrial

__all__ = [
    "Campaign", "EntryTask", "Finding", "Link", "Reconciliation", "ReformTask", "Remark", "Reviewed", "Severity",
    "SignalRun", "SignalSetting", "SignalTrial", "Trace", "TraceKind",
]  # fmt: skip
