"""docs/signals.md tells of each signal and source what they are."""

from pathlib import Path

import pytest

from motcua.engines.signals import FOREVER
from motcua.inspection.signals import registry
from motcua.inspection.sources import sources

PAGE = (Path(__file__).parents[4] / "docs/signals.md").read_text(encoding="utf-8")
ROWS = [line.strip("| ").split(" | ") for line in PAGE[PAGE.index("## The signals") :].splitlines() if "|" in line][2:]
SOURCES = PAGE[PAGE.index("| source |") : PAGE.index("**As of a moment.**")]


@pytest.mark.parametrize("code", registry())
def test_the_page_tells_each_signal_as_it_is(code: str) -> None:
    signal = registry()[code]
    line = "; ".join(f"{one.value} {one.words.en}" for one in signal.thresholds.values()) or "–"
    closes = "a person" if signal.waits == FOREVER else "by itself"
    wanted = [code, signal.title.en, line, signal.ground, signal.mark, f"`{signal.looks_at}`", closes]
    assert wanted in ROWS


def test_the_page_tells_no_signal_that_there_is_not() -> None:
    assert [row[0] for row in ROWS] == list(registry())


@pytest.mark.parametrize("name", sources())
def test_the_page_names_each_source(name: str) -> None:
    assert f"`{name}`" in SOURCES
