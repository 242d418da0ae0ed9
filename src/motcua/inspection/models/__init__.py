"""What the signals found and what people decided of it; what arose against what was entered."""

from motcua.inspection.models.findings import Finding, ReformTask, Remark, Severity, SignalRun, SignalSetting
from motcua.inspection.models.reconciliation import EntryTask, Link, Reconciliation, Trace, TraceKind
from motcua.inspection.models.trials import SignalTrial

__all__ = [
    "EntryTask",
    "Finding",
    "Link",
    "Reconciliation",
    "ReformTask",
    "Remark",
    "Severity",
    "SignalRun",
    "SignalSetting",
    "SignalTrial",
    "Trace",
    "TraceKind",
]
