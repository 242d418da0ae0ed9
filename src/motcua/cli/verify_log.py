"""Prove that nobody changed the record, or name the first row that was."""

import argparse
import sys


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--all", action="store_true", help="the first fault of every stream, not only of one")


def run(args: argparse.Namespace) -> int:
    """Exit status 0: the record proves itself; 1: a row was changed, taken out or cut off."""
    from motcua.runtime.database import available

    with available():
        return _verify(every=args.all)


def _verify(*, every: bool) -> int:
    from motcua.events.models import Event, Stream
    from motcua.events.queries import faults

    found = False
    for fault in faults():
        found = True
        row = f"row id {fault.event_id}" if fault.event_id else "no row"
        print(f"stream {fault.stream}, place {fault.seq}, {row}: {fault.what}", file=sys.stderr)
        if not every:
            break
    if not found:
        print(f"{Event.objects.count()} events in {Stream.objects.count()} streams: the record proves itself")
    return int(found)
