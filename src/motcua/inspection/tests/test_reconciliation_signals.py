"""MIS01 and ENT01: at the line, and over runs."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from motcua.base.clock import VIETNAM
from motcua.dossiers.tests.conftest import NOW, Town
from motcua.inspection import commands, words
from motcua.inspection.facts.reconciled import Entered, Missing
from motcua.inspection.models import EntryTask, Finding
from motcua.inspection.signals import Found, registry
from motcua.inspection.tests.test_reconciliation import KNOWN, LATER, LOST, march, trace

LINE = datetime(2023, 3, 19, tzinfo=VIETNAM)  # 15/03 is over, and three days
LACKS = Missing(1, 2, "Sổ giấy", "12", date(2023, 3, 15), None, LINE + timedelta(seconds=1), NOW)
DAYS = Entered(1, 2, "Sổ giấy", "H23-1", date(2023, 3, 13), date(2023, 3, 15), 2, LATER, LATER)


def found(code: str, case: object, **thresholds: int) -> list[Found]:
    signal = registry()[code]
    return list(signal.find(case, {**signal.own_thresholds(), **thresholds}))


@pytest.mark.parametrize(
    ("code", "case", "number"),
    [
        ("MIS01", LACKS, 1),
        ("MIS01", replace(LACKS, at=LINE), 0),
        ("MIS01", replace(LACKS, closed_at=LINE), 0),
        ("ENT01", DAYS, 1),
        ("ENT01", replace(DAYS, days=1), 0),
        ("ENT01", replace(DAYS, days=0), 0),
    ],
)
def test_a_signal_finds_what_is_wrong_and_nothing_else(code: str, case: object, number: int) -> None:
    assert len(found(code, case)) == number


@pytest.mark.parametrize(("code", "case", "days"), [("MIS01", LACKS, 4), ("ENT01", DAYS, 2)])
def test_a_changed_threshold_is_the_line(code: str, case: object, days: int) -> None:
    assert not found(code, case, days=days)


@pytest.mark.parametrize(("code", "case"), [("MIS01", LACKS), ("ENT01", DAYS)])
def test_a_finding_says_what_and_where_in_both_languages(code: str, case: Missing) -> None:
    signal = registry()[code]
    (one,) = found(code, case)
    assert one.evidence
    assert one.group == "Sổ giấy"
    for text in (signal.sentence.vi, signal.sentence.en):
        assert case.ref in text.format(**one.values)


def test_a_missing_dossier_is_one_finding_that_names_nobody_and_closes_when_it_is_dropped(town: Town) -> None:
    trace(town, "receipt", "77", **LOST)
    trace(town, "queue", "3", **LOST)
    march(town)
    commands.run(now=LATER)
    finding = Finding.objects.get(signal="MIS01")
    assert (finding.state, finding.unit) == ("open", town.ward)
    assert "Nguyễn" not in words.sentence(finding) + str(finding.evidence)
    commands.drop(EntryTask.objects.get().pk, reason="Chỉ hỏi", by=town.leader, now=LATER)
    commands.run(now=LATER + timedelta(days=1))
    finding.refresh_from_db()
    assert finding.state == "closed"


def test_a_late_entry_is_a_finding_that_stays(town: Town) -> None:
    dossier = town.dossier()
    trace(town, "paper_register", "1", date(2023, 3, 10), **KNOWN)
    march(town)
    commands.run(now=LATER)
    commands.run(now=LATER + timedelta(days=30))
    finding = Finding.objects.get(signal="ENT01")
    assert (finding.state, finding.values) == ("open", {"ref": dossier.code, "days": 3})


def test_an_entry_of_the_same_or_the_next_day_is_no_finding(town: Town) -> None:
    town.dossier()
    trace(town, "paper_register", "1", date(2023, 3, 14), **KNOWN)
    march(town)
    commands.run(now=LATER)
    assert not Finding.objects.filter(signal__in=("ENT01", "MIS01")).exists()
