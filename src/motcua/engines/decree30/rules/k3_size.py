"""The list of recipients is 11 pt, upright (Phụ lục I, Phần I, II.9d)."""

from motcua.engines.decree30.judging.letters import absent, between, of_size, of_style
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import Fix, Judgement, Rule, Verdict, judged
from motcua.engines.decree30.view import View

RULE = Rule(
    code="ND30-K3.size",
    clause="Phụ lục I, Phần I, II.9d",
    role=Role.RECIPIENTS,
    fix=Fix.SAFE,
    vi="Danh sách nơi nhận: {measured}; phải là {allowed}, chữ đứng.",
    en="The list of recipients: {measured}; it must be {allowed}, upright.",
    asks_vi="Danh sách nơi nhận cỡ chữ 11, chữ đứng.",
    asks_en="The list of recipients is 11 pt, upright",
    wrong="12 pt",
    right="11 pt",
)


def judge(view: View) -> Judgement:
    """A sub- or superscript goes by its nominal size; another than 11 only warns there (1.6)."""
    missing = absent(view, (Role.RECIPIENTS,))
    if missing is not None:
        return missing
    low, high = view.limits[RULE.id]
    uses = view.uses(Role.RECIPIENTS)
    level = [use for use in uses if not use.format.raised]
    raised = [use for use in uses if use.format.raised]
    spots = of_size(level, low, high) + of_style(level, italic=False)
    for spot in of_size(raised, low, high):
        spot.verdict = Verdict.WARNING
        spots.append(spot)
    return judged(spots, between(low, high))
