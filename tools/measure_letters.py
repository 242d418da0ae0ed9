"""Advance widths of Times New Roman, read from the metric-equal Tinos that the project ships.

Run `python tools/measure_letters.py` after a change of src/motcua/web/paper_fonts; it writes widths.json of the engine.
"""

import json
import struct
import unicodedata
from pathlib import Path

SOURCE = Path(__file__).parents[1] / "src/motcua"
FONTS = SOURCE / "web/paper_fonts"
FACES = {"regular": "Regular", "bold": "Bold", "italic": "Regular_Italic", "bold_italic": "Bold_Italic"}
OUTCOME = SOURCE / "engines/decree30/widths.json"


def tables_of(font: bytes) -> dict[str, bytes]:
    """Tables of a TrueType file by their tag."""
    found = {}
    for number in range(struct.unpack_from(">H", font, 4)[0]):
        tag, _, offset, length = struct.unpack_from(">4sLLL", font, 12 + 16 * number)
        found[tag.decode()] = font[offset : offset + length]
    return found


def glyphs_of(cmap: bytes) -> dict[int, int]:
    """Glyph of each character, by the subtable of format 4 (all of the Basic Multilingual Plane)."""
    for number in range(struct.unpack_from(">H", cmap, 2)[0]):
        offset = struct.unpack_from(">L", cmap, 8 + 8 * number)[0]
        if struct.unpack_from(">H", cmap, offset)[0] == 4:
            return _segments(cmap, offset)
    raise ValueError("no cmap of format 4")


def _segments(cmap: bytes, offset: int) -> dict[int, int]:
    count = struct.unpack_from(">H", cmap, offset + 6)[0] // 2
    ends = struct.unpack_from(f">{count}H", cmap, offset + 14)
    starts = struct.unpack_from(f">{count}H", cmap, offset + 16 + 2 * count)
    deltas = struct.unpack_from(f">{count}H", cmap, offset + 16 + 4 * count)
    ranges_at = offset + 16 + 6 * count
    ranges = struct.unpack_from(f">{count}H", cmap, ranges_at)
    found = {}
    for segment in range(count):
        for code in range(starts[segment], min(ends[segment], 0xFFFE) + 1):
            if not ranges[segment]:
                found[code] = (code + deltas[segment]) & 0xFFFF
                continue
            at = ranges_at + 2 * segment + ranges[segment] + 2 * (code - starts[segment])
            glyph = struct.unpack_from(">H", cmap, at)[0]
            found[code] = (glyph + deltas[segment]) & 0xFFFF if glyph else 0
    return {code: glyph for code, glyph in found.items() if glyph}


def widths_of(font: bytes) -> dict[int, int]:
    """Advance widths by character, in font units (2048 an em)."""
    tables = tables_of(font)
    if struct.unpack_from(">H", tables["head"], 18)[0] != 2048:
        raise ValueError("not 2048 units an em")
    many = struct.unpack_from(">H", tables["hhea"], 34)[0]
    advances = [struct.unpack_from(">H", tables["hmtx"], 4 * glyph)[0] for glyph in range(many)]
    return {code: advances[min(glyph, many - 1)] for code, glyph in glyphs_of(tables["cmap"]).items()}


def main() -> None:
    """Write the letters once and their widths a face."""
    faces = {name: widths_of((FONTS / f"Tinos-{file}.ttf").read_bytes()) for name, file in FACES.items()}
    letters = [
        code
        for code in sorted(set.intersection(*(set(widths) for widths in faces.values())))
        if unicodedata.category(chr(code))[0] not in "CM" and chr(code) == unicodedata.normalize("NFC", chr(code))
    ]
    outcome = {"per_em": 2048, "letters": "".join(map(chr, letters))}
    outcome |= {name: [widths[code] for code in letters] for name, widths in faces.items()}
    OUTCOME.write_text(json.dumps(outcome, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
    print(f"{len(letters)} letters")


if __name__ == "__main__":
    main()
