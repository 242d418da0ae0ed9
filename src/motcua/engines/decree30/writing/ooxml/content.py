"""word/document.xml and the headers: paragraphs, runs, tables, fields."""

from motcua.engines.decree30.writing.columns import MARGINS
from motcua.engines.decree30.writing.ooxml.lines import Lines
from motcua.engines.decree30.writing.ooxml.looks import (
    Base,
    fonts,
    look_of,
    paragraph_properties,
    run_properties,
    text_xml,
)
from motcua.engines.decree30.writing.ooxml.pictures import picture_run, relation_of
from motcua.engines.decree30.writing.ooxml.style_sheet import StyleSheet
from motcua.engines.decree30.writing.shapes import PageNumberForm, Shape
from motcua.engines.decree30.writing.sheet import NATURAL, TWIPS, Para, Picture, Run, lines_of
from motcua.engines.decree30.writing.tables import Cell, Flat, Table

NOTE_MARK = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="1"/></w:r>'
PICTURES = 1000  # ids of pictures, beyond those of drawn lines
LIST_NUMBER = 1  # the list of dashes in word/numbering.xml
BELOW = 3.0  # points between the letters and the line under them
EDGES = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)


class Content:
    """Writes the blocks of one document and counts its paragraphs. noted: the one that bears the footnote."""

    def __init__(self, styles: StyleSheet, shape: Shape, noted: Para | None = None) -> None:
        self.styles, self.shape, self.noted = styles, shape, noted
        self.lines = Lines(shape.line)
        self._count = 0
        self._drawings = PICTURES
        self.pictures: dict[str, bytes] = {}  # name of the part → file
        self._marks: dict[tuple[Base, object], str] = {}

    def blocks(self, blocks: list[Flat], width: int, ends: str = "") -> str:
        """All blocks; `ends` is the w:sectPr of a section that is not the last, in its last paragraph."""
        parts = [self.table(one) if isinstance(one, Table) else self.paragraph(one, width) for one in blocks]
        if ends and isinstance(blocks[-1], Para):
            parts[-1] = self.paragraph(blocks[-1], width, ends=ends)
        return "".join(parts)

    def paragraph(self, para: Para, width: float, ends: str = "") -> str:
        """One w:p set in `width` twips."""
        base = self.styles.base(para.role)
        mark = self._mark(para, base)
        form = paragraph_properties(para, base, list_number=LIST_NUMBER, ends=ends, mark=mark)
        inside = self._pictured(para.picture) if para.picture else ""
        inside += self._drawn(para, width) + "".join([self.run(run, base) for run in para.runs])
        inside += NOTE_MARK if para is self.noted else ""
        self._count += 1
        if self.shape.litter:
            inside = self._littered(inside)
        rsid = f' w:rsidR="00A{self._count % 4096:03X}B2" w:rsidRDefault="00C71D30"' if self.shape.litter else ""
        return f"<w:p{rsid}>{form}{inside}</w:p>"

    def _mark(self, para: Para, base: Base) -> str:
        """Format of the paragraph mark: an empty paragraph is as high as it."""
        if not para.runs:
            return ""
        key = (base, look_of(para.runs[-1]))
        if key not in self._marks:
            said = run_properties(look_of(para.runs[-1]), base.run, font_said=base.font_said)
            self._marks[key] = f"<w:rPr>{said}</w:rPr>" if said else ""
        return self._marks[key]

    def _drawn(self, para: Para, width: float) -> str:
        strokes = [*([para.stroke] if para.stroke else []), *para.more]
        if not strokes:
            return ""
        room = width / TWIPS
        below = len(lines_of(para, room)) * para.size / 2 * NATURAL + BELOW
        return "".join([self.lines.run(stroke, below, room) for stroke in strokes])

    def _pictured(self, picture: Picture) -> str:
        """The picture stands in the line; the same file is kept once."""
        name = next((name for name, known in self.pictures.items() if known == picture.png), "")
        if not name:
            name = f"media/image{len(self.pictures) + 1}.png"
            self.pictures[name] = picture.png
        self._drawings += 1
        return picture_run(picture, relation_of(name), self._drawings)

    def _littered(self, inside: str) -> str:
        """What Word leaves behind while people type."""
        if self._count == 3:
            return f'<w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkEnd w:id="0"/>{inside}'
        if self._count % 5 == 0:
            return f'<w:proofErr w:type="spellStart"/>{inside}<w:proofErr w:type="spellEnd"/>'
        if self._count % 7 == 0 and "<w:drawing" not in inside and "<w:pict" not in inside:
            uri = "urn:schemas-microsoft-com:office:smarttags"
            return f'<w:smartTag w:uri="{uri}" w:element="place">{inside}</w:smartTag>'
        return inside

    def run(self, run: Run, base: Base) -> str:
        """One w:r, or several where the shape splits texts."""
        if not run.text:
            return ""
        said = run_properties(look_of(run), base.run, font_said=base.font_said)
        properties = f"<w:rPr>{said}</w:rPr>" if said else ""
        if run.field:
            return self._field(run, properties)
        if self.shape.split and len(run.text) > 6:
            third = len(run.text) // 3
            pieces = (run.text[:third], run.text[third : 2 * third], run.text[2 * third :])
            return "".join([f"<w:r>{properties}{text_xml(piece)}</w:r>" for piece in pieces])
        return f"<w:r>{properties}{text_xml(run.text)}</w:r>"

    def _field(self, run: Run, properties: str) -> str:
        shown = f"<w:r>{properties}{text_xml(run.text)}</w:r>"
        if self.shape.page_number is PageNumberForm.SIMPLE:
            return f'<w:fldSimple w:instr=" {run.field} ">{shown}</w:fldSimple>'
        code = f'<w:instrText xml:space="preserve"> {run.field} \\* MERGEFORMAT </w:instrText>'
        parts = ('<w:fldChar w:fldCharType="begin"/>', code, '<w:fldChar w:fldCharType="separate"/>')
        before = "".join([f"<w:r>{properties}{part}</w:r>" for part in parts])
        return f'{before}{shown}<w:r>{properties}<w:fldChar w:fldCharType="end"/></w:r>'

    def table(self, table: Table) -> str:
        """One w:tbl with fixed columns."""
        edges = EDGES if table.bordered else ""
        borders = f"<w:tblBorders>{edges}</w:tblBorders>" if edges else ""
        place = '<w:jc w:val="center"/>' if not table.bordered and not table.indent else ""
        indent = f'<w:tblInd w:w="{table.indent}" w:type="dxa"/>' if table.indent else ""
        grid = "".join([f'<w:gridCol w:w="{width}"/>' for width in table.grid])
        rows = "".join([self._row(row, table, at) for at, row in enumerate(table.rows)])
        return (
            f'<w:tbl><w:tblPr><w:tblW w:w="{sum(table.grid)}" w:type="dxa"/>{place}{indent}{borders}'
            f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>'
        )

    def _row(self, row: list[Cell], table: Table, at: int) -> str:
        repeated = "<w:tblHeader/>" if at < table.headings else ""
        inside, column = [], 0
        for cell in row:
            width = sum(table.grid[column : column + cell.span])
            column += cell.span
            inside.append(self._cell(cell, width))
        return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{''.join(inside)}</w:tr>"

    def _cell(self, cell: Cell, width: int) -> str:
        span = f'<w:gridSpan w:val="{cell.span}"/>' if cell.span > 1 else ""
        edge = '<w:top w:val="single" w:sz="6" w:space="0" w:color="auto"/>' if cell.ruled else ""
        borders = f"<w:tcBorders>{edge}</w:tcBorders>" if edge else ""
        paras = "".join([self.paragraph(para, width - MARGINS) for para in cell.paras])
        return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{borders}</w:tcPr>{paras}</w:tc>'

    def page_number(self, paras: list[Para], width: int) -> str:
        """Paragraphs of a header with the number of the page, in the form of the shape."""
        inside = "".join([self.paragraph(para, width) for para in paras])
        if not any(run.field for para in paras for run in para.runs):
            return inside
        if self.shape.page_number is PageNumberForm.SDT:
            gallery = '<w:docPartGallery w:val="Page Numbers (Top of Page)"/><w:docPartUnique/>'
            return (
                f'<w:sdt><w:sdtPr><w:id w:val="104220130"/><w:docPartObj>{gallery}</w:docPartObj></w:sdtPr>'
                f"<w:sdtContent>{inside}</w:sdtContent></w:sdt>"
            )
        if self.shape.page_number is PageNumberForm.FRAME:
            frame = '<w:framePr w:wrap="around" w:vAnchor="text" w:hAnchor="margin" w:xAlign="center" w:y="1"/>'
            return inside.replace("<w:pPr>", f"<w:pPr>{frame}", 1)
        return inside


def numbering(font: str) -> str:
    """word/numbering.xml: one list whose sign is a hyphen, flush left."""
    ns = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    return (
        f'<w:numbering {ns}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/>'
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:suff w:val="space"/>'
        '<w:lvlText w:val="-"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="0" w:firstLine="0"/></w:pPr>'
        f'<w:rPr>{fonts(font)}</w:rPr></w:lvl></w:abstractNum><w:num w:numId="{LIST_NUMBER}">'
        '<w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
