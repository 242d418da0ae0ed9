"""Fonts of the theme: what "minorHAnsi" stands for, the Vietnamese face included (traps 1 and 4)."""

from collections.abc import Mapping
from typing import Final

from lxml import etree

from motcua.engines.decree30.reading.names import A

VIETNAMESE: Final = "Viet"


class Theme:
    """Latin faces of headings and body. An empty one answers None to everything."""

    def __init__(self, tree: "etree._Element | None" = None) -> None:
        self._latin: dict[str, str] = {}
        self._viet: dict[str, str] = {}
        if tree is None:
            return
        for kind in ("major", "minor"):
            fonts = tree.find(f".//{A}{kind}Font")
            if fonts is None:
                continue
            latin = fonts.find(f"{A}latin")
            if latin is not None and latin.get("typeface"):
                self._latin[kind] = latin.get("typeface", "")
            for font in fonts.iterfind(f"{A}font"):
                if font.get("script") == VIETNAMESE and font.get("typeface"):
                    self._viet[kind] = font.get("typeface", "")

    def face(self, reference: str | None, *, vietnamese: bool) -> str | None:
        """The face that `reference` (minorHAnsi, majorAscii, …) stands for.

        vietnamese: the theme's language is vi-VN (w:themeFontLang); then the face of the script Viet goes first.
        East Asian and complex references do not set Vietnamese letters: None.
        """
        if not reference or not reference.endswith(("HAnsi", "Ascii")):
            return None
        kind = reference[:5]
        faces: tuple[Mapping[str, str], ...] = (self._viet, self._latin) if vietnamese else (self._latin,)
        return next((found[kind] for found in faces if kind in found), None)
