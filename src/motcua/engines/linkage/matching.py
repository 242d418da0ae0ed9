"""Which records of two sources are of one dossier: evidence weighed by Fellegi and Sunter, between three other cases.

Evidence that two records are of one person is worth no more than what other dossiers that person has: beyond it, only
day, procedure and fee tell. What speaks for one person speaks also for the household; both are reckoned against each
other, so that brothers with one telephone are two. In the end a record belongs to one other at most (1 to 1), and pairs
that compete share their probability.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

import numpy as np

from motcua.engines.linkage import classes, comparing
from motcua.engines.linkage.blocking import candidates
from motcua.engines.linkage.coded import Coded, Column, Floats, Ints
from motcua.engines.linkage.comparing import Agreement
from motcua.engines.linkage.records import Records

MATCH: Final = 0.80  # probability from which a pair is one dossier
REVIEW: Final = 0.15  # from which a person should look
EXPECTED: Final = 0.7  # share of a source that the other one holds too, before anything is looked at
ALONE: Final = (0.02, 0.98)  # bounds of the share of a source that the other one does not hold
ROUNDS: Final = 3  # in which that share is reckoned
EXCHANGES: Final = 12
MOST_ODDS: Final = 60.0  # natural logarithm: more is not surer
LEAST_SHARE: Final = 1e-6
LEARNING: Final = 3  # times that shares are learned from what was linked
PRIOR_SAME: Final = 300.0  # pairs that the table of one dossier counts as
PRIOR_OTHERS: Final = 200.0  # pairs that the table of strangers counts as
PRIOR_SHARE: Final = 30.0  # records that the usual share of a value counts as
SAMPLED: Final = 100_000  # pairs at random
LEAST_VOTES: Final = 3  # sure pairs that tell what a code stands for


@dataclass(frozen=True, slots=True)
class Pair:
    """Two records that may be of one dossier. left, right: their places. levels: field → how it agrees."""

    left: int
    right: int
    probability: float
    levels: dict[str, IntEnum]

    @property
    def sure(self) -> bool:
        """Is it taken as one dossier without a person's look?"""
        return self.probability >= MATCH


def link(left: Records, right: Records) -> list[Pair]:
    """Pairs of records of one dossier and doubtful ones, by place on the left, then by probability.

    left, right: two sources that each hold a dossier once, as far as they hold it. Deterministic.
    """
    if not len(left) or not len(right):
        return []
    coded = Coded(left, right)
    lefts, rights = candidates(coded)
    if not len(lefts):
        return []
    agreement = comparing.agreements(coded, lefts, rights)
    weights = Weights.by_chance(comparing.agreements(coded, *_at_random(len(left), len(right))))
    probability = np.zeros(len(lefts))
    for _ in range(LEARNING):
        odds = _odds(coded, agreement, weights)
        probability = _probabilities(odds, lefts, rights, (len(left), len(right)))
        weights = weights.learned(agreement, probability)
        named = _named_codes(coded.procedure, lefts, rights, probability)
        agreement["procedure"] = comparing.procedures(named, lefts, rights)
    kept = np.flatnonzero(probability >= REVIEW)
    order = kept[np.lexsort((rights[kept], -probability[kept], lefts[kept]))]
    return [
        Pair(int(lefts[at]), int(rights[at]), float(probability[at]),
             {field: classes.KINDS[field](held.level[at]) for field, held in agreement.items()})
        for at in order.tolist()
    ]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Weights:
    """Shares of the levels: of one dossier, learned from what is linked; by chance, measured on pairs at random."""

    same: dict[str, Floats]
    others: dict[str, Floats]

    @classmethod
    def by_chance(cls, sampled: dict[str, Agreement]) -> "Weights":
        """Before anything is linked."""
        others = {field: _shares(held.level, np.ones(len(held.level)), np.array(classes.OTHERS[field]), PRIOR_OTHERS)
                  for field, held in sampled.items()}  # fmt: skip
        return cls({field: np.array(row) for field, row in classes.SAME.items()}, others)

    def learned(self, agreement: dict[str, Agreement], probability: Floats) -> "Weights":
        """With how the linked pairs agree: clerks of one office err otherwise than those of another."""
        same = {field: _shares(held.level, probability, np.array(classes.SAME[field]), PRIOR_SAME)
                for field, held in agreement.items()}  # fmt: skip
        return Weights(same, self.others)


def _shares(level: Ints, weight: Floats, before: Floats, strength: float) -> Floats:
    """Shares among those that say something, `before` counting as much as `strength` pairs do."""
    counts = np.bincount(level, weights=weight, minlength=len(before))[1:]
    found = (counts + before[1:] * strength) / (counts.sum() + strength)
    return np.concatenate(([1.0], found))


def _at_random(left: int, right: int) -> tuple[Ints, Ints]:
    """Pairs of records that have nothing to do with each other, but for a few; always the same."""
    if left * right <= SAMPLED:
        which = np.arange(left * right)
        return which // right, which % right
    dice = np.random.default_rng(0)
    return dice.integers(0, left, SAMPLED), dice.integers(0, right, SAMPLED)


