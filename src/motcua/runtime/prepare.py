"""Steps of a start that need Django, in a process of their own: `python -m motcua.runtime.prepare STEP …`.

    tables  migrations, cache table and grants, as the owner; checks of the settings
    static  style sheets and pictures with hashed names
    demo    the demo town MOTCUA_TOWN, as the application's role, in one transaction
    real    the one row that makes a production installation, as the application's role
A person's mistake is printed as one line (exit 2); a fault of ours leaves its traceback in the log (exit 1).
"""

import hashlib
import io
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

import psycopg

from motcua.base.errors import UserError
from motcua.runtime import errors, external, grants

LOCK: Final = 0x4D6F7443  # advisory: two nodes that start at once migrate one after the other


def tables() -> None:
    """Bring the database to this version. MOTCUA_APP_ROLE: who gets the rights ("" for nobody)."""
    from django.core.checks import ERROR, run_checks
    from django.core.management import call_command

    from motcua.config import checks

    with external.connect(os.environ["DATABASE_URL"]) as connection:
        connection.execute("select pg_advisory_lock(%s)", [LOCK])
        call_command("migrate", interactive=False, verbosity=0)
        call_command("createcachetable", verbosity=0)
        if role := os.environ.get("MOTCUA_APP_ROLE"):
            grants.apply(connection, role)
    wrong = [m for m in run_checks(tags=[checks.TAG], databases=["default"]) if m.level >= ERROR]
    for message in wrong:
        raise errors.NotInProduction(vi_what=message.hint or message.msg, what=message.msg)


def static() -> None:
    """Collect the static files when they differ from what was collected last."""
    from django.conf import settings
    from django.contrib.staticfiles.finders import get_finders
    from django.core.management import call_command

    digest = hashlib.sha256()
    for finder in get_finders():
        for path, storage in sorted(finder.list([]), key=lambda found: found[0]):
            stat = Path(storage.path(path)).stat()
            digest.update(f"{path} {stat.st_size} {stat.st_mtime_ns}\n".encode())
    stamp = Path(settings.STATIC_ROOT) / ".stamp"
    if stamp.exists() and stamp.read_text(encoding="ascii") == digest.hexdigest():
        return
    call_command("collectstatic", interactive=False, verbosity=0, stdout=io.StringIO())
    stamp.write_text(digest.hexdigest(), encoding="ascii")


def demo() -> None:
    """Lay the demo town and write down what this installation is; all of it or nothing."""
    from django.db import transaction

    from motcua.organisations.models import Installation

    town = os.environ["MOTCUA_TOWN"]
    offset = os.environ.get("MOTCUA_CLOCK_OFFSET")
    with transaction.atomic():
        _lay(town)
        values = {"town": town, "demo": True, "clock_offset_seconds": int(offset) if offset else None}
        Installation.objects.update_or_create(only=True, defaults=values)


def _lay(town: str) -> None:
    """The one place that calls the demo's own package."""
    from motcua import demo

    if os.environ.get("MOTCUA_YEAR"):
        seed = os.environ["MOTCUA_YEAR_SEED"]
        truth = Path(os.environ["MOTCUA_YEAR_TRUTH"])
        demo.lay_a_year(int(seed) if seed else None, int(os.environ["MOTCUA_YEAR_DOSSIERS"]), truth)
    elif hasattr(demo, "lay"):
        demo.lay(town)


def real() -> None:
    from motcua.organisations.models import Installation

    Installation.objects.get_or_create(only=True, defaults={"town": "real", "demo": False})


STEPS: Final[dict[str, Callable[[], None]]] = {"tables": tables, "static": static, "demo": demo, "real": real}


def main(steps: Sequence[str]) -> int:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "motcua.config.settings")
    try:
        django.setup()
        for step in steps:
            STEPS[step]()
    except Exception as error:
        halt = error if isinstance(error, UserError) else _halt_behind(error)
        if halt is None:
            raise
        sys.stderr.write(f"{errors.line(halt)}\n")
        return 2
    return 0


def _halt_behind(error: Exception) -> errors.Halt | None:
    """What the installation's keeper can mend behind an error, also where Django has wrapped it."""
    home = Path(os.environ["MOTCUA_HOME"])
    cause = error.__cause__ or error
    if isinstance(cause, OSError) and not isinstance(cause, ConnectionError):
        return errors.of_system(cause, home)
    if isinstance(cause, psycopg.errors.DiskFull):
        return errors.disk_full(home)
    if isinstance(cause, psycopg.errors.InsufficientPrivilege):
        name = "DATABASE_OWNER_URL" if os.environ.get("DATABASE_OWNER_URL") else "DATABASE_URL"
        reason = str(cause).splitlines()[0]
        return errors.WrongDatabaseUrl(name=name, where=external.where(os.environ["DATABASE_URL"]), reason=reason)
    return None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
