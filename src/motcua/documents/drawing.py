"""Pages of a document as images, and where on them its paragraphs begin. LibreOffice lays out, PDFium draws."""

import struct
import threading
import unicodedata
import zlib
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, Final

import pypdfium2
import pypdfium2.raw as pdfium

SCALE: Final = 1.5  # 108 dots an inch: an A4 page is 893 × 1263
MOST_PAGES: Final = 60
FIRST: Final = 24  # letters of a paragraph that are looked for
LEAST: Final = 4  # fewer are found anywhere
ONE_AT_A_TIME: Final = threading.Lock()  # PDFium knows no threads


def pages_of(data: bytes, texts: Mapping[int, str], marked: Collection[int]) -> Iterator[tuple[bytes, dict[str, Any]]]:
    """PNG of each page, with its size in points and the boxes of the marked paragraphs found on it.

    texts: of all paragraphs by index, so that those which begin alike are told apart by their order. A box: paragraph,
    x, y, width, height in points from the upper left.
    """
    with ONE_AT_A_TIME:
        document = pypdfium2.PdfDocument(data)
        try:
            seen: Counter[str] = Counter()
            for number in range(min(len(document), MOST_PAGES)):
                yield _page(document[number], texts, marked, seen)
        finally:
            document.close()


def _page(
    page: Any, texts: Mapping[int, str], marked: Collection[int], seen: Counter[str]
) -> tuple[bytes, dict[str, Any]]:
    width, height = page.get_size()
    bitmap = page.render(scale=SCALE, rev_byteorder=True)
    image = png(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer), bitmap.n_channels)
    text = page.get_textpage()
    boxes = [one for one in _boxes(text, height, texts, seen) if one["paragraph"] in marked]
    return image, {"width": round(width, 1), "height": round(height, 1), "boxes": boxes}


def _boxes(text: Any, height: float, texts: Mapping[int, str], seen: Counter[str]) -> Iterator[dict[str, Any]]:
    """Paragraphs that begin alike stand in the order of the file: each takes the next place that was not taken."""
    letters, places = _letters(text)
    taken: dict[str, int] = {}
    ahead = Counter(seen)
    for index in sorted(texts):
        whole = bare(texts[index])
        first = whole[:FIRST]
        if len(first) < LEAST:
            continue
        if ahead[first]:  # an earlier page has it already
            ahead[first] -= 1
            continue
        at = letters.find(first, taken.get(first, 0))
        if at < 0:
            continue
        end = _end(letters, whole, at)
        taken[first] = end
        seen[first] += 1
        yield {"paragraph": index, **_box(text, height, places[at:end])}


def _end(letters: str, whole: str, at: int) -> int:
    """How far the page goes on as the paragraph does."""
    length = 0
    for ours, theirs in zip(whole, letters[at:], strict=False):
        if ours != theirs:
            break
        length += 1
    return at + length


def _letters(text: Any) -> tuple[str, list[int]]:
    """All letters of a page without spaces, and where PDFium counts each."""
    held, places = [], []
    for at in range(text.count_chars()):
        letter = bare(chr(pdfium.FPDFText_GetUnicode(text, at)))
        if len(letter) == 1:
            held.append(letter)
            places.append(at)
    return "".join(held), places


def bare(text: str) -> str:
    """A text without spaces, control signs and capitals: Word sets capitals by format, a PDF has them as letters."""
    folded = unicodedata.normalize("NFC", text).casefold()
    return "".join(letter for letter in folded if not letter.isspace() and letter.isprintable())


def _box(text: Any, height: float, places: Iterable[int]) -> dict[str, float]:
    boxes = [text.get_charbox(at) for at in places]
    left, bottom = min(box[0] for box in boxes), min(box[1] for box in boxes)
    right, top = max(box[2] for box in boxes), max(box[3] for box in boxes)
    return {
        "x": round(left - 3, 1), "y": round(height - top - 3, 1), "width": round(right - left + 6, 1),
        "height": round(top - bottom + 6, 1),
    }  # fmt: skip


def png(width: int, height: int, stride: int, buffer: bytes, channels: int) -> bytes:
    """Rows of bytes (red, green, blue) as a PNG."""
    rows = []
    for row in range(height):
        line = buffer[row * stride : row * stride + width * channels]
        if channels == 4:
            line = bytes(value for at, value in enumerate(line) if at % 4 != 3)
        rows.append(b"\x00" + line)
    kind = 0 if channels == 1 else 2
    head = struct.pack(">IIBBBBB", width, height, 8, kind, 0, 0, 0)
    pieces = ((b"IHDR", head), (b"IDAT", zlib.compress(b"".join(rows), 6)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_piece(name, data) for name, data in pieces)


def _piece(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
