"""Whatever way entries arrive, the checklist says the same, and nothing that was said is lost."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.engines.merging import THRESHOLD, Entry, Kind, Said, digest, likeness, state
from motcua.engines.merging.entries import heads

PASS, FAIL = {"result": "pass"}, {"result": "fail", "missing": 2}


def said(uuid: str, value: dict[str, Any], *seen: str, device: str = "1", kind: Kind = Kind.ANSWER) -> Entry:
    return Entry(uuid, device, "7.3", kind, value, frozenset(seen))


def defect(uuid: str, text: str, *seen: str, device: str, photos: tuple[str, ...] = ()) -> Entry:
    return said(uuid, {"text": text, "photos": list(photos)}, *seen, device=device, kind=Kind.DEFECT)


def test_one_answer_is_the_answer() -> None:
    found = state([said("a", PASS)])["7.3"]
    assert (found.said, found.value, found.answers) == (Said.ONE, PASS, ("a",))


def test_an_answer_replaces_the_one_its_author_had_before_him() -> None:
    assert state([said("a", PASS), said("b", FAIL, "a")])["7.3"].value == FAIL


def test_two_who_said_the_same_are_merged() -> None:
    found = state([said("a", PASS), said("b", PASS, device="2")])["7.3"]
    assert (found.said, found.value) == (Said.MERGED, PASS)


def test_two_who_said_differently_conflict_and_neither_wins() -> None:
    found = state([said("a", PASS), said("b", FAIL, device="2")])["7.3"]
    assert (found.said, found.value, found.answers) == (Said.CONFLICT, None, ("a", "b"))


def test_a_resolution_that_names_both_ends_the_conflict() -> None:
    entries = [said("a", PASS), said("b", FAIL, device="2"), said("c", FAIL, "a", "b", kind=Kind.RESOLVE)]
    assert (state(entries)["7.3"].said, state(entries)["7.3"].value) == (Said.ONE, FAIL)


def test_a_resolution_that_names_only_one_leaves_the_conflict() -> None:
    entries = [said("a", PASS), said("b", FAIL, device="2"), said("c", PASS, "a", kind=Kind.RESOLVE)]
    assert state(entries)["7.3"].said is Said.CONFLICT


def test_what_is_withdrawn_no_longer_stands() -> None:
    found = state([said("a", {"text": "x"}, kind=Kind.NOTE), said("b", {"withdrawn": True}, "a", kind=Kind.NOTE)])
    assert found["7.3"].notes == ()


def test_entries_that_name_one_another_are_all_kept() -> None:
    assert state([said("a", PASS, "b"), said("b", FAIL, "a")])["7.3"].answers == ("a", "b")


def test_an_answer_that_names_both_of_a_ring_replaces_them() -> None:
    assert state([said("a", PASS, "b"), said("b", FAIL, "a"), said("c", PASS, "a", "b")])["7.3"].answers == ("c",)


def test_a_note_replaces_no_answer() -> None:
    found = state([said("a", PASS), said("b", {"text": "x"}, "a", kind=Kind.NOTE)])["7.3"]
    assert (found.answers, found.notes) == (("a",), ("b",))


ALIKE = ("Sổ tiếp nhận không ghi ngày hẹn trả", "so tiep nhan khong ghi ngay hen tra ket qua")


def test_twins_of_two_devices_are_found_by_their_words() -> None:
    found = state([defect("a", ALIKE[0], device="1"), defect("b", ALIKE[1], device="2")])["7.3"]
    assert (found.defects, found.twins) == (("a", "b"), (("a", "b"),))


def test_twins_are_found_by_a_photograph_that_both_took_up() -> None:
    pair = [defect("a", "Thiếu biển tên", device="1", photos=("f",)), defect("b", "Khác", device="2", photos=("f",))]
    assert state(pair)["7.3"].twins == (("a", "b"),)


def test_two_defects_of_one_device_are_no_twins() -> None:
    assert state([defect("a", ALIKE[0], device="1"), defect("b", ALIKE[1], device="1")])["7.3"].twins == ()


def test_other_words_make_no_twins() -> None:
    pair = [defect("a", "Máy quét hỏng", device="1"), defect("b", "Thiếu biên lai thu phí", device="2")]
    assert state(pair)["7.3"].twins == ()


def test_joined_twins_are_one_defect() -> None:
    pair = [defect("a", ALIKE[0], device="1"), defect("b", ALIKE[1], device="2")]
    found = state([*pair, defect("c", ALIKE[0], "a", "b", device="1")])["7.3"]
    assert (found.defects, found.twins) == (("c",), ())


def test_twins_of_which_somebody_said_that_they_are_two_are_not_suggested_again() -> None:
    pair = [defect("a", ALIKE[0], device="1"), defect("b", ALIKE[1], device="2")]
    apart = said("c", {"apart": ["b", "a"]}, kind=Kind.RESOLVE)
    assert (state([*pair, apart])["7.3"].twins, state([*pair, apart])["7.3"].defects) == ((), ("a", "b"))


@pytest.mark.parametrize(("one", "other", "near"), [
    ("Thiếu phiếu kiểm soát", "Thiếu phiếu kiểm soát", True), ("Thiếu phiếu kiểm soát", "thieu phieu kiem soat", True),
    ("Thiếu phiếu kiểm soát", "", False), ("Chưa niêm yết 2 thủ tục", "Niêm yết thiếu hai thủ tục", True),
    ("Chưa niêm yết 2 thủ tục", "Chưa có camera", False),
])  # fmt: skip
def test_likeness_against_the_threshold(one: str, other: str, near: bool) -> None:
    assert (likeness(one, other) >= THRESHOLD) is near


def test_signatures_change_neither_state_nor_digest() -> None:
    entries = [said("a", PASS)]
    signed = [*entries, Entry("s", "1", "", Kind.SIGNATURE, {"side": "team"})]
    assert state(signed) == state(entries)
    assert digest(signed) == digest(entries) != digest([*entries, said("b", PASS, "a")])


NAMES = [f"{n:02d}" for n in range(12)]
VALUES = st.sampled_from([PASS, FAIL, {"result": "na"}, {"withdrawn": True}])


@st.composite
def histories(draw: st.DrawFn) -> list[Entry]:
    """What up to three devices may say, each naming only what was there before it; some names lead nowhere."""
    found: list[Entry] = []
    for place, uuid in enumerate(NAMES[: draw(st.integers(0, len(NAMES)))]):
        older = [*NAMES[:place], "unknown"]
        seen = draw(st.sets(st.sampled_from(older), max_size=3))
        kind = draw(st.sampled_from([Kind.ANSWER, Kind.RESOLVE, Kind.NOTE, Kind.DEFECT]))
        device, question = draw(st.sampled_from("123")), draw(st.sampled_from(["7.3", "8.1"]))
        found.append(Entry(uuid, device, question, kind, draw(VALUES), frozenset(seen)))
    return found


@given(histories(), st.randoms(use_true_random=False), st.lists(st.integers(0, 12), max_size=4))
def test_any_order_any_doubling_and_any_cut_give_the_same_state(
    entries: list[Entry], chance: Any, cuts: list[int]
) -> None:
    mixed = [*entries, *entries]
    chance.shuffle(mixed)
    batches, begin = [], 0
    for cut in [*sorted(cuts), len(mixed)]:
        batches.append(mixed[begin:cut])
        begin = max(begin, cut)
    kept: dict[str, Entry] = {}
    for batch in batches:
        kept |= {entry.uuid: entry for entry in batch}
    assert state(kept.values()) == state(entries)
    assert digest(kept.values()) == digest(entries)


@given(histories(), st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)), max_size=6))
def test_nothing_is_lost_every_entry_stands_or_was_replaced_by_one_that_stands(
    entries: list[Entry], rings: list[tuple[str, str]]
) -> None:
    names = dict(rings)  # also where liars name what comes after them
    entries = [replace(one, seen=one.seen | {names[one.uuid]} if one.uuid in names else one.seen) for one in entries]
    for question in {entry.question for entry in entries}:
        for strand in {entry.strand for entry in entries if entry.question == question}:
            mine = [one for one in entries if (one.question, one.strand) == (question, strand)]
            known, reached = {one.uuid: one for one in mine}, set()
            ahead = [one.uuid for one in heads(mine)]
            while ahead:
                name = ahead.pop()
                if name in known and name not in reached:
                    reached.add(name)
                    ahead += known[name].seen
            assert reached == set(known)


@given(histories())
def test_whoever_names_every_head_settles_the_question(entries: list[Entry]) -> None:
    for question, found in state(entries).items():
        if found.answers:
            last = Entry("zz", "9", question, Kind.RESOLVE, PASS, frozenset(found.answers))
            assert state([*entries, last])[question].value == PASS
