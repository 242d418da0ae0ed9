"""A horizontal line as DrawingML, as VML, as both (mc:AlternateContent counts once, trap 3)."""

from motcua.engines.decree30.writing.shapes import LineForm
from motcua.engines.decree30.writing.sheet import Stroke

EMU = 12_700  # in a point


class Lines:
    """Draws the lines of one document; numbers them, as every drawing needs a number of its own."""

    def __init__(self, form: LineForm) -> None:
        self.form = form
        self.count = 0

    def run(self, stroke: Stroke, drop: float, room: float) -> str:
        """A w:r with the line, `drop` points below the top of its paragraph, in the middle of `room` points."""
        self.count += 1
        drop = stroke.drop if stroke.drop is not None else drop
        left = (room - stroke.width) / 2 + stroke.shift
        if self.form is LineForm.DRAWING:
            inside = self._drawing(stroke, drop, left)
        elif self.form is LineForm.VML:
            inside = self._vml(stroke, drop, left)
        else:
            inside = (
                f'<mc:AlternateContent><mc:Choice Requires="wps">{self._drawing(stroke, drop, left)}</mc:Choice>'
                f"<mc:Fallback>{self._vml(stroke, drop, left)}</mc:Fallback></mc:AlternateContent>"
            )
        return f"<w:r><w:rPr><w:noProof/></w:rPr>{inside}</w:r>"

    def _drawing(self, stroke: Stroke, drop: float, left: float) -> str:
        across = f"<wp:posOffset>{round(left * EMU)}</wp:posOffset>"
        wide, number = round(stroke.width * EMU), self.count
        dash = '<a:prstDash val="dash"/>' if stroke.dashed else ""
        return (
            '<w:drawing><wp:anchor distT="0" distB="0" distL="114300" distR="114300" simplePos="0"'
            f' relativeHeight="{251658240 + number}" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
            f'<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column">{across}</wp:positionH>'
            f'<wp:positionV relativeFrom="paragraph"><wp:posOffset>{round(drop * EMU)}</wp:posOffset></wp:positionV>'
            f'<wp:extent cx="{wide}" cy="0"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
            f'<wp:docPr id="{number}" name="Line {number}"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData'
            ' uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvCnPr/><wps:spPr>'
            f'<a:xfrm><a:off x="0" y="0"/><a:ext cx="{wide}" cy="0"/></a:xfrm>'
            '<a:prstGeom prst="line"><a:avLst/></a:prstGeom><a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/>'
            f"</a:solidFill>{dash}</a:ln></wps:spPr><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor>"
            "</w:drawing>"
        )

    def _vml(self, stroke: Stroke, drop: float, left: float) -> str:
        dash = '<v:stroke dashstyle="dash"/>' if stroke.dashed else ""
        return (
            f'<w:pict><v:line id="line{self.count}" style="position:absolute;z-index:{self.count}" '
            f'from="{left:.2f}pt,{drop:.2f}pt" to="{left + stroke.width:.2f}pt,{drop:.2f}pt" strokeweight=".75pt">'
            f"{dash}</v:line></w:pict>"
        )
