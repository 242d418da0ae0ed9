"""A backup: database and files of an installation in one tar.

    database.dump   pg_dump's custom form, without owners and rights (they are the new place's own)
    files/…         attachments; the dump is taken first, and files are never changed: none can be missing
    manifest.json   last: form, version, town, migrations, and size and SHA-256 of every member
The file holds personal data: it is written with mode 0600, whole or not at all.
"""

import hashlib
import importlib.metadata
import io
import json
import os
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import IO, Final

from motcua.runtime import binaries, errors, external
from motcua.runtime.external import Database
from motcua.runtime.home import Home

FORM: Final = "motcua-backup"
VERSION: Final = 1
DUMP: Final = "database.dump"
FILES: Final = "files/"
MANIFEST: Final = "manifest.json"
MANIFEST_BYTES: Final = 256 * 2**20
BLOCK: Final = 2**20


@dataclass(frozen=True, slots=True)
class Member:
    """Size in bytes and SHA-256 (hexadecimal) of one member."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup holds. migrations: "app.name" of all that its database had seen."""

    made_at: str
    product: str
    server: int
    migrations: list[str]
    members: dict[str, Member]

    @property
    def files(self) -> dict[str, Member]:
        """The attachments by their path below files/."""
        return {n.removeprefix(FILES): m for n, m in self.members.items() if n.startswith(FILES)}


def write(home: Home, found: Database, target: Path) -> Manifest:
    """Write the backup. Raises FileIsThere, Halt; then there is no file."""
    if target.exists():
        raise errors.FileIsThere(path=target)
    part = target.with_name(f"{target.name}.part-{os.getpid()}")
    try:
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            with os.fdopen(handle, "wb") as file:
                manifest = _write(home, found, file)
                file.flush()
                os.fsync(file.fileno())
            os.link(part, target)  # never over a file that came meanwhile
        finally:
            part.unlink(missing_ok=True)
    except FileExistsError:
        raise errors.FileIsThere(path=target) from None
    except OSError as error:
        raise (errors.of_system(error, target.parent) or error) from error
    return manifest


def _write(home: Home, found: Database, file: IO[bytes]) -> Manifest:
    members: dict[str, Member] = {}
    with tarfile.open(fileobj=file, mode="w", format=tarfile.PAX_FORMAT) as tar:
        with tempfile.TemporaryDirectory(dir=home.run, prefix="backup-") as folder:
            dump = Path(folder) / DUMP
            server, migrations = _dump(found, dump)
            members[DUMP] = _add(tar, DUMP, dump)
        for path in sorted(home.files.rglob("*")):
            if path.is_file() and not path.is_symlink():
                name = FILES + path.relative_to(home.files).as_posix()
                members[name] = _add(tar, name, path)
        now = datetime.now(UTC).isoformat(timespec="seconds")
        manifest = Manifest(now, importlib.metadata.version("motcua"), server, migrations, members)
        text = json.dumps({"form": FORM, "version": VERSION, **asdict(manifest)}, indent=1).encode()
        info = tarfile.TarInfo(MANIFEST)
        info.size, info.mode = len(text), 0o600
        tar.addfile(info, io.BytesIO(text))
    return manifest


class _Hashing:
    """A file that is hashed as it is read."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self.digest = hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        block = self._file.read(size)
        self.digest.update(block)
        return block


def _add(tar: tarfile.TarFile, name: str, path: Path) -> Member:
    with path.open("rb") as file:
        info = tarfile.TarInfo(name)
        info.size, info.mode = os.fstat(file.fileno()).st_size, 0o600
        hashing = _Hashing(file)
        tar.addfile(info, hashing)
    return Member(info.size, hashing.digest.hexdigest())


def _dump(found: Database, target: Path) -> tuple[int, list[str]]:
    """Dump the database as its owner; the server's major version and the migrations it has seen."""
    with external.connect(found.owner_url) as connection:
        major = connection.info.server_version // 10000
        rows = connection.execute("select app || '.' || name from django_migrations order by id").fetchall()
    words = [binaries.for_server(major).program("pg_dump"), "--format=custom", "--no-owner"]
    words += ["--no-privileges", "--no-comments", "--schema=public", "--extension=*", f"--file={target}"]
    tool([*words, f"--dbname={found.owner_url}"])
    return major, [str(row[0]) for row in rows]


