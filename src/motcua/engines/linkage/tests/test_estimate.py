"""What no source holds is estimated, with an interval that holds the truth and warnings where it may not."""

import random

import pytest

from motcua.bench.linkage import month
from motcua.engines.linkage import LinkageError, estimate
from motcua.engines.linkage.errors import NothingCounted, TooFewSources, TooManySources


def test_two_sources_are_reckoned_by_chapman() -> None:
    found = estimate({(1, 1): 30, (1, 0): 20, (0, 1): 10})
    assert found.total == pytest.approx(51 * 41 / 31 - 1)
    assert (found.observed, found.model) == (60, "Chapman")


def test_what_is_missing_is_the_total_without_what_was_seen() -> None:
    found = estimate(
        {(1, 1, 1): 30, (1, 1, 0): 12, (1, 0, 1): 9, (0, 1, 1): 11, (1, 0, 0): 7, (0, 1, 0): 6, (0, 0, 1): 5}
    )
    assert found.missing == pytest.approx(found.total - found.observed)
    assert found.observed <= found.low <= found.total <= found.high


def test_independent_sources_give_the_product_of_their_odds() -> None:
    """Each knows half: what none knows is as much as each cell of what they know."""
    cells = [(a, b, c) for a in (0, 1) for b in (0, 1) for c in (0, 1) if a or b or c]
    assert estimate(dict.fromkeys(cells, 500)).missing == pytest.approx(500, rel=0.03)


def test_sources_that_know_the_same_leave_nothing_missing() -> None:
    found = estimate({(1, 1, 1): 200})
    assert found.observed == 200
    assert found.total < 203


@pytest.mark.parametrize(
    ("sources", "dependence", "uneven"),
    [(3, 0.0, 0.0), (3, 0.7, 0.0), (4, 0.7, 0.0), (3, 0.0, 0.5), (2, 0.0, 0.0), (2, 0.7, 0.0)],
)
def test_the_interval_holds_the_truth_nine_times_in_ten(sources: int, dependence: float, uneven: float) -> None:
    dice = random.Random(f"{sources} {dependence} {uneven}")
    found = [estimate(month(200, sources, dependence, uneven, dice)) for _ in range(60)]
    assert sum(one.low <= 200 <= one.high for one in found) >= 54


def test_two_sources_are_never_given_without_a_warning() -> None:
    assert "hai nguồn" in estimate({(1, 1): 300, (1, 0): 20, (0, 1): 10}).warnings[0][0]


@pytest.mark.parametrize(
    ("counts", "word"),
    [
        ({(1, 1): 2, (1, 0): 20, (0, 1): 30}, "quá ít"),
        ({(1, 1, 0): 2, (1, 0, 1): 60, (0, 1, 1): 60, (1, 0, 0): 20, (0, 1, 0): 20, (0, 0, 1): 9}, "quá ít"),
        ({(1, 1, 1): 300, (1, 1, 0): 200, (1, 0, 1): 10, (0, 1, 1): 10, (1, 0, 0): 9, (0, 1, 0): 9, (0, 0, 1): 400},
         "phụ thuộc"),
        ({(1, 1, 1): 1, (1, 0, 0): 30, (0, 1, 0): 30, (0, 0, 1): 30}, "rộng hơn"),
    ],
)  # fmt: skip
def test_thin_or_dependent_sources_are_told(counts: dict[tuple[int, ...], int], word: str) -> None:
    assert any(word in vi for vi, _ in estimate(counts).warnings)


def test_sources_that_agree_and_share_much_are_not_doubted() -> None:
    cells = [(a, b, c) for a in (0, 1) for b in (0, 1) for c in (0, 1) if a or b or c]
    assert estimate(dict.fromkeys(cells, 100)).warnings == []


@pytest.mark.parametrize(
    ("counts", "error"),
    [
        ({(1,): 5}, TooFewSources), ({}, TooFewSources), ({(1,) * 7: 5}, TooManySources),
        ({(1, 0): 5}, NothingCounted), ({(1, 1, 0): 5, (1, 0, 0): 3}, NothingCounted),
    ],
)  # fmt: skip
def test_what_cannot_be_estimated_is_refused(counts: dict[tuple[int, ...], int], error: type[LinkageError]) -> None:
    with pytest.raises(error):
        estimate(counts)
