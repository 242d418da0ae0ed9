"""Lines that are drawn: DrawingML, VML, each counted once where mc:AlternateContent holds both (trap 3)."""

import re
from typing import Final

from lxml import etree

from motcua.engines.decree30.reading.model import EMU, Form, Line
from motcua.engines.decree30.reading.names import WP, WPS, A, V, W, whole

FLAT: Final = 3.0  # points: a drawing not higher than this is a line
SHORT: Final = 8.0  # points: shorter is a dot or a mark
LONGEST: Final = 4000.0  # points: no page is so wide; a longer line was spoiled
DASHES: Final = frozenset({"dash", "dot", "dashDot", "lgDash", "lgDashDot", "sysDash", "sysDot", "sysDashDot"})


def of_drawing(drawing: "etree._Element") -> Line | None:
    """The line in a w:drawing; None where it is a picture, a box or anything else."""
    shape = drawing.find(f".//{WPS}wsp")
    if shape is None or shape.find(f"{WPS}txbx") is not None:
        return None
    extent = drawing.find(f".//{WP}extent")
    geometry = shape.find(f".//{A}prstGeom")
    kind = "" if geometry is None else geometry.get("prst") or ""
    if extent is None or not _is_line(kind, extent):
        return None
    width = min((whole(extent.get("cx")) or 0) / EMU, LONGEST)
    left, center = _placed(drawing)
    dash = shape.find(f".//{A}prstDash")
    return Line(Form.DRAWING, width, left, center, dash is not None and dash.get("val") in DASHES)


def _is_line(kind: str, extent: "etree._Element") -> bool:
    height, width = (whole(extent.get("cy")) or 0) / EMU, (whole(extent.get("cx")) or 0) / EMU
    return width >= SHORT and height <= FLAT and (kind in {"line", "rect", ""} or "onnector" in kind)


def _placed(drawing: "etree._Element") -> tuple[float | None, bool]:
    """Offset in points from what it is set against, and whether it asks for the middle."""
    across = drawing.find(f".//{WP}positionH")
    if across is None:
        return None, False
    offset, align = across.find(f"{WP}posOffset"), across.find(f"{WP}align")
    if align is not None:
        return None, align.text == "center"
    moved = whole(offset.text) if offset is not None else None
    against = across.get("relativeFrom") in {"column", "margin", "character"}
    return (moved / EMU if moved is not None and against else None), False


def of_picture(picture: "etree._Element") -> Line | None:
    """The line in a w:pict (VML); None where it is a picture, a box or anything else."""
    for tag in ("line", "shape", "rect"):
        shape = picture.find(f".//{V}{tag}")
        if shape is not None and shape.find(f"{V}textbox") is None and shape.find(f"{V}imagedata") is None:
            return _of_line(shape) if tag == "line" else _of_shape(shape)
    return None


def _of_line(shape: "etree._Element") -> Line | None:
    begin, end = _point(shape.get("from")), _point(shape.get("to"))
    if begin is None or end is None:
        return _of_shape(shape)
    width, height = abs(end[0] - begin[0]), abs(end[1] - begin[1])
    if width < SHORT or height > FLAT:
        return None
    return Line(Form.VML, width, min(begin[0], end[0]), dashed=_dashed(shape))


def _of_shape(shape: "etree._Element") -> Line | None:
    style = {
        name.strip(): value.strip()
        for name, _, value in (one.partition(":") for one in (shape.get("style") or "").split(";"))
    }
    width, height = _length(style.get("width", "")), _length(style.get("height", "0"))
    if width is None or width < SHORT or (height or 0) > FLAT:
        return None
    center = style.get("mso-position-horizontal") == "center"
    left = None if center else _length(style.get("margin-left", ""))
    return Line(Form.VML, width, left, center, _dashed(shape))


def _dashed(shape: "etree._Element") -> bool:
    stroke = shape.find(f"{V}stroke")
    return stroke is not None and (stroke.get("dashstyle") or "solid") != "solid"


_POINTS: Final = {"pt": 1.0, "in": 72.0, "cm": 28.346, "mm": 2.8346, "px": 0.75, "": 0.75}
_LENGTH: Final = re.compile(r"^(-?[\d.]+)(pt|in|cm|mm|px|)$")


def _length(text: str) -> float | None:
    found = _LENGTH.match(text.strip())
    if found is None:
        return None
    try:
        length = float(found[1]) * _POINTS[found[2]]
    except ValueError:
        return None
    return length if abs(length) < LONGEST else None


def _point(text: str | None) -> tuple[float, float] | None:
    parts = [_length(part) for part in (text or "").split(",")]
    if len(parts) != 2 or parts[0] is None or parts[1] is None:
        return None
    return parts[0], parts[1]


def text_boxes(element: "etree._Element") -> list[str]:
    """What stands in boxes of a drawing, a text each paragraph."""
    return [
        "".join(letter.text or "" for letter in paragraph.iter(f"{W}t"))
        for content in element.iter(f"{W}txbxContent")
        for paragraph in content.iter(f"{W}p")
    ]
