"""Seal what was written since the last seal; `--export FILE` writes the signed chain of seals, to store elsewhere."""

import argparse
import json
from pathlib import Path


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--export", type=Path, metavar="FILE", help="write the chain of seals as JSON lines, signed")


def run(args: argparse.Namespace) -> int:
    """Exit status 0."""
    from motcua.runtime.database import available

    with available():
        return _seal(args.export)


def _seal(export: Path | None) -> int:
    from django.conf import settings

    from motcua.base import clock
    from motcua.events import sealing
    from motcua.events.commands import seal
    from motcua.runtime.seal_key import signature

    count = seal(now=clock.now())
    print(f"{count} events sealed, {sealing.not_sealed()} not yet")
    if export is None:
        return 0
    last = ""
    with export.open("w", encoding="utf-8") as file:
        for row in sealing.rows():
            last = row.hash.hex()
            file.write(json.dumps(row.as_json()) + "\n")
        if last:
            file.write(json.dumps({"signed": last, **signature(settings.HOME, last)}) + "\n")
    print(f"the chain of seals stands in {export}: store it where nobody who runs this database can change it")
    return 0