def tool(words: list[str]) -> None:
    """Run a client program of PostgreSQL. Raises DiskFull, StepFailed."""
    env = binaries.clean_environment()
    done = subprocess.run(words, check=False, stderr=subprocess.PIPE, env=env)  # noqa: S603
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip()
        if "No space left on device" in said:
            raise errors.disk_full(Path.cwd())
        name = Path(words[0]).name
        raise errors.StepFailed(step=name, reason=(said.splitlines() or ["?"])[0], log="—")


def verified(path: Path, known_migrations: set[str]) -> Manifest:
    """Read the whole backup and prove it before anything is changed. Raises BadArchive, Halt.

    known_migrations: "app.name" of this version; a backup with others is of a later one.
    """
    seen: dict[str, Member] = {}
    text: bytes | None = None
    try:
        for info, file in _members(path):
            if info.name == MANIFEST:
                text = file.read(MANIFEST_BYTES)
                continue
            digest = hashlib.sha256()
            while block := file.read(BLOCK):
                digest.update(block)
            seen[info.name] = Member(info.size, digest.hexdigest())
    except (tarfile.TarError, EOFError) as error:
        raise _bad(path, "tệp hỏng hoặc không phải tar", f"damaged, or no tar ({error})") from None
    except OSError as error:
        raise _bad(path, f"không đọc được ({error.strerror})", f"cannot be read ({error.strerror})") from None
    manifest = _manifest(path, text)
    if manifest.members != seen or DUMP not in seen:
        names = {n for n in manifest.members.keys() | seen.keys() if manifest.members.get(n) != seen.get(n)}
        name = min(names, default=DUMP)
        raise _bad(path, f"{name} bị thiếu, thừa hoặc đã bị sửa", f"{name} is missing, added or was changed")
    if later := sorted(set(manifest.migrations) - known_migrations):
        why = f"it was made by a later version of Một Cửa ({later[0]})"
        raise _bad(path, f"do phiên bản mới hơn tạo ra ({later[0]})", why)
    return manifest


def _members(path: Path) -> Iterator[tuple[tarfile.TarInfo, IO[bytes]]]:
    """Every member: a plain file with a name of ours; all else is refused. Raises BadArchive."""
    names: set[str] = set()
    with tarfile.open(path, "r:") as tar:
        for info in tar:
            file = tar.extractfile(info) if info.isreg() and _is_ours(info.name) else None
            if file is None or info.name in names:
                raise _bad(path, f"có mục lạ {info.name!r}", f"it has a foreign member {info.name!r}")
            names.add(info.name)
            yield info, file


def _is_ours(name: str) -> bool:
    if name in {DUMP, MANIFEST}:
        return True
    pure = PurePosixPath(name)
    plain = not pure.is_absolute() and ".." not in pure.parts and "\\" not in name and "\0" not in name
    return plain and name.startswith(FILES) and name == pure.as_posix() and len(pure.parts) > 1


def _manifest(path: Path, text: bytes | None) -> Manifest:
    try:
        values = json.loads(text or b"")
        form, version = values.pop("form"), values.pop("version")
        members = {str(name): Member(**member) for name, member in values.pop("members").items()}
        if (form, version) != (FORM, VERSION):
            raise ValueError(form)
        return Manifest(members=members, **values)
    except (ValueError, TypeError, KeyError, AttributeError):
        raise _bad(path, "không có bản kê manifest.json", "it has no manifest of Một Cửa") from None


def _bad(path: Path, vi_why: str, why: str) -> errors.BadArchive:
    return errors.BadArchive(path=path, vi_why=vi_why, why=why)


def extract(path: Path, home: Home, folder: Path) -> Path:
    """Put the files of a proved backup into the home and its dump into `folder`; the dump's path.

    Files are content-addressed: adding them harms nobody until the database knows them.
    """
    for info, file in _members(path):
        if info.name == MANIFEST:
            continue
        target = folder / DUMP if info.name == DUMP else home.files / info.name.removeprefix(FILES)
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        part = target.with_name(f"{target.name}.part")
        with part.open("wb") as copy:
            while block := file.read(BLOCK):
                copy.write(block)
            copy.flush()
            os.fsync(copy.fileno())
        part.replace(target)
    return folder / DUMP
