"""What several people said of one checklist, put together question by question, whatever way it arrived.

state([Entry(…), …]) → {"7.3": Question(…)}: the same for every order, for entries told twice and however the batches
were cut. No clock is read: an entry replaces what it names in `seen`, and nothing else.
"""

from motcua.engines.merging.entries import Entry, Kind
from motcua.engines.merging.state import Question, Said, digest, state
from motcua.engines.merging.twins import THRESHOLD, likeness

__all__ = ["THRESHOLD", "Entry", "Kind", "Question", "Said", "digest", "likeness", "state"]
