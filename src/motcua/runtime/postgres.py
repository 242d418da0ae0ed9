"""The embedded PostgreSQL: made, started, awaited, recovered and stopped by us alone.

It listens on a Unix socket in a private folder and nowhere else; trust rests on that folder (mode 0700).
What was measured and why things are done so: docs/adr, "Embedded PostgreSQL".
"""

import hashlib
import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final
from urllib.parse import quote

import psycopg
from psycopg import sql

from motcua.runtime import account as accounts
from motcua.runtime import binaries, errors
from motcua.runtime.account import Account
from motcua.runtime.home import NEW_MB, RUNNING_MB, Home

OWNER: Final = "motcua"
DATABASE: Final = "motcua"
SOCKET: Final = ".s.PGSQL.5432"
SOCKET_PATH_BYTES: Final = 100  # sun_path holds 108; the lock file's name is longer by five
START_SECONDS: Final = 300.0  # recovery after a crash may take long; the server lives meanwhile
LOG_BYTES: Final = 10 * 2**20
SETTINGS: Final = (
    "listen_addresses=",
    "max_connections=60",
    "shared_buffers=128MB",
    "max_wal_size=512MB",
    "timezone=UTC",
    "log_timezone=UTC",
    "log_min_messages=warning",
    "unix_socket_permissions=0700",
)


def processes_in(folder: Path) -> list[int]:
    """Living processes (a zombie is dead) that work in the folder: the server and its children."""
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            if Path(os.readlink(entry / "cwd")) == folder and b") Z " not in (entry / "stat").read_bytes():
                found.append(int(entry.name))
        except OSError:
            continue
    return found


def _wait(until: Callable[[], bool], seconds: float) -> bool:
    deadline = time.monotonic() + seconds
    while not until():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.03)
    return True


def cluster_folder(home: Home, account: Account | None) -> Path:
    """Where the cluster lies: in the home, or elsewhere when the home is closed to the server's user.

    The modes of parent folders are never touched; the other place is written into the home.
    """
    note = home.path / "database-at"
    if note.exists():
        return Path(note.read_text(encoding="utf-8").strip())
    folder = home.path / "database"
    if account is None:
        folder.mkdir(exist_ok=True, mode=0o700)
        return folder
    _give(folder, account)
    if account.reaches(folder):
        return folder
    folder.rmdir()
    key = hashlib.sha256(os.fsencode(home.path)).hexdigest()[:16]
    folder = binaries.SHARED / key
    binaries.SHARED.mkdir(parents=True, exist_ok=True, mode=0o755)
    _give(folder, account)
    note.write_text(f"{folder}\n", encoding="utf-8")
    return folder


def _give(folder: Path, account: Account | None) -> None:
    """Make the folder if need be, private to the server's user."""
    folder.mkdir(exist_ok=True, mode=0o700)
    if account:
        os.chown(folder, account.uid, account.gid)
    folder.chmod(0o700)


