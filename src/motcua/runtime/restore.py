"""Bring a backup back: the database in one transaction, the files before it, what is left over after it.

Killed at any moment, the installation is the old one or the new one: files are added first (nobody knows them
yet), then one transaction replaces the database, then the files of the old one go.
"""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import IO

from motcua.runtime import archive, binaries, errors, external, grants, installation
from motcua.runtime.external import Database
from motcua.runtime.home import Home

NEW_SCHEMA = "drop schema if exists public cascade; create schema public;\n"


def restore(path: Path, home: Home, found: Database) -> archive.Manifest:
    """Replace this installation's database and files by the backup's. The home is held by the caller.

    Raises BadArchive (nothing was changed), Halt.
    """
    manifest = archive.verified(path, known_migrations())
    try:
        with tempfile.TemporaryDirectory(dir=home.run, prefix="restore-") as folder:
            dump = archive.extract(path, home, Path(folder))
            _replace_database(found, dump, Path(folder) / "script.sql")
    except OSError as error:
        raise (errors.of_system(error, home.path) or error) from error
    keep_only(home, set(manifest.files))
    return manifest


def known_migrations() -> set[str]:
    """ "app.name" of every migration of this version, replaced ones too. Django is set up by the caller."""
    from django.db.migrations.loader import MigrationLoader

    loader = MigrationLoader(None)
    replaced = {key for migration in loader.disk_migrations.values() for key in migration.replaces}
    return {f"{app}.{name}" for app, name in {*loader.disk_migrations, *replaced}}


def _replace_database(found: Database, dump: Path, script: Path) -> None:
    """One transaction: the old schema goes, the dump's comes, with the settings this server knows."""
    programs = binaries.newest()  # reads what every older pg_dump has written
    with script.open("wb") as file:
        file.write(NEW_SCHEMA.encode())
        file.flush()
        _as_script(programs.program("pg_restore"), dump, file)
    words = [programs.program("psql"), "--no-psqlrc", "--quiet", "--single-transaction", "--output=/dev/null"]
    archive.tool([*words, "--set=ON_ERROR_STOP=1", f"--file={script}", f"--dbname={found.owner_url}"])


def _as_script(pg_restore: str, dump: Path, script: IO[bytes]) -> None:
    """pg_restore's SQL, without what a server of an older version does not know (transaction_timeout: 17)."""
    words = [pg_restore, "--no-owner", "--no-privileges", "--no-comments", "--file=-", str(dump)]
    with subprocess.Popen(  # noqa: S603 - our own words
        words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=binaries.clean_environment()
    ) as restoring:
        assert restoring.stdout is not None  # noqa: S101 - pipes
        assert restoring.stderr is not None  # noqa: S101
        for line in restoring.stdout:
            if not line.startswith((b"SET transaction_timeout", b"CREATE SCHEMA public;")):
                script.write(line)
        said = restoring.stderr.read().decode(errors="replace").strip()
    if restoring.returncode:
        raise errors.StepFailed(step="pg_restore", reason=(said.splitlines() or ["?"])[0], log="—")


def keep_only(home: Home, names: set[str]) -> None:
    """Remove every file of the home's store that is not among the names, and the folders left empty."""
    for folder, _, files in os.walk(home.files, topdown=False):
        place = Path(folder)
        for name in files:
            if (place / name).relative_to(home.files).as_posix() not in names:
                (place / name).unlink()
        if place != home.files and not any(place.iterdir()):
            place.rmdir()


def erase_demo(home: Home, found: Database) -> None:
    """Empty the database and the file store of a demo, or of nothing. Raises NotADemo where data is real."""
    with external.connect(found.owner_url) as connection:
        row = installation.read(connection)
        if (row is not None and not row.demo) or (row is None and _has_foreign_tables(connection)):
            raise errors.NotADemo()
        with connection.transaction():
            connection.execute("drop schema if exists public cascade")
            connection.execute("create schema public")
    for entry in home.files.iterdir():
        if entry.is_dir():
            shutil.rmtree(entry)
        else:
            entry.unlink()


def _has_foreign_tables(connection: grants.Connection) -> bool:
    """Tables of somebody else in a database where we have none."""
    query = (
        "select to_regclass('public.django_migrations') is null"
        " and exists (select from pg_tables where schemaname = 'public')"
    )
    row = connection.execute(query).fetchone()
    return bool(row and row[0])
