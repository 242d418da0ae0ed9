"""Linkage on simulated truth: precision, recall, seconds and memory; coverage of the estimate's interval.

Both simulations are invented and seeded; each figure is printed beside its target.
"""

import argparse
import math
import random
import resource
import time
from argparse import Namespace
from collections import Counter
from collections.abc import Sequence
from typing import Final

from motcua.engines.linkage import Records, estimate, link
from motcua.engines.linkage.estimate import History
from motcua.engines.linkage.simulate import Simulated, simulate

RECORDS: Final = 20_000
SECONDS: Final = 20.0
MEGABYTES: Final = 1000.0
PRECISION: Final = 0.99
RECALL: Final = 0.98
COVERAGE: Final = 0.90
MONTHS: Final = 200
SEEDS: Final = (1, 2, 3)
# What the sources of a month are like: name, their number, dependence of the second on the first (logarithm of the odds
# ratio), how much records differ in being caught (deviation of the logit).
KINDS: Final = (
    ("independent", 2, 0.0, 0.0), ("dependent", 2, 0.7, 0.0), ("independent", 3, 0.0, 0.0), ("dependent", 3, 0.7, 0.0),
    ("shunning", 3, -0.7, 0.0), ("uneven", 3, 0.0, 0.5), ("independent", 4, 0.0, 0.0), ("dependent", 4, 0.7, 0.0),
    ("uneven", 4, 0.0, 0.5),
)  # fmt: skip


def run(args: Namespace) -> int:
    """Print the figures; 1 where a target is missed."""
    given = _options(args.rest)
    missed = False
    for seed in SEEDS:
        missed |= _linked(f"seed {seed}", simulate(given.records, seed), given.records)
    missed |= _linked("careless clerks (errors 1.5)", simulate(given.records // 4, 1, errors=1.5), None)
    missed |= _linked("one month of a ward", simulate(600, 1, days=22), None)
    for kind in KINDS:
        missed |= _covered(*kind)
    return int(missed)


def _options(rest: Sequence[str]) -> Namespace:
    parser = argparse.ArgumentParser(prog="motcua bench linkage")
    parser.add_argument("--records", type=int, default=RECORDS)
    return parser.parse_args(rest)


def _linked(name: str, given: Simulated, judged: int | None) -> bool:
    """Print one run; targets are asked of the usual one only."""
    begun = time.perf_counter()
    precision, recall, doubtful = _score(given.left, given.right, given.truth)
    seconds = time.perf_counter() - begun
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{name}: {len(given.left)} × {len(given.right)} records, {seconds:.1f} s, {memory:.0f} MB; precision "
          f"{precision:.4f}, recall {recall:.4f}; {doubtful} pairs to be looked at")  # fmt: skip
    return judged is not None and (
        precision < PRECISION or recall < RECALL or seconds > SECONDS * judged / RECORDS or memory > MEGABYTES
    )


def _score(left: Records, right: Records, truth: frozenset[tuple[str, str]]) -> tuple[float, float, int]:
    pairs = link(left, right)
    sure = {(left.ids[pair.left], right.ids[pair.right]) for pair in pairs if pair.sure}
    right_ones = len(sure & truth)
    return right_ones / len(sure), right_ones / len(truth), len(pairs) - len(sure)


def _covered(name: str, sources: int, dependence: float, uneven: float) -> bool:
    missed = False
    for number in (60, 200, 1000):
        dice = random.Random(f"{name} {sources} {number}")
        begun = time.perf_counter()
        found = [estimate(month(number, sources, dependence, uneven, dice)) for _ in range(MONTHS)]
        seconds = time.perf_counter() - begun
        covered = sum(one.low <= number <= one.high for one in found) / MONTHS
        width = sorted(one.high - one.low for one in found)[MONTHS // 2]
        missed |= covered < COVERAGE
        print(f"{sources} sources, {name}, {number} true: interval holds it in {covered:.1%} of {MONTHS} months "
              f"({'met' if covered >= COVERAGE else 'MISSED'}), median width {width}, "
              f"{seconds / MONTHS * 1000:.0f} ms each")  # fmt: skip
    return missed


def month(number: int, sources: int, dependence: float, uneven: float, dice: random.Random) -> dict[History, int]:
    """What the sources know of `number` dossiers; each knows 45 to 85 in a hundred."""
    shares = [dice.uniform(0.45, 0.85) for _ in range(sources)]
    counts: Counter[History] = Counter()
    for _ in range(number):
        ease = dice.gauss(0, uneven) if uneven else 0.0
        held: list[int] = []
        for at, share in enumerate(shares):
            logit = math.log(share / (1 - share)) + ease
            if at == 1:
                logit += dependence * (held[0] - shares[0])
            held.append(int(dice.random() < 1 / (1 + math.exp(-logit))))
        counts[tuple(held)] += 1
    counts.pop((0,) * sources, None)
    return dict(counts)
