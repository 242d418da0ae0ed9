"""Setting a paper as PDF with Typst: Tinos from the project only; a missing font is an error, never a substitute."""

import io
import json
import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Final

import segno
import typst
import zxingcpp

import motcua.web
from motcua.base import clock
from motcua.dossiers.official import registry
from motcua.dossiers.official.faults import FormFault
from motcua.dossiers.official.registry import Form

FONTS: Final = Path(next(iter(motcua.web.__path__))) / "paper_fonts"
# Slips issued before there was a registry keep only their number; they reprint as they were.
FIRST_FORMS: Final = {"01": "form01.typ", "02": "form02.typ", "03": "form03.typ"}
PACKAGE: Final = re.compile(r'"@[\w-]+/')


@cache
def _fonts() -> Any:
    """The project's fonts, searched once in a process (docs/performance.md)."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])


def pdf(
    form: str | Form, number: str, content: Mapping[str, object], look_up: str = "", *, on: date | None = None
) -> bytes:
    """The paper as PDF/A-like bytes; the same content gives the same bytes.

    form: a kind ("apology"), a row of the registry, or "01", "02", "03" of a slip from before the registry;
    number: as printed; look_up: address of the public look-up for the QR; on: the day whose form binds (that of
    issue), today where left out. Raises NoForm; FormFault for a missing font or anything else Typst warns of.
    """
    if isinstance(form, str) and form in FIRST_FORMS:
        return _set(registry.BUILT_IN, FIRST_FORMS[form], {**content, "number": number}, look_up)
    row = form if isinstance(form, Form) else registry.form(form, on or clock.now().date())
    if row.own:
        _closed(row.folder)
    return _set(row.folder, row.template, {**content, "number": number, "form": row.printed()}, look_up)


def _set(folder: Path, template: str, data: Mapping[str, object], look_up: str) -> bytes:
    """The template may read what lies in its folder, nothing else."""
    values: dict[str, str] = {"data": json.dumps(data, ensure_ascii=False, sort_keys=True)}
    code = data.get("code")
    if link := data.get("link"):
        values["qr"] = _qr(str(link))
    elif code:
        values["qr"] = _qr(f"{look_up}#{code}" if look_up else str(code))
    if code:
        values["barcode"] = _barcode(str(code))
    try:
        made, warnings = typst.compile_with_warnings(
            str(folder / template), root=str(folder), font_paths=_fonts(), ignore_system_fonts=True, sys_inputs=values
        )
    except RuntimeError as fault:
        raise FormFault(f"{template}: {_told(fault)}") from fault
    if warnings:
        raise FormFault(f"{template}: {'; '.join(map(_told, warnings))}")
    return bytes(made)


def _told(fault: object) -> str:
    """Typst's message with its hints and the place; the place is a drawing of the line below the message."""
    words = getattr(fault, "diagnostic", "") or getattr(fault, "message", "")
    return str(words or fault).strip()


def _closed(folder: Path) -> None:
    """An agency's folder holds all its forms need: no package from the network, no link out. Raises FormFault."""
    root = folder.resolve()
    for path in sorted(folder.rglob("*")):
        if not path.resolve().is_relative_to(root):
            raise FormFault(f"{path}: a link that leads out of the folder of forms; copy the file instead")
        if path.suffix == ".typ" and PACKAGE.search(path.read_text(encoding="utf-8", errors="replace")):
            raise FormFault(f"{path}: a form fetches no package from the network; copy its file into this folder")


def _qr(text: str) -> str:
    drawing = io.BytesIO()
    segno.make(text, error="m", micro=False).save(drawing, kind="svg", border=0, xmldecl=False)
    return drawing.getvalue().decode()


def _barcode(text: str) -> str:
    image = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.Code128)
    return str(image.to_svg(add_quiet_zones=False))
