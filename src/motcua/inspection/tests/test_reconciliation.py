"""What arose against what was entered: one missing dossier once, namesakes apart, a person's word, twice nothing."""

import random
from collections import Counter
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from motcua.base.clock import VIETNAM
from motcua.base.errors import NotFound, NotPermitted
from motcua.dossiers import commands as dossiers
from motcua.dossiers.tests.conftest import NOW, Town
from motcua.events.models import Event
from motcua.inspection import commands
from motcua.inspection.errors import NoSuchMonth, PairChanged, ReasonNeeded, TaskClosed
from motcua.inspection.models import EntryTask, Link, Reconciliation, Trace
from motcua.inspection.reconciling.figures import figures
from motcua.inspection.reconciling.records import Cluster, Month

MARCH = date(2023, 3, 1)
LATER = datetime(2023, 4, 10, 9, 0, tzinfo=VIETNAM)
BIRTH = "Đăng ký khai sinh"
KNOWN = {"full_name": "Trần Thị Mẫu", "citizen_id": "030195000001", "phone": "0900000001", "procedure": BIRTH}
LOST = {"full_name": "Nguyễn Văn Ổi", "birth_date": "05/02/1970", "phone": "0900000777", "procedure": BIRTH}


def trace(town: Town, kind: str, ref: str, on: date = date(2023, 3, 15), **more: object) -> Trace:
    return Trace.objects.create(unit=town.ward, kind=kind, ref=ref, received_on=on, changed_at=NOW, **more)


def march(town: Town, now: datetime = LATER) -> Reconciliation:
    return commands.reconcile(town.ward.pk, MARCH, by=town.inspector, now=now)


def counts(found: Reconciliation) -> tuple[int, int, int, int]:
    return tuple(found.figures[name] for name in ("matched", "software", "paper", "doubtful"))  # type: ignore[return-value]


def doubtful(town: Town) -> Link:
    """A pair that only a person can tell: one name and procedure, another date of birth."""
    town.dossier(born_on=date(1995, 9, 2), number="", telephone="")
    trace(town, "paper_register", "1", full_name="Trần Thị Mẫu", birth_date="11/12/1981", procedure=BIRTH)
    march(town)
    return Link.objects.get()


def test_a_trace_that_the_software_knows_is_matched_though_it_is_written_otherwise(town: Town) -> None:
    town.dossier()
    trace(town, "paper_register", "1", full_name="Bà TRAN THI MAU", phone="+84 900 000 001", procedure=BIRTH)
    assert counts(march(town)) == (1, 0, 0, 0)
    assert (Link.objects.get().state, EntryTask.objects.count()) == ("match", 0)


def test_a_dossier_that_no_other_source_knows_is_only_in_the_software(town: Town) -> None:
    town.dossier()
    assert counts(march(town)) == (0, 1, 0, 0)


def test_a_missing_dossier_that_three_sources_know_is_listed_once_by_name(town: Town) -> None:
    town.dossier()
    for kind in ("queue", "paper_register", "receipt"):
        trace(town, kind, "2", **LOST)
        trace(town, kind, "1", **KNOWN)
    assert counts(march(town)) == (1, 0, 1, 0)
    task = EntryTask.objects.get()
    assert (task.trace.full_name, task.traces.count(), task.state) == ("Nguyễn Văn Ổi", 3, "open")


def test_namesakes_are_not_merged(town: Town) -> None:
    town.dossier(born_on=date(1995, 9, 2))
    other = {**KNOWN, "citizen_id": "030181009999", "birth_date": "11/12/1981", "phone": "0912345678"}
    trace(town, "paper_register", "1", **other)
    assert counts(march(town)) == (0, 1, 1, 0)


def test_the_same_day_and_procedure_of_another_person_are_no_match(town: Town) -> None:
    town.dossier()
    trace(town, "paper_register", "1", full_name="Lê Thị Mít", procedure=BIRTH)
    assert counts(march(town)) == (0, 1, 1, 0)


def test_a_trace_that_names_nobody_is_counted_apart(town: Town) -> None:
    trace(town, "queue", "17")
    found = march(town)
    assert (counts(found), found.figures["nameless"], EntryTask.objects.count()) == ((0, 0, 0, 0), 1, 0)


def test_what_is_doubtful_waits_for_a_person_and_opens_no_task(town: Town) -> None:
    link = doubtful(town)
    assert (link.state, EntryTask.objects.count()) == ("review", 0)
    assert link.why["vi"]


