"""Look at the units' news sites now (the worker does it every night at 3:20): their lists, new articles, sections."""

import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.description = __doc__


def run(args: argparse.Namespace) -> int:
    """Exit status 0; 1 where a site could not be read: the register of sites says why."""
    from motcua.runtime.database import available

    with available():
        from motcua.accounts.system import SYSTEM
        from motcua.base import clock
        from motcua.portal.commands import look_at_all

        counts = look_at_all(by=SYSTEM, now=clock.now())
    print(f"{counts['sites']} trang đã xem / sites, {counts['articles']} bài mới / new articles, "
          f"{counts['failed']} không đọc được / failed")  # fmt: skip
    return int(counts["failed"] > 0)
