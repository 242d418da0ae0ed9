"""Setting papers: every kind with sample content, the first in this process and warm, and forms a second.

The target is of a form; of the register, a book of several pages, it is of a page with its share of the cover. Each
paper says something else (name, code, day), so that nothing comes out of Typst's cache as a whole.
"""

import re
import resource
import statistics
import time
from argparse import Namespace
from datetime import date
from typing import Final

from motcua.cli.forms import set_up

TURNS: Final = 40
TARGET_MS: Final = 30.0
ON: Final = date(2025, 10, 6)


def run(_args: Namespace) -> int:
    """Print a line for each kind; 1 where the median of one is above the target."""
    set_up()
    from motcua.dossiers import official

    print(f"{'kind':<12} {'first ms':>9} {'warm p50':>9} {'warm p95':>9} {'forms/s':>8} {'KB':>5} {'pages':>6}")
    medians = {kind: _measure(kind) for kind in official.KINDS}
    slow = [kind for kind, (ms, pages) in medians.items() if ms / pages > TARGET_MS]
    everything = sum(ms for ms, _ in medians.values())
    print(f"a form of each kind in turn: {len(medians) * 1000 / everything:.0f} forms/s, one core")
    print(f"memory of this process at most: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")
    verdict = f"MISSED by {', '.join(slow)}" if slow else "met"
    print(f"target {TARGET_MS:.0f} ms a form (register: a page), warm: {verdict}")
    return int(bool(slow))


def _measure(kind: str) -> tuple[float, int]:
    """The median in ms of TURNS papers after the first, and the pages of one."""
    from motcua.dossiers import official
    from motcua.dossiers.official.samples import LOOK_UP, sample

    form = official.form(kind, ON)
    took, made = [], b""
    for turn in range(TURNS + 1):
        content = sample(kind, turn)
        begun = time.perf_counter()
        made = official.pdf(form, f"{turn + 1:04d}/{form.suffix}", content, LOOK_UP)
        took.append((time.perf_counter() - begun) * 1000)
    first, warm = took[0], took[1:]
    median, p95 = statistics.median(warm), statistics.quantiles(warm, n=20)[18]
    pages = len(re.findall(rb"/Type */Page\b", made))
    print(
        f"{kind:<12} {first:>9.1f} {median:>9.1f} {p95:>9.1f} {1000 / median:>8.0f} {len(made) / 1024:>5.0f} {pages:>6}"
    )
    return median, pages
