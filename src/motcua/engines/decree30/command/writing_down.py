"""Files that appear whole or not at all, and the moment of a change."""

import tempfile
from datetime import UTC, datetime
from pathlib import Path


def write_atomically(target: Path, data: bytes) -> None:
    """The file is there whole, or as it was before."""
    with tempfile.NamedTemporaryFile("wb", dir=target.parent, delete=False) as held:
        held.write(data)
    Path(held.name).chmod(0o644)
    Path(held.name).replace(target)


def moment() -> str:
    """Now, as tracked changes state it."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
