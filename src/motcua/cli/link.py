"""Link the records of two sources that are of one dossier: CSV files with id and any of the known columns."""

import argparse
import json
import sys
from pathlib import Path
from typing import Final

from motcua.engines.linkage import LinkageError, Pair, Records, link, read_csv, why
from motcua.engines.linkage.records import FIELDS

BAD_CALL: Final = 2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("left", type=Path, metavar="LEFT.csv", help=f"id, and any of {', '.join(FIELDS)}")
    parser.add_argument("right", type=Path, metavar="RIGHT.csv", help="the same of the other source")
    parser.add_argument("--json", action="store_true", help="a JSON object a pair, one a line")


def run(args: argparse.Namespace) -> int:
    """0 when the files were read, whatever was found; 2 and one line where one could not be read."""
    try:
        left, right = read_csv(args.left), read_csv(args.right)
    except LinkageError as error:
        print(f"motcua link: {error.words('vi')} / {error.words('en')}", file=sys.stderr)
        return BAD_CALL
    pairs = link(left, right)
    for pair in pairs:
        print(_json(pair, left, right) if args.json else _plain(pair, left, right))
    if not args.json:
        _summary(pairs, left, right)
    return 0


def _json(pair: Pair, left: Records, right: Records) -> str:
    held = {
        "left": left.ids[pair.left], "right": right.ids[pair.right], "probability": round(pair.probability, 4),
        "verdict": _verdict(pair), "why": why(pair.levels),
    }  # fmt: skip
    return json.dumps(held, ensure_ascii=(sys.stdout.encoding or "").lower() not in {"utf-8", "utf8"})


def _verdict(pair: Pair) -> str:
    return "match" if pair.sure else "review"


def _plain(pair: Pair, left: Records, right: Records) -> str:
    mark = "=" if pair.sure else "?"
    return (
        f"{left.ids[pair.left]} {mark} {right.ids[pair.right]}  {pair.probability:.0%}  {'; '.join(why(pair.levels))}"
    )


def _summary(pairs: list[Pair], left: Records, right: Records) -> None:
    sure = [pair for pair in pairs if pair.sure]
    alone = len(left) - len({pair.left for pair in sure}), len(right) - len({pair.right for pair in sure})
    print(f"{len(sure)} cặp khớp, {len(pairs) - len(sure)} cặp cần xem lại; chưa khớp: {alone[0]} ở nguồn thứ nhất, "
          f"{alone[1]} ở nguồn thứ hai")  # fmt: skip
    print(f"{len(sure)} pairs match, {len(pairs) - len(sure)} to be looked at; without a match: {alone[0]} of the "
          f"first source, {alone[1]} of the second")  # fmt: skip
