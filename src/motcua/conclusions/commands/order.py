"""What an issued conclusion demands is ordered: a remedy a finding, for the head of its unit."""

import logging
from collections import Counter
from datetime import datetime
from typing import Final

from motcua.conclusions.composing.paper import issuer
from motcua.conclusions.composing.report import demand_of
from motcua.conclusions.models import Conclusion
from motcua.conclusions.queries import issue_of
from motcua.remedies.commands import Concluded, order_concluded

log: Final = logging.getLogger(__name__)


def order_demands(conclusion_id: int, *, now: datetime) -> Counter[str]:
    """Order every demand; how many "ordered", "left" (mended, contested, ordered before), "failed".

    Each finding is a transaction of its own: one that fails is logged and stops no other. May run twice.
    """
    found = Conclusion.objects.select_related("unit", "unit__parent", "issued_by").get(pk=conclusion_id)
    counts: Counter[str] = Counter()
    if not found.issued or found.issued_on is None:
        return counts
    number = f"{found.number}/TB-{issuer(found.unit, issue_of(found))['symbol']}"
    for demand in map(demand_of, found.demands):
        asked = Concluded(demand.remedy, demand.due_on, number, found.issued_on)
        for finding in demand.findings:
            try:
                made = order_concluded(finding, asked, by=found.issued_by, now=now)
                counts["left" if made is None else "ordered"] += 1
            except Exception:
                log.exception("conclusion %s: finding %s was not ordered", conclusion_id, finding)
                counts["failed"] += 1
    return counts
