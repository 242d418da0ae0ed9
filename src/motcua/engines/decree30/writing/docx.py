"""A sheet as .docx, in one of the real shapes. The same sheet and shape give the same bytes."""

import io
import zipfile
from collections.abc import Iterable
from typing import Final
from xml.sax.saxutils import escape

from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.writing.ooxml.content import Content, numbering
from motcua.engines.decree30.writing.ooxml.pictures import relation_of
from motcua.engines.decree30.writing.ooxml.sections import NS, HeaderParts
from motcua.engines.decree30.writing.ooxml.style_sheet import StyleSheet, theme
from motcua.engines.decree30.writing.shapes import CLEAN, Shape
from motcua.engines.decree30.writing.shaping import shaped
from motcua.engines.decree30.writing.sheet import FONT, Sheet
from motcua.engines.decree30.writing.tables import FlatSheet

DATE: Final = (1980, 1, 1, 0, 0, 0)  # of every member, so that bytes depend on the content alone
NOTED: Final = (Role.BODY, Role.CLAUSE, Role.ARTICLE, Role.POINT)  # what a footnote may stand in
HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def write(sheet: Sheet, shape: Shape = CLEAN) -> bytes:
    """The .docx of this sheet; the default shape is what a person edits best in Word (named styles, real tables)."""
    return write_flat(shaped(sheet, shape), shape)


def write_flat(flat: FlatSheet, shape: Shape) -> bytes:
    """The same, of a sheet that was shaped already."""
    sheet = flat.sheet
    styles = StyleSheet(shape.fonts, flat.paragraphs())
    noted = next((para for para in flat.paragraphs() if para.role in NOTED), None) if sheet.footnote else None
    content = Content(styles, shape, noted=noted)
    headers = HeaderParts(content, shape)
    parts = {"document.xml": _document(flat, content, headers), "styles.xml": styles.xml()}
    parts["settings.xml"] = _settings(sheet, shape, vietnamese=styles.vietnamese)
    parts |= headers.files
    if styles.themed:
        parts["theme/theme1.xml"] = theme()
    if shape.automatic_dashes:
        parts["numbering.xml"] = numbering(FONT)
    if sheet.footnote:
        parts["footnotes.xml"] = _footnotes(sheet, content)
    return _packed(parts, content.pictures, sheet)


def _document(flat: FlatSheet, content: Content, headers: HeaderParts) -> str:
    body, last = "", len(flat.sections) - 1
    for at, section in enumerate(flat.sections):
        form = headers.section(section.page)
        body += content.blocks(section.blocks, section.page.text_width, ends="" if at == last else form)
        if at == last:
            body += form
    return f'<w:document {NS} mc:Ignorable="w14"><w:body>{body}</w:body></w:document>'


def _settings(sheet: Sheet, shape: Shape, *, vietnamese: bool) -> str:
    even = "<w:evenAndOddHeaders/>" if sheet.even_odd else ""
    language = '<w:themeFontLang w:val="vi-VN"/>' if vietnamese else '<w:themeFontLang w:val="en-US"/>'
    mode = (
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word"'
        f' w:val="{shape.compatibility}"/>'
    )
    notes = '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>' if sheet.footnote else ""
    return (
        f'<w:settings {NS}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>{even}'
        f'<w:characterSpacingControl w:val="doNotCompress"/>{notes}<w:compat>{mode}</w:compat>{language}'
        '<w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
    )


def _footnotes(sheet: Sheet, content: Content) -> str:
    width = sheet.sections[0].text_width
    inside = "".join([content.paragraph(para, width) for para in sheet.footnote])
    separators = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
        for kind, number in (("separator", -1), ("continuationSeparator", 0))
    )
    return f'<w:footnotes {NS}>{separators}<w:footnote w:id="1">{inside}</w:footnote></w:footnotes>'


def _packed(parts: dict[str, str], pictures: dict[str, bytes], sheet: Sheet) -> bytes:
    files = {"[Content_Types].xml": _content_types(parts, pictured=bool(pictures)), "_rels/.rels": _package_relations()}
    files |= {f"word/{name}": text for name, text in parts.items()}
    files["word/_rels/document.xml.rels"] = _relations([*parts, *pictures])
    files["docProps/app.xml"] = (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        f"<Application>Microsoft Office Word</Application><Pages>{sheet.pages}</Pages></Properties>"
    )
    files["docProps/core.xml"] = (
        f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(sheet.title)}</dc:title></cp:coreProperties>"
    )
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, text in files.items():
            _add(archive, name, (HEAD + text).encode())
        for name, png in pictures.items():
            _add(archive, f"word/{name}", png)
    return held.getvalue()


def _add(archive: zipfile.ZipFile, name: str, inside: bytes) -> None:
    info = zipfile.ZipInfo(name, DATE)
    info.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(info, inside)


def _kind_of(name: str) -> str:
    """What a part is, as relations and content types name it."""
    if name.startswith("media/"):
        return "image"
    return name.removesuffix(".xml").rstrip("0123456789").rpartition("/")[2]


def _content_types(parts: dict[str, str], *, pictured: bool) -> str:
    types = {name: f"{WORD}.{_kind_of(name)}+xml" for name in parts}
    types["document.xml"] = f"{WORD}.document.main+xml"
    if "theme/theme1.xml" in parts:
        types["theme/theme1.xml"] = "application/vnd.openxmlformats-officedocument.theme+xml"
    overrides = "".join(f'<Override PartName="/word/{name}" ContentType="{kind}"/>' for name, kind in types.items())
    png = '<Default Extension="png" ContentType="image/png"/>' if pictured else ""
    return (
        f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml"'
        f' ContentType="application/xml"/>{png}{overrides}<Override PartName="/docProps/app.xml" ContentType='
        '"application/vnd.openxmlformats-officedocument.extended-properties+xml"/><Override'
        ' PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
        "</Types>"
    )


def _package_relations() -> str:
    return (
        f'<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="r2" Type="{PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
        f'<Relationship Id="r3" Type="{OFFICE}/extended-properties" Target="docProps/app.xml"/></Relationships>'
    )


def _relations(parts: Iterable[str]) -> str:
    inside = "".join(
        f'<Relationship Id="{relation_of(name)}" Type="{OFFICE}/{_kind_of(name)}" Target="{name}"/>'
        for name in parts
        if name != "document.xml"
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{inside}</Relationships>'
