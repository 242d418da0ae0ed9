"""Bring database and files back from a backup; what this installation holds now is replaced."""

import argparse
from pathlib import Path


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, help="a file written by motcua backup")
    parser.add_argument("--home", help="folder of the data (MOTCUA_HOME, else .motcua)")
    parser.add_argument("--yes", action="store_true", help="replace what is there without asking")


def run(args: argparse.Namespace) -> int:
    """Exit status 1 where the keeper says no: then nothing was changed."""
    from motcua.runtime import database, external, installation
    from motcua.runtime.home import here
    from motcua.runtime.restore import restore

    home, path = here(args.home), args.file.absolute()
    with database.exclusively(home) as found:
        with external.connect(found.owner_url) as connection:
            filled = installation.read(connection) is not None
        if filled and not args.yes and not _agreed():
            return 1
        manifest = restore(path, home, found)
        database.prepare(home, found)
    print(f"database and {len(manifest.files)} files of {manifest.made_at} are back; next: motcua start")
    return 0


def _agreed() -> bool:
    try:
        return input("Dữ liệu hiện có sẽ bị thay thế / present data will be replaced; yes? ").strip() == "yes"
    except EOFError:
        return False
