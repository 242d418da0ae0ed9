"""Older formats (.doc, .odt, .rtf) by LibreOffice where it is installed; the layout is then the converter's."""

import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Final

from motcua.engines.decree30.errors import Broken, NeedsConverter

SECONDS: Final = 90
NOTE: Final = (
    "tệp {found} đã được LibreOffice chuyển sang .docx: bố cục là của trình chuyển đổi, hãy đối chiếu với bản gốc"
)


def converter() -> str | None:
    """Where LibreOffice is; None where it is not installed."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def to_docx(data: bytes, suffix: str) -> bytes:
    """The same document as .docx. Raises NeedsConverter without LibreOffice, Broken where it cannot read the file."""
    return converted(data, suffix, "docx")


def converted(data: bytes, suffix: str, target: str) -> bytes:
    """A document in another format, made in a folder and a profile of its own, bounded in time."""
    program = converter()
    if program is None:
        raise NeedsConverter(found=suffix)
    with tempfile.TemporaryDirectory(prefix="motcua-convert-") as folder:
        source = Path(folder) / f"in{suffix}"
        source.write_bytes(data)
        command = [
            program, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--norestore", "--nolockcheck",
            "--convert-to", target, "--outdir", folder, str(source),
        ]  # fmt: skip
        try:
            subprocess.run(command, capture_output=True, timeout=SECONDS, check=False)  # noqa: S603 fixed program, own paths
        except subprocess.TimeoutExpired as error:
            raise Broken(why=f"LibreOffice không chuyển xong trong {SECONDS} giây") from error
        made = Path(folder) / f"in.{target}"
        if not made.exists():
            raise Broken(why="LibreOffice không đọc được tệp")
        return made.read_bytes()
