"""Import or export the catalogue of procedures."""

import argparse
import sys
import time
from pathlib import Path


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", choices=["import", "export"])
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="jsonl, jsonl.gz, csv or xlsx")
    parser.add_argument("--source", choices=["full", "commune", "catalogue"], help="of an export")


def run(args: argparse.Namespace) -> int:
    """Exit status 0; 1 where rows were left out; 2 where a file could not be read or written."""
    from motcua.runtime.database import available

    if args.what == "export" and (not args.source or len(args.files) != 1):
        print("motcua catalogue export --source full|commune|catalogue FILE", file=sys.stderr)
        return 2
    with available():
        return _export(args.source, args.files[0]) if args.what == "export" else max(map(_import, args.files))


def _import(path: Path) -> int:
    from motcua.accounts.system import SYSTEM
    from motcua.base import clock
    from motcua.catalogue.commands import import_source
    from motcua.catalogue.importing.files import ImportFault

    begun = time.monotonic()
    try:
        report = import_source(path, by=SYSTEM, now=clock.now(), progress=_progress)
    except ImportFault as fault:
        print(f"{fault.words('vi')} / {fault.words('en')}", file=sys.stderr)
        return 2
    for number, why in report.bad:
        print(f"{path.name}, dòng / row {number}: {why}", file=sys.stderr)
    print(
        f"{path.name}: nguồn / source {report.source}, {report.rows} dòng / rows, {report.new} mới / new,"
        f" {report.changed} đổi / changed, {report.same} như cũ / same, {report.flagged} cần người xem / need a human,"
        f" {len(report.bad)} lỗi / bad, {time.monotonic() - begun:.1f} s"
    )
    return 1 if report.bad else 0


def _progress(done: int, everything: int) -> None:
    if sys.stderr.isatty():
        print(f"\r{done}/{everything}", end="", file=sys.stderr)


def _export(source: str, path: Path) -> int:
    from motcua.catalogue.exporting import export_source

    try:
        print(f"{export_source(source, path)} dòng / rows → {path}")
    except OSError as error:
        print(f"Không ghi được / cannot write {path}: {error.strerror}", file=sys.stderr)
        return 2
    return 0
