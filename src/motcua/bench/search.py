"""Search of procedures: 600 seeded queries with up to two typing slips over all that was imported."""

import random
import statistics
import time
from argparse import Namespace
from datetime import date
from typing import Final

QUERIES: Final = 600
SEED: Final = 20230315
ON: Final = date(2023, 3, 15)


def run(_args: Namespace) -> int:
    """Print p50, p95 and the share of queries whose own procedure is among the first ten."""
    from motcua.runtime.database import available

    with available():
        return _measure()


def _measure() -> int:
    from motcua.catalogue.queries import in_force
    from motcua.catalogue.search import find

    names = sorted(in_force(ON).values_list("name", flat=True))
    if len(names) < QUERIES:
        print("Import the three files first: motcua catalogue import FILE…")
        return 1
    chance = random.Random(SEED)
    queries = [_query(names, turn % 3, chance) for turn in range(QUERIES)]
    for _, text, _ in queries[:20]:
        find(text, on=ON, most=10)
    took, right, phrase_right = [], 0, 0
    for name, text, phrase in queries:
        begun = time.perf_counter()
        found = find(text, on=ON, most=10)
        took.append((time.perf_counter() - begun) * 1000)
        right += any(row.name == name for row in found)
        phrase_right += any(phrase in _words(row.name) for row in found)
    cuts = statistics.quantiles(took, n=100)
    print(f"{len(names)} procedures, {QUERIES} queries, 0 to 2 slips, seed {SEED}")
    print(f"p50 {cuts[49]:.1f} ms, p95 {cuts[94]:.1f} ms (the list of ten with its rows; target 10 ms)")
    print(f"own name in the first ten: {right / QUERIES:.3f} (target 0.95)")
    print(f"a name with the very phrase in the first ten: {phrase_right / QUERIES:.3f}")
    return 0


def _words(text: str) -> str:
    return f" {' '.join(text.split())} "


def _query(names: list[str], slips: int, chance: random.Random) -> tuple[str, str, str]:
    """Name, what is typed to find it, and the phrase meant: four to eight of its words in a row, half of the time
    without marks. A phrase that more than ten names hold tells nobody's apart and is drawn again."""
    from motcua.base.vietnamese import plain

    while True:
        name = chance.choice(names)
        words = name.removeprefix("Thủ tục ").split()
        count = chance.randint(4, 8)
        begin = chance.randint(0, max(0, len(words) - count))
        phrase = _words(" ".join(words[begin : begin + count]))
        if len({other for other in names if phrase in _words(other)}) <= 10:
            break
    typed = plain(phrase) if chance.random() < 0.5 else phrase.strip()
    for _ in range(slips):
        typed = _slip(typed, chance)
    return name, typed, phrase


def _slip(text: str, chance: random.Random) -> str:
    """One letter left out, doubled, swapped with the next, or another."""
    places = [place for place, char in enumerate(text[:-1]) if char.isalpha()]
    at = chance.choice(places)
    kind = chance.randrange(4)
    if kind == 0:
        return text[:at] + text[at + 1 :]
    if kind == 1:
        return text[:at] + text[at] + text[at:]
    if kind == 2:
        return text[:at] + text[at + 1] + text[at] + text[at + 2 :]
    return text[:at] + chance.choice("abcdeghiklmnopqrstuvxy") + text[at + 1 :]
