"""Invented records with known truth: households, namesakes, people with several dossiers, and what clerks do to them.

Names are plainly samples: given names are fruits and flowers. Deterministic by seed.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from motcua.engines.linkage.invented import (
    FAMILIES,
    FAMILY_WEIGHTS,
    PROCEDURES,
    WARDS,
    born,
    card,
    name,
    place,
    telephone,
    working_day,
)
from motcua.engines.linkage.records import Records, of_rows
from motcua.engines.linkage.slips import SLIPS


@dataclass(frozen=True, slots=True)
class Dossier:
    """What is true of one dossier."""

    key: int
    full_name: str
    birth: date
    citizen_id: str
    phone: str
    address: str
    procedure: tuple[str, str, int]
    received: date
    fee: int


@dataclass(frozen=True, slots=True)
class Simulated:
    """Two sources, and the pairs of ids that are of one dossier."""

    left: Records
    right: Records
    truth: frozenset[tuple[str, str]]


def simulate(number: int, seed: int, *, days: int = 250, errors: float = 1.0) -> Simulated:
    """Two sources of about `number` records each; eight in ten dossiers are in both.

    days: of the period. errors: how careless the clerks are, 1 as in a ward; 0: no error at all.
    """
    dice = random.Random(seed)
    left: list[dict[str, str]] = []
    right: list[dict[str, str]] = []
    truth: set[tuple[str, str]] = set()
    for dossier in _dossiers(round(number / 0.89), days, dice):
        where = dice.random()
        if where < 0.89:
            left.append(_written(dossier, f"L{dossier.key}", dice, errors * 0.5, late=True))
        if where < 0.78 or where >= 0.89:
            right.append(_written(dossier, f"R{dossier.key}", dice, errors, late=False))
        if where < 0.78:
            truth.add((f"L{dossier.key}", f"R{dossier.key}"))
    dice.shuffle(left)
    dice.shuffle(right)
    return Simulated(of_rows(left), of_rows(right), frozenset(truth))


def _dossiers(number: int, days: int, dice: random.Random) -> Iterator[Dossier]:
    key = 0
    while key < number:
        for dossier in _of_household(key, days, dice):
            if key < number:
                yield dossier
                key += 1


def _of_household(first: int, days: int, dice: random.Random) -> list[Dossier]:
    family = dice.choices(FAMILIES, FAMILY_WEIGHTS)[0]
    address = f"{place(dice)}, {dice.choice(WARDS)}, thị xã Mẫu"
    shared = telephone(dice)
    found: list[Dossier] = []
    for _ in range(dice.choices((1, 2, 3, 4), (50, 30, 14, 6))[0]):
        named = name(family if dice.random() < 0.75 else dice.choices(FAMILIES, FAMILY_WEIGHTS)[0], dice)
        birth = born(dice)
        person = Dossier(0, named, birth, card(birth, dice), shared if dice.random() < 0.5 else telephone(dice),
                         address, PROCEDURES[0], date(2023, 1, 2), 0)  # fmt: skip
        found += _handed_in(person, found, days, dice)
    return [replace(one, key=first + at) for at, one in enumerate(found)]


def _handed_in(person: Dossier, before: list[Dossier], days: int, dice: random.Random) -> list[Dossier]:
    """One to four dossiers; sometimes on a visit with the family, sometimes two on one day, or the same thing again."""
    held: list[Dossier] = []
    for _ in range(dice.choices((1, 2, 3, 4), (66, 22, 8, 4))[0]):
        procedure = dice.choices(PROCEDURES, [1 / (at + 1) for at in range(len(PROCEDURES))])[0]
        received = working_day(days, dice)
        if before and dice.random() < 0.3:
            received, procedure = before[-1].received, dice.choice((before[-1].procedure, procedure))
        elif held and dice.random() < 0.15:
            received = held[-1].received
        elif held and dice.random() < 0.15:
            procedure = held[-1].procedure
        if any(one.received == received and one.procedure == procedure for one in held):
            continue  # the same thing twice on one day is one dossier
        held.append(replace(person, procedure=procedure, received=received,
                            fee=procedure[2] * (dice.randint(1, 9) if procedure[2] == 2000 else 1)))  # fmt: skip
    return held


def _written(dossier: Dossier, key: str, dice: random.Random, errors: float, *, late: bool) -> dict[str, str]:
    code, procedure, _ = dossier.procedure
    received = dossier.received
    if late and dice.random() < 0.16 * min(errors * 2, 1.5):
        received += timedelta(days=dice.choice((1, 1, 1, 2, 3, 5, 7, 12, 20, 40)))
    row = {
        "id": key, "full_name": dossier.full_name, "birth_date": _day(dossier.birth, dice),
        "citizen_id": dossier.citizen_id, "phone": dossier.phone, "address": dossier.address,
        "procedure": code if dice.random() < 0.04 * errors else procedure, "received_on": _day(received, dice),
        "fee": str(dossier.fee),
    }  # fmt: skip
    for field, slips in SLIPS.items():
        for often, slip in slips:
            if row[field] and dice.random() < often * errors:
                row[field] = slip(row[field], dice)
    return row


def _day(day: date, dice: random.Random) -> str:
    form = dice.choices(("%d/%m/%Y", "%Y-%m-%d", "%d-%m-%Y", "%d.%m.%Y"), (70, 20, 5, 5))[0]
    return day.strftime(form)
