"""Each signal: what it finds, what it leaves alone, and where exactly the line lies."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from motcua.base.clock import VIETNAM
from motcua.dossiers.law import ONE_STOP
from motcua.inspection.facts import Case, Facts, Request, Work
from motcua.inspection.signals import Found, registry
from motcua.inspection.sources import sources
from motcua.inspection.tests.cases import CASES as MORE
from motcua.inspection.tests.cases import KNOWING, LINES, UNKNOWN

AT = datetime(2023, 4, 10, 9, 0, tzinfo=VIETNAM)
DAY, HOUR, MINUTE, SECOND = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1), timedelta(seconds=1)
CLEAN = Case(
    id=1, ref="000.00.02.H23-230315-0001", unit_id=2, desk_id=3, procedure="1.001193", law_date=date(2023, 3, 15),
    law=ONE_STOP.on(date(2023, 3, 15)), at=AT, accepted_at=AT - timedelta(days=20), changed_at=AT - HOUR,
    promised=AT + HOUR, stopped=False, over=False, resolved_at=None, refused=False, reason="", refusal_slip=False,
    digitised_at=None, in_force=True, fee_vnd=8000, paid_vnd=8000, paid_at=AT - HOUR, apology_at=None,
    apology_late=False,
)  # fmt: skip
RESOLVED = replace(CLEAN, resolved_at=AT - timedelta(days=5), digitised_at=AT - timedelta(days=4))
STEP = Work(7, "resolve", "Thẩm định", 2, AT - 2 * HOUR, AT - HOUR, None, "", None)
DONE = replace(STEP, closed_at=STEP.opened_at + 59 * SECOND, outcome="done", due=AT)
SIGN = replace(DONE, id=8, kind="approve", name="Ký duyệt")
ASKED = Request(1, AT - timedelta(days=9), False, "12/2023", None, AT - timedelta(days=9), None)
RECEIVED = replace(DONE, id=6, kind="forward", key="receive")
NEXT = replace(DONE, key="resolve", after=("receive",))
TODAY = ONE_STOP.on(date(2025, 8, 1))


def found(code: str, case: Facts, **thresholds: int) -> list[Found]:
    """What a signal says of a dossier."""
    signal = registry()[code]
    return list(signal.find(case, {**signal.own_thresholds(), **thresholds}))


CASES = [
    ("OVD01", replace(CLEAN, promised=AT - SECOND), 1), ("OVD01", replace(CLEAN, promised=AT), 0), ("OVD01", CLEAN, 0),
    ("OVD01", replace(CLEAN, promised=AT - HOUR, apology_at=AT - 2 * HOUR), 0),
    ("OVD01", replace(CLEAN, promised=AT - HOUR, stopped=True), 0), ("OVD01", replace(CLEAN, promised=None), 0),
    ("OVD01", replace(RESOLVED, promised=AT - timedelta(days=9)), 0),
    ("OVD02", replace(CLEAN, apology_at=AT, apology_late=True), 1), ("OVD02", replace(CLEAN, apology_at=AT), 0),
    ("SUP01", replace(CLEAN, requests=(ASKED, replace(ASKED, number=2))), 1),
    ("SUP01", replace(CLEAN, requests=(ASKED,)), 0),
    ("SUP02", replace(CLEAN, requests=(replace(ASKED, asked_at=ASKED.last + SECOND),)), 1),
    ("SUP02", replace(CLEAN, requests=(ASKED,)), 0),
    ("SUP02", replace(CLEAN, requests=(replace(ASKED, last=None),)), 0),
    ("SUP03", replace(CLEAN, law=TODAY, requests=(replace(ASKED, closes_from=date(2023, 4, 7)),)), 1),
    ("SUP03", replace(CLEAN, law=TODAY, requests=(replace(ASKED, closes_from=date(2023, 4, 9)),)), 0),
    ("SUP03", replace(CLEAN, requests=(ASKED,)), 0),
    ("SUP03", replace(CLEAN, law=TODAY, over=True, requests=(replace(ASKED, closes_from=date(2023, 4, 1)),)), 0),
    ("SUP03", replace(CLEAN, law=TODAY, requests=(replace(ASKED, closes_from=date(2023, 4, 1), answered_at=AT),)), 0),
    ("REF01", replace(RESOLVED, refused=True, refusal_slip=True), 1),
    ("REF01", replace(RESOLVED, refused=True, reason="Thiếu căn cứ"), 1),
    ("REF01", replace(RESOLVED, refused=True, reason="Thiếu căn cứ", refusal_slip=True), 0), ("REF01", RESOLVED, 0),
    ("REF01", replace(CLEAN, refused=True), 0),  # proposed, not yet decided
    ("FWD01", replace(CLEAN, work=(replace(STEP, kind="forward"),)), 1),
    ("FWD01", replace(CLEAN, work=(replace(STEP, kind="forward", closed_at=STEP.due),)), 0),
    ("FWD01", replace(CLEAN, work=(replace(STEP, kind="forward", closed_at=STEP.due + SECOND),)), 1),
    ("FWD01", replace(CLEAN, work=(STEP,)), 0),
    ("FWD01", replace(CLEAN, work=(replace(STEP, kind="forward", due=None),)), 0),
    ("STP01", replace(CLEAN, work=(STEP,)), 1), ("STP01", replace(CLEAN, work=(replace(STEP, closed_at=STEP.due),)), 0),
    ("STP01", replace(CLEAN, work=(replace(STEP, closed_at=STEP.due + SECOND), replace(STEP, id=9))), 2),
    ("STP01", replace(CLEAN, work=(replace(STEP, kind="forward"),)), 0),
    ("STP02", replace(CLEAN, work=(DONE, SIGN)), 1),
    ("STP02", replace(CLEAN, work=(DONE, replace(SIGN, closed_at=SIGN.opened_at + 60 * SECOND))), 0),
    ("STP02", replace(CLEAN, work=(DONE,)), 0),
    ("STP02", replace(CLEAN, work=(DONE, replace(SIGN, outcome="back"))), 0),
    ("OVD03", replace(CLEAN, apology_at=AT - DAY, apology_until=AT - SECOND), 1),
    ("OVD03", replace(CLEAN, apology_at=AT - DAY, apology_until=AT), 0), ("OVD03", CLEAN, 0),
    ("OVD03", replace(CLEAN, apology_until=AT - SECOND, stopped=True), 0),
    ("OVD03", replace(RESOLVED, apology_until=AT - SECOND), 0),
    ("IDL01", replace(CLEAN, changed_at=AT - 10 * DAY - SECOND), 1),
    ("IDL01", replace(CLEAN, changed_at=AT - 10 * DAY), 0),
    ("IDL01", replace(CLEAN, changed_at=AT - 99 * DAY, stopped=True), 0),
    ("IDL01", replace(RESOLVED, changed_at=AT - 99 * DAY), 0),
    ("RET01", replace(RESOLVED, resolved_at=AT - 15 * DAY - SECOND), 1),
    ("RET01", replace(RESOLVED, resolved_at=AT - 15 * DAY), 0), ("RET01", CLEAN, 0),
    ("RET01", replace(RESOLVED, resolved_at=AT - 99 * DAY, over=True), 0),
    ("PRC01", replace(CLEAN, work=(NEXT,)), 1),
    ("PRC01", replace(CLEAN, work=(RECEIVED, NEXT)), 0),
    ("PRC01", replace(CLEAN, work=(replace(RECEIVED, opened_at=AT), NEXT)), 1),
    ("PRC01", replace(CLEAN, work=(NEXT, RECEIVED)), 0),
    ("PRC01", replace(CLEAN, work=(RECEIVED, replace(STEP, key="resolve", after=("receive",), pinned=False))), 1),
    ("PRC01", replace(CLEAN, work=(RECEIVED, replace(DONE, key="resolve", after=("receive",), pinned=False))), 0),
    ("PRC01", replace(CLEAN, work=(STEP,)), 0),
    ("CAT01", replace(CLEAN, in_force=False), 1), ("CAT01", CLEAN, 0),
    ("FEE01", replace(CLEAN, paid_vnd=8001), 1), ("FEE01", replace(CLEAN, paid_vnd=7999), 1), ("FEE01", CLEAN, 0),
    ("FEE01", replace(CLEAN, paid_vnd=None), 0), ("FEE01", replace(CLEAN, fee_vnd=None), 0),
    ("DIG01", replace(RESOLVED, digitised_at=None), 1), ("DIG01", RESOLVED, 0),
    ("DIG01", replace(RESOLVED, digitised_at=None, refused=True), 0),
    ("DIG01", replace(RESOLVED, digitised_at=None, resolved_at=AT - timedelta(days=3)), 0),
    ("DIG01", replace(RESOLVED, digitised_at=None, resolved_at=AT - timedelta(days=3) - SECOND), 1),
    ("PAP01", replace(CLEAN, requests=(replace(ASKED, held=(("Giấy khai sinh", "H23-1"),)),)), 1),
    ("PAP01", replace(CLEAN, requests=(ASKED,)), 0),
    *MORE,
]  # fmt: skip


@pytest.mark.parametrize(("code", "case", "number"), CASES)
def test_a_signal_finds_what_is_wrong_and_nothing_else(code: str, case: Facts, number: int) -> None:
    assert len(found(code, case)) == number


@pytest.mark.parametrize(
    ("code", "case", "thresholds"),
    [
        ("OVD01", replace(CLEAN, promised=AT - HOUR), {"hours": 1}),
        ("SUP03", replace(CLEAN, law=TODAY, requests=(replace(ASKED, closes_from=date(2023, 4, 7)),)), {"days": 4}),
        ("FWD01", replace(CLEAN, work=(replace(STEP, kind="forward", closed_at=STEP.due + MINUTE),)), {"minutes": 1}),
        ("STP01", replace(CLEAN, work=(replace(STEP, closed_at=STEP.due + MINUTE),)), {"minutes": 1}),
        ("STP02", replace(CLEAN, work=(DONE, SIGN)), {"seconds": 59}),
        ("FEE01", replace(CLEAN, paid_vnd=9000), {"vnd": 1000}),
        ("DIG01", replace(RESOLVED, digitised_at=None), {"days": 5}),
        ("OVD03", replace(CLEAN, apology_until=AT - HOUR), {"hours": 1}),
        ("IDL01", replace(CLEAN, changed_at=AT - 11 * DAY), {"days": 11}),
        ("RET01", replace(RESOLVED, resolved_at=AT - 16 * DAY), {"days": 16}),
        *LINES,
    ],
)  # fmt: skip
def test_a_changed_threshold_is_the_line(code: str, case: Facts, thresholds: dict[str, int]) -> None:
    assert found(code, case)
    assert not found(code, case, **thresholds)


ELSEWHERE = {"MIS01", "ENT01"}  # test_reconciliation_signals.py


@pytest.mark.parametrize("code", sorted(registry().keys() - ELSEWHERE))
def test_every_signal_is_tested_both_ways(code: str) -> None:
    numbers = {number > 0 for tested, _, number in CASES if tested == code}
    assert numbers == {True, False}


TRIED = {
    (code, name) for code, _, names in test_a_changed_threshold_is_the_line.pytestmark[0].args[1] for name in names
}


@pytest.mark.parametrize("code", sorted(registry().keys() - ELSEWHERE))
def test_every_threshold_is_tested(code: str) -> None:
    assert {(code, name) for name in registry()[code].thresholds} <= TRIED | KNOWING


@pytest.mark.parametrize(("code", "case"), UNKNOWN)
def test_too_little_data_is_neither_bad_nor_good(code: str, case: Facts) -> None:
    signal = registry()[code]
    assert not signal.knows(case, signal.own_thresholds())


@pytest.mark.parametrize(("code", "case"), [(code, case) for code, case, number in CASES if number])
def test_what_a_signal_finds_it_knows(code: str, case: Facts) -> None:
    signal = registry()[code]
    assert signal.knows(case, signal.own_thresholds())


@pytest.mark.parametrize("code", registry())
def test_every_signal_looks_at_a_source_that_there_is(code: str) -> None:
    assert registry()[code].looks_at in sources()


@pytest.mark.parametrize(("code", "case"), [(code, case) for code, case, number in CASES if number])
def test_a_finding_has_evidence_a_ground_and_a_sentence_in_both_languages(code: str, case: Facts) -> None:
    signal = registry()[code]
    for one in found(code, case):
        assert one.evidence
        assert one.ground
        assert one.since <= AT
        for words in (signal.sentence.vi, signal.sentence.en):
            assert one.values["ref"] in words.format(**one.values)


def test_several_findings_of_one_dossier_have_keys_of_their_own() -> None:
    late = replace(STEP, closed_at=STEP.due + SECOND)
    parts = [one.part for one in found("STP01", replace(CLEAN, work=(late, replace(late, id=9))))]
    assert len(set(parts)) == 2
