"""What Word puts beside every document it saves: latent styles, a whole theme, rsids, fonts and web settings.

None of it changes what is seen; all of it is read or unpacked, so that a measure of speed without it would flatter.
Sizes follow a blank document of Word: styles 29 kB, theme 8 kB, settings 3 kB.
"""

import functools
import io
import zipfile
from typing import Final

DATE: Final = (1980, 1, 1, 0, 0, 0)
OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD: Final = "application/vnd.openxmlformats-officedocument"
NS: Final = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
DRAWING: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PLAIN: Final = (
    "Normal", "heading {9}", "index {9}", "toc {9}", "Normal Indent", "footnote text", "annotation text", "header",
    "footer", "index heading", "caption", "table of figures", "envelope address", "envelope return",
    "footnote reference", "annotation reference", "line number", "page number", "endnote reference", "endnote text",
    "table of authorities", "macro", "toa heading", "List", "List Bullet", "List Number", "List {5}", "List Bullet {5}",
    "List Number {5}", "Title", "Closing", "Signature", "Default Paragraph Font", "Body Text", "Body Text Indent",
    "List Continue {5}", "Message Header", "Subtitle", "Salutation", "Date", "Body Text First Indent {2}",
    "Note Heading", "Body Text {3}", "Body Text Indent {3}", "Block Text", "Hyperlink", "FollowedHyperlink", "Strong",
    "Emphasis", "Document Map", "Plain Text", "E-mail Signature", "HTML Acronym", "HTML Address", "HTML Cite",
    "HTML Code", "HTML Definition", "HTML Keyboard", "HTML Preformatted", "HTML Sample", "HTML Typewriter",
    "HTML Variable", "Normal Table", "annotation subject", "No List", "Outline List {3}", "Table Simple {3}",
    "Table Classic {4}", "Table Colorful {3}", "Table Columns {5}", "Table Grid {8}", "Table List {8}",
    "Table 3D effects {3}", "Table Contemporary", "Table Elegant", "Table Professional", "Table Subtle {2}",
    "Table Web {3}", "Balloon Text", "Table Grid", "Table Theme", "Placeholder Text", "No Spacing", "Revision",
    "List Paragraph", "Quote", "Intense Quote", "Subtle Emphasis", "Intense Emphasis", "Subtle Reference",
    "Intense Reference", "Book Title", "Bibliography", "TOC Heading", "Plain Table {5}", "Mention", "Smart Hyperlink",
    "Hashtag", "Unresolved Mention", "Smart Link",
)  # fmt: skip
_ACCENTED: Final = (
    "Light Shading", "Light List", "Light Grid", "Medium Shading 1", "Medium Shading 2", "Medium List 1",
    "Medium List 2", "Medium Grid 1", "Medium Grid 2", "Medium Grid 3", "Dark List", "Colorful Shading",
    "Colorful List", "Colorful Grid", "Grid Table 1 Light", "Grid Table 2", "Grid Table 3", "Grid Table 4",
    "Grid Table 5 Dark", "Grid Table 6 Colorful", "Grid Table 7 Colorful", "List Table 1 Light", "List Table 2",
    "List Table 3", "List Table 4", "List Table 5 Dark", "List Table 6 Colorful", "List Table 7 Colorful",
)  # fmt: skip
_SCRIPTS: Final = (
    "Jpan", "Hang", "Hans", "Hant", "Arab", "Hebr", "Thai", "Ethi", "Beng", "Gujr", "Khmr", "Knda", "Guru", "Cans",
    "Cher", "Yiii", "Tibt", "Thaa", "Deva", "Telu", "Taml", "Syrc", "Orya", "Mlym", "Laoo", "Sinh", "Mong", "Uigh",
    "Geor", "Armn", "Bugi", "Bopo", "Java", "Lisu", "Mymr", "Nkoo", "Olck", "Osma", "Phag", "Syrn", "Syrj", "Syre",
    "Sora", "Tale", "Talu", "Tfng",
)  # fmt: skip


@functools.cache
def _latent() -> str:
    names: list[str] = []
    for name in _PLAIN:
        stem, brace, number = name.partition(" {")
        names += [f"{stem} {at}" for at in range(1, int(number[:-1]) + 1)] if brace else [name]
    names += [f"{name}{accent}" for name in _ACCENTED for accent in ("", *(f" Accent {at}" for at in range(1, 7)))]
    rows = "".join(f'<w:lsdException w:name="{name}" w:semiHidden="1" w:uiPriority="99" w:unhideWhenUsed="1"/>'
                   for name in names)  # fmt: skip
    return (
        '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="0" w:defUnhideWhenUsed="0" '
        f'w:defQFormat="0" w:count="{len(names)}">{rows}</w:latentStyles>'
    )


