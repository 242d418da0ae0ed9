"""A picture in the line, as DrawingML."""

from typing import Final
from xml.sax.saxutils import quoteattr

from motcua.engines.decree30.writing.ooxml.lines import EMU
from motcua.engines.decree30.writing.sheet import Picture

DRAWING: Final = "http://schemas.openxmlformats.org/drawingml/2006"


def picture_run(picture: Picture, relation: str, number: int) -> str:
    """A w:r with the picture. relation: id of its part. number: of its own in the document."""
    size = f'cx="{round(picture.width * EMU)}" cy="{round(picture.height * EMU)}"'
    said = f'id="{number}" name="Picture {number}" descr={quoteattr(picture.alt)}'
    inside = (
        f'<pic:pic xmlns:pic="{DRAWING}/picture"><pic:nvPicPr><pic:cNvPr {said}/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
    )
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/><wp:docPr {said}/>'
        f'<wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="{DRAWING}/picture">{inside}</a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )


def relation_of(name: str) -> str:
    """Id of the relation to a part of the document's folder: a part of a name, whatever its form."""
    return "r" + name.partition(".")[0].replace("/", "")
