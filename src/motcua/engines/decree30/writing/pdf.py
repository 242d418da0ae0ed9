"""A sheet as PDF by Typst.

The decree's font is Times New Roman (Mục I.4), which may not be shipped; Tinos has the same widths of letters, so that
lines break and pages end where they would. The caller hands in the folder that holds its files.
"""

import functools
import tempfile
from pathlib import Path
from typing import Any, Final

from motcua.engines.decree30.writing.sheet import Sheet
from motcua.engines.decree30.writing.typst_source import picture_name, source

FAMILY: Final = "Tinos"


class NoPdf(RuntimeError):
    """Typst could not set the sheet, or a font is missing: a fault of the installation, not of the document."""


def to_pdf(sheet: Sheet, fonts: Path, family: str = FAMILY) -> bytes:
    """The PDF; the same sheet gives the same bytes. fonts: folder of Tinos-*.ttf. Raises NoPdf."""
    with tempfile.TemporaryDirectory() as folder:  # Typst reads pictures from files only
        main = Path(folder, "main.typ")
        main.write_text(source(sheet, family), encoding="utf-8")
        for para in sheet.paragraphs():
            if para.picture is not None:
                Path(folder, picture_name(para.picture)).write_bytes(para.picture.png)
        return _compiled(main, fonts)


def _compiled(main: Path, fonts: Path) -> bytes:
    import typst

    try:
        made, warnings = typst.compile_with_warnings(
            main, root=main.parent, font_paths=_fonts(str(fonts)), ignore_system_fonts=True, timestamp=0
        )
    except RuntimeError as fault:
        raise NoPdf(str(getattr(fault, "diagnostic", "") or fault)) from fault
    if warnings:
        raise NoPdf("; ".join(str(getattr(one, "message", "") or one) for one in warnings))
    return bytes(made)


@functools.cache
def _fonts(folder: str) -> Any:
    """Searched once in a process."""
    import typst

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])
