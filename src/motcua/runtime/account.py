"""The operating system's user of the embedded server: PostgreSQL refuses to run as root."""

import os
import pwd
import shutil
import signal
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from motcua.base.process import die_with_parent
from motcua.runtime import errors

NAME: Final = "motcua"


@dataclass(frozen=True, slots=True)
class Account:
    """A system user that this process, being root, may become."""

    uid: int
    gid: int

    def reaches(self, folder: Path) -> bool:
        """May this user enter the folder and list it? Asked of the kernel, by becoming the user."""
        done = subprocess.run(  # noqa: S603 - our own words
            ["/bin/sh", "-c", 'cd "$1" && ls >/dev/null', "sh", str(folder)],
            check=False,
            capture_output=True,
            cwd="/",
            user=self.uid,
            group=self.gid,
            extra_groups=[],
        )
        return done.returncode == 0


def needed() -> Account | None:
    """The server's user where this process is root, made when missing; None for an ordinary user.

    Raises NoSystemUser.
    """
    if os.geteuid() != 0:
        return None
    try:
        found = pwd.getpwnam(NAME)
    except KeyError:
        _add()
        found = pwd.getpwnam(NAME)
    return Account(found.pw_uid, found.pw_gid)


def _add() -> None:
    """Create the system user with what the machine has. Raises NoSystemUser."""
    if tool := shutil.which("useradd", path="/usr/sbin:/sbin:/usr/bin:/bin"):
        words = [tool, "--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", NAME]
    elif tool := shutil.which("adduser", path="/usr/sbin:/sbin:/usr/bin:/bin"):  # busybox
        words = [tool, "-S", "-D", "-H", NAME]
    else:
        raise errors.NoSystemUser(user=NAME, reason="useradd: not found")
    done = subprocess.run(words, check=False, capture_output=True, text=True)  # noqa: S603
    try:
        pwd.getpwnam(NAME)  # a second start may have made it meanwhile
    except KeyError:
        reason = (done.stderr.strip().splitlines() or [f"exit {done.returncode}"])[-1]
        raise errors.NoSystemUser(user=NAME, reason=reason) from None


def becoming(account: Account | None, at_death: signal.Signals) -> Callable[[], None]:
    """What a child does between fork and exec: its own session, its user, and the wish to die with us.

    The order matters: a change of user clears the wish.
    """
    parent = os.getpid()

    def become() -> None:
        os.setsid()
        if account:
            os.setgroups([account.gid])
            os.setgid(account.gid)
            os.setuid(account.uid)
        os.umask(0o077)
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # a shell's & starts us with it ignored
        die_with_parent(parent, at_death)

    return become
