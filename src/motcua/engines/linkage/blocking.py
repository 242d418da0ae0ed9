"""Which pairs are looked at: those that agree in one of many keys, so that one wrong field hides nobody.

A key that too many records share tells nothing; its pairs are left to the other keys.
"""

from collections.abc import Iterator
from typing import Final

import numpy as np

from motcua.engines.linkage.coded import Coded, Column, Ints

MOST_OF_ONE_KEY: Final = 900  # pairs that share one value of a key


def candidates(coded: Coded) -> tuple[Ints, Ints]:
    """Indices of left and right records of every pair worth comparing, each pair once, in order."""
    width = max(len(coded.right), 1)
    found = np.unique(np.concatenate([_pairs(left, right, width) for left, right in _keys(coded)]))
    return found // width, found % width


def _keys(coded: Coded) -> Iterator[tuple[Ints, Ints]]:
    name, given, ends, letters = coded.bare_name, coded.given, coded.ends, coded.first_letters
    for one in (coded.citizen_id, coded.phone, name, coded.sorted_name, coded.birth):
        yield one.left, one.right
    for pair in ((name, coded.received), (name, coded.procedure), (name, coded.fee), (ends, coded.birth),
                 (given, coded.birth), (given, coded.received), (given, coded.address), (letters, coded.received),
                 (letters, coded.address), (ends, coded.address), (ends, coded.procedure), (ends, coded.received),
                 (coded.address, coded.received), (letters, coded.procedure)):  # fmt: skip
        yield _joined(*pair)
    yield from _of_birth(coded)
    yield from _of_numbers(coded)
    yield from _of_two(coded)


def _of_birth(coded: Coded) -> Iterator[tuple[Ints, Ints]]:
    """Name with the year alone; given name with day and month in either order."""
    left, right = coded.birth_parts
    years = left[:, 0], right[:, 0]
    turned = tuple(
        np.where((side[:, 1] > 0) & (side[:, 2] > 0), side[:, 0] * 10_000 + np.minimum(side[:, 1], side[:, 2]) * 100 +
                 np.maximum(side[:, 1], side[:, 2]), -1)
        for side in (left, right)
    )  # fmt: skip
    yield turned[0], turned[1]
    for one in (coded.bare_name, coded.ends, coded.first_letters):
        yield _with(one, *years)
    days = tuple(np.where((side[:, 1] > 0) & (side[:, 2] > 0), side[:, 1] * 100 + side[:, 2], -1)
                 for side in (left, right))  # fmt: skip
    yield _with(coded.given, *days)


def _of_numbers(coded: Coded) -> Iterator[tuple[Ints, Ints]]:
    """Ends of numbers: one digit is wrong or lost at the other end."""
    for one, length in ((coded.citizen_id, 6), (coded.phone, 5)):
        for cut in (slice(None, length), slice(-length, None)):
            if one is coded.citizen_id and cut.start is None:
                continue  # the first digits of a citizen card name a province, a sex and a year
            tails: dict[str, int] = {}
            codes = np.array([tails.setdefault(text[cut], len(tails) + 1) for text in one.texts] or [0], dtype=np.int64)
            yield _with(coded.given, _coded_by(codes, one.left), _coded_by(codes, one.right))


def _of_two(coded: Coded) -> Iterator[tuple[Ints, Ints]]:
    """Day of reception with procedure and fee, where the name begins alike: for names that are hardly legible."""
    begins: dict[str, int] = {}
    codes = np.array([begins.setdefault(text[:3], len(begins)) for text in coded.given.texts] or [0], dtype=np.int64)
    one, other = _joined(coded.received, coded.procedure)
    width = max(len(begins), 1)
    left, right = _coded_by(codes, coded.given.left), _coded_by(codes, coded.given.right)
    yield (np.where((one >= 0) & (left >= 0), one * width + left, -1),
           np.where((other >= 0) & (right >= 0), other * width + right, -1))  # fmt: skip


def _coded_by(codes: Ints, which: Ints) -> Ints:
    return np.where(which >= 0, codes[np.maximum(which, 0)], -1)


def _joined(one: Column, other: Column) -> tuple[Ints, Ints]:
    width = max(len(other.texts), 1)
    return (_both(one.left, other.left, width), _both(one.right, other.right, width))


def _with(one: Column, left: Ints, right: Ints) -> tuple[Ints, Ints]:
    width = int(max(left.max(initial=0), right.max(initial=0))) + 1
    left, right = np.where(left > 0, left, -1), np.where(right > 0, right, -1)
    return (_both(one.left, left, width), _both(one.right, right, width))


def _both(one: Ints, other: Ints, width: int) -> Ints:
    return np.where((one >= 0) & (other >= 0), one * width + other, -1)


def _pairs(left: Ints, right: Ints, width: int) -> Ints:
    """Pairs of records of one key, as left × width + right; keys below 0 are none."""
    lefts, rights = _sorted(left), _sorted(right)
    keys = np.intersect1d(left[lefts], right[rights])
    begin_left = np.searchsorted(left[lefts], keys, "left")
    begin_right = np.searchsorted(right[rights], keys, "left")
    many_left = np.searchsorted(left[lefts], keys, "right") - begin_left
    many_right = np.searchsorted(right[rights], keys, "right") - begin_right
    kept = many_left * many_right <= MOST_OF_ONE_KEY
    begin_left, begin_right = begin_left[kept], begin_right[kept]
    many_left, many_right = many_left[kept], many_right[kept]
    number = many_left * many_right
    which = np.repeat(np.arange(len(number)), number)
    place = np.arange(number.sum()) - np.repeat(np.cumsum(number) - number, number)
    one = lefts[begin_left[which] + place // many_right[which]]
    other = rights[begin_right[which] + place % many_right[which]]
    pairs: Ints = one * width + other
    return pairs


def _sorted(keys: Ints) -> Ints:
    """Places of the keys that say something, by key."""
    order: Ints = np.argsort(keys, kind="stable")
    return order[np.searchsorted(keys[order], 0) :]
