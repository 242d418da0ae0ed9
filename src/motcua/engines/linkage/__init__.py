"""Links records of one dossier from sources that each know a part, and estimates what none of them holds.

`link(left, right)` of two `Records`; `estimate(counts)` of what the sources know together (docs/linkage.md). Pure: no
framework, no file system but `read_csv` and `read_counts`, no clock.
"""

from motcua.engines.linkage.counts import read_counts
from motcua.engines.linkage.errors import LinkageError
from motcua.engines.linkage.estimate import Estimate, estimate
from motcua.engines.linkage.matching import Pair, link
from motcua.engines.linkage.records import Records, of_rows, read_csv
from motcua.engines.linkage.saying import why

__all__ = [
    "Estimate",
    "LinkageError",
    "Pair",
    "Records",
    "estimate",
    "link",
    "of_rows",
    "read_counts",
    "read_csv",
    "why",
]
