"""Branches, joins and conditions: what opens next, and that every course comes to its end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.engines.flow import Flow, Join, Moves, Step, drawing, faults, next_moves

FACTS = {"channel"}


def flow(*rows: tuple[str, str, str] | tuple[str, str, str, dict[str, tuple[str, ...]]]) -> Flow:
    """Rows of (key, "after another", join[, when]); the last one is the end."""
    steps = [
        Step(key, key.title(), tuple(after.split()), Join.read(join), dict(*more), is_end=n == len(rows))
        for n, (key, after, join, *more) in enumerate(rows, start=1)
    ]
    return Flow(tuple(steps))


BRANCHED = flow(("start", "", "all"), ("law", "start", "all"), ("land", "start", "all"), ("sign", "law land", "all"),
                ("end", "sign", "all"))  # fmt: skip


def moves(of: Flow, done: str = "", running: str = "", skipped: str = "", expired: str = "", **facts: str) -> Moves:
    return next_moves(of, done=done.split(), skipped=skipped.split(), running=running.split(), facts=facts,
                      expired=expired.split())  # fmt: skip


def test_it_begins_with_the_first_step() -> None:
    assert moves(BRANCHED).opened == ("start",)


def test_branches_open_together() -> None:
    assert moves(BRANCHED, done="start").opened == ("law", "land")


def test_a_join_waits_for_all_its_branches() -> None:
    assert moves(BRANCHED, done="start law", running="land").opened == ()
    assert moves(BRANCHED, done="start law land").opened == ("sign",)


@pytest.mark.parametrize(("join", "done", "opened"), [
    ("any", "s a", ("j",)), ("any", "s", ()), ("2", "s a", ()), ("2", "s a b", ("j",)), ("all", "s a b", ()),
    ("all", "s a b c", ("j",)), ("deadline", "s a b", ()), ("deadline", "s a b c", ("j",)),
])  # fmt: skip
def test_each_join_rule(join: str, done: str, opened: tuple[str, ...]) -> None:
    three = flow(("s", "", "all"), ("a", "s", "all"), ("b", "s", "all"), ("c", "s", "all"), ("j", "a b c", join))
    running = " ".join(key for key in "abc" if key not in done.split()) if "s" in done else ""
    assert moves(three, done=done, running=running).opened == opened


def test_a_join_by_deadline_opens_once_every_branch_it_waits_for_is_late() -> None:
    two = flow(("s", "", "all"), ("a", "s", "all"), ("b", "s", "all"), ("j", "a b", "deadline"))
    assert moves(two, done="s a", running="b").opened == ()
    assert moves(two, done="s a", running="b", expired="b") == Moves(("j",), (), ("b",))


def test_what_a_fired_join_no_longer_waits_for_is_dropped() -> None:
    two = flow(("s", "", "all"), ("a", "s", "all"), ("b", "s", "all"), ("b2", "b", "all"), ("j", "a b2", "any"))
    assert moves(two, done="s a", running="b") == Moves(("j",), ("b2",), ("b",))


def test_a_step_whose_condition_does_not_hold_is_passed_over() -> None:
    asked = flow(("s", "", "all"), ("scan", "s", "all", {"channel": ("direct", "postal")}), ("end", "scan", "all"))
    assert moves(asked, done="s", channel="direct").opened == ("scan",)
    assert moves(asked, done="s", channel="online") == Moves(("end",), ("scan",), ())


def test_an_unknown_fact_holds_for_nothing() -> None:
    assert not Step("a", "A", when={"channel": ("direct",)}).wanted({})


@pytest.mark.parametrize(("broken", "word"), [
    (flow(("s", "", "all"), ("x", "", "all"), ("end", "s x", "all")), "Không có đường nào đến"),
    (flow(("s", "", "all"), ("a", "b", "all"), ("b", "a", "all"), ("end", "b", "all")), "quay vòng"),
    (flow(("s", "", "all"), ("end", "missing", "all")), "không có trong quy trình"),
    (flow(("s", "", "all"), ("end", "s", "any")), "chỉ có một bước đứng trước"),
    (flow(("s", "", "all"), ("a", "s", "all"), ("b", "s", "all"), ("end", "a b", "3")), "chờ 3 nhánh"),
    (flow(("s", "", "all"), ("s", "s", "all"), ("end", "s", "all")), "dùng hai lần"),
    (flow(("s", "", "all"), ("a", "s", "all"), ("end", "s", "all")), "không còn bước nào"),
    (flow(("s", "", "all"), ("end", "s", "all", {"sao": ("x",)})), "chỉ dùng: channel"),
    (Flow(()), "chưa có bước nào"),
    (Flow((Step("s", "S"),)), "không có bước kết thúc"),
])  # fmt: skip
def test_each_fault_is_told_in_plain_words(broken: Flow, word: str) -> None:
    assert any(word in fault.vi for fault in faults(broken, facts=FACTS)), faults(broken, facts=FACTS)


def test_steps_longer_than_the_procedure_are_told_along_the_longest_way() -> None:
    steps = (Step("s", "S"), Step("a", "A", ("s",), hours=16), Step("b", "B", ("s",), hours=20),
             Step("end", "E", ("a", "b"), hours=4, is_end=True))  # fmt: skip
    assert faults(Flow(steps), facts=FACTS, limit_hours=24) == []
    (fault,) = faults(Flow(steps), facts=FACTS, limit_hours=23.5)
    assert "3 so với 2,9375 ngày" in fault.vi


def test_a_sound_process_has_no_fault_and_a_picture_of_every_step() -> None:
    assert faults(BRANCHED, facts=FACTS) == []
    boxes = drawing(BRANCHED).boxes
    assert len({(box.x, box.y) for box in boxes}) == len(BRANCHED.steps)
    assert len(drawing(BRANCHED).lines) == 5


@st.composite
def flows(draw: st.DrawFn) -> Flow:
    """Any process without a fault: each step follows some earlier ones; the end follows whatever has no follower."""
    count = draw(st.integers(1, 7))
    steps = [Step("s0", "S0")]
    for n in range(1, count):
        after = draw(st.sets(st.sampled_from([s.key for s in steps]), min_size=1, max_size=3))
        rules = ["all"] + (["any", "deadline", str(draw(st.integers(1, len(after))))] if len(after) > 1 else [])
        when = draw(st.sampled_from([{}, {"channel": ("direct",)}]))
        steps.append(Step(f"s{n}", f"S{n}", tuple(sorted(after)), Join.read(draw(st.sampled_from(rules))), when))
    loose = tuple(s.key for s in steps if not any(s.key in o.after for o in steps))
    return Flow((*steps, Step("end", "End", loose, is_end=True)))


@given(flows(), st.sampled_from(["direct", "online"]), st.randoms(use_true_random=False))
def test_whatever_is_done_first_a_course_reaches_its_end_and_no_step_is_done_twice(
    one: Flow, channel: str, random: object
) -> None:
    assert faults(one, facts=FACTS) == []
    done: list[str] = []
    skipped: set[str] = set()
    running: set[str] = set()
    for _ in range(len(one.steps) + 1):
        found = next_moves(one, done=done, skipped=skipped, running=running, facts={"channel": channel})
        skipped |= set(found.skipped) | set(found.dropped)
        running = (running - set(found.dropped)) | set(found.opened)
        assert not next_moves(one, done=done, skipped=skipped, running=running, facts={"channel": channel}).opened
        if not running:
            break
        key = random.choice(sorted(running))  # type: ignore[attr-defined]
        running.remove(key)
        done.append(key)
    assert "end" in done
    assert len(done) == len(set(done))
    assert not skipped & set(done)
