"""How each pair agrees in each field: a level, and how common the agreeing value is among all records."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from rapidfuzz import fuzz
from rapidfuzz.distance import OSA
from rapidfuzz.process import cpdist

from motcua.engines.linkage.classes import Birth, Fee, Name, Number, Place, Procedure, Received
from motcua.engines.linkage.coded import Bools, Coded, Column, Floats, Ints

LIKE: Final = 85.0  # likeness of two addresses, of 100
PARTLY: Final = 60.0
ALL_WORDS: Final = 99.9
SLIPS: Final = 2  # letters of a name that may be wrong
MONTH: Final = 31


@dataclass(frozen=True, slots=True)
class Agreement:
    """How pairs agree in one field. level: of its enum. share: of the value in which both agree, 0 where there is none.

    number: of records that say something of the field; the more, the surer the share.
    """

    level: Ints
    share: Floats
    number: int


def agreements(coded: Coded, left: Ints, right: Ints) -> dict[str, Agreement]:
    """Of every field, in the order of records.FIELDS."""
    return {
        "full_name": names(coded, left, right), "birth_date": births(coded, left, right),
        "citizen_id": numbers(coded.citizen_id, left, right), "phone": numbers(coded.phone, left, right),
        "address": places(coded, left, right), "procedure": procedures(coded.procedure, left, right),
        "received_on": receptions(coded, left, right), "fee": fees(coded, left, right),
    }  # fmt: skip


def names(coded: Coded, left: Ints, right: Ints) -> Agreement:
    """The nearest way in which two names agree."""
    level = np.full(len(left), Name.OTHER, dtype=np.int64)
    share = np.zeros(len(left))
    bare = coded.bare_name
    near = _distances(bare, left, right)
    longest = np.array([max(len(text), 1) for text in bare.texts] or [1])
    length = np.minimum(_of(longest, bare.left[left]), _of(longest, bare.right[right]))
    short = _words(bare)
    fewer = _of(short, bare.left[left]) != _of(short, bare.right[right])
    ends = coded.ends.same(left, right)
    by_initials = ((coded.initials.left[left] >= 0) | (coded.initials.right[right] >= 0)) & coded.first_letters.same(
        left, right
    )
    for found, name, by in (
        (ends, Name.ENDS, coded.ends),
        ((near <= SLIPS) & (near * 5 <= length), Name.NEAR, None),
        (ends & fewer, Name.SHORT, coded.ends),
        (by_initials, Name.INITIALS, coded.first_letters),
        (coded.sorted_name.same(left, right), Name.ORDER, coded.sorted_name),
        (bare.same(left, right), Name.BARE, bare),
        (coded.name.same(left, right), Name.EQUAL, coded.name),
    ):
        level[found] = name
        share[found] = 0.0 if by is None else by.share[by.left[left[found]]]
    level[~bare.said(left, right)] = Name.UNSAID
    return Agreement(level, share, bare.number)


def births(coded: Coded, left: Ints, right: Ints) -> Agreement:
    """Days of birth; a year alone agrees with its year."""
    one, other = coded.birth_parts[0][left], coded.birth_parts[1][right]
    level = np.full(len(left), Birth.OTHER, dtype=np.int64)
    share = np.zeros(len(left))
    years = one[:, 0] == other[:, 0]
    alone = (one[:, 2] == 0) | (other[:, 2] == 0)
    level[years] = Birth.YEAR
    level[_slipped(one, other) & ~alone] = Birth.SLIP
    level[years & alone] = Birth.YEAR_ALONE
    level[years & ~alone & (one[:, 1] == other[:, 2]) & (one[:, 2] == other[:, 1])] = Birth.TURNED
    equal = coded.birth.same(left, right) & ~alone
    level[equal] = Birth.EQUAL
    share[equal] = coded.birth.share[coded.birth.left[left[equal]]]
    level[~coded.birth.said(left, right)] = Birth.UNSAID
    return Agreement(level, share, coded.birth.number)


def numbers(column: Column, left: Ints, right: Ints) -> Agreement:
    """Identity numbers or telephones; an older number of nine digits says nothing of one of twelve."""
    level = np.full(len(left), Number.OTHER, dtype=np.int64)
    lengths = np.array([len(text) for text in column.texts] or [0])
    incomparable = _of(lengths, column.left[left]) != _of(lengths, column.right[right])
    level[_distances(column, left, right) <= 1] = Number.SLIP
    equal = column.same(left, right)
    level[equal] = Number.EQUAL
    share = np.zeros(len(left))
    share[equal] = column.share[column.left[left[equal]]]
    level[(incomparable & (level == Number.OTHER)) | ~column.said(left, right)] = Number.UNSAID
    return Agreement(level, share, column.number)


def places(coded: Coded, left: Ints, right: Ints) -> Agreement:
    """Addresses, by the words that both hold."""
    column = coded.address
    like = _likeness(column, left, right)
    level = np.full(len(left), Place.OTHER, dtype=np.int64)
    level[like >= PARTLY] = Place.PARTLY
    level[like >= LIKE] = Place.LIKE
    equal = column.same(left, right)
    level[equal] = Place.EQUAL
    share = np.zeros(len(left))
    share[equal] = column.share[column.left[left[equal]]]
    level[~column.said(left, right)] = Place.UNSAID
    return Agreement(level, share, column.number)


def procedures(column: Column, left: Ints, right: Ints) -> Agreement:
    """Procedures by code or name; a name is like one that holds all its words, or that is it but for slips."""
    level = np.full(len(left), Procedure.OTHER, dtype=np.int64)
    like = (_likeness(column, left, right) >= ALL_WORDS) | (_distances(column, left, right) <= SLIPS)
    level[like] = Procedure.LIKE
    equal = column.same(left, right)
    level[equal] = Procedure.EQUAL
    share = np.zeros(len(left))
    share[equal] = column.share[column.left[left[equal]]]
    coded_apart = np.array([int(text[:1].isdigit()) for text in column.texts] or [0])
    mixed = _of(coded_apart, column.left[left]) != _of(coded_apart, column.right[right])
    level[mixed | ~column.said(left, right)] = Procedure.UNSAID  # a code says nothing of a name
    return Agreement(level, share, column.number)


def receptions(coded: Coded, left: Ints, right: Ints) -> Agreement:
    """Days of reception: one may be of the paper, the other of the day on which it was entered."""
    one, other = coded.received_parts[0][left], coded.received_parts[1][right]
    whole = (one[:, 2] > 0) & (other[:, 2] > 0)
    apart = np.abs(_ordinal(one) - _ordinal(other))
    level = np.full(len(left), Received.OTHER, dtype=np.int64)
    for found, name in (
        (apart <= 62, Received.MONTHS), (_slipped(one, other), Received.SLIP), (apart <= 14, Received.WEEKS),
        (apart <= 3, Received.DAYS),
        ((one[:, 0] == other[:, 0]) & (one[:, 1] == other[:, 2]) & (one[:, 2] == other[:, 1]), Received.TURNED),
    ):  # fmt: skip
        level[found] = name
    equal = coded.received.same(left, right)
    level[equal] = Received.EQUAL
    share = np.zeros(len(left))
    share[equal] = coded.received.share[coded.received.left[left[equal]]]
    level[~coded.received.said(left, right) | ~whole] = Received.UNSAID
    return Agreement(level, share, coded.received.number)


def fees(coded: Coded, left: Ints, right: Ints) -> Agreement:
    """Fees in đồng; a clerk may have left out the thousands."""
    column = coded.fee
    amounts = np.array([int(text) for text in column.texts] or [0], dtype=np.int64)
    one, other = _of(amounts, column.left[left]), _of(amounts, column.right[right])
    level = np.full(len(left), Fee.OTHER, dtype=np.int64)
    level[((one == other * 1000) | (other == one * 1000)) & (one > 0)] = Fee.THOUSANDS
    equal = column.same(left, right)
    level[equal] = Fee.EQUAL
    share = np.zeros(len(left))
    share[equal] = column.share[column.left[left[equal]]]
    level[~column.said(left, right)] = Fee.UNSAID
    return Agreement(level, share, column.number)


def _of(values: Ints, codes: Ints) -> Ints:
    """The value of each code; of -1 that of the first, to be masked by the caller."""
    found: Ints = values[np.maximum(codes, 0)]
    return found


def _words(column: Column) -> Ints:
    return np.array([text.count(" ") for text in column.texts] or [0])


def _distances(column: Column, left: Ints, right: Ints) -> Floats:
    """Slips between two texts (a letter wrong, lost, added, or two changed), 9 where either says nothing."""
    return _each_once(column, left, right, OSA.distance, 9)


def _likeness(column: Column, left: Ints, right: Ints) -> Floats:
    """0 to 100, by the words that both hold; 0 where either says nothing."""
    return _each_once(column, left, right, fuzz.token_set_ratio, 0)


def _each_once(column: Column, left: Ints, right: Ints, scorer: Callable[..., Any], absent: int) -> Floats:
    """Two texts that meet in many pairs are compared once."""
    one, other = column.left[left], column.right[right]
    said = (one >= 0) & (other >= 0)
    width = max(len(column.texts), 1)
    keys, places_of = np.unique(one[said] * width + other[said], return_inverse=True)
    texts = column.texts
    first, second = [texts[at] for at in (keys // width).tolist()], [texts[at] for at in (keys % width).tolist()]
    scores = cpdist(first, second, scorer=scorer) if first else np.zeros(0)
    found = np.full(len(left), absent, dtype=np.float64)
    found[said] = scores[places_of]
    return found


def _slipped(one: Ints, other: Ints) -> Bools:
    """Two whole days that differ in one digit, or in two neighbouring ones that changed places."""
    digits = [np.stack([side[:, 0] // 1000, side[:, 0] // 100 % 10, side[:, 0] // 10 % 10, side[:, 0] % 10,
                        side[:, 1] // 10, side[:, 1] % 10, side[:, 2] // 10, side[:, 2] % 10], axis=1)
              for side in (one, other)]  # fmt: skip
    wrong = digits[0] != digits[1]
    number = wrong.sum(axis=1)
    crossed = ((digits[0][:, :-1] == digits[1][:, 1:]) & (digits[0][:, 1:] == digits[1][:, :-1])).any(axis=1)
    next_to = (wrong[:, :-1] & wrong[:, 1:]).any(axis=1)
    found: Bools = (number == 1) | ((number == 2) & crossed & next_to)
    return found


def _ordinal(day: Ints) -> Ints:
    """Days, exact enough between dates of one year or two neighbouring ones."""
    year, month, dated = day[:, 0], np.maximum(day[:, 1], 1), np.maximum(day[:, 2], 1)
    adjusted = year - (month <= 2)
    shifted = (month + 9) % 12
    found: Ints = 365 * adjusted + adjusted // 4 - adjusted // 100 + adjusted // 400 + (153 * shifted + 2) // 5 + dated
    return found
