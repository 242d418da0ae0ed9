"""A page number where there is none: a header part of its own, centred, 14 pt (clause I.7)."""

from collections.abc import Mapping
from typing import Final

from lxml import etree

from motcua.engines.decree30.fixing.package import DECLARATION
from motcua.engines.decree30.reading.names import OFFICE_DOCUMENT, R, W
from motcua.engines.decree30.reading.package import Package

PART: Final = "word/motcua-page-number.xml"
KIND: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
TYPES: Final = "{http://schemas.openxmlformats.org/package/2006/content-types}"
RELATIONS: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_FONT: Final = (
    '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>'
    '<w:color w:val="auto"/><w:sz w:val="28"/><w:szCs w:val="28"/>'
)
HEADER: Final = (
    '<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:pPr>'
    '<w:spacing w:before="0" w:after="0"/><w:ind w:left="0" w:right="0" w:firstLine="0"/><w:jc w:val="center"/></w:pPr>'
    f'<w:r><w:rPr>{_FONT}</w:rPr><w:fldChar w:fldCharType="begin"/></w:r>'
    f'<w:r><w:rPr>{_FONT}</w:rPr><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
    f'<w:r><w:rPr>{_FONT}</w:rPr><w:fldChar w:fldCharType="separate"/></w:r>'
    f"<w:r><w:rPr>{_FONT}</w:rPr><w:t>2</w:t></w:r>"
    f'<w:r><w:rPr>{_FONT}</w:rPr><w:fldChar w:fldCharType="end"/></w:r></w:p></w:hdr>'
)


def put_into(paragraph: "etree._Element") -> None:
    """The field and its place into an empty paragraph of a header that is in force."""
    made = etree.fromstring(HEADER)[0]
    for child in list(paragraph):
        paragraph.remove(child)
    for child in list(made):
        paragraph.append(child)


def add(package: Package, main: str, section: "etree._Element") -> Mapping[str, bytes]:
    """New and changed parts beside the document; the section's own element is changed in place.

    Only for a section without a default header. The relations are those of the main part.
    """
    folder, _, name = main.rpartition("/")
    rels = f"{folder}/_rels/{name}.rels"
    relations = package.tree_of(rels)
    types = package.tree_of("[Content_Types].xml")
    if relations is None:
        relations = etree.Element(f"{RELATIONS}Relationships", nsmap={None: RELATIONS[1:-1]})
    taken = {relation.get("Id") for relation in relations}
    key = next(f"rIdMotcua{at}" for at in range(1, 10_000) if f"rIdMotcua{at}" not in taken)
    part = PART.replace("word/", f"{folder}/") if folder else PART
    etree.SubElement(
        relations, f"{RELATIONS}Relationship", Id=key, Type=f"{OFFICE_DOCUMENT}/header", Target=part.rpartition("/")[2]
    )
    reference = etree.Element(f"{W}headerReference", {f"{W}type": "default", f"{R}id": key})
    section.insert(0, reference)
    changed = {part: DECLARATION + HEADER.encode(), rels: DECLARATION + etree.tostring(relations, encoding="UTF-8")}
    if types is not None:
        etree.SubElement(types, f"{TYPES}Override", PartName=f"/{part}", ContentType=KIND)
        changed["[Content_Types].xml"] = DECLARATION + etree.tostring(types, encoding="UTF-8")
    return changed
