"""A process that does not outlive the one that started it (Linux; elsewhere these do nothing)."""

import ctypes
import os
import signal
import sys
from typing import Final

PR_SET_PDEATHSIG: Final = 1


def die_with_parent(parent: int, at_death: signal.Signals = signal.SIGTERM) -> None:
    """Have the kernel send `at_death` when the parent ends, however it ends; also where it already has.

    parent: its process id. To be called after a change of user, which clears the wish.
    """
    if sys.platform != "linux":
        return
    ctypes.CDLL(None, use_errno=True).prctl(PR_SET_PDEATHSIG, int(at_death), 0, 0, 0)
    if os.getppid() != parent:
        os.kill(os.getpid(), at_death)
