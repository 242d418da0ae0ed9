"""Measure this machine: due moments, search, transitions, scale, load, formats, linkage, signals, campaigns, forms."""

import argparse
import importlib
from typing import Final

# Name → what it measures; each is a module of motcua.bench with run(args) -> int, imported when called.
BENCHES: Final[dict[str, str]] = {
    "worktime": "due moments and explanations a second, on one core",
    "search": "the search of procedures: time and rank of 600 seeded queries",
    "transitions": "receive to return over HTTP, beside the same SQL through pgbench",
    "scale": "queue, lists and search over HTTP at 10 k, 100 k and 1 M dossiers, and an export of all",
    "load": "50 receptionists and 200 officers for ten minutes: errors, p95, memory",
    "decree30": "the format checker on a town's 6,135 documents: seconds, memory, and beside the floor",
    "linkage": "links of two times 20,000 records, 200 estimated months: seconds, precision, recall, coverage",
    "signals": "the signals over 120,000 dossiers: everything once, then a day",
    "inspection": "a town's year with causes hidden in it: precision and recall of the findings, a signal a line",
    "forms": "official papers: milliseconds each, first and warm, and forms a second",
    "tablets": "20 tablets syncing over a bad line while the signals run and the server is killed: lost answers",
    "campaign": "self-inspection of a town's 6,135 documents: seconds, and the same answer after a kill -9",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    told = "; ".join(f"{name}: {what}" for name, what in BENCHES.items())
    parser.add_argument("name", choices=BENCHES, help=told)
    parser.add_argument("rest", nargs=argparse.REMAINDER, help="options of that measurement")


def run(args: argparse.Namespace) -> int:
    return int(importlib.import_module(f"motcua.bench.{args.name}").run(args))
