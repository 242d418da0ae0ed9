"""Is the address free that the web is to be served on?"""

import errno
import socket
import time

from motcua.runtime import errors


def require_free(host: str, port: int, *, patience_seconds: float = 0.0) -> None:
    """Raises PortTaken, PortRefused. patience_seconds: for the last of a killed run to let go of it."""
    deadline = time.monotonic() + patience_seconds
    while (error := _refusal(host, port)) is not None:
        if error.errno != errno.EADDRINUSE:
            raise errors.PortRefused(host=host, port=port, reason=error.strerror or error) from error
        if time.monotonic() > deadline:
            raise errors.PortTaken(port=port, other=_next_free(host, port))
        time.sleep(0.1)


def _refusal(host: str, port: int) -> OSError | None:
    """Why the address cannot be had. granian shares ports (SO_REUSEPORT), so only this try tells."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
            probe.listen(1)
        except OSError as error:
            return error
        except OverflowError:
            return OSError(errno.EINVAL, f"port {port} is not between 1 and 65535")
    return None


def _next_free(host: str, port: int) -> int:
    return next((p for p in range(port + 1, min(port + 100, 65536)) if _refusal(host, p) is None), 0)
