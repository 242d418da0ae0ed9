"""Check the format of documents (Nghị định 30/2020/NĐ-CP): folders, zips, globs; mend what is safe to mend."""

import argparse
import sys

from motcua.engines.decree30.command import options, running


def add_arguments(parser: argparse.ArgumentParser) -> None:
    options.add_to(parser)


def run(args: argparse.Namespace) -> int:
    return running.run(args, sys.stdout, sys.stderr)
