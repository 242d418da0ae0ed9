"""The check that stands before a signature."""

import hashlib
from datetime import datetime
from typing import Any, Final

from django.db import transaction

from motcua.engines.decree30.check import check
from motcua.engines.decree30.profiles import STANDARD, Profile
from motcua.engines.decree30.report import Report
from motcua.engines.decree30.rule import Verdict
from motcua.events.commands import record

GROUND: Final = "NĐ 30/2020/NĐ-CP Điều 12, Phụ lục I"


@transaction.atomic
def check_before_signing(
    data: bytes, *, by: Any, now: datetime, stream: str = "", profile: Profile = STANDARD
) -> Report:
    """What the engine says of a document that is about to be signed; that it was asked, and the answer, is recorded.

    stream: the chain of the record that the document belongs to; the asker's own where none is named. Never raises
    for a bad file: then `report.error` says why, and it must not be signed. Neither text nor name is recorded.
    """
    report = check(data, profile=profile)
    codes = [one.rule.code for one in report.findings if one.verdict is Verdict.VIOLATION]
    held = {
        "sha256": hashlib.sha256(data).hexdigest(), "type": report.document_type, "profile": profile.name,
        "clean": report.clean, "violations": codes, "error": report.error[0] if report.error else "",
    }  # fmt: skip
    record(
        "document.checked_before_signing", stream or f"format_checks:{by.pk}", by=by, at=now, ground=GROUND, data=held
    )
    return report
