"""How often two records agree in a field, in four cases: the table by which evidence is weighed.

same: one dossier. again: another dossier of the same person. family: of another member of the household, often handed
in on one visit. other: of somebody else. Each row gives the shares of a field's levels, in the order of its enum.
Where two records agree in a very value, how common that value is takes the place of the share of `other`. All shares
are a convention of ours (the facts have none), tried on simulated truth (`motcua bench linkage`); those of `same` and
`other` are only where learning from the records begins.
"""

from enum import IntEnum
from typing import Final


class Name(IntEnum):
    """How two names agree."""

    UNSAID = 0
    EQUAL = 1
    BARE = 2  # but for marks
    ORDER = 3  # the same words in another order
    INITIALS = 4  # one is written with initials
    SHORT = 5  # a word in the middle is left out
    NEAR = 6  # a slip or two
    ENDS = 7  # family and given name; the middle is another
    OTHER = 8


class Birth(IntEnum):
    """How two days of birth agree."""

    UNSAID = 0
    EQUAL = 1
    TURNED = 2  # day and month changed places
    YEAR_ALONE = 3  # one says the year alone, the same
    SLIP = 4  # one digit, or two neighbours changed
    YEAR = 5  # the year, another day
    OTHER = 6


class Number(IntEnum):
    """How two identity numbers, or telephones, agree."""

    UNSAID = 0
    EQUAL = 1
    SLIP = 2
    OTHER = 3


class Place(IntEnum):
    """How two addresses agree."""

    UNSAID = 0
    EQUAL = 1
    LIKE = 2
    PARTLY = 3
    OTHER = 4


class Procedure(IntEnum):
    """How two procedures agree."""

    UNSAID = 0
    EQUAL = 1
    LIKE = 2
    OTHER = 3


class Received(IntEnum):
    """How two days of reception agree."""

    UNSAID = 0
    EQUAL = 1
    TURNED = 2
    DAYS = 3  # three days at most
    WEEKS = 4  # a fortnight
    SLIP = 5
    MONTHS = 6  # two months: entered long after
    OTHER = 7


class Fee(IntEnum):
    """How two fees agree."""

    UNSAID = 0
    EQUAL = 1
    THOUSANDS = 2  # one leaves out the thousands
    OTHER = 3


# One row a field: shares of the levels of its enum where both records say something.
Row = tuple[float, ...]
KINDS: Final[dict[str, type[IntEnum]]] = {
    "full_name": Name, "birth_date": Birth, "citizen_id": Number, "phone": Number, "address": Place,
    "procedure": Procedure, "received_on": Received, "fee": Fee,
}  # fmt: skip
SAME: Final[dict[str, Row]] = {
    "full_name": (1, 0.62, 0.14, 0.02, 0.05, 0.04, 0.118, 0.008, 0.004),
    "birth_date": (1, 0.80, 0.04, 0.05, 0.07, 0.015, 0.02),
    "citizen_id": (1, 0.86, 0.09, 0.05),
    "phone": (1, 0.84, 0.06, 0.10),
    "address": (1, 0.50, 0.30, 0.10, 0.10),
    "procedure": (1, 0.84, 0.12, 0.04),
    "received_on": (1, 0.64, 0.02, 0.14, 0.08, 0.06, 0.035, 0.025),
    "fee": (1, 0.90, 0.04, 0.06),
}
AGAIN: Final[dict[str, Row]] = {  # what concerns the person is as in SAME
    "procedure": (1, 0.12, 0.06, 0.82),
    "received_on": (1, 0.06, 0.003, 0.03, 0.08, 0.02, 0.24, 0.567),
    "fee": (1, 0.30, 0.01, 0.69),
}
FAMILY: Final[dict[str, Row]] = {
    "full_name": (1, 0.001, 0.002, 0.0005, 0.02, 0.002, 0.05, 0.02, 0.9045),
    "birth_date": (1, 0.003, 0.0005, 0.02, 0.01, 0.02, 0.9465),
    "citizen_id": (1, 0.0005, 0.002, 0.9975),
    "phone": (1, 0.55, 0.01, 0.44),
    "address": (1, 0.55, 0.33, 0.07, 0.05),
    "procedure": (1, 0.35, 0.05, 0.60),
    "received_on": (1, 0.30, 0.001, 0.04, 0.05, 0.01, 0.2, 0.399),
    "fee": (1, 0.45, 0.01, 0.54),
}
OTHERS: Final[dict[str, Row]] = {
    "full_name": (1, 1e-4, 1e-4, 1e-4, 1e-3, 1e-3, 0.004, 0.01, 0.98),
    "birth_date": (1, 5e-5, 5e-5, 0.016, 0.002, 0.016, 0.966),
    "citizen_id": (1, 1e-6, 1e-5, 1),
    "phone": (1, 1e-4, 1e-5, 1),
    "address": (1, 0.001, 0.01, 0.10, 0.889),
    "procedure": (1, 0.05, 0.03, 0.92),
    "received_on": (1, 0.004, 0.001, 0.02, 0.06, 0.02, 0.2, 0.695),
    "fee": (1, 0.2, 0.01, 0.79),
}
