"""Every rule on every file of the corpus: finds its own violation in each real shape, and nothing else anywhere."""

from collections.abc import Iterator

import pytest

from motcua.engines.decree30.check import check
from motcua.engines.decree30.corpus.build import Case, cases_of, clean_cases
from motcua.engines.decree30.corpus.registry import BREAKS, KEEPS
from motcua.engines.decree30.report import Report
from motcua.engines.decree30.rule import PREFIX, Verdict

COUNTED = {Verdict.VIOLATION, Verdict.WARNING}
CALM = {"ok", "not_applicable", "needs_human", "not_filled"}
RULES = sorted({one.rule for one in (*BREAKS, *KEEPS)})


def verdict_of(report: Report, rule: str) -> str:
    """What the report says of one rule."""
    code = PREFIX + rule
    for finding in report.findings:
        if finding.rule.code == code:
            return finding.verdict.value
    if any(row["code"] == code for row in report.not_evaluated):
        return "not_evaluated"
    return report.quiet[code].value


def disagreements(case: Case) -> Iterator[str]:
    """What was said and not expected, or expected and not said."""
    expected = case.expected
    report = check(case.data, expected.path)
    assert report.error is None
    for finding in report.findings:
        rule = finding.rule.id
        allowed = rule == expected.rule or any(rule.startswith(also) for also in expected.also)
        if finding.verdict in COUNTED and finding.rule.code.startswith(PREFIX) and not allowed:
            yield f"{expected.path}: {rule} {finding.verdict} {finding.measured}"
    if expected.rule:
        found, wanted = verdict_of(report, expected.rule), str(expected.verdict)
        if found != wanted and not (wanted == "ok" and found in CALM):
            yield f"{expected.path}: {expected.rule} {found}, not {wanted}"


@pytest.mark.parametrize("rule", RULES)
def test_the_rule_finds_its_violation_in_every_shape_and_only_it(rule: str) -> None:
    held = [one for one in (*BREAKS, *KEEPS) if one.rule == rule]
    assert [said for one in held for case in cases_of(one) for said in disagreements(case)] == []


def test_clean_documents_of_all_types_and_shapes_are_clean() -> None:
    assert [said for case in clean_cases() for said in disagreements(case)] == []


def test_content_rules_find_nothing_in_the_samples_either() -> None:
    samples = [case for case in clean_cases() if case.expected.shape == "clean"]
    found = {case.expected.path: [one.rule.code for one in check(case.data).counted] for case in samples}
    assert {path: codes for path, codes in found.items() if codes} == {}
