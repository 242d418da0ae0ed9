"""The real product, started as its users start it, for browser journeys and for faults."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from motcua.runtime.testing.plugin import OURS

READY: Final = " is running at "
FIRST_START_SECONDS: Final = 120.0


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def environment(home: Path, **more: str) -> dict[str, str]:
    """A new user's environment: nothing of the test run's own database or clock."""
    ours = {*OURS, "DJANGO_ALLOW_ASYNC_UNSAFE", "DJANGO_SETTINGS_MODULE"}
    rest = {name: value for name, value in os.environ.items() if name not in ours}
    return {**rest, "MOTCUA_HOME": str(home), **more}


def motcua(home: Path, *words: str, seconds: float = 120, **more: str) -> subprocess.CompletedProcess[str]:
    """Run `motcua words…` to its end."""
    return subprocess.run(  # noqa: S603 - our own words
        [sys.executable, "-c", "from motcua.cli import main; raise SystemExit(main())", *words],
        check=False,
        capture_output=True,
        text=True,
        env=environment(home, **more),
        timeout=seconds,
    )


def descendants(pid: int) -> list[int]:
    """Living processes below `pid`, however deep."""
    parents: dict[int, list[int]] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            after = stat.read_text().rpartition(") ")[2].split()
        except OSError:
            continue
        if after[0] != "Z":
            parents.setdefault(int(after[1]), []).append(int(stat.parent.name))
    found, todo = [], [pid]
    while todo:
        below = parents.get(todo.pop(), [])
        found += below
        todo += below
    return found


def alive(pid: int) -> bool:
    """A zombie is dead."""
    try:
        return (Path("/proc") / str(pid) / "stat").read_text().rpartition(") ")[2][0] != "Z"
    except OSError:
        return False


@dataclass
class Product:
    """A `motcua start` of this test's own. url: without a slash at its end."""

    home: Path
    port: int
    process: "subprocess.Popen[bytes] | None" = None
    started_in_seconds: float = 0.0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def output(self) -> str:
        return (self.home.parent / "output").read_text(encoding="utf-8")

    def start(self, **more: str) -> None:
        """Start and wait until it says that it is running. Fails with its output where it does not."""
        begun = time.monotonic()
        with (self.home.parent / "output").open("wb") as output:
            self.process = subprocess.Popen(  # noqa: S603 - our own words
                [sys.executable, "-m", "motcua", "start", "--port", str(self.port)],
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                env=environment(self.home, **more),
                start_new_session=True,
            )
        while READY not in self.output:
            if self.process.poll() is not None or time.monotonic() - begun > FIRST_START_SECONDS:
                raise AssertionError(f"motcua start did not start:\n{self.output}")
            time.sleep(0.05)
        self.started_in_seconds = time.monotonic() - begun

    def family(self) -> list[int]:
        """The supervisor and all below it."""
        assert self.process is not None  # noqa: S101
        return [self.process.pid, *descendants(self.process.pid)]

    def stop(self, wish: signal.Signals = signal.SIGTERM, seconds: float = 40) -> int:
        """Stop in order; the exit status."""
        assert self.process is not None  # noqa: S101
        self.process.send_signal(wish)
        return self.process.wait(seconds)

    def kill_everything(self) -> None:
        """kill -9 of the supervisor and of all below it, as in a power cut."""
        assert self.process is not None  # noqa: S101
        for pid in self.family():
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                continue
        self.process.wait(10)


@contextmanager
def new_product() -> Iterator[Product]:
    """A product with a home of its own, not started yet; afterwards nothing of it is left."""
    folder = Path(tempfile.mkdtemp(prefix="motcua-product-"))
    folder.chmod(0o755)  # as root the server runs as another user
    product = Product(folder / "home", free_port())
    try:
        yield product
    finally:
        if product.process and product.process.poll() is None:
            product.stop()
        shutil.rmtree(folder, ignore_errors=True)
