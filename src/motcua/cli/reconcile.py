"""Compare what arose in other sources with what was entered, for a unit and a month, as its page does."""

import argparse
import json
import sys
from datetime import date
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from motcua.inspection.models import Reconciliation

BAD_CALL: Final = 2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--unit", required=True, metavar="CODE", help="code of the unit")
    parser.add_argument("--month", required=True, metavar="MONTH", help="e.g. 2023-03")
    parser.add_argument("--by", required=True, metavar="ACCOUNT", help="who asks, with the rights of this account")
    parser.add_argument("--json", action="store_true", help="the counts as one JSON object, without names")


def run(args: argparse.Namespace) -> int:
    """Exit status 0; 1 where dossiers are missing or doubtful; 2 and one line where the call cannot be carried out."""
    from motcua.runtime.database import available

    with available():
        return _run(args)


def _run(args: argparse.Namespace) -> int:
    from motcua.accounts.models import User
    from motcua.base import clock
    from motcua.base.errors import UserError
    from motcua.inspection.commands import reconcile
    from motcua.inspection.reconciling.queries import unit_by_code

    by, now = User.objects.filter(username=args.by, is_active=True).first(), clock.now()
    if by is None:
        return _refused(f"không có tài khoản {args.by} / no such account")
    try:
        month = date.fromisoformat(f"{args.month}-01")
        found = reconcile(unit_by_code(args.unit, user=by, now=now).pk, month, by=by, now=now)
    except UserError as error:
        return _refused(f"{error.words('vi')} / {error.words('en')}")
    except ValueError:
        return _refused("--month: ghi như 2023-03 / write 2023-03")
    _print(found, args)
    return 1 if found.figures["paper"] or found.figures["doubtful"] else 0


def _refused(why: str) -> int:
    print(f"motcua reconcile: {why}", file=sys.stderr)
    return BAD_CALL


def _print(found: "Reconciliation", args: argparse.Namespace) -> None:
    said: dict[str, Any] = found.figures
    if args.json:
        held = {"unit": args.unit, "month": args.month, "at": found.at.isoformat(), **said}
        print(json.dumps(held, ensure_ascii=(sys.stdout.encoding or "").lower() not in {"utf-8", "utf8"}))
        return
    late, estimate = said["late"], said["estimate"]
    print(f"{said['matched']} khớp / match, {said['software']} chỉ trong phần mềm / only in the software, "
          f"{said['paper']} thiếu / missing, {said['doubtful']} chưa rõ / doubtful")  # fmt: skip
    print(f"{late['count']} nhập muộn / entered late; trung vị / median {late['median']}, "
          f"nhiều nhất / most {late['most']} ngày làm việc / working days")  # fmt: skip
    if estimate:
        print(f"không nguồn nào có / in no source: {estimate['missing']:.0f} "
              f"(95 %: {estimate['low']}–{estimate['high']})")  # fmt: skip
    for one in estimate["warnings"] if estimate else [said["why_not"]]:
        print(f"Lưu ý: {one['vi']} / Note: {one['en']}")
