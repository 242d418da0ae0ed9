"""Lay the demo town: that of 2023 on its own clock, or that of today's units (2025) on the real one; or a whole year.

--year 2023 makes all of that year, the same for the same seed, with causes hidden in it; what was planted is written to
a file apart.
"""

import argparse
from pathlib import Path
from typing import Final

DOSSIERS: Final = 12_000


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--town", choices=["2023", "2025"], help="which town (2023, or the one that is there)")
    parser.add_argument("--reset", action="store_true", help="erase the demo that is there and start afresh")
    parser.add_argument(
        "--year", choices=["2023"], help="all of a year with causes hidden in it; needs --reset over a demo"
    )
    parser.add_argument("--seed", type=int, help="with --year: other causes in other units (default: as really found)")
    parser.add_argument("--dossiers", type=int, default=DOSSIERS, help=f"with --year: how many ({DOSSIERS})")
    parser.add_argument("--truth", type=Path, help="with --year: file of what was planted (planted.json in the home)")
    parser.add_argument("--home", help="folder of the data (MOTCUA_HOME, else .motcua)")


def run(args: argparse.Namespace) -> int:
    from motcua.runtime import database, demo_town, sign_ins
    from motcua.runtime.home import here

    home = here(args.home)
    year = None
    if args.year:
        truth = (args.truth or home.path / "planted.json").absolute()
        year = demo_town.WholeYear(args.seed, args.dossiers, truth)
    with database.exclusively(home) as found:
        town = demo_town.lay_afresh(home, found, town=args.town, reset=args.reset, year=year)
    print(f"Thị xã dùng thử / demo town {town}: xong / done. Tiếp theo / next: motcua start")
    for line in sign_ins.lines(town):
        print(line)
    return 0
