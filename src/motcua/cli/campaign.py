"""Inspect the documents a unit issued in a period: register them by an index, check their files, write the report."""

import argparse
import json
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from motcua.inspection.models import Campaign

BAD_CALL: Final = 2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="where the files lie")
    parser.add_argument(
        "--index", type=Path, required=True, help="xlsx or csv: the outgoing register and a column file"
    )
    parser.add_argument("--unit", required=True, metavar="CODE", help="the unit; all below it are inspected too")
    parser.add_argument("--since", required=True, type=date.fromisoformat, metavar="DAY", help="first day, 2026-01-01")
    parser.add_argument("--until", required=True, type=date.fromisoformat, metavar="DAY", help="last day")
    parser.add_argument("--by", required=True, metavar="ACCOUNT", help="who inspects, with the rights of this account")
    parser.add_argument("--sample", type=int, default=5, metavar="PERCENT", choices=range(101),
                        help="share that people review (5)")  # fmt: skip
    parser.add_argument("--seed", type=int, help="of the draw (by chance, written down)")
    parser.add_argument("--jobs", type=int, default=2, help="processes (2)")
    parser.add_argument("--output", type=Path, metavar="FOLDER", help="where list and report go (this folder)")
    parser.add_argument("--again", action="store_true", help="a new campaign although there is one of this very call")
    parser.add_argument("--json", action="store_true", help="what it came to as one JSON object")


def run(args: argparse.Namespace) -> int:
    """Exit status 0; 2 and one line where the call cannot be read. Stopped in the middle, the same call goes on."""
    from motcua.runtime.database import available

    with available():
        return _run(args)


def _run(args: argparse.Namespace) -> int:
    from motcua.accounts.models import User
    from motcua.base import clock
    from motcua.inspection import commands
    from motcua.organisations.models import Unit
    from motcua.organisations.queries import in_force

    now = clock.now()
    by = User.objects.filter(username=args.by, is_active=True).first()
    unit = in_force(Unit.objects.filter(code=args.unit), now.date()).first()
    if by is None or unit is None or not args.folder.is_dir() or not args.index.is_file():
        what = f"tài khoản {args.by} / account" if by is None else f"đơn vị {args.unit} / unit" if unit is None else (
            f"tệp {args.index} / file" if args.folder.is_dir() else f"thư mục {args.folder} / folder"
        )  # fmt: skip
        print(f"motcua campaign: không có {what} not found", file=sys.stderr)
        return BAD_CALL
    campaign = commands.open_with_index(
        args.folder, args.index, unit, since=args.since, until=args.until, percent=args.sample, by=by, now=now,
        seed=args.seed, again=args.again,
    )  # fmt: skip
    campaign = commands.carry_out_campaign(campaign.pk, now=now, processes=args.jobs, tell=_tell)
    _report(campaign, args)
    return 0


def _tell(done: int, total: int) -> None:
    """One line that is written over, for a person who watches."""
    if sys.stderr.isatty():
        width = 30 * done // total
        print(f"\r[{'#' * width:<30}] {done}/{total}", end="\n" if done == total else "", file=sys.stderr, flush=True)


def _report(campaign: "Campaign", args: argparse.Namespace) -> None:
    from motcua.inspection.campaigns import papers, sheet, summary

    place: Path = args.output or Path()
    place.mkdir(parents=True, exist_ok=True)
    name = f"tu-kiem-tra-{campaign.unit.code}-{campaign.since}-{campaign.until}"
    (place / f"{name}.xlsx").write_bytes(sheet.workbook(campaign, "vi"))
    (place / f"{name}.docx").write_bytes(papers.report(campaign))
    held = summary.as_object(campaign)
    if args.json:
        print(json.dumps(held, ensure_ascii=(sys.stdout.encoding or "").lower() not in {"utf-8", "utf8"}))
        return
    told = ", ".join(f"{name} {number}" for name, number in held["outcomes"].items())
    print(f"{campaign.total} văn bản / documents: {told}")
    print(f"rút mẫu / drawn: {len(held['sample'])}, seed {campaign.seed}; {place / name}.xlsx, .docx")
