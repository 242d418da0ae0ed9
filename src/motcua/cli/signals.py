"""Run the signals now: what is wrong is opened, what was mended closes (the worker does it every morning at 6:10)."""

import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--everything", action="store_true", help="look at every dossier, not only at what changed")


def run(args: argparse.Namespace) -> int:
    """Exit status 0."""
    from motcua.runtime.database import available

    with available():
        return _run(everything=args.everything)


def _run(*, everything: bool) -> int:
    from motcua.base import clock
    from motcua.inspection.commands import run

    found = run(now=clock.now(), everything=everything)
    told = ", ".join(f"{kind} {number}" for kind, number in found.counts.items()) or "không có gì mới / nothing new"
    print(f"{found.subjects} hồ sơ đã xem / dossiers looked at: {told}")
    return 0
