"""The key that signs sessions: from the environment, or outside production kept in the installation."""

import os
import secrets
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured


def secret_key(home: Path, *, production: bool) -> str:
    """MOTCUA_SECRET_KEY; a demo makes its own once and keeps it (mode 0600). Raises ImproperlyConfigured."""
    if key := os.environ.get("MOTCUA_SECRET_KEY"):
        return key
    if production:
        raise ImproperlyConfigured("MOTCUA_SECRET_KEY is not set; production needs one of its own")
    path = home / "secret-key"
    try:
        return path.read_text(encoding="ascii")
    except FileNotFoundError:
        pass
    home.mkdir(parents=True, exist_ok=True)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:  # another process of the same start was first
        return path.read_text(encoding="ascii")
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(secrets.token_urlsafe(48))
    return path.read_text(encoding="ascii")
