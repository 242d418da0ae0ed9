"""A run opens, keeps, closes and records findings; twice changes nothing; a person's verdict stands."""

from datetime import datetime, timedelta

import pytest

from motcua.base.clock import VIETNAM
from motcua.base.errors import NotFound, NotPermitted
from motcua.dossiers import commands as dossiers
from motcua.dossiers.tests.conftest import NOW, Town, branched
from motcua.events.models import Event
from motcua.inspection import commands, queries
from motcua.inspection.errors import AcceptanceNeedsEnd, FindingChanged, ReasonNeeded, UnknownThreshold
from motcua.inspection.models import Finding, SignalRun
from motcua.inspection.signals import registry
from motcua.inspection.sources import dossiers as dossier_source
from motcua.inspection.trial import tried

LATER = datetime(2023, 4, 10, 9, 0, tzinfo=VIETNAM)
DAY = timedelta(days=1)


def open_codes() -> set[str]:
    return set(Finding.objects.filter(state="open").values_list("signal", flat=True))


def of(code: str) -> Finding:
    return Finding.objects.get(signal=code)


def kinds(finding: Finding) -> list[str]:
    return list(Event.objects.filter(stream=finding.stream).order_by("seq").values_list("kind", flat=True))


def test_an_overdue_dossier_opens_a_finding_on_the_day_it_was_due(town: Town) -> None:
    dossier = town.forwarded()
    commands.run(now=LATER)
    finding = of("OVD01")
    assert (finding.state, finding.unit, finding.subject) == ("open", town.ward, f"dossier:{dossier.pk}")
    assert finding.opened_at == dossier.promised
    assert finding.evidence[0]["ref"] == dossier.code
    assert kinds(finding) == ["finding.opened"]


def test_a_dossier_in_time_opens_nothing(town: Town) -> None:
    town.forwarded()
    commands.run(now=NOW + timedelta(minutes=5))
    assert not Finding.objects.exists()


def test_the_same_run_twice_changes_nothing(town: Town) -> None:
    town.forwarded()
    commands.run(now=LATER)
    before, events = list(Finding.objects.values()), Event.objects.count()
    assert commands.run(now=LATER).counts == {}
    assert (list(Finding.objects.values()), Event.objects.count()) == (before, events)


def test_looking_at_everything_finds_what_the_daily_run_finds(town: Town) -> None:
    town.forwarded()
    commands.run(now=LATER)
    assert commands.run(now=LATER, everything=True).counts == {}


def test_a_finding_closes_by_itself_when_its_cause_is_mended(town: Town) -> None:
    dossier = town.forwarded()
    commands.run(now=LATER)
    mended = LATER + timedelta(hours=1)
    dossiers.resolve(dossier.ref, result="Đủ", by=town.officer, now=mended, seen=dossier.version)
    dossier.refresh_from_db()
    dossiers.approve(dossier.ref, by=town.leader, now=mended, seen=dossier.version)
    commands.run(now=LATER + DAY)
    finding = of("OVD01")
    assert (finding.state, finding.closed_at) == ("closed", mended)
    assert kinds(finding) == ["finding.opened", "finding.closed"]


def test_a_run_leaves_alone_what_it_did_not_look_at(town: Town) -> None:
    town.approved()
    elsewhere = Finding.objects.create(
        signal="OVD01", key="dossier:999999", subject="dossier:999999", unit=town.ward, group="x", severity=3,
        ground="x", state="open", since=NOW, opened_at=NOW,
    )  # fmt: skip
    commands.run(now=LATER)
    elsewhere.refresh_from_db()
    assert elsewhere.state == "open"


def test_a_past_day_gives_what_it_gave_then(town: Town) -> None:
    dossier = town.forwarded()
    then = list(dossier_source.cases([str(dossier.pk)], LATER))
    dossiers.resolve(dossier.ref, result="Đủ", by=town.officer, now=LATER + DAY, seen=dossier.version)
    assert list(dossier_source.cases([str(dossier.pk)], LATER)) == then


def test_the_number_of_queries_does_not_grow_with_the_dossiers(town: Town, django_assert_max_num_queries) -> None:  # type: ignore[no-untyped-def]
    for _ in range(5):
        town.forwarded()
    with django_assert_max_num_queries(64):
        commands.run(now=NOW + timedelta(minutes=1))


