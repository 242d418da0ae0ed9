"""Precision and recall of the findings on whole years whose causes are hidden, a signal a line.

The default year (what the real inspection found) and three whose causes are drawn at random. Each is laid by
`motcua demo --year 2023`, which writes what it planted to a file of its own; the findings are those that
`motcua signals --open` prints. Nothing else reads that file.
"""

import json
import tempfile
import time
from argparse import ArgumentParser, Namespace
from collections import Counter
from pathlib import Path
from typing import Final

from motcua.runtime.testing.product import Product, motcua, new_product

SEEDS: Final = (1, 2, 3)
TARGET: Final = 0.98
SECONDS: Final = 3600


def run(args: Namespace) -> int:
    """Print, for each year, what was planted, found, missed and found besides; 1 where a share is below the target."""
    parser = ArgumentParser(prog="motcua bench inspection")
    parser.add_argument("--dossiers", type=int, default=12_000, help="of a year")
    parser.add_argument("--seeds", type=int, nargs="*", default=list(SEEDS))
    given = parser.parse_args(args.rest)
    missed = False
    with new_product() as product, tempfile.TemporaryDirectory() as folder:
        for seed in (None, *given.seeds):
            missed |= _year(product, Path(folder) / f"planted-{seed}.json", seed, given.dossiers)
    return int(missed)


def _year(product: Product, truth: Path, seed: int | None, dossiers: int) -> bool:
    begun = time.perf_counter()
    words = ["demo", "--year", "2023", "--reset", "--dossiers", str(dossiers), "--truth", str(truth)]
    words += [] if seed is None else ["--seed", str(seed)]
    _called(product, *words)
    laid = time.perf_counter() - begun
    planted = {(row["signal"], row["key"]) for row in json.loads(truth.read_text("utf-8"))["planted"]}
    rows = [json.loads(line) for line in _called(product, "signals", "--open").splitlines()]
    found = {(row["signal"], row["key"]) for row in rows}
    name = "the default year" if seed is None else f"seed {seed}"
    print(f"\n{name}: laid and looked through in {laid:.0f} s; planted {len(planted)}, found {len(found)}")
    return _told(planted, found)


def _called(product: Product, *words: str) -> str:
    done = motcua(product.home, *words, seconds=SECONDS)
    if done.returncode:
        raise RuntimeError(done.stderr)
    return done.stdout


def _told(planted: set[tuple[str, str]], found: set[tuple[str, str]]) -> bool:
    """One line a signal that is not perfect, one for all; is any below the target?"""
    right = Counter(signal for signal, _ in planted & found)
    all_planted, all_found = Counter(signal for signal, _ in planted), Counter(signal for signal, _ in found)
    below = False
    for signal in sorted(all_planted | all_found):
        recall, precision = _share(right[signal], all_planted[signal]), _share(right[signal], all_found[signal])
        below |= min(recall, precision) < TARGET
        print(f"  {signal}  planted {all_planted[signal]:>3}  found {all_found[signal]:>3}  "
              f"precision {precision:.3f}  recall {recall:.3f}")  # fmt: skip
    total = right.total()
    precision, recall = _share(total, all_found.total()), _share(total, all_planted.total())
    print(
        f"  all    precision {precision:.3f}  recall {recall:.3f}  target {TARGET} each: {'MISSED' if below else 'met'}"
    )
    return below


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0
