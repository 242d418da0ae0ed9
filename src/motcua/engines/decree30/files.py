"""Files of a run: folders, globs and zips opened out into single files, in a stable order."""

import glob
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from motcua.engines.decree30.errors import Broken, NoFile, Protected, TooBig
from motcua.engines.decree30.reading.package import MB, MOST_FILE, MOST_MEMBERS

READ: Final = frozenset({".docx", ".docm", ".dotx", ".doc", ".odt", ".rtf", ".pdf"})
WHY: Final = {FileNotFoundError: "không có tệp này", PermissionError: "không có quyền đọc"}
LOCK: Final = "~$"  # Word's own, beside a file that is open


@dataclass(frozen=True, slots=True)
class Source:
    """A file on disk, or a member of a zip. name: as it is reported."""

    path: Path
    member: str = ""

    @property
    def name(self) -> str:
        """The path, a member behind "!"."""
        return f"{self.path}!{self.member}" if self.member else str(self.path)

    def read(self) -> bytes:
        """Its bytes. Raises NoFile, TooBig, Broken, Protected."""
        if self.member:
            return self._member()
        try:
            size = self.path.stat().st_size
            if size > MOST_FILE:
                raise TooBig(megabytes=size // MB, most=MOST_FILE // MB)
            return self.path.read_bytes()
        except OSError as error:
            raise NoFile(why=WHY.get(type(error), error.strerror or str(error))) from None

    def _member(self) -> bytes:
        try:
            with zipfile.ZipFile(self.path) as archive:
                info = archive.getinfo(self.member)
                if info.flag_bits & 0x1:
                    raise Protected
                if info.file_size > MOST_FILE:
                    raise TooBig(megabytes=info.file_size // MB, most=MOST_FILE // MB)
                with archive.open(info) as part:
                    return part.read(info.file_size)
        except (zipfile.BadZipFile, KeyError, OSError, NotImplementedError, RuntimeError) as error:
            raise Broken(why=str(error)) from error


def sources(paths: Iterable[str]) -> Iterator[Source]:
    """Every file below these paths, each once; a path named outright is taken whatever its name ends in."""
    seen: set[Path] = set()
    for given in paths:
        for path in _matching(given):
            yield from _opened(path, seen)


def _matching(given: str) -> Iterable[Path]:
    path = Path(given)
    if path.exists() or not glob.has_magic(given):
        return [path]
    return [Path(found) for found in sorted(glob.glob(given, recursive=True))] or [path]


def _opened(path: Path, seen: set[Path]) -> Iterator[Source]:
    if path.is_dir():
        for found in sorted(one for one in path.rglob("*") if one.suffix.lower() in READ | {".zip"}):
            if not found.name.startswith(LOCK) and found.is_file():
                yield from _opened(found, seen)
        return
    key = path.absolute()
    if key in seen:
        return
    seen.add(key)
    members = _members(path) if path.suffix.lower() == ".zip" else None
    if members is None:
        yield Source(path)
    else:
        yield from (Source(path, member) for member in members)


def _members(path: Path) -> list[str] | None:
    """Documents in a zip; None where it is none: then the reader says what is wrong with it."""
    try:
        with zipfile.ZipFile(path) as archive:
            infos = archive.infolist()
    except (zipfile.BadZipFile, OSError):
        return None
    names = [info.filename for info in infos[:MOST_MEMBERS] if not info.is_dir()]
    if "[Content_Types].xml" in names:
        return None
    return sorted(name for name in names if Path(name).suffix.lower() in READ)