def test_the_next_run_looks_at_what_changed_and_what_is_under_way(town: Town) -> None:
    done = town.approved()
    commands.run(now=LATER)
    under_way = town.forwarded()
    assert commands.run(now=LATER + DAY).looked_at["dossier"] == len({done.pk, under_way.pk})
    assert SignalRun.objects.count() == 2


def test_what_is_accepted_needs_a_reason_and_an_end_and_comes_back_when_it_is_over(town: Town) -> None:
    town.forwarded()
    commands.run(now=LATER)
    finding = of("OVD01")
    for until, reason in ((LATER, "Chờ hướng dẫn"), (LATER + DAY, " ")):
        with pytest.raises(AcceptanceNeedsEnd):
            commands.accept(finding.pk, until=until, reason=reason, by=town.inspector, now=LATER, seen=finding.version)
    commands.accept(finding.pk, until=LATER + DAY, reason="Chờ hướng dẫn", by=town.inspector, now=LATER, seen=1)
    commands.run(now=LATER + DAY / 2)
    assert of("OVD01").state == "accepted"
    commands.run(now=LATER + 2 * DAY)
    finding = of("OVD01")
    assert (finding.state, finding.episode, finding.opened_at) == ("open", 2, LATER + DAY)
    assert kinds(finding) == ["finding.opened", "finding.accepted", "finding.acceptance_ended", "finding.reopened"]


def test_what_a_person_called_none_does_not_come_back(town: Town) -> None:
    town.forwarded()
    commands.run(now=LATER)
    with pytest.raises(ReasonNeeded):
        commands.withdraw(of("OVD01").pk, reason="", by=town.inspector, now=LATER, seen=1)
    commands.withdraw(of("OVD01").pk, reason="Nhập nhầm ngày", by=town.inspector, now=LATER, seen=1)
    commands.run(now=LATER + DAY)
    assert of("OVD01").state == "withdrawn"


def test_whoever_saw_an_older_finding_decides_nothing(town: Town) -> None:
    town.forwarded()
    commands.run(now=LATER)
    with pytest.raises(FindingChanged):
        commands.withdraw(of("OVD01").pk, reason="x", by=town.inspector, now=LATER, seen=7)


def test_rights(town: Town) -> None:
    town.forwarded()
    commands.run(now=LATER)
    pk = of("OVD01").pk
    assert queries.visible_to(town.officer, LATER).filter(pk=pk).exists()
    assert queries.visible_to(town.inspector, LATER).filter(pk=pk).exists()
    assert not queries.visible_to(town.stranger, LATER).exists()
    with pytest.raises(NotPermitted):
        commands.accept(pk, until=LATER + DAY, reason="x", by=town.leader, now=LATER, seen=1)
    with pytest.raises(NotFound):
        commands.remark(pk, text="x", by=town.stranger, now=LATER)
    commands.assign(pk, to=town.officer, by=town.leader, now=LATER, seen=1)
    with pytest.raises(NotFound):
        commands.assign(pk, to=town.stranger, by=town.leader, now=LATER, seen=2)
    commands.remark(pk, text="Đang xin ý kiến", by=town.officer, now=LATER)
    assert [one.text for one in queries.remarks(of("OVD01"))] == ["Đang xin ý kiến"]


def test_findings_of_one_cause_are_one_line(town: Town) -> None:
    for _ in range(3):
        town.forwarded()
    commands.run(now=LATER)
    groups = [one for one in queries.groups(town.inspector, LATER) if one.signal == "OVD01"]
    assert [(one.number, one.unit_id) for one in groups] == [(3, town.ward.pk)]
    assert len(queries.in_group(groups[0].group, town.inspector, LATER)) == 3


def test_an_administrator_switches_a_signal_off_with_a_reason(town: Town) -> None:
    town.forwarded()
    with pytest.raises(ReasonNeeded):
        commands.set_signal("OVD01", on=False, thresholds={}, reason="", by=town.administrator, now=NOW)
    with pytest.raises(UnknownThreshold):
        commands.set_signal("OVD01", on=True, thresholds={"cups": 1}, reason="x", by=town.administrator, now=NOW)
    with pytest.raises(NotPermitted):
        commands.set_signal("OVD01", on=False, thresholds={}, reason="x", by=town.leader, now=NOW)
    commands.set_signal("OVD01", on=False, thresholds={}, reason="Chờ thống nhất", by=town.administrator, now=NOW)
    commands.run(now=LATER)
    assert "OVD01" not in open_codes()


