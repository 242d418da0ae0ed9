"""Write database and files of this installation into one file; it may be running meanwhile."""

import argparse
from pathlib import Path


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, help="the backup to write (a tar; it holds personal data)")
    parser.add_argument("--home", help="folder of the data (MOTCUA_HOME, else .motcua)")


def run(args: argparse.Namespace) -> int:
    from motcua.runtime import archive
    from motcua.runtime.database import opened
    from motcua.runtime.home import here

    home = here(args.home)
    home.make()
    with opened(home) as found:
        manifest = archive.write(home, found, args.file.absolute())
    size = args.file.stat().st_size / 2**20
    print(f"{args.file}: {size:.1f} MB, database and {len(manifest.files)} files")
    return 0
