"""The mending of a finding: states and acts of a case and its remedies, escalation, numbers. Pure."""

from motcua.engines.mending.cases import ACTS, CLOSED, Act, CaseState, NotNow, act, after_remedies, permitted
from motcua.engines.mending.escalation import BadRules, Rule, next_level, rules_from
from motcua.engines.mending.numbers import Spread, quantile, spread
from motcua.engines.mending.remedies import OVER, STEPS, RemedyState, Step, step, steps_from

__all__ = [
    "ACTS", "CLOSED", "OVER", "STEPS", "Act", "BadRules", "CaseState", "NotNow", "RemedyState", "Rule", "Spread",
    "Step", "act", "after_remedies", "next_level", "permitted", "quantile", "rules_from", "spread", "step",
    "steps_from",
]  # fmt: skip
