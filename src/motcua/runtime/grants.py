"""What the application's database role may do: everything with data, nothing with the record but add to it.

Applied after every migration and by the tests; reading it twice changes nothing.
"""

from typing import Final

import psycopg
from psycopg import sql

APPLICATION_ROLE: Final = "motcua_app"
APPEND_ONLY: Final = ("events_event", "events_seal", "visits_entry")  # SELECT and INSERT, nothing else
READ_ONLY: Final = ("django_migrations",)
SCHEMA: Final = "public"

Connection = psycopg.Connection[tuple[object, ...]]


def make_role(connection: Connection, role: str = APPLICATION_ROLE, *, login: bool) -> bool:
    """See that the role exists and that we may become it. False where this server does not permit that.

    login: it may connect by itself (the embedded server); otherwise it is only assumed by `role=`.
    """
    name = sql.Identifier(role)
    try:
        with connection.transaction():
            known = connection.execute("select from pg_roles where rolname = %s", [role]).fetchone()
            if known is None:
                kind = sql.SQL("login" if login else "nologin")
                connection.execute(sql.SQL("create role {} {} noinherit").format(name, kind))
            member = connection.execute("select pg_has_role(current_user, %s, 'MEMBER')", [role]).fetchone()
            if member is None or not member[0]:
                connection.execute(sql.SQL("grant {} to current_user").format(name))
        with connection.transaction():
            connection.execute(sql.SQL("set local role {}").format(name))
    except psycopg.errors.InsufficientPrivilege:
        return False
    except (psycopg.errors.DuplicateObject, psycopg.errors.UniqueViolation):  # another start was first
        return make_role(connection, role, login=login)
    return True


def apply(connection: Connection, role: str = APPLICATION_ROLE) -> None:
    """Give the role its rights on every table of the schema, as the tables' owner.

    Raises psycopg.errors.InsufficientPrivilege where we own neither schema nor tables.
    """
    words = {"role": sql.Identifier(role), "schema": sql.Identifier(SCHEMA)}
    grants = (
        "grant usage on schema {schema} to {role}",
        "grant select, insert, update, delete on all tables in schema {schema} to {role}",
        "revoke truncate, references, trigger on all tables in schema {schema} from {role}",
        "grant usage, select on all sequences in schema {schema} to {role}",
    )
    with connection.transaction():
        for grant in grants:
            connection.execute(sql.SQL(grant).format(**words))
        for tables, kept in ((APPEND_ONLY, "select, insert"), (READ_ONLY, "select")):
            for table in tables:
                if _exists(connection, table):
                    place = {**words, "table": sql.Identifier(SCHEMA, table)}
                    connection.execute(sql.SQL("revoke all on {table} from {role}, public").format(**place))
                    connection.execute(sql.SQL(f"grant {kept} on {{table}} to {{role}}").format(**place))


def _exists(connection: Connection, table: str) -> bool:
    row = connection.execute("select to_regclass(%s) is not null", [f"{SCHEMA}.{table}"]).fetchone()
    return bool(row and row[0])


def too_much(connection: Connection) -> list[str]:
    """Rights on append-only tables that the connection's role should not have: "UPDATE on events_event"."""
    found = []
    for table in APPEND_ONLY:
        for right in ("UPDATE", "DELETE", "TRUNCATE"):
            query = "select has_table_privilege(current_user, %s, %s)"
            row = connection.execute(query, [f"{SCHEMA}.{table}", right]).fetchone()
            if row and row[0]:
                found.append(f"{right} on {table}")
    return found
