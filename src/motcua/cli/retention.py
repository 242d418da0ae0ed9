"""Name the files whose time of keeping has passed; `--remove` destroys them, and the record says so."""

import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--remove", action="store_true", help="destroy the files named; this cannot be undone")


def run(args: argparse.Namespace) -> int:
    """Exit status 0."""
    from motcua.runtime.database import available

    with available():
        from motcua.accounts.system import SYSTEM
        from motcua.base import clock
        from motcua.dossiers.commands.retention import remove_old_files

        found = remove_old_files(by=SYSTEM, now=clock.now(), really=args.remove)
    for line in found:
        print(line)
    print(f"{len(found)} files {'removed' if args.remove else 'are past their time; --remove destroys them'}")
    return 0
