"""Tests run with the application's rights, on a database that the owner has migrated."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from motcua.runtime import grants


@contextmanager
def as_application() -> Iterator[None]:
    """For the block Django's connection has the rights of motcua_app and no others."""
    from django.db import connection

    connection.ensure_connection()
    grants.make_role(connection.connection, login=True)
    grants.apply(connection.connection)
    options = connection.settings_dict["OPTIONS"]
    _reconnect()
    options["options"] = f"-c role={grants.APPLICATION_ROLE}"  # assume_role waits for its own pool for ever
    try:
        with _flush_as_owner():
            yield
    finally:
        options.pop("options")
        _reconnect()


def _reconnect() -> None:
    from django.db import connection

    connection.close()
    connection.close_pool()  # type: ignore[attr-defined]


@contextmanager
def _flush_as_owner() -> Iterator[None]:
    """A transactional test empties the tables when it is done: the owner may, past the record's own guard."""
    from django.db.backends.postgresql.operations import DatabaseOperations

    original = DatabaseOperations.execute_sql_flush

    def flush(self: DatabaseOperations, sql_list: Any) -> None:
        guard = "alter table {} {} trigger user"
        with self.connection.cursor() as cursor:
            cursor.execute("set role none")
            for table in grants.APPEND_ONLY:
                cursor.execute(guard.format(table, "disable"))
        try:
            original(self, sql_list)
        finally:
            with self.connection.cursor() as cursor:
                for table in grants.APPEND_ONLY:
                    cursor.execute(guard.format(table, "enable"))
                cursor.execute(f"set role {grants.APPLICATION_ROLE}")

    DatabaseOperations.execute_sql_flush = flush  # type: ignore[method-assign, assignment]
    try:
        yield
    finally:
        DatabaseOperations.execute_sql_flush = original  # type: ignore[method-assign]


def collect_static() -> None:
    """The hashed names that the pages ask for, as in the product."""
    from django.core.management import call_command

    call_command("collectstatic", interactive=False, verbosity=0, stdout=io.StringIO())
