"""A sheet as Typst source: every length said, nothing left to the defaults of Typst.

Line height is that of Times New Roman (0.891 above the base line, 0.216 below, 0.042 between: hhea of the font).
"""

import hashlib
from typing import Final

from motcua.engines.decree30.writing.sheet import (
    NATURAL,
    TWIPS,
    Block,
    Columns,
    Grid,
    Para,
    Picture,
    Run,
    Section,
    Sheet,
    Stroke,
    Use,
)

ASCENT: Final = 0.891  # of Times New Roman, in its sizes; the rest of a line lies below
ALIGN: Final = {"left": "left", "both": "left", "center": "center", "right": "right"}
CELL_INSET: Final = 5.4  # points, left and right, as in Word


def source(sheet: Sheet, font: str) -> str:
    """The whole document. font: the family that is set, metric-equal to Times New Roman."""
    head = (
        f"#set document(title: {_quoted(sheet.title)}, date: none)\n"
        f'#set text(font: {_quoted(font)}, lang: "vi", hyphenate: false, top-edge: {ASCENT}em,'
        f" bottom-edge: -{NATURAL - ASCENT:.3f}em)\n"
        '#set block(spacing: 0pt)\n#set par(spacing: 0pt, linebreaks: "simple")\n'
    )
    return head + "".join([_section(section, at) for at, section in enumerate(sheet.sections)])


def _section(section: Section, at: int) -> str:
    margins = {side: _pt(getattr(section, side)) for side in ("top", "bottom", "left", "right")}
    margin = ", ".join(f"{side}: {value}" for side, value in margins.items())
    return (
        f"#set page(width: {_pt(section.width)}, height: {_pt(section.height)}, margin: ({margin}),"
        f" header-ascent: 10pt, header: {_header(section, at)}, footer-descent: 0pt, footer: {_footer(section, at)})\n"
        f"#metadata(none) <s{at}>\n{blocks(section.blocks)}"
    )


def _header(section: Section, at: int) -> str:
    """Pages of a section count from its own first one where it restarts, else from the beginning."""
    first = f"locate(<s{at if section.restart is not None else 0}>).page()"
    number = section.header[0].runs[0] if section.header else None
    if number is None:
        return "none"
    style = _style(number)
    own = _joined(section.first_header) if section.first_header else ""
    opening = f"if n > 1 {{ align(center, text({style})[#n]) }}" if section.title_page else ""
    shown = opening or f"align(center, text({style})[#n])"
    return f"context {{ let n = here().page() - {first} + 1; {shown} {f'else [{own}]' if own and opening else ''} }}"


def _footer(section: Section, at: int) -> str:
    if not section.first_footer:
        return "none"
    return f"context {{ if here().page() == locate(<s{at}>).page() [{_joined(section.first_footer)}] }}"


def _joined(paras: list[Para]) -> str:
    return "".join([paragraph(para) for para in paras])


def blocks(held: list[Block]) -> str:
    """Paragraphs, columns and tables in order."""
    parts = []
    for block in held:
        if isinstance(block, Para):
            parts.append(paragraph(block))
        elif isinstance(block, Columns):
            parts.append(_columns(block))
        else:
            parts.append(_grid(block))
    return "".join(parts)


def paragraph(para: Para, *, opens: bool = False) -> str:
    """One paragraph. opens: it is the first of its cell, where Typst drops the gap above: it becomes an inset."""
    if para.picture is not None:
        return _picture(para, para.picture)
    if not para.text and not para.ruled:
        height = (para.before + para.after) / TWIPS + para.size / 2 * NATURAL
        return f"#block(height: {height:.2f}pt, sticky: {_word(para.keep_next)})\n"
    above = "" if opens else f", above: {_pt(para.before)}"
    inset = f"top: {_pt(para.before) if opens else '0pt'}, left: {_pt(para.left + min(para.first, 0))}"
    inset += f", right: {_pt(para.right)}"
    return (
        f"#block(width: 100%{above}, below: {_pt(para.after)}, inset: ({inset}), sticky: {_word(para.keep_next)})"
        f"[#set align({ALIGN[para.align]})\n{_frame(para)}{_stroke(para.stroke)}]\n"
    )


