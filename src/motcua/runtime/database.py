"""The database for a command, whether or not `motcua start` is running.

    with available():            # Django is set up, connections["default"] works as the application
        …                        # and motcua.base.clock tells this installation's time

    with opened(home) as found:  # no Django: found.url (application), found.owner_url (owner)
        …

Both use DATABASE_URL where it is set, else the server of a running `motcua start`, else they start the
embedded server for the duration of the block. Neither migrates a database that it did not start itself.
"""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
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
    """The embedded server for the block, the home held, tables up to date. Raises StopFirst, Halt."""
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
    """The database of this installation without Django, however it runs at the moment. Raises Halt."""
    if external.named():
        yield external.database()
    elif running := _running(home):
        yield Database(running.url, running.owner_url, grants.APPLICATION_ROLE)
    else:
        with embedded(home) as found:
            if not _has_tables(found):
                prepare(home, found)
            yield found


def _has_tables(found: Database) -> bool:
    with external.connect(found.owner_url) as connection:
        row = connection.execute("select to_regclass('public.django_migrations') is not null").fetchone()
        return bool(row and row[0])


@contextmanager
def available() -> Iterator[None]:
    """Django with the database of this installation, as the application's role. Raises Halt.

    Where Django is set up already (tests, `motcua manage`) its own database is used as it is.
    """
    from django.apps import apps

    if apps.ready:
        yield
        return
    home = here()
    home.make()
    with opened(home) as found:
        _set_environment(home, found)
        import django
        from django.db import connections

        django.setup()
        try:
            if _pending():
                if external.named() or holder_is_other(home):
                    raise errors.NotPrepared()
                prepare(home, found)
            yield
        finally:
            for connection in connections.all(initialized_only=True):
                connection.close()
                connection.close_pool()  # type: ignore[attr-defined]


def holder_is_other(home: Home) -> bool:
    """Is the home held by another process than this one?"""
    other = holder(home)
    return other is not None and other.pid != os.getpid()


def _set_environment(home: Home, found: Database) -> None:
    with external.connect(found.owner_url) as connection:
        row = installation.read(connection)
    os.environ.update(steps.environment(home, found.url, **(row.environment if row else {})))


def _pending() -> bool:
    """Are there migrations of this version that the database has not seen?"""
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))