def test_a_threshold_holds_from_the_next_run(town: Town) -> None:
    town.forwarded()
    commands.set_signal("OVD01", on=True, thresholds={"hours": 24 * 365}, reason="x", by=town.administrator, now=NOW)
    commands.run(now=LATER)
    assert "OVD01" not in open_codes()


def test_a_signal_is_tried_on_past_days_and_writes_nothing(town: Town) -> None:
    dossier = town.forwarded()
    asked = {"code": "OVD01", "by": town.administrator, "now": LATER}
    found = tried(**asked, since=NOW, until=LATER, thresholds={})  # type: ignore[arg-type]
    assert [(one.ref, one.found.since) for one in found] == [(dossier.code, dossier.promised)]
    assert tried(**asked, since=LATER - DAY, until=LATER, thresholds={}) == []  # type: ignore[arg-type]
    assert tried(**asked, since=NOW, until=NOW + DAY / 24, thresholds={}) == []  # type: ignore[arg-type]
    assert tried(**asked, since=NOW, until=LATER, thresholds={"hours": 24 * 365}) == []  # type: ignore[arg-type]
    assert not Finding.objects.exists()


def test_only_an_administrator_tries_and_only_what_there_is(town: Town) -> None:
    span = {"since": NOW, "until": LATER, "now": LATER}
    with pytest.raises(NotPermitted):
        tried("OVD01", **span, thresholds={}, by=town.leader)  # type: ignore[arg-type]
    with pytest.raises(NotFound):
        tried("XXX99", **span, thresholds={}, by=town.administrator)  # type: ignore[arg-type]
    with pytest.raises(UnknownThreshold):
        tried("OVD01", **span, thresholds={"cups": 2}, by=town.administrator)  # type: ignore[arg-type]


def test_what_was_tried_is_what_a_run_opens(town: Town) -> None:
    for _ in range(3):
        town.forwarded()
    town.approved()
    commands.run(now=LATER)
    for code in registry():
        opened = set(Finding.objects.filter(signal=code, state="open").values_list("subject", flat=True))
        found = tried(code, since=NOW - DAY, until=LATER, thresholds={}, by=town.administrator, now=LATER)
        assert {one.subject for one in found} == opened


def test_no_dossier_that_the_software_led_left_its_process(town: Town) -> None:
    branched(town)
    for dossier in (town.approved(), town.forwarded(code="1.004884")):
        assert dossier.pk
    sent_back = town.resolved()
    dossiers.send_back(sent_back.ref, reason="Thiếu căn cứ", by=town.leader, now=NOW, seen=sent_back.version)
    commands.run(now=LATER)
    assert Finding.objects.exists()
    assert not Finding.objects.filter(signal="PRC01").exists()


def test_day_after_day_finds_what_one_look_at_everything_finds(town: Town) -> None:
    """Also what becomes wrong on a day on which nobody touches the dossier: not digitised, not collected."""
    town.approved()
    town.forwarded()
    for day in range(30):
        commands.run(now=NOW + day * DAY)
    daily = sorted(Finding.objects.values_list("signal", "key", "state", "opened_at"))
    assert {"DIG01", "RET01", "IDL01", "OVD01"} <= {signal for signal, *_ in daily}
    assert commands.run(now=NOW + 29 * DAY, everything=True).counts == {}
    assert sorted(Finding.objects.values_list("signal", "key", "state", "opened_at")) == daily


def test_a_dossier_that_ended_long_ago_is_not_looked_at_again(town: Town) -> None:
    dossier = town.approved()
    dossiers.return_result(
        dossier.ref, taken_by="Trần Thị Mẫu", proof="Thẻ căn cước", by=town.desk, now=NOW, seen=dossier.version
    )
    Finding.objects.all().delete()
    for day in (1, 20, 40, 60):
        last = commands.run(now=NOW + day * DAY)
        Finding.objects.all().delete()
    assert last.looked_at["dossier"] == 0
