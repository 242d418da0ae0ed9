"""One document at least of every type, all of an invented ward: names and facts are nobody's."""

from typing import Final

from motcua.engines.decree30.writing.draft import Draft
from motcua.engines.decree30.writing.samples import copies, decisions, letters, normative, papers, plans, slips

SAMPLES: Final[dict[str, Draft]] = {
    **decisions.SAMPLES, **plans.SAMPLES, **letters.SAMPLES, **papers.SAMPLES, **slips.SAMPLES, **copies.SAMPLES,
    **normative.SAMPLES,
}  # fmt: skip
