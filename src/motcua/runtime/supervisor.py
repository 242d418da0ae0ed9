"""`motcua start`: one process that brings everything up, keeps it up and takes it down again."""

import http.client
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from types import FrameType
from typing import Final

from motcua.base import clock
from motcua.runtime import database, demo_town, errors, external, installation, ports, sign_ins, steps
from motcua.runtime.children import Child, web_words, worker_words
from motcua.runtime.external import Database
from motcua.runtime.home import RUNNING_MB, Held, Holder, Home, held
from motcua.runtime.installation import Installation
from motcua.runtime.postgres import Server

WATCH_SECONDS: Final = 0.25
GRACE_SECONDS: Final = 10.0
FIRST_ANSWER_SECONDS: Final = 60.0


class Stopped(BaseException):
    """SIGINT or SIGTERM: like KeyboardInterrupt, for nobody but the supervisor to catch."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What the caller of `motcua start` asked for."""

    home: Home
    host: str = "127.0.0.1"
    port: int = 8000

    @property
    def address(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{host}:{self.port}"


def say(text: str, end: str = "\n") -> None:
    sys.stdout.write(text + end)
    sys.stdout.flush()


@contextmanager
def step(text: str) -> Iterator[None]:
    """Show what is being done and how long it took."""
    say(f"· {text} … ", end="")
    begun = time.monotonic()
    try:
        yield
    except BaseException:
        say("✗")
        raise
    say(f"{time.monotonic() - begun:.1f} s")


def start(wish: Wish) -> int:
    """Serve until SIGINT or SIGTERM; 0 after an orderly stop. Raises Halt before anything is served."""
    begun = time.monotonic()
    with held(wish.home, "start", running=errors.AlreadyRunning) as lock:
        holder = Holder(pid=lock.pid, purpose="start", address=wish.address)
        lock.tell(holder)
        supervisor = Supervisor(wish, lock, holder)
        try:
            with _signals():
                supervisor.bring_up(begun)
                supervisor.watch()
        except Stopped:
            say("\n· Đang dừng / stopping … ", end="")
            supervisor.take_down()
            say("xong / done")
        finally:
            supervisor.take_down()
            lock.clear()
    return 0


@contextmanager
def _signals() -> Iterator[None]:
    """Both signals end the block once, by Stopped; further ones are ignored while things are taken down."""

    def stop(number: int, frame: FrameType | None) -> None:
        for each in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(each, signal.SIG_IGN)
        raise Stopped

    for each in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(each, stop)  # set explicitly: a shell's & starts us with SIGINT ignored
    yield


class Supervisor:
    """The server, the web and the worker of one home."""

    def __init__(self, wish: Wish, lock: Held, holder: Holder) -> None:
        self.wish = wish
        self.home = wish.home
        self._lock = lock
        self._holder = holder
        self._server: Server | None = None
        self._server_again_at = 0.0
        self._server_falls = 0
        self._children: list[Child] = []

    def bring_up(self, begun: float) -> None:
        """From nothing to the first answer. begun: monotonic, for the figure shown. Raises Halt."""
        ports.require_free(self.wish.host, self.wish.port, patience_seconds=15 if self._lock.after_a_kill else 0)
        found = self._database()
        with step("Bảng dữ liệu, tệp tĩnh / tables, static files"):
            database.prepare(self.home, found, "static")
        installed = self._installation(found)
        self._holder = replace(self._holder, ready=True, url=found.url, owner_url=found.owner_url)
        self._lock.tell(self._holder)
        with step("Web, việc nền / web, background jobs"):
            self._start_children(found, installed)
            self._first_answer()
        self._tell(installed, time.monotonic() - begun)

    def _database(self) -> Database:
        if external.named():
            with step("PostgreSQL (DATABASE_URL)"):
                return external.database()
        with step("PostgreSQL"):
            self._server = Server(self.home)
            self._server.prepare()
            self._server.start()
            return database.of_server(self._server)

    def _installation(self, found: Database) -> Installation:
        """What is installed; a first start lays the demo town of 2023, or in production an empty one."""
        with external.connect(found.owner_url) as connection:
            if row := installation.read(connection):
                installation.require_allowed(row)
                return row
            if installation.in_production():
                steps.run(["real"], self.home, found.url)
            else:
                with step("Thị xã dùng thử / demo town"):
                    demo_town.lay(self.home, found, "2023")
            row = installation.read(connection)
        assert row is not None  # noqa: S101 - laid above
        return row

    def _start_children(self, found: Database, installed: Installation) -> None:
        environment = steps.environment(self.home, found.url, **installed.environment)
        environment.pop("DATABASE_OWNER_URL", None)  # the processes that serve never own the tables
        words = {"web": web_words(self.wish.host, self.wish.port), "worker": worker_words()}
        for name, line in words.items():
            child = Child(name, line, environment, self.home.logs / f"{name}.log")
            self._children.append(child)
            child.start()

    def _first_answer(self) -> None:
        """Wait until the web answers. Raises StepFailed where it falls instead."""
        web = self._children[0]
        deadline = time.monotonic() + FIRST_ANSWER_SECONDS
        while not _answers(self.wish):
            if web.fallen() is not None or time.monotonic() > deadline:
                raise errors.StepFailed(step="web", reason=web.last_words() or "?", log=web.log)
            time.sleep(0.1)

    def _tell(self, installed: Installation, seconds: float) -> None:
        say(f"\nMột Cửa đang chạy tại / is running at {self.wish.address}   ({seconds:.1f} s)")
        if installed.demo:
            now = clock.real_now() + timedelta(seconds=installed.clock_offset_seconds or 0)
            say(f"Thị xã dùng thử / demo town {installed.town}, đồng hồ / clock {now:%d/%m/%Y %H:%M}")
            for line in sign_ins.lines(installed.town):
                say(line)
        say(f"Dữ liệu / data: {self.home.path}   Dừng / stop: Ctrl-C\n")

    def watch(self) -> None:
        """Start again what falls, until a signal."""
        while True:
            self._watch_server()
            for child in self._children:
                status = child.fallen()
                if status is not None:
                    say(f"! {child.name} ({status}): {child.last_words()} — khởi động lại / restarting")
            time.sleep(WATCH_SECONDS)

    def _watch_server(self) -> None:
        server = self._server
        if server is None or (server.process is not None and server.process.poll() is None):
            return
        if time.monotonic() < self._server_again_at:
            return
        say("! PostgreSQL dừng / ended — khởi động lại / restarting")
        try:
            self.home.require_space(RUNNING_MB)
            server.start()
            self._server_falls = 0
        except errors.Halt as halt:
            self._server_falls += 1
            self._server_again_at = time.monotonic() + min(30.0, 0.5 * 2**self._server_falls)
            say(f"! {errors.line(halt)}")

    def take_down(self) -> None:
        """Web and worker first, then the server; nothing is left running. Harmless when repeated."""
        for child in self._children:
            child.ask_to_stop()
        deadline = time.monotonic() + GRACE_SECONDS
        for child in self._children:
            child.make_stop(deadline)
        self._children.clear()
        if self._server:
            self._server.stop()
            self._server = None


def _answers(wish: Wish) -> bool:
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(wish.host, wish.host)  # noqa: S104 - compared, not bound
    connection = http.client.HTTPConnection(host, wish.port, timeout=10)
    try:
        connection.request("GET", "/", headers={"Host": "127.0.0.1"})
        connection.getresponse().read()
    except OSError:
        return False
    finally:
        connection.close()
    return True
