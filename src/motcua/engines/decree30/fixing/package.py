"""A new package: parts that changed are written anew, every other member is copied byte for byte."""

import io
import zipfile
import zlib
from collections.abc import Mapping
from typing import Final

from motcua.engines.decree30.errors import Broken

DECLARATION: Final = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'


def rewritten(data: bytes, changed: Mapping[str, bytes]) -> bytes:
    """The package with these parts in place of theirs; new parts are added at the end. Raises Broken."""
    try:
        return _written(data, changed)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError) as error:
        raise Broken(why=str(error)) from error  # a member that is not read for judging may be spoiled


def _written(data: bytes, changed: Mapping[str, bytes]) -> bytes:
    held = io.BytesIO()
    left = dict(changed)
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as after:
        for info in before.infolist():
            name = info.filename.lstrip("/")
            content = left.pop(name, None)
            kept = zipfile.ZipInfo(info.filename, info.date_time)
            kept.compress_type, kept.external_attr = info.compress_type, info.external_attr
            after.writestr(kept, before.read(info) if content is None else content)
        for name, content in left.items():
            after.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return held.getvalue()
