"""Copies on paper: the document, and below it the form of copy (Phụ lục I, Phần II; template 3.1)."""

from dataclasses import replace
from typing import Final

from motcua.engines.decree30.writing.draft import Copy, Draft
from motcua.engines.decree30.writing.samples.letters import COMMUNIQUE, LETTER_ONE, NOTICE
from motcua.engines.decree30.writing.samples.ward import OFFICE_HEAD, PLACE, WARD

FULL: Final = Copy(
    "SY", WARD, "UBND", OFFICE_HEAD, number="4", place=PLACE, date="2026-12-14",
    recipients=("Các khu phố", "Lưu: VT"),
)  # fmt: skip
OF_COPY: Final = replace(FULL, form="SL", number="5", date="2026-12-15")
PART: Final = replace(FULL, form="TrS", number="6", date="2026-12-16")

SAMPLES: Final[dict[str, Draft]] = {
    "SY": replace(COMMUNIQUE, copy=FULL), "SL": replace(NOTICE, copy=OF_COPY), "TrS": replace(LETTER_ONE, copy=PART),
}  # fmt: skip