def _picture(para: Para, picture: Picture) -> str:
    size = f"width: {picture.width:.2f}pt, height: {picture.height:.2f}pt"
    return (
        f"#block(width: 100%, above: {_pt(para.before)}, below: {_pt(para.after)}, sticky: {_word(para.keep_next)})"
        f"[#set align({ALIGN[para.align]})\n#image({_quoted(picture_name(picture))}, {size},"
        f" alt: {_quoted(picture.alt)})]\n"
    )


def picture_name(picture: Picture) -> str:
    """The file that the source names for a picture, by its content."""
    return f"{hashlib.sha256(picture.png).hexdigest()[:32]}.png"


def _frame(para: Para) -> str:
    """The letters, in a frame or under a line where the paragraph has one; a first line goes in only in a #par."""
    inside = f"#par({_par(para)})[{''.join([_run(run) for run in para.runs])}]"
    if para.boxed:
        return f"#box(stroke: 1pt + red, inset: (x: 6pt, y: 2pt))[{inside}]"
    return f"#line(length: 100%, stroke: 0.75pt)\n#v(2pt)\n{inside}" if para.ruled else inside


def _par(para: Para) -> str:
    natural = para.size / 2 * NATURAL
    each = {"auto": natural * para.line / 240, "exact": para.line / TWIPS}.get(para.rule, natural)
    first = f"(amount: {_pt(max(para.first, 0))}, all: true)"
    return (
        f"justify: {_word(para.align == 'both')}, leading: {each - natural:.2f}pt, first-line-indent: {first},"
        f" hanging-indent: {_pt(max(-para.first, 0))}"
    )


def _stroke(stroke: Stroke | None) -> str:
    if stroke is None:
        return ""
    return f"#place(bottom + center, dy: 3pt, line(length: {stroke.width:.2f}pt, stroke: 0.75pt))"


def _run(run: Run) -> str:
    inside = f"#text({_style(run)})[#{_quoted(_kept(run.text))}]"
    return f"#sub[{inside}]" if run.raised == "subscript" else f"#super[{inside}]" if run.raised else inside


def _style(run: Run) -> str:
    style = f"size: {run.size / 2}pt"
    style += ', weight: "bold"' if run.bold else ""
    style += ', style: "italic"' if run.italic else ""
    return style + (f', fill: rgb("{run.color}")' if run.color != "auto" else "")


def _kept(text: str) -> str:
    """Blanks left for a number keep their width."""
    return text.replace("  ", " \u00a0")


def _columns(block: Columns) -> str:
    rows = (0, 1) if block.use is Use.HEADER else (0,)
    cells = []
    for row in rows:
        for side in (block.left, block.right):
            held = [para for para in side if para.row == row or len(rows) == 1]
            cells.append("[" + "".join([paragraph(para, opens=not at) for at, para in enumerate(held)]) + "]")
    widths = ", ".join(_pt(width) for width in block.widths)
    return f"#grid(columns: ({widths}), inset: (x: {CELL_INSET}pt), {', '.join(cells)})\n"


def _grid(block: Grid) -> str:
    widths = ", ".join(_pt(width) for width in block.widths)
    cells = [["[" + paragraph(para, opens=True) + "]" for para in row] for row in block.rows]
    heading = ", ".join(cell for row in cells[: block.headings] for cell in row)
    rest = ", ".join(cell for row in cells[block.headings :] for cell in row)
    return (
        f"#table(columns: ({widths}), stroke: 0.5pt, inset: (x: {CELL_INSET}pt, y: 1pt),"
        f" table.header(repeat: true, {heading}), {rest})\n"
    )


def _pt(twips: int) -> str:
    return f"{twips / TWIPS:g}pt"


def _word(yes: bool) -> str:
    return "true" if yes else "false"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{escaped}"'