class Server:
    """One cluster and, between start() and stop(), its running server."""

    def __init__(self, home: Home, *, settings: Sequence[str] = ()) -> None:
        """settings: further name=value of the server (the tests trade safety for speed)."""
        self.home = home
        self.log = home.logs / "postgres.log"
        self.process: subprocess.Popen[bytes] | None = None
        self._settings = (*SETTINGS, *settings)
        self._socket_folder: Path | None = None

    def prepare(self) -> bool:
        """Find user, place and programs, and make the cluster if there is none. True where it is new.

        Raises Halt.
        """
        self.account = accounts.needed()
        try:
            self.folder = cluster_folder(self.home, self.account)
            self.data = self.folder / "data"
            made = (self.data / "PG_VERSION").exists()
            self.home.require_space(RUNNING_MB if made else NEW_MB)
            if made:
                self.programs = binaries.for_cluster(self.data, self.account)
                return False
            self.programs = binaries.for_new_cluster(self.account)
            self._initdb()
        except OSError as error:
            raise (errors.of_system(error, self.home.path) or error) from error
        return True

    def _initdb(self) -> None:
        """Make the cluster beside its place and move it there whole: a killed start leaves nothing half."""
        building = self.folder / "data.new"
        if building.exists():
            shutil.rmtree(building)
        locale = ["--locale=C"]
        if self.programs.major >= 17:
            locale += ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
        words = [self.programs.program("initdb"), "-D", str(building), "-U", OWNER, "--encoding=UTF8"]
        words += [*locale, "--data-checksums", "--auth=trust", "--no-instructions"]
        done = subprocess.run(  # noqa: S603 - our own words
            words,
            check=False,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            env=binaries.clean_environment(),
            cwd=self.folder,
            preexec_fn=accounts.becoming(self.account, signal.SIGTERM),
        )
        if done.returncode:
            self.log.write_text(done.stdout, encoding="utf-8")
            self._fail("được khởi tạo", "initialise", done.stdout)
        building.rename(self.data)

    def start(self) -> None:
        """Start the server and return when it answers, the database made. Raises Halt."""
        self._recover()
        self._socket_folder = self._socket()
        options = [word for setting in self._settings for word in ("-c", setting)]
        words = [self.programs.program("postgres"), "-D", str(self.data), "-k", str(self._socket_folder)]
        if self.log.exists() and self.log.stat().st_size > LOG_BYTES:
            self.log.replace(self.log.with_suffix(".log.1"))
        with self.log.open("ab") as log:
            begin = log.tell()
            self.process = subprocess.Popen(  # noqa: S603 - our own words
                [*words, *options],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                env=binaries.clean_environment(),
                cwd=self.data,
                preexec_fn=accounts.becoming(self.account, signal.SIGINT),  # noqa: PLW1509 - one thread
            )
        self._await(begin)

    def _await(self, begin: int) -> None:
        process = self.process
        assert process is not None  # noqa: S101 - set by start
        answered = _wait(lambda: process.poll() is not None or self._answers(), START_SECONDS)
        if process.poll() is not None or not answered:
            with self.log.open("rb") as log:
                log.seek(begin)
                said = log.read().decode(errors="replace")
            self.stop()
            self._fail("khởi động được", "start", said)

    def _answers(self) -> bool:
        """Does the server take connections? Makes the database on the way, once."""
        try:
            with psycopg.connect(self.url(database="postgres"), autocommit=True, connect_timeout=5) as connection:
                row = connection.execute("select from pg_database where datname = %s", [DATABASE]).fetchone()
                if row is None:
                    connection.execute(sql.SQL("create database {}").format(sql.Identifier(DATABASE)))
        except psycopg.OperationalError:
            return False
        return True

    def _fail(self, vi_what: str, what: str, said: str) -> None:
        """Raise the halt that the server's last words stand for."""
        if "No space left on device" in said:
            raise errors.DiskFull(path=self.home.path, free=self.home.free_mb(), need=NEW_MB)
        lines = [line.strip() for line in said.splitlines() if line.strip()]
        telling = [line for line in lines if "FATAL" in line or "PANIC" in line or "error:" in line]
        reason = (telling or lines or ["?"])[-1]
        raise errors.PostgresFailed(vi_what=vi_what, what=what, reason=reason, log=self.log)

    def _socket(self) -> Path:
        """The folder of the socket: the cluster's own, or a short private one where that path is too long."""
        folder = self.folder / "run"
        if len(os.fsencode(folder / SOCKET)) < SOCKET_PATH_BYTES:
            _give(folder, self.account)
            return folder
        short = Path(tempfile.mkdtemp(prefix="motcua-", dir="/tmp"))
        _give(short, self.account)
        (self.folder / "socket-at").write_text(f"{short}\n", encoding="utf-8")
        return short

    def _recover(self) -> None:
        """Clear what a killed server left. The home's lock is ours, so whoever still runs is an orphan.

        Where PID 1 does not reap, a zombie's pid in postmaster.pid and in the socket's lock file would stop
        the start for ever: with no living process in the data folder both are removed.
        """
        if not _wait(lambda: not processes_in(self.data), 5):
            for rude in (signal.SIGINT, signal.SIGQUIT, signal.SIGKILL):
                for pid in processes_in(self.data):
                    try:
                        os.kill(pid, rude)
                    except ProcessLookupError:
                        continue
                if _wait(lambda: not processes_in(self.data), 10):
                    break
        (self.data / "postmaster.pid").unlink(missing_ok=True)
        for name in (SOCKET, f"{SOCKET}.lock"):
            (self.folder / "run" / name).unlink(missing_ok=True)
        note = self.folder / "socket-at"
        if note.exists():
            old = Path(note.read_text(encoding="utf-8").strip())
            if old.parent == Path("/tmp") and old.name.startswith("motcua-"):  # noqa: S108 - made above
                shutil.rmtree(old, ignore_errors=True)
            note.unlink()

    def url(self, role: str = OWNER, database: str = DATABASE) -> str:
        """postgresql:// of the running server for a role."""
        return f"postgresql://{role}@/{database}?host={quote(str(self._socket_folder), safe='')}"

    def stop(self) -> None:
        """Fast shutdown: sessions end, what was committed is on disk. Harmless where nothing runs."""
        process, self.process = self.process, None
        if process is None:
            return
        for wish, seconds in ((signal.SIGINT, 30.0), (signal.SIGQUIT, 10.0), (signal.SIGKILL, 10.0)):
            if process.poll() is None:
                process.send_signal(wish)
            try:
                process.wait(seconds)
                break
            except subprocess.TimeoutExpired:
                continue
        if self._socket_folder and self._socket_folder.parent == Path("/tmp"):  # noqa: S108
            shutil.rmtree(self._socket_folder, ignore_errors=True)
