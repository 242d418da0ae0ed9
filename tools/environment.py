"""Build .venv from the lock files: `python3 tools/environment.py run|dev`.

Only the standard library, and old syntax: it has to run on the machine's own Python to say what is missing.
A stamp makes a second run a matter of milliseconds.
"""

import hashlib
import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = VENV / "motcua-stamp"
LOCKS = ROOT / "requirements"


class Halt(Exception):
    """What stops the set-up, as one line for the person at the keyboard."""


def fingerprint(kind):
    """Changes whenever the environment of this kind has to be built anew."""
    digest = hashlib.sha256()
    for path in (LOCKS / "uv.lock", LOCKS / f"{kind}.lock", ROOT / "pyproject.toml"):
        digest.update(path.read_bytes())
    digest.update(f"{ROOT} {sys.version_info[:2]}".encode())
    return f"{kind} {digest.hexdigest()}"


def is_built(kind):
    """The tools' environment holds the product's too: `make start` after `make test` changes nothing."""
    try:
        stamp = STAMP.read_text(encoding="ascii")
    except OSError:
        return False
    kinds = ("run", "dev") if kind == "run" else ("dev",)
    return (VENV / "bin" / "motcua").exists() and any(stamp == fingerprint(one) for one in kinds)


def step(text, *command, quiet=True):
    """Run one command, showing what it is for and how long it took; its output only where it fails."""
    sys.stdout.write(f"· {text} … ")
    sys.stdout.flush()
    begun = time.monotonic()
    done = subprocess.run(
        command, cwd=str(ROOT), check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    sys.stdout.write(f"{time.monotonic() - begun:.1f} s\n" if done.returncode == 0 else "✗\n")
    if done.returncode and not quiet:
        sys.stderr.write(done.stdout)
    return done


def must(text, *command):
    done = step(text, *command)
    if done.returncode:
        last = [line for line in done.stdout.splitlines() if line.strip()][-6:]
        raise Halt("{}: {}".format(text, "\n  ".join(["", *last])))


def new_venv():
    """A virtual environment of this Python with pip in it; one of another version is replaced."""
    python = VENV / "bin" / "python"
    if python.exists():
        probe = "import sys, pip; print(sys.version_info[:2])"
        done = subprocess.run([str(python), "-c", probe], check=False, capture_output=True, text=True)
        if done.stdout.strip() == str(tuple(sys.version_info[:2])):
            return
    try:
        import ensurepip  # noqa: F401 - Debian keeps it in a package of its own
        import venv  # noqa: F401
    except ImportError:
        raise Halt(
            "Thiếu mô-đun venv của Python: apt install python3-venv / "
            "Python's venv module is missing: apt install python3-venv"
        ) from None
    must("Môi trường ảo / virtual environment", sys.executable, "-m", "venv", "--clear", str(VENV))


def install(kind):
    """The packages of one lock file, hashes checked, and the project itself over them."""
    python, lock = str(VENV / "bin" / "python"), str(LOCKS / f"{kind}.lock")
    pip = [python, "-m", "pip", "install", "-q", "--disable-pip-version-check", "--require-hashes"]
    uv = [str(VENV / "bin" / "uv"), "pip"]
    must("Trình cài đặt uv / the installer uv", *pip, "-r", str(LOCKS / "uv.lock"))
    title = f"Gói phần mềm / packages ({kind}.lock)"
    done = step(title, *uv, "sync", "-q", "--python", python, "--require-hashes", lock)
    if done.returncode:
        # uv does not read pip's settings: a machine that names its registry to pip alone is served by pip
        must(title + ", pip", *pip, "-r", lock)
    editable = ["install", "-q", "--python", python, "--no-deps", "--no-build-isolation", "-e", str(ROOT)]
    must("Một Cửa", *uv, *editable)


def main(kind):
    if sys.version_info < (3, 11):  # noqa: UP036 - this file runs on what the machine has
        found = ".".join(map(str, sys.version_info[:2]))
        raise Halt(f"Cần Python 3.11 trở lên, máy có {found} / Python 3.11 or later is needed, this is {found}")
    if is_built(kind):
        return
    try:
        new_venv()
        if STAMP.exists():
            STAMP.unlink()
        install(kind)
        STAMP.write_text(fingerprint(kind), encoding="ascii")
    except OSError as error:
        raise Halt(f"Không ghi được / cannot write {error.filename or VENV}: {error.strerror}") from None


if __name__ == "__main__":
    os.environ.pop("PYTHONHOME", None)
    os.environ.pop("VIRTUAL_ENV", None)
    try:
        main(sys.argv[1])
    except Halt as halt:
        sys.stderr.write(f"{halt}\n")
        sys.exit(2)
    except KeyboardInterrupt:
        sys.exit(130)
