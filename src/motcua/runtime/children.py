"""The processes the supervisor keeps alive."""

import contextlib
import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from motcua.runtime import account

LONGEST_PAUSE: Final = 30.0  # seconds between two tries
SOUND_AFTER: Final = 60.0  # seconds of life after which an earlier fall is forgotten
LOG_BYTES: Final = 10 * 2**20
WEB_WORKERS: Final = 2
WEB_THREADS: Final = 4


def web_words(host: str, port: int) -> list[str]:
    """The command line of granian: workers × threads, each worker restarted by it when it fails."""
    options = [
        "--interface",
        "wsgi",
        "--host",
        host,
        "--port",
        str(port),
        "--no-ws",
        "--log-level",
        "warning",
    ]
    options += ["--workers", str(WEB_WORKERS), "--blocking-threads", str(WEB_THREADS)]
    options += ["--respawn-failed-workers", "--respawn-interval", "1", "--workers-kill-timeout", "8"]
    return [sys.executable, "-m", "granian", *options, "motcua.config.wsgi:application"]


def worker_words() -> list[str]:
    return [sys.executable, "-m", "motcua.runtime.worker"]


@dataclass
class Child:
    """One process: started, watched, started again with growing pauses, stopped with all it has made."""

    name: str
    words: list[str]
    environment: dict[str, str]
    log: Path
    process: "subprocess.Popen[bytes] | None" = None
    falls: int = 0
    _begun: float = 0.0
    _again_at: float = field(default=0.0)

    def start(self) -> None:
        if self.log.exists() and self.log.stat().st_size > LOG_BYTES:
            self.log.replace(self.log.with_suffix(".log.1"))
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(  # noqa: S603 - our own words
                self.words,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                env=self.environment,
                preexec_fn=account.becoming(None, signal.SIGKILL),  # noqa: PLW1509 - one thread
            )
        self._begun = time.monotonic()

    def fallen(self) -> int | None:
        """Exit status when the process has just ended (once); starts it again when its pause is over."""
        now = time.monotonic()
        if self.process is None:
            if now >= self._again_at:
                self.start()
            return None
        status = self.process.poll()
        if status is None:
            return None
        self._end_group(signal.SIGKILL)  # what it left behind
        self.falls = 1 if now - self._begun > SOUND_AFTER else self.falls + 1
        self._again_at = now + min(LONGEST_PAUSE, 0.25 * 2**self.falls)
        self.process = None
        return status

    def last_words(self) -> str:
        """The last line of its log."""
        try:
            lines = self.log.read_bytes()[-4000:].decode(errors="replace").splitlines()
        except OSError:
            return ""
        return next((line.strip() for line in reversed(lines) if line.strip()), "")

    def ask_to_stop(self) -> None:
        if self.process and self.process.poll() is None:
            self.process.terminate()

    def make_stop(self, deadline: float) -> None:
        """Wait until the deadline (monotonic), then end the whole process group."""
        if self.process is None:
            return
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(max(0.0, deadline - time.monotonic()))
        self._end_group(signal.SIGKILL)
        self.process.wait()
        self.process = None

    def _end_group(self, wish: signal.Signals) -> None:
        assert self.process is not None  # noqa: S101
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, wish)  # each child leads its own session and group
