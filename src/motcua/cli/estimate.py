"""Estimate how many records no source holds, from counts of what each of them knows."""

import argparse
import json
import sys
from pathlib import Path
from typing import Final

from motcua.engines.linkage import Estimate, LinkageError, estimate, read_counts

BAD_CALL: Final = 2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("counts", type=Path, metavar="COUNTS.csv",
                        help="source_1 … source_k of 0 or 1, and count; the row of zeros is what is asked")  # fmt: skip
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def run(args: argparse.Namespace) -> int:
    """0, or 2 and one line where the counts cannot be read."""
    try:
        found = estimate(read_counts(args.counts))
    except LinkageError as error:
        print(f"motcua estimate: {error.words('vi')} / {error.words('en')}", file=sys.stderr)
        return BAD_CALL
    print(_json(found) if args.json else "\n".join(_plain(found)))
    return 0


def _json(found: Estimate) -> str:
    held = {
        "observed": found.observed, "model": found.model, "missing": round(found.missing, 2),
        "total": round(found.total, 2), "low": found.low, "high": found.high,
        "warnings": [{"vi": vi, "en": en} for vi, en in found.warnings],
    }  # fmt: skip
    return json.dumps(held, ensure_ascii=(sys.stdout.encoding or "").lower() not in {"utf-8", "utf8"})


def _plain(found: Estimate) -> list[str]:
    lines = [
        f"Đã thấy {found.observed}; ước còn thiếu {found.missing:.0f}; tổng {found.total:.0f} "
        f"(khoảng tin cậy 95 %: {found.low}–{found.high})",
        f"Observed {found.observed}; estimated missing {found.missing:.0f}; total {found.total:.0f} "
        f"(95 % interval {found.low}–{found.high})",
        f"Mô hình / model: {found.model}",
    ]  # fmt: skip
    return lines + [f"Lưu ý: {vi} / Note: {en}" for vi, en in found.warnings]
