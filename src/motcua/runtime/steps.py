"""Run the steps of runtime.prepare in processes of their own, and turn their end into a Halt or nothing."""

import os
import signal
import subprocess
import sys
from collections.abc import Sequence

from motcua.runtime import account, errors
from motcua.runtime.home import Home


def environment(home: Home, url: str, **more: str) -> dict[str, str]:
    """The environment of a process of this installation that uses the database of `url`."""
    return {
        **os.environ,
        "MOTCUA_HOME": str(home.path),
        "DATABASE_URL": url,
        "DJANGO_SETTINGS_MODULE": "motcua.config.settings",
        "PYTHONUNBUFFERED": "1",
        **more,
    }


def run(names: Sequence[str], home: Home, url: str, **more: str) -> None:
    """Run steps in one process. more: further variables. Raises Told with the step's own line, StepFailed."""
    done = subprocess.run(  # noqa: S603 - our own words
        [sys.executable, "-m", "motcua.runtime.prepare", *names],
        check=False,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        env=environment(home, url, **more),
        preexec_fn=account.becoming(None, signal.SIGTERM),
    )
    if done.returncode == 0:
        return
    lines = [line for line in done.stderr.splitlines() if line.strip()]
    if done.returncode == 2 and lines:
        raise errors.Told(line=lines[-1])
    log = home.logs / "prepare.log"
    try:
        log.write_text(done.stdout + done.stderr, encoding="utf-8")
    except OSError as error:
        raise (errors.of_system(error, log) or error) from error
    reason = lines[-1] if lines else f"exit {done.returncode}"
    raise errors.StepFailed(step=" ".join(names), reason=reason, log=log)
