"""A page names a place, apps above fill it; what is empty is left out, and naming a filler twice shows it once."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from motcua.base.text import Text
from motcua.web import beside

NOW = datetime(2023, 3, 15, tzinfo=UTC)
LINE = beside.Line("/x", beside.Badge("ok", "check", Text("Một", "One")), None, "x", "", Text("Mở", "Open"))


def full(_user: Any, _now: datetime) -> Iterator[beside.Section]:
    yield beside.Section(Text("Đầy", "Full"), (LINE,))


def empty(_user: Any, _now: datetime) -> Iterator[beside.Section]:
    yield beside.Section(Text("Trống", "Empty"), ())


def test_what_is_empty_is_left_out_and_twice_is_once() -> None:
    for filler in (empty, full, full):
        beside.fill("a place of this test", filler)
    assert [one.title.en for one in beside.sections("a place of this test", None, NOW)] == ["Full"]
    assert beside.sections("a place that nobody fills", None, NOW) == []
