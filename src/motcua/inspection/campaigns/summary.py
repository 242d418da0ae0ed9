"""What a campaign came to, as one JSON object: the same for the same files, whenever and however often it was run."""

import hashlib
import json
from collections import Counter
from typing import Any

from motcua.inspection import campaign_queries as queries
from motcua.inspection.models import Campaign


def as_object(campaign: Campaign) -> dict[str, Any]:
    """Counts and, as `digest`, SHA-256 over every document with its content and what was found in it.

    No moment, no number of this database, nothing that a person said: two runs are compared by it.
    """
    rules, digest = {kind: Counter[str]() for kind in ("rules", "warnings", "content")}, hashlib.sha256()
    outcomes: Counter[str] = Counter()
    sample = []
    rows = campaign.documents.order_by("place").values_list(
        "document__unit__code", "document__year", "document__symbol", "document__number", "sha256", "outcome",
        "sampled", "rules", "warnings", "content", "error",
    )  # fmt: skip
    for row in rows.iterator(2000):
        digest.update(json.dumps(row, ensure_ascii=False).encode())
        outcomes[row[5]] += 1
        if row[6]:
            sample.append(list(row[:4]))
        for kind, codes in zip(rules, row[7:10], strict=True):
            rules[kind].update(codes)
    shown = queries.picture(campaign)
    codes = dict(campaign.unit.__class__.objects.filter(pk__in=campaign.units).values_list("pk", "code"))
    return {
        "version": 1, "unit": campaign.unit.code, "since": str(campaign.since), "until": str(campaign.until),
        "state": campaign.state, "seed": campaign.seed, "sample_percent": campaign.sample_percent,
        "documents": campaign.total, "outcomes": dict(sorted(outcomes.items())),
        **{kind: dict(sorted(found.items())) for kind, found in rules.items()},
        "by_unit": {codes[unit]: {"documents": n, "broken": bad} for unit, _name, n, bad in shown.by_unit},
        "by_month": {month: {"documents": n, "broken": bad} for month, n, bad in shown.by_month},
        "sample": sample, "digest": digest.hexdigest(),
    }  # fmt: skip
