"""The database for a command, whether or not `motcua start` is running.

    with available():                 # Django is set up, connections["default"] works as the application
        …                             # and motcua.base.clock tells this installation's time

    with opened(home) as found:       # no Django: found.url (application), found.owner_url (owner)
    with exclusively(home) as found:  # the same while nothing else of this home runs

They use DATABASE_URL where it is set, else the server of a running `motcua start`, else they start the
embedded server for the duration of the block. Neither migrates a database that it did not start itself.
"""

import os
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Final

from motcua.runtime import errors, external, grants, installation, steps
from motcua.runtime.external import Database
from motcua.runtime.home import Holder, Home, held, here, holder
from motcua.runtime.postgres import Server

READY_SECONDS: Final = 120.0


def of_server(server: Server) -> Database:
    """The two roles of the embedded server that has just been started; makes the application's."""
    with external.connect(server.url()) as connection:
        grants.make_role(connection, login=True)
    return Database(server.url(grants.APPLICATION_ROLE), server.url(), grants.APPLICATION_ROLE)


def prepare(home: Home, found: Database, *more: str) -> None:
    """Bring the database to this version, as the owner, and give the application its rights. Raises Halt."""
    steps.run(["tables", *more], home, found.owner_url, MOTCUA_APP_ROLE=found.role)


def _running(home: Home) -> Holder | None:
    """A running `motcua start` whose database may be used; None where none runs. Raises HomeBusy."""
    deadline = time.monotonic() + READY_SECONDS
    while (other := holder(home)) and other.purpose == "start":
        if other.ready:
            return other
        if time.monotonic() > deadline:
            raise errors.HomeBusy(pid=other.pid, home=home.path)
        time.sleep(0.2)
    return None


@contextmanager
def embedded(home: Home) -> Iterator[Database]:
    """The embedded server for the block, the home held. Raises StopFirst, Halt."""
    with held(home, "command"):
        server = Server(home)
        server.prepare()
        try:
            server.start()
            found = of_server(server)
            yield found
        finally:
            server.stop()


@contextmanager
def opened(home: Home) -> Iterator[Database]:
    """The database of this installation without Django, however it runs at the moment. Raises Halt.

    An embedded one that has no tables yet gets them; the others are taken as they are.
    """
    with _running_or_started(home) as (found, ours):
        if ours and not _has_tables(found):
            prepare(home, found)
        yield found


@contextmanager
def _running_or_started(home: Home) -> Iterator[tuple[Database, bool]]:
    """The database, and whether it is the embedded one started here for the block."""
    if external.named():
        yield external.database(), False
    elif running := _running(home):
        yield Database(running.url, running.owner_url, grants.APPLICATION_ROLE), False
    else:
        with embedded(home) as found:
            yield found, True


def _has_tables(found: Database) -> bool:
    with external.connect(found.owner_url) as connection:
        row = connection.execute("select to_regclass('public.django_migrations') is not null").fetchone()
        return bool(row and row[0])


@contextmanager
def available() -> Iterator[None]:
    """Django with the database of this installation, as the application's role. Raises Halt.

    An embedded server started for the block is brought to this version; another one has to be of it already.
    Where Django is set up already (tests, `motcua manage`) its own database is used as it is.
    """
    from django.apps import apps

    if apps.ready:
        yield
        return
    home = here()
    with _running_or_started(home) as (found, ours), _django(home, found):
        if pending():
            if not ours:
                raise errors.NotPrepared()
            prepare(home, found)
        yield


@contextmanager
def as_it_is(home: Home) -> Iterator[Database]:
    """The database without Django and with whatever tables it has. Raises Halt."""
    with _running_or_started(home) as (found, _):
        yield found


@contextmanager
def for_reading(home: Home) -> Iterator[Database]:
    """Database and Django as they are, nothing mended: for `motcua doctor`. Raises Halt."""
    with _running_or_started(home) as (found, _), _django(home, found):
        yield found


@contextmanager
def exclusively(home: Home) -> Iterator[Database]:
    """The database while nobody else of this home uses it: for what replaces data. Raises StopFirst, Halt.

    Django is set up, but the tables may not be there yet.
    """
    with ExitStack() as stack:
        if external.named():
            stack.enter_context(held(home, "command"))
            found = external.database()
        else:
            found = stack.enter_context(embedded(home))
        stack.enter_context(_django(home, found))
        yield found


@contextmanager
def _django(home: Home, found: Database) -> Iterator[None]:
    """Django set up on the database, with this installation's clock; its connections closed afterwards."""
    with external.connect(found.owner_url) as connection:
        row = installation.read(connection)
    os.environ.update(steps.environment(home, found.url, **(row.environment if row else {})))
    import django
    from django.db import connections

    django.setup()
    try:
        yield
    finally:
        for each in connections.all(initialized_only=True):
            each.close()
            each.close_pool()  # type: ignore[attr-defined]


def pending() -> bool:
    """Are there migrations of this version that the database has not seen?"""
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))
