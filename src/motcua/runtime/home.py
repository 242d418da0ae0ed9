"""The folder of an installation, MOTCUA_HOME: what lies where, and who may use it now.

database/   the embedded server's cluster (data/, run/ with its socket); unused with DATABASE_URL
database-at where the cluster lies instead, when the server's user cannot reach this folder
files/      attachments, content-addressed
static/     style sheets and pictures with hashed names, made anew when they change
logs/       what the server, the web and the worker processes say
forms/      official forms of the agency's own, if it has any (docs/papers.md)
secret-key  signs sessions, outside production
run/lock    held by whoever runs this installation; its text says who and where
"""

import fcntl
import json
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final, Literal

from motcua.runtime import errors

NEW_MB: Final = 200  # an empty cluster with its write-ahead log takes 60 MB, the demo town some more
RUNNING_MB: Final = 32  # two write-ahead segments: below that the server soon stops by itself
WAIT_SECONDS: Final = 60.0

Purpose = Literal["start", "command"]


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds the home. ready: the database (url, owner_url) may be used by other commands."""

    pid: int
    purpose: Purpose
    address: str = ""
    ready: bool = False
    url: str = ""
    owner_url: str = ""


@dataclass(frozen=True, slots=True)
class Home:
    """One installation's folder (absolute)."""

    path: Path

    @property
    def files(self) -> Path:
        return self.path / "files"

    @property
    def static(self) -> Path:
        return self.path / "static"

    @property
    def logs(self) -> Path:
        return self.path / "logs"

    @property
    def run(self) -> Path:
        return self.path / "run"

    @property
    def lock(self) -> Path:
        return self.run / "lock"

    def make(self) -> None:
        """Create what is missing and prove that it can be written. Raises ReadOnly, DiskFull."""
        try:
            try:
                self.path.mkdir(parents=True, exist_ok=True, mode=0o755)
            except FileNotFoundError as error:  # a file system that takes no folders
                raise errors.ReadOnly(path=self.path, reason=error.strerror) from error
            for folder in (self.run, self.logs, self.files, self.static):
                folder.mkdir(exist_ok=True, mode=0o700)
            probe = self.run / f"probe-{os.getpid()}"
            probe.write_bytes(b"\0" * 4096)
            probe.unlink()
        except OSError as error:
            if halt := errors.of_system(error, self.path):
                if isinstance(halt, errors.DiskFull):
                    self.require_space(NEW_MB)
                raise halt from error
            raise

    def free_mb(self) -> int:
        """Megabytes left for an ordinary user where this home lies."""
        return shutil.disk_usage(self.path).free // 2**20

    def require_space(self, need_mb: int) -> None:
        """Raises DiskFull where fewer megabytes are left, ReadOnly where the folder is gone."""
        try:
            free = self.free_mb()
        except OSError as error:
            raise errors.ReadOnly(path=self.path, reason=error.strerror) from error
        if free < need_mb:
            raise errors.DiskFull(path=self.path, free=free, need=need_mb)


def here(home: str | None = None) -> Home:
    """The home of this call: --home, else MOTCUA_HOME, else .motcua in the working folder."""
    return Home(Path(home or os.environ.get("MOTCUA_HOME") or ".motcua").absolute())


class Held:
    """The lock of a home, held; `tell` writes who holds it for the others to read."""

    def __init__(self, home: Home, handle: int) -> None:
        self.home = home
        self.pid = os.getpid()
        self._handle = handle
        self.after_a_kill = bool(os.pread(handle, 1, 0))  # whoever stops in order clears his text

    def tell(self, holder: Holder) -> None:
        text = json.dumps(asdict(holder)).encode()
        os.ftruncate(self._handle, 0)
        os.pwrite(self._handle, text, 0)

    def clear(self) -> None:
        os.ftruncate(self._handle, 0)


def holder(home: Home) -> Holder | None:
    """Who holds the home now; None where nobody does (a killed holder's lock is gone with it)."""
    try:
        handle = os.open(home.lock, os.O_RDONLY | os.O_CLOEXEC)
    except OSError:
        return None
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            try:
                return Holder(**json.loads(os.pread(handle, 4096, 0)))
            except (ValueError, TypeError):  # taken this moment, not told yet
                return Holder(pid=0, purpose="command")
        return None
    finally:
        os.close(handle)


@contextmanager
def held(home: Home, purpose: Purpose, *, running: type[errors.Halt] = errors.StopFirst) -> Iterator[Held]:
    """Hold the home for the block; nobody else runs a server on it meanwhile.

    A short command is waited for (up to WAIT_SECONDS). Raises `running` (AlreadyRunning, StopFirst) where
    `motcua start` holds it, HomeBusy where a command does not finish.
    """
    home.make()
    try:
        handle = os.open(home.lock, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError as error:
        raise (errors.of_system(error, home.lock) or error) from error
    try:
        _take(home, handle, running)
        lock = Held(home, handle)
        lock.tell(Holder(os.getpid(), purpose))
        yield lock
        lock.clear()
    finally:
        os.close(handle)


def _take(home: Home, handle: int, running: type[errors.Halt]) -> None:
    deadline = time.monotonic() + WAIT_SECONDS
    while True:
        try:
            return fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            other = holder(home)
        if other and other.purpose == "start":
            raise running(address=other.address, pid=other.pid)
        if time.monotonic() > deadline:
            raise errors.HomeBusy(pid=other.pid if other else 0, home=home.path)
        time.sleep(0.1)
