"""The key that signs exported seals: Ed25519, from the environment or kept in the installation (mode 0600)."""

import os
from pathlib import Path
from typing import Final

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

NAME: Final = "seal-key"


def signer(home: Path) -> Ed25519PrivateKey:
    """MOTCUA_SEAL_KEY (64 hex digits), else the installation's own, made on first use."""
    if text := os.environ.get("MOTCUA_SEAL_KEY"):
        return Ed25519PrivateKey.from_private_bytes(bytes.fromhex(text))
    path = home / NAME
    try:
        return Ed25519PrivateKey.from_private_bytes(bytes.fromhex(path.read_text(encoding="ascii")))
    except FileNotFoundError:
        pass
    home.mkdir(parents=True, exist_ok=True)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:  # another process was first
        return signer(home)
    key = Ed25519PrivateKey.generate()
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(key.private_bytes_raw().hex())
    return key


def signature(home: Path, last_hash: str) -> dict[str, str]:
    """Signature over the last seal's hash (its 32 bytes), with the public key; both as hex."""
    key = signer(home)
    public = key.public_key().public_bytes_raw()
    return {"signature": key.sign(bytes.fromhex(last_hash)).hex(), "public_key": public.hex()}
