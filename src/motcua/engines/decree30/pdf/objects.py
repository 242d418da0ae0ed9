"""What stands on a PDF page: texts with font, size and place, horizontal lines, pictures; by PDFium (pypdfium2)."""

import ctypes
import re
from dataclasses import dataclass, field
from typing import Any, Final

import pypdfium2 as pdfium
from pypdfium2 import raw

from motcua.engines.decree30.errors import Broken, Protected, TooBig

MOST_PAGES: Final = 300
MOST_OBJECTS: Final = 40_000  # of one page; a drawing of more is no document
FLAT: Final = 3.0  # points: a path not higher is a line
SHORT: Final = 8.0
SUBSET: Final = re.compile(r"^[A-Z]{6}\+")


@dataclass(slots=True)
class Text:
    """A stretch of letters of one font. x0, x1, y (of the baseline, from the top): points."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    face: str
    bold: bool
    italic: bool
    color: str


@dataclass(slots=True)
class Stroke:
    """A horizontal line."""

    x0: float
    x1: float
    y: float


@dataclass(slots=True)
class Picture:
    """A picture; width and height in points, dots as stored."""

    width: float
    height: float
    dots: int


@dataclass(slots=True)
class Page:
    """One page, points."""

    width: float
    height: float
    texts: list[Text] = field(default_factory=list)
    strokes: list[Stroke] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)

    @property
    def scanned(self) -> bool:
        """A picture as large as half the page, and hardly a letter."""
        letters = sum(len(text.text.strip()) for text in self.texts)
        return letters < 20 and any(one.width * one.height > self.width * self.height / 2 for one in self.pictures)


@dataclass(slots=True)
class Pdf:
    """A whole file. version: 1.7 is 17. signatures: digital ones in it."""

    pages: list[Page]
    version: int
    signatures: int


def read_objects(data: bytes) -> Pdf:
    """Everything on every page. Raises Protected, Broken, TooBig."""
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if "password" in str(error).casefold():
            raise Protected from None
        raise Broken(why="PDF không mở được") from None
    try:
        if len(document) > MOST_PAGES:
            raise TooBig(megabytes=len(data) // (1024 * 1024), most=MOST_PAGES)
        pages = [_page(document[at]) for at in range(len(document))]
        return Pdf(pages, document.get_version() or 0, max(0, raw.FPDF_GetSignatureCount(document.raw)))
    except pdfium.PdfiumError as error:
        raise Broken(why=str(error)) from None
    finally:
        document.close()


def _page(page: Any) -> Page:
    width, height = page.get_size()
    found = Page(width, height)
    textpage = page.get_textpage()
    for at, one in enumerate(page.get_objects(textpage=textpage)):
        if at > MOST_OBJECTS:
            raise Broken(why="trang PDF có quá nhiều đối tượng")
        if one.type == raw.FPDF_PAGEOBJ_TEXT:
            text = _text(one, height)
            if text is not None:
                found.texts.append(text)
        elif one.type == raw.FPDF_PAGEOBJ_PATH:
            x0, y0, x1, y1 = one.get_bounds()
            if y1 - y0 <= FLAT and x1 - x0 >= SHORT:
                found.strokes.append(Stroke(x0, x1, height - (y0 + y1) / 2))
        elif one.type == raw.FPDF_PAGEOBJ_IMAGE:
            x0, y0, x1, y1 = one.get_bounds()
            dots = one.get_px_size()[0] if hasattr(one, "get_px_size") else 0
            found.pictures.append(Picture(x1 - x0, y1 - y0, dots))
    textpage.close()
    return found


def _text(one: Any, height: float) -> Text | None:
    try:
        letters = one.extract()
    except UnicodeDecodeError:  # half a letter: a spoiled map of the font
        return None
    if not letters or letters.isspace():
        return None
    a, b, _c, d, e, f = one.get_matrix().get()
    _x0, _y0, x1, _y1 = one.get_bounds()
    size = one.get_font_size() * max(abs(d), abs(b), abs(a) if not d else 0)
    name = SUBSET.sub("", one.get_font().get_base_name())
    face, bold, italic = face_of(name)
    shown = letters.replace("\r", "").replace("\n", " ")
    size = round(size * 2) / 2
    return Text(shown, e, x1, height - f, size, face, bold, italic, _color(one))  # letters begin where the pen stands


def _color(one: Any) -> str:
    channels = [ctypes.c_uint() for _ in range(4)]
    if not raw.FPDFPageObj_GetFillColor(one.raw, *channels):
        return "auto"
    red, green, blue = (channel.value for channel in channels[:3])
    return "auto" if max(red, green, blue) == 0 else f"{red:02X}{green:02X}{blue:02X}"


_STYLE: Final = re.compile(r"[-,_ ]*(bold|italic|oblique|regular|roman|psmt|ps|mt|it|bd)+(?:mt)?$", re.IGNORECASE)
_NAMES: Final = {
    "timesnewroman": "Times New Roman", "times": "Times New Roman", "liberationserif": "Liberation Serif",
    "tinos": "Tinos", "arial": "Arial", "calibri": "Calibri", "cambria": "Cambria", "timesroman": "Times New Roman",
}  # fmt: skip
# Faces with the very widths of Times New Roman, which programs without it embed in its place.
SUBSTITUTES: Final = frozenset({"Liberation Serif", "Tinos"})


def face_of(name: str) -> tuple[str, bool, bool]:
    """Face, bold, italic of a font's name in a PDF: "TimesNewRomanPS-BoldItalicMT", "Tinos-Bold"."""
    small = name.casefold()
    bold = "bold" in small or small.endswith(("-bd", ",bd"))
    italic = "italic" in small or "oblique" in small
    stem = re.split(r"[-,]", name)[0]
    plain = re.sub(r"(ps|psmt|mt)$", "", stem.casefold().replace(" ", "")).replace("bold", "").replace("italic", "")
    return _NAMES.get(plain, stem), bold, italic
