"""Page setup with its headers and footers as parts of their own (Mục I.7, traps 17 and 19)."""

from typing import Final

from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.writing.ooxml.content import Content
from motcua.engines.decree30.writing.ooxml.pictures import relation_of
from motcua.engines.decree30.writing.shapes import Shape
from motcua.engines.decree30.writing.sheet import Para, Run, Section

NS: Final = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
)
EDGE: Final = 567  # twips from the edge of the paper to header and footer, within the margins


class HeaderParts:
    """Headers and footers of a document; equal ones are one part. files: name of the part → XML. ids by the name."""

    def __init__(self, content: Content, shape: Shape) -> None:
        self.content, self.shape = content, shape
        self.files: dict[str, str] = {}

    def section(self, section: Section) -> str:
        """w:sectPr."""
        references = "".join([self._reference(section, word, kind, paras) for word, kind, paras in self._of(section)])
        turned = ' w:orient="landscape"' if section.landscape else ""
        start = f' w:start="{section.restart}"' if section.restart is not None else ""
        form = f' w:fmt="{section.number_form}"' if section.number_form else ""
        numbers = f"<w:pgNumType{form}{start}/>" if start or form else ""
        return (
            f'<w:sectPr>{references}<w:pgSz w:w="{section.width}" w:h="{section.height}"{turned}/>'
            f'<w:pgMar w:top="{section.top}" w:right="{section.right}" w:bottom="{section.bottom}"'
            f' w:left="{section.left}" w:header="{EDGE}" w:footer="{EDGE}" w:gutter="{section.gutter}"/>'
            f'{numbers}<w:cols w:space="708"/>{"<w:titlePg/>" if section.title_page else ""}</w:sectPr>'
        )

    def _of(self, section: Section) -> list[tuple[str, str, list[Para]]]:
        if section.headless:
            return []
        empty = [Para(Role.EMPTY, [Run("", 26)])]
        wanted = [("header", "default", section.header or empty), ("footer", "default", section.footer)]
        if section.title_page or section.first_header:
            wanted.append(("header", "first", section.first_header or empty))
        wanted.append(("header", "even", section.even_header or (self._stale() if self.shape.stale else [])))
        wanted.append(("footer", "first", section.first_footer))
        return [one for one in wanted if one[2]]

    def _stale(self) -> list[Para]:
        """An old even header in .VnTime, of no force without w:evenAndOddHeaders; nobody prints it."""
        return [Para(Role.UNKNOWN, [Run("2", 24, font=".VnTime", field="PAGE")], align="right")]

    def _reference(self, section: Section, word: str, kind: str, paras: list[Para]) -> str:
        tag = "hdr" if word == "header" else "ftr"
        inside = self.content.page_number(paras, section.text_width)
        text = f"<w:{tag} {NS}>{inside}</w:{tag}>"
        name = next((name for name, known in self.files.items() if known == text), "")
        if not name:
            name = f"{word}{len(self.files) + 1}.xml"
            self.files[name] = text
        return f'<w:{word}Reference w:type="{kind}" r:id="{relation_of(name)}"/>'
