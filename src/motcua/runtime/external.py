"""A PostgreSQL that is not ours: what DATABASE_URL and DATABASE_OWNER_URL name.

DATABASE_URL       the application's role
DATABASE_OWNER_URL the role that owns the tables and runs migrations; without it DATABASE_URL is both, and the
                   application then assumes the restricted role motcua_app where the server permits it
"""

import os
import re
from dataclasses import dataclass
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

import psycopg

from motcua.runtime import errors, grants
from motcua.runtime.binaries import OLDEST


@dataclass(frozen=True, slots=True)
class Database:
    """url: as the application; owner_url: as the tables' owner; role: the restricted one, "" without."""

    url: str
    owner_url: str
    role: str


def named() -> bool:
    """Does the environment name a database? Then the embedded one is not used."""
    return bool(os.environ.get("DATABASE_URL"))


def where(url: str) -> str:
    """The database a URL means, without user and password."""
    try:
        parts = urlsplit(url)
        host = dict(parse_qsl(parts.query)).get("host") or parts.hostname or "socket"
        return f"{host}{f':{parts.port}' if parts.port else ''}{parts.path}"
    except ValueError:
        return "?"


def connect(url: str, name: str = "DATABASE_URL") -> grants.Connection:
    """A connection in autocommit. name: of the variable, for the message. Raises WrongDatabaseUrl."""
    if not re.match(r"postgres(ql)?://", url):
        raise errors.WrongDatabaseUrl(name=name, where="?", reason="postgresql://USER:PASSWORD@HOST/DATABASE")
    try:
        return psycopg.connect(url, autocommit=True, connect_timeout=10)
    except (psycopg.OperationalError, psycopg.ProgrammingError, ValueError) as error:
        lines = [line.strip() for line in str(error).splitlines() if line.strip()]
        password = _password(url)
        reason = (lines or ["?"])[0]
        if password:
            reason = reason.replace(password, "…")
        raise errors.WrongDatabaseUrl(name=name, where=where(url), reason=reason) from None


def _password(url: str) -> str:
    try:
        return urlsplit(url).password or ""
    except ValueError:
        return ""


def assuming(url: str, role: str) -> str:
    """The URL with libpq told to assume the role from the first statement on."""
    parts = urlsplit(url)
    query = dict(parse_qsl(parts.query))
    query["options"] = f"{query.get('options', '')} -c role={role}".strip()
    return urlunsplit(parts._replace(query=urlencode(query, quote_via=quote)))


def database() -> Database:
    """What the environment names, proved: reachable, new enough, roles settled. Raises Halt."""
    url = os.environ["DATABASE_URL"]
    with connect(url) as connection:
        version = connection.info.server_version // 10000
        if version < OLDEST:
            raise errors.DatabaseTooOld(found=version)
        me = connection.info.user
        if owner_url := os.environ.get("DATABASE_OWNER_URL"):
            connect(owner_url, "DATABASE_OWNER_URL").close()
            return Database(url, owner_url, me)
        if grants.make_role(connection, login=False):
            return Database(assuming(url, grants.APPLICATION_ROLE), url, grants.APPLICATION_ROLE)
    return Database(url, url, "")
