"""Import a register of a unit from XLSX or CSV, as its page does; --dry-run only checks it."""

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from motcua.registers.models import ImportRun

BAD_CALL: Final = 2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("register", metavar="REGISTER", help="issued, incoming, legal-texts, sites, articles, …")
    parser.add_argument("file", type=Path, metavar="FILE", help="xlsx or csv")
    parser.add_argument("--by", required=True, metavar="ACCOUNT", help="who imports, with the rights of this account")
    parser.add_argument("--map", action="append", default=[], metavar="COLUMN=HEAD",
                        help='which head fills a column; "form==paper": one value for every row; repeated')  # fmt: skip
    parser.add_argument("--unit", metavar="CODE", help="of rows that name none (the account's only unit)")
    parser.add_argument("--dry-run", action="store_true", help="check, write nothing")
    parser.add_argument("--json", action="store_true", help="the report as one JSON object")


def run(args: argparse.Namespace) -> int:
    """Exit status 0; 1 where rows were left out; 2 and one line where nothing could be read."""
    from motcua.runtime.database import available

    with available():
        return _run(args)


def _run(args: argparse.Namespace) -> int:
    from motcua.accounts.models import User
    from motcua.base import clock

    by = User.objects.filter(username=args.by, is_active=True).first()
    if by is None or not args.file.is_file():
        what = f"tài khoản {args.by} / account" if by is None else f"tệp {args.file} / file"
        print(f"motcua import: không có {what} not found", file=sys.stderr)
        return BAD_CALL
    found = _checked(args, by, clock.now())
    _print(found, args)
    return 1 if found.bad or found.state == "failed" else 0


def _checked(args: argparse.Namespace, by: Any, now: Any) -> "ImportRun":
    """The file checked and, unless it is a dry run, imported; however it ends, its copy does not stay."""
    from django.core.files.base import File

    from motcua.registers import commands, queries
    from motcua.registers.register import named

    with args.file.open("rb") as file:
        found = commands.upload(args.register, File(file), file_name=args.file.name, by=by, now=now)
    try:
        proposed, _ = queries.proposed(named(args.register), found.heads)
        said = dict(one.partition("=")[::2] for one in args.map)
        unit = _unit(args, by, now)
        found = commands.ask_check(found.pk, mapping=proposed | said, unit_id=unit, by=by, now=now, at_once=True)
        if not args.dry_run and found.state == "ready" and found.good:
            found = commands.ask_import(found.pk, by=by, now=now, at_once=True)
        report = found
        report.told = list(found.faults.order_by("pk"))  # type: ignore[attr-defined]
    finally:
        kept = queries.run(found.pk, user=by)
        if not kept.over:
            commands.cancel(kept.pk, by=by)
    return report


def _unit(args: argparse.Namespace, by: Any, now: Any) -> int | None:
    from motcua.organisations.models import Unit
    from motcua.registers import policy
    from motcua.registers.register import named

    units: list[Unit] = policy.writable_units(by, named(args.register), now)
    if args.unit:
        return next((unit.pk for unit in units if unit.code == args.unit), 0)
    return units[0].pk if len(units) == 1 else None


def _print(found: "ImportRun", args: argparse.Namespace) -> None:
    faults = found.told  # type: ignore[attr-defined]
    if args.json:
        held = {
            "register": found.register, "state": found.state, "total": found.total, "good": found.good,
            "bad": found.bad, "new": found.new, "changed": found.changed, "same": found.same, "fault": found.fault,
            "faults": [
                {"row": one.line, "column": one.column, "vi": one.fault, "en": one.fault_en, "given": one.given}
                for one in faults
            ],
        }  # fmt: skip
        print(json.dumps(held, ensure_ascii=(sys.stdout.encoding or "").lower() not in {"utf-8", "utf8"}))
        return
    for one in faults:
        print(f"dòng / row {one.line}, {one.column or '-'}: {one.fault} / {one.fault_en}", file=sys.stderr)
    if found.fault:
        print(f"{found.fault} / {found.fault_en}", file=sys.stderr)
    what = "kiểm tra / checked" if found.state == "ready" else "đã nhập / imported"
    print(
        f"{found.register}, {what}: {found.total} dòng / rows, {found.new} mới / new, {found.changed} đổi / changed, "
        f"{found.same} như cũ / same, {found.bad} lỗi / bad"
    )