def _odds(coded: Coded, agreement: dict[str, Agreement], weights: Weights) -> Floats:
    """Natural logarithm of the odds that a pair is one dossier, but for the prior; other pairs left aside."""
    number = max(len(coded.left), len(coded.right))
    again, family = _others_of_one_person(coded) / number, _others_of_one_household(coded) / number
    same = np.zeros(len(next(iter(agreement.values())).level))
    cases = np.stack([same, same, same])
    for field, held in agreement.items():
        of_same = np.log(weights.same[field])[held.level]
        chance = np.where(held.share > 0, _common(field, held), weights.others[field][held.level])
        same = same + of_same
        cases[0] += np.log(np.array(classes.AGAIN[field]))[held.level] if field in classes.AGAIN else of_same
        cases[1] += np.log(np.array(classes.FAMILY[field]))[held.level]
        cases[2] += np.log(np.maximum(chance, LEAST_SHARE))
    before = np.log([[again], [family], [1 - again - family]])
    found: Floats = -np.log(number) + same - np.logaddexp.reduce(cases + before, axis=0)
    return found


def _common(field: str, held: Agreement) -> Floats:
    """How common the agreeing value is; among few records that is hardly known, and the table is believed."""
    usual = classes.OTHERS[field][1]
    found: Floats = (held.share * held.number + usual * PRIOR_SHARE) / (held.number + PRIOR_SHARE)
    return found


def _named_codes(column: Column, left: Ints, right: Ints, probability: Floats) -> Column:
    """The procedures with codes read as the names that stand beside them in linked records."""
    one, other = column.left[left], column.right[right]
    coded = np.array([text[:1].isdigit() for text in column.texts] or [False])
    mixed = np.flatnonzero((one >= 0) & (other >= 0) & (coded[one] != coded[other]) & (probability >= MATCH))
    votes: dict[int, Counter[int]] = defaultdict(Counter)
    for first, second in zip(one[mixed].tolist(), other[mixed].tolist(), strict=True):
        code, name = (first, second) if coded[first] else (second, first)
        votes[code][name] += 1
    names = np.arange(len(column.texts))
    for code, found in votes.items():
        name, number = found.most_common(1)[0]
        if number >= LEAST_VOTES and number * 2 > found.total():
            names[code] = name
    share: Floats = np.bincount(names, weights=column.share, minlength=len(names)).astype(np.float64)
    return Column(column.texts, _renamed(names, column.left), _renamed(names, column.right), share, column.number)


def _renamed(names: Ints, codes: Ints) -> Ints:
    return np.where(codes >= 0, names[np.maximum(codes, 0)], -1)


def _others_of_one_person(coded: Coded) -> float:
    """How many other dossiers a person has in one source, on an average; known by name and day of birth, or number."""
    name, birth = coded.bare_name, coded.birth
    keys = (name.right * (len(birth.texts) + 1) + birth.right)[(name.right >= 0) & (birth.right >= 0)]
    return min(max(_repeated(keys), _repeated(coded.citizen_id.right), 0.02), 3.0)


def _others_of_one_household(coded: Coded) -> float:
    return min(max(_repeated(coded.phone.right), _repeated(coded.address.right), 0.2), 5.0)


def _repeated(keys: Ints) -> float:
    """How many others bear the key of a record, on an average."""
    said = keys[keys >= 0]
    if not len(said):
        return 0.0
    counts = np.unique(said, return_counts=True)[1].astype(np.float64)
    return float((counts * (counts - 1)).sum() / len(said))


def _probabilities(odds: Floats, left: Ints, right: Ints, sizes: tuple[int, int]) -> Floats:
    """Two records that nobody else wants are either of one dossier, or each is missing from the other source.

    How rare that is, the sources tell themselves: the share that is linked is reckoned again from what was linked.
    """
    smaller = min(sizes)
    linked = EXPECTED * smaller
    found = odds
    for _ in range(ROUNDS):
        alone = [min(max(1 - linked / size, ALONE[0]), ALONE[1]) for size in sizes]
        found = _competing(odds + np.log(max(linked / smaller, ALONE[0]) / (alone[0] * alone[1])), left, right)
        linked = min(float(found.sum()), smaller)
    return found


def _competing(odds: Floats, left: Ints, right: Ints) -> Floats:
    """Probabilities under 1 to 1: a pair against those that want one of its records and have no better one themselves.

    Sum-product on the graph of pairs (a monomer-dimer model): free_left is the logarithm of the chance that the left
    record is free for this pair, free_right that of the right one; the exchange of the two settles in a few rounds.
    """
    held = np.minimum(odds, MOST_ODDS)
    free_left = free_right = np.zeros(len(held))
    for _ in range(EXCHANGES):
        asked_by_left, asked_by_right = held + free_right, held + free_left
        free_left = -np.logaddexp(0.0, _without(_total(asked_by_left, left)[left], asked_by_left))
        free_right = -np.logaddexp(0.0, _without(_total(asked_by_right, right)[right], asked_by_right))
    return 1 / (1 + np.exp(np.clip(-(held + free_left + free_right), -700, 700)))


def _total(odds: Floats, which: Ints) -> Floats:
    """Logarithm of the summed odds of each record."""
    found = np.full(int(which.max()) + 1, -np.inf)
    np.maximum.at(found, which, odds)
    sums = np.bincount(which, weights=np.exp(odds - found[which]), minlength=len(found))
    with np.errstate(divide="ignore"):
        total: Floats = found + np.log(sums)
    return total


def _without(total: Floats, own: Floats) -> Floats:
    """Logarithm of the sum without one of its parts."""
    with np.errstate(divide="ignore", invalid="ignore"):
        rest = total + np.log1p(-np.minimum(np.exp(own - total), 1.0))
    return np.where(np.isnan(rest), -np.inf, rest)
