"""Names of WordprocessingML (ISO/IEC 29500-1) and of what stands in it, as lxml spells them."""

from typing import Final

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WP: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
WPS: Final = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
V: Final = "{urn:schemas-microsoft-com:vml}"
MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
OFFICE_DOCUMENT: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

VAL: Final = f"{W}val"
OFF: Final = frozenset({"0", "false", "off", "none"})


def on(value: str | None) -> bool:
    """A switch of Word: present without a value, it is on."""
    return value is None or value not in OFF


def whole(value: str | None) -> int | None:
    """A measure in the file's own units (twips, half-points, EMU); None where it is none.

    Word writes whole numbers; other programs write "240.0" too, and units ("12pt") in the strict variant.
    """
    if value is None:
        return None
    try:
        number: int | None = int(value)
    except ValueError:
        number = _measured(value)
    return number if number is not None and -MOST <= number <= MOST else None


MOST: Final = 10**9  # in any unit of the file; a larger measure was spoiled
_UNITS: Final = {"pt": 20.0, "in": 1440.0, "cm": 566.93, "mm": 56.693, "pc": 240.0, "pi": 240.0}


def _measured(value: str) -> int | None:
    factor = _UNITS.get(value[-2:])
    try:
        return round(float(value[:-2]) * factor) if factor else round(float(value))
    except (ValueError, OverflowError):
        return None
