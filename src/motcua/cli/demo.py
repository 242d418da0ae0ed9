"""Lay the demo town: that of 2023 on its own clock, or that of today's units (2025) on the real one."""

import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--town", choices=["2023", "2025"], help="which town (2023, or the one that is there)")
    parser.add_argument("--reset", action="store_true", help="erase the demo that is there and start afresh")
    parser.add_argument("--home", help="folder of the data (MOTCUA_HOME, else .motcua)")


def run(args: argparse.Namespace) -> int:
    from motcua.runtime import database, demo_town, sign_ins
    from motcua.runtime.home import here

    home = here(args.home)
    with database.exclusively(home) as found:
        town = demo_town.lay_afresh(home, found, town=args.town, reset=args.reset)
    print(f"Thị xã dùng thử / demo town {town}: xong / done. Tiếp theo / next: motcua start")
    for line in sign_ins.lines(town):
        print(line)
    return 0