@pytest.mark.parametrize(("same", "after"), [(True, (1, 0, 0, 0)), (False, (0, 1, 1, 0))])
def test_what_a_person_says_of_a_pair_stands(town: Town, *, same: bool, after: tuple[int, ...]) -> None:
    link = doubtful(town)
    commands.judge(link.pk, same=same, by=town.desk, now=LATER, seen="review")
    assert counts(march(town, LATER + timedelta(days=1))) == after
    assert Link.objects.get().state == ("confirmed" if same else "refused")
    assert EntryTask.objects.count() == (not same)


def test_a_month_is_reckoned_anew_with_its_last_doubtful_pair(town: Town) -> None:
    for name in ("Trần Thị Mẫu", "Lê Thị Mít"):
        town.dossier(name=name, born_on=date(1995, 9, 2), number="", telephone="")
        trace(town, "paper_register", name, full_name=name, birth_date="11/12/1981", procedure=BIRTH)
    march(town)
    first, last = Link.objects.order_by("pk")
    commands.judge(first.pk, same=False, by=town.desk, now=LATER, seen="review")
    assert not EntryTask.objects.exists()
    commands.judge(last.pk, same=False, by=town.desk, now=LATER, seen="review")
    assert EntryTask.objects.count() == 2


def test_a_verdict_that_is_changed_closes_the_task_it_had_opened(town: Town) -> None:
    link = doubtful(town)
    commands.judge(link.pk, same=False, by=town.desk, now=LATER, seen="review")
    commands.judge(link.pk, same=True, by=town.desk, now=LATER, seen="refused")
    assert (EntryTask.objects.get().state, EntryTask.objects.get().dossier) == ("entered", link.dossier)
    with pytest.raises(PairChanged):
        commands.judge(link.pk, same=False, by=town.desk, now=LATER, seen="review")


def test_the_same_twice_changes_nothing(town: Town) -> None:
    town.dossier()
    for kind in ("queue", "paper_register"):
        trace(town, kind, "1", **KNOWN)
        trace(town, kind, "2", **LOST)
    march(town)
    held = [list(model.objects.order_by("pk").values()) for model in (Link, EntryTask, Trace, Reconciliation)]
    events = Event.objects.count()
    march(town, LATER + timedelta(days=3))
    assert [list(model.objects.order_by("pk").values()) for model in (Link, EntryTask, Trace, Reconciliation)] == held
    assert Event.objects.count() == events


def test_one_event_tells_of_a_run_and_names_nobody(town: Town) -> None:
    trace(town, "receipt", "1", **LOST)
    march(town)
    event = Event.objects.get(kind="reconciliation.done")
    assert event.data["paper"] == 1
    assert not any(value in str(event.data) for value in ("Nguyễn", "0900000777"))


def test_a_task_closes_when_its_form_was_sent_whatever_was_typed(town: Town) -> None:
    trace(town, "receipt", "1", **LOST)
    march(town)
    intake = town.intake(name="Nguyễn Thị Sửa Lại", number="", telephone="")
    intake = replace(intake, key=EntryTask.objects.get().intake_key)
    dossier = dossiers.receive(intake, by=town.desk, now=datetime(2023, 8, 1, 9, 0, tzinfo=VIETNAM))
    assert counts(march(town, datetime(2023, 8, 2, 9, 0, tzinfo=VIETNAM))) == (1, 0, 0, 0)
    assert (EntryTask.objects.get().state, EntryTask.objects.get().dossier) == ("entered", dossier)


def test_a_dossier_entered_late_is_counted_with_its_working_days_once(town: Town) -> None:
    town.dossier()  # on Wednesday 15/03/2023
    trace(town, "paper_register", "1", date(2023, 3, 10), **KNOWN)  # a Friday
    found = march(town)
    assert found.figures["late"] == {"count": 1, "median": 3, "most": 3}
    assert [row[1:] for row in found.late] == [["2023-03-10", "2023-03-15", 3]]


def test_a_dossier_entered_on_its_day_is_not_late(town: Town) -> None:
    town.dossier()
    trace(town, "paper_register", "1", **KNOWN)
    trace(town, "result", "9", date(2023, 3, 1), **KNOWN)  # not kept at the desk: says nothing of the day of reception
    assert march(town).figures["late"]["count"] == 0


