"""What the signals found, the signals' settings, reform plans, and campaigns of self-inspection."""

from motcua.inspection.models.campaigns import Campaign, Reviewed
from motcua.inspection.models.findings import Finding, ReformTask, Remark, Severity, SignalRun, SignalSetting

__all__ = ["Campaign", "Finding", "ReformTask", "Remark", "Reviewed", "Severity", "SignalRun", "SignalSetting"]
