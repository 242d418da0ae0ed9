"""Setting a paper as PDF with Typst: Tinos from the project only; a missing font is an error, never a substitute."""

import io
import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

import segno
import typst
import zxingcpp

import motcua.web

FORMS: Final = Path(__file__).parent
FONTS: Final = Path(next(iter(motcua.web.__path__))) / "paper_fonts"


class FormFault(RuntimeError):
    """A paper that cannot be set as it must be; the message names the font or the place."""


@cache
def _fonts() -> Any:
    """The project's fonts, searched once: a first paper takes about 40 ms, the next about 7."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])


def pdf(form: str, number: str, content: Mapping[str, object], look_up: str = "") -> bytes:
    """The paper as PDF/A-like bytes; the same content gives the same bytes.

    form: "01", "02" or "03"; number: as printed; look_up: address of the public look-up for the QR of Mẫu 01.
    Raises FormFault for a missing font or anything else Typst warns of.
    """
    values: dict[str, str] = {"data": json.dumps({**content, "number": number}, ensure_ascii=False, sort_keys=True)}
    if code := content.get("code"):
        values["qr"] = _qr(f"{look_up}#{code}" if look_up else str(code))
        values["barcode"] = _barcode(str(code))
    try:
        made, warnings = typst.compile_with_warnings(
            str(FORMS / f"form{form}.typ"), font_paths=_fonts(), ignore_system_fonts=True, sys_inputs=values
        )
    except RuntimeError as fault:
        raise FormFault(str(fault)) from fault
    if warnings:
        raise FormFault("; ".join(str(getattr(warning, "message", warning)) for warning in warnings))
    return bytes(made)


def _qr(text: str) -> str:
    drawing = io.BytesIO()
    segno.make(text, error="m", micro=False).save(drawing, kind="svg", border=0, xmldecl=False)
    return drawing.getvalue().decode()


def _barcode(text: str) -> str:
    image = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.Code128)
    return str(image.to_svg(add_quiet_zones=False))