def test_a_task_is_dropped_with_a_reason_by_who_may_and_stays_so(town: Town) -> None:
    trace(town, "queue", "1", **LOST)
    march(town)
    pk = EntryTask.objects.get().pk
    with pytest.raises(NotPermitted):
        commands.drop(pk, reason="Chỉ hỏi", by=town.desk, now=LATER)
    with pytest.raises(ReasonNeeded):
        commands.drop(pk, reason=" ", by=town.leader, now=LATER)
    commands.drop(pk, reason="Chỉ hỏi thủ tục", by=town.leader, now=LATER)
    found = march(town)
    assert (counts(found), found.figures["dropped"]) == ((0, 0, 0, 0), 1)
    assert EntryTask.objects.get().state == "dropped"
    with pytest.raises(TaskClosed):
        commands.drop(pk, reason="x", by=town.leader, now=LATER)


def test_a_leader_names_a_receptionist_of_his_unit(town: Town) -> None:
    trace(town, "queue", "1", **LOST)
    march(town)
    pk = EntryTask.objects.get().pk
    assert commands.assign_entry(pk, to=town.desk, by=town.leader, now=LATER).assigned_to == town.desk
    with pytest.raises(NotFound):
        commands.assign_entry(pk, to=town.stranger, by=town.leader, now=LATER)
    with pytest.raises(NotPermitted):
        commands.assign_entry(pk, to=town.desk, by=town.inspector, now=LATER)


@pytest.mark.parametrize(
    ("who", "may"),
    [
        ("desk", True),
        ("leader", True),
        ("inspector", True),
        ("administrator", True),
        ("officer", False),
        ("stranger", False),
    ],
)
def test_a_unit_is_reconciled_by_its_own_desk_and_from_above(town: Town, who: str, *, may: bool) -> None:
    link = doubtful(town)
    acts = [
        lambda by: commands.reconcile(town.ward.pk, MARCH, by=by, now=LATER),
        lambda by: commands.judge(link.pk, same=True, by=by, now=LATER, seen="review"),
    ]
    for act in acts:
        if may:
            act(getattr(town, who))
        else:
            with pytest.raises(NotFound):
                act(getattr(town, who))


@pytest.mark.parametrize("month", [date(2023, 5, 1), date(2023, 3, 2)])
def test_a_month_to_come_or_none_at_all_is_refused(town: Town, month: date) -> None:
    with pytest.raises(NoSuchMonth):
        commands.reconcile(town.ward.pk, month, by=town.inspector, now=LATER)


def test_two_months_leave_each_others_links_and_tasks_alone(town: Town) -> None:
    trace(town, "queue", "1", date(2023, 3, 31), **LOST)
    trace(town, "receipt", "1", date(2023, 4, 1), **LOST)
    march(town)
    april = commands.reconcile(town.ward.pk, date(2023, 4, 1), by=town.inspector, now=LATER)
    assert counts(april) == (0, 0, 0, 0)
    assert (EntryTask.objects.get().month, EntryTask.objects.get().traces.count()) == (MARCH, 2)


def simulated(seed: int, total: int) -> Month:
    """A month of dossiers that four independent sources each see with a chance of its own."""
    dice = random.Random(seed)
    chances = {"queue": 0.5, "paper_register": 0.7, "receipt": 0.6, "post": 0.3}
    clusters = []
    for _ in range(total):
        seen = [kind for kind, chance in chances.items() if dice.random() < chance]
        if seen:
            clusters.append(Cluster(tuple(Trace(kind=kind, procedure=BIRTH, received_on=MARCH) for kind in seen), None))
    return Month({}, {}, {}, 0, clusters)


def test_the_estimate_covers_the_truth_of_most_simulated_months() -> None:
    covered: Counter[bool] = Counter()
    for seed in range(20):
        month = simulated(seed, 300)
        found = figures(month, [])["estimate"]
        covered[found["low"] <= 300 - len(month.clusters) <= found["high"]] += 1
    assert covered[True] >= 17


def test_one_source_is_too_little_to_say_anything(town: Town) -> None:
    town.dossier()
    found = march(town).figures
    assert (found["estimate"], bool(found["why_not"]["vi"])) == (None, True)


def test_two_thin_sources_are_warned_of(town: Town) -> None:
    town.dossier()
    trace(town, "receipt", "1", **KNOWN)
    assert any("quá ít" in one["vi"] for one in march(town).figures["estimate"]["warnings"])


def test_more_sources_than_the_engine_takes_are_put_together() -> None:
    kinds = ("queue", "paper_register", "receipt", "result", "post", "certified_copy", "slip")
    clusters = [Cluster(tuple(Trace(kind=kind, received_on=MARCH) for kind in kinds[at:]), None) for at in range(7)]
    sources = figures(Month({}, {}, {}, 0, clusters), [])["sources"]
    assert (len(sources), sources[-1][0]) == (6, "others")
