"""Django's own commands, for developers; with this installation's database, as the owner of its tables."""

import argparse
import os
from contextlib import ExitStack
from typing import Final

WITHOUT_DATABASE: Final = {
    "help",
    "makemessages",
    "compilemessages",
    "startapp",
    "findstatic",
    "diffsettings",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("rest", nargs=argparse.REMAINDER, help="for example: makemigrations dossiers")


def run(args: argparse.Namespace) -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "motcua.config.settings")
    from django.core.management import execute_from_command_line

    from motcua.config import checks  # noqa: F401 - registers them
    from motcua.runtime import database, steps
    from motcua.runtime.home import here

    with ExitStack() as stack:
        if args.rest and args.rest[0] not in WITHOUT_DATABASE:
            home = here()
            found = stack.enter_context(database.as_it_is(home))
            os.environ.update(steps.environment(home, found.owner_url))
        execute_from_command_line(["motcua manage", *args.rest])
    return 0