@functools.cache
def _theme() -> str:
    colors = "".join(
        f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>'
        for name, value in zip(
            ("dk1", "lt1", "dk2", "lt2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink",
             "folHlink"),
            ("000000", "FFFFFF", "44546A", "E7E6E6", "4472C4", "ED7D31", "A5A5A5", "FFC000", "5B9BD5", "70AD47",
             "0563C1", "954F72"), strict=True)
    )  # fmt: skip
    scripts = "".join(f'<a:font script="{script}" typeface="Font of {script}"/>' for script in _SCRIPTS)
    scripts += '<a:font script="Viet" typeface="Times New Roman"/>'
    faces = "".join(
        f'<a:{kind}><a:latin typeface="{face}" panose="020F0302020204030204"/><a:ea typeface=""/><a:cs typeface=""/>'
        f"{scripts}</a:{kind}>"
        for kind, face in (("majorFont", "Calibri Light"), ("minorFont", "Calibri"))
    )
    stops = "".join(
        f'<a:gs pos="{at}"><a:schemeClr val="phClr"><a:lumMod val="110000"/><a:satMod val="105000"/>'
        f'<a:tint val="{67000 + at // 10}"/></a:schemeClr></a:gs>' for at in (0, 50000, 100000)
    )  # fmt: skip
    fill = f'<a:gradFill rotWithShape="1"><a:gsLst>{stops}</a:gsLst><a:lin ang="5400000" scaled="0"/></a:gradFill>'
    solid = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="6350" cap="flat" cmpd="sng" algn="ctr">{solid}<a:prstDash val="solid"/></a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'<a:theme xmlns:a="{DRAWING}" name="Office Theme"><a:themeElements><a:clrScheme name="Office">{colors}'
        f'</a:clrScheme><a:fontScheme name="Office">{faces}</a:fontScheme><a:fmtScheme name="Office"><a:fillStyleLst>'
        f"{solid}{fill}{fill}</a:fillStyleLst><a:lnStyleLst>{line * 3}</a:lnStyleLst><a:effectStyleLst>{effect * 3}"
        f"</a:effectStyleLst><a:bgFillStyleLst>{solid}{solid}{fill}</a:bgFillStyleLst></a:fmtScheme></a:themeElements>"
        "<a:objectDefaults/><a:extraClrSchemeLst/></a:theme>"
    )


@functools.cache
def _beside() -> dict[str, tuple[str, str, str]]:
    """Further parts: name → kind of the relation, content type, content."""
    fonts = "".join(
        f'<w:font w:name="{name}"><w:panose1 w:val="02020603050405020304"/><w:charset w:val="00"/>'
        '<w:family w:val="roman"/><w:pitch w:val="variable"/><w:sig w:usb0="E0002EFF" w:usb1="C000785B" '
        'w:usb2="00000009" w:usb3="00000000" w:csb0="000001FF" w:csb1="00000000"/></w:font>'
        for name in ("Calibri", "Times New Roman", "Calibri Light", ".VnTime")
    )
    return {
        "fontTable.xml": ("fontTable", "wordprocessingml.fontTable", f"<w:fonts {NS}>{fonts}</w:fonts>"),
        "webSettings.xml": ("webSettings", "wordprocessingml.webSettings",
                            f"<w:webSettings {NS}><w:optimizeForBrowser/><w:allowPNG/></w:webSettings>"),
    }  # fmt: skip


@functools.cache
def _rsids() -> str:
    return "<w:rsids>" + "".join(f'<w:rsid w:val="00A{at:03X}B2"/>' for at in range(64)) + "</w:rsids>"


def as_word_saves(data: bytes) -> bytes:
    """The same document with what Word puts beside it."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    parts["word/styles.xml"] = parts["word/styles.xml"].replace("</w:docDefaults>", f"</w:docDefaults>{_latent()}", 1)
    parts["word/settings.xml"] = parts["word/settings.xml"].replace("<w:compat>", f"{_rsids()}<w:compat>", 1)
    beside = dict(_beside())
    if "word/theme/theme1.xml" not in parts:
        beside["theme/theme1.xml"] = ("theme", "theme", _theme())
    for name, (kind, content_type, content) in beside.items():
        parts[f"word/{name}"] = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{content}'
        _link(parts, name, kind, content_type)
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, text in parts.items():
            info = zipfile.ZipInfo(name, DATE)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, text.encode())
    return held.getvalue()


def _link(parts: dict[str, str], name: str, kind: str, content_type: str) -> None:
    relation = f'<Relationship Id="rIdW{kind}" Type="{OFFICE}/{kind}" Target="{name}"/></Relationships>'
    rels = "word/_rels/document.xml.rels"
    parts[rels] = parts[rels].replace("</Relationships>", relation, 1)
    override = f'<Override PartName="/word/{name}" ContentType="{WORD}.{content_type}+xml"/></Types>'
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace("</Types>", override, 1)
