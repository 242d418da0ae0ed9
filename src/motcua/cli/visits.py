"""Publish the checklist that the software brings; a version that says the same is not published again."""

import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--checklist", action="store_true", required=True, help="publish the checklist of 16 groups")


def run(args: argparse.Namespace) -> int:
    """Exit status 0."""
    from motcua.base import clock
    from motcua.runtime.database import available

    with available():
        from motcua.visits.commands import publish_default

        made = publish_default(now=clock.now())
        print(made)
    return 0
