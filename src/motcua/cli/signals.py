"""Run the signals now (the worker does so at 6:10, 8:40 and 14:10), or try one on past data and write nothing."""

import argparse
import sys
from datetime import date, datetime, time, timedelta
from typing import Final

BAD_CALL: Final = 2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--everything", action="store_true", help="look at every dossier, not only at what changed")
    parser.add_argument(
        "--open", action="store_true", help="run nothing; print the open findings, a JSON object a line"
    )
    parser.add_argument("--try", dest="code", metavar="CODE", help="what this signal would have opened; needs --by")
    parser.add_argument("--since", metavar="DAY", help="with --try: first day, e.g. 2023-03-01 (30 days ago)")
    parser.add_argument("--until", metavar="DAY", help="with --try: last day (today)")
    parser.add_argument("--threshold", action="append", default=[], metavar="NAME=NUMBER", help="with --try; repeated")
    parser.add_argument("--by", metavar="ACCOUNT", help="with --try: an administrator's account")


def run(args: argparse.Namespace) -> int:
    """Exit status 0; 2 and one line where the call cannot be read."""
    from motcua.runtime.database import available

    with available():
        if args.open:
            return _open()
        return _run(everything=args.everything) if args.code is None else _try(args)


def _run(*, everything: bool) -> int:
    from motcua.base import clock
    from motcua.inspection.commands import run
    from motcua.remedies.commands import follow

    now = clock.now()
    found = run(now=now, everything=everything)
    follow(now=now)
    told = ", ".join(f"{kind} {number}" for kind, number in found.counts.items()) or "không có gì mới / nothing new"
    print(f"{found.looked_at['dossier']} hồ sơ đã xem / dossiers looked at: {told}")
    return 0


def _open() -> int:
    """Signal, key, unit, opening and sentence of each open finding, for programs."""
    import json

    from motcua.inspection.models import Finding
    from motcua.inspection.queries import TOLD
    from motcua.inspection.words import sentence

    rows = Finding.objects.filter(state__in=TOLD).select_related("unit").order_by("signal", "key")
    for row in rows.iterator():
        opened = row.opened_at.isoformat() if row.opened_at else None
        told = {"signal": row.signal, "key": row.key, "unit": row.unit.short_name, "opened_at": opened,
                "sentence": sentence(row)}  # fmt: skip
        print(json.dumps(told, ensure_ascii=False))
    return 0


def _try(args: argparse.Namespace) -> int:
    from motcua.accounts.models import User
    from motcua.base import clock
    from motcua.inspection.signals import registry
    from motcua.inspection.trial import tried

    now = clock.now()
    by = User.objects.filter(username=args.by or "").first()
    try:
        until = _day(args.until, now.date()) + timedelta(days=1)
        since = _day(args.since, now.date() - timedelta(days=30))
        thresholds = {name: int(value) for name, _, value in (one.partition("=") for one in args.threshold)}
    except ValueError as error:
        print(f"motcua signals: {error}", file=sys.stderr)
        return BAD_CALL
    if by is None:
        print("motcua signals: --by cần tài khoản quản trị / needs an administrator's account", file=sys.stderr)
        return BAD_CALL
    found = tried(args.code, since=_moment(since), until=_moment(until), thresholds=thresholds, by=by, now=now)
    for one in found:
        sentence = registry()[args.code].sentence.vi.format(**one.found.values)
        print(f"{one.found.since.astimezone(clock.VIETNAM):%Y-%m-%d %H:%M}  {sentence}")
    print(f"{len(found)} phát hiện sẽ được mở / findings would have been opened")
    return 0


def _day(text: str | None, usual: date) -> date:
    return usual if text is None else date.fromisoformat(text)


def _moment(day: date) -> datetime:
    from motcua.base.clock import VIETNAM

    return datetime.combine(day, time.min, VIETNAM)
