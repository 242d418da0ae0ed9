"""Start Một Cửa on this machine: database, web and background jobs; Ctrl-C stops all of it."""

import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--port", type=int, default=8000, help="of the web address (8000)")
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (127.0.0.1: this machine only)")
    parser.add_argument("--home", help="folder of the data (MOTCUA_HOME, else .motcua)")


def run(args: argparse.Namespace) -> int:
    from motcua.runtime.home import here
    from motcua.runtime.supervisor import Wish, start

    return start(Wish(here(args.home), args.host, args.port))
