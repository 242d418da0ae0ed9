"""Properties of runs and paragraphs as XML: only what differs from what the styles say already."""

from dataclasses import dataclass, field, replace
from xml.sax.saxutils import escape, quoteattr

from motcua.engines.decree30.writing.sheet import FONT, Para, Run

SIDES = ("top", "left", "bottom", "right")


@dataclass(frozen=True, slots=True)
class RunLook:
    """Effective format of a run; size in half-points."""

    size: int = 20
    bold: bool = False
    italic: bool = False
    caps: bool = False
    font: str = FONT
    color: str = "auto"
    raised: str = ""


@dataclass(frozen=True, slots=True)
class ParaLook:
    """Effective format of a paragraph; twips."""

    align: str = "left"
    left: int = 0
    right: int = 0
    first: int = 0
    before: int = 0
    after: int = 0
    line: int = 240
    rule: str = "auto"
    keep_next: bool = False
    contextual: bool = False


@dataclass(frozen=True, slots=True)
class Base:
    """What a style gives. font_said: every run names its font all the same."""

    style: str = ""
    para: ParaLook = field(default_factory=ParaLook)
    run: RunLook = field(default_factory=RunLook)
    font_said: bool = False


def look_of(run: Run) -> RunLook:
    """The format that a run of the sheet must show."""
    return RunLook(run.size, run.bold, run.italic, run.caps, run.font, run.color, run.raised)


def para_look(para: Para) -> ParaLook:
    """The format that a paragraph of the sheet must show."""
    return ParaLook(para.align, para.left, para.right, para.first, para.before, para.after, para.line, para.rule,
                    para.keep_next, para.contextual)  # fmt: skip


def fonts(font: str) -> str:
    """One face in every slot: accented letters go by hAnsi."""
    name = quoteattr(font)
    return f"<w:rFonts w:ascii={name} w:eastAsia={name} w:hAnsi={name} w:cs={name}/>"


def run_properties(look: RunLook, base: RunLook, *, font_said: bool = False) -> str:
    """Children of w:rPr in the order of the schema."""
    said = fonts(look.font) if font_said or look.font != base.font else ""
    said += _switch("b", look.bold, base.bold) + _switch("i", look.italic, base.italic)
    said += _switch("caps", look.caps, base.caps)
    if look.color != base.color:
        said += f'<w:color w:val="{look.color}"/>'
    if look.size != base.size:
        said += f'<w:sz w:val="{look.size}"/><w:szCs w:val="{look.size}"/>'
    if look.raised != base.raised:
        said += f'<w:vertAlign w:val="{look.raised or "baseline"}"/>'
    return said


def _switch(name: str, wanted: bool, given: bool) -> str:
    if wanted == given:
        return ""
    return f"<w:{name}/>" if wanted else f'<w:{name} w:val="0"/>'


def paragraph_properties(para: Para, base: Base, *, list_number: int = 0, ends: str = "", mark: str = "") -> str:
    """w:pPr with its children in the order of the schema. ends: a w:sectPr. mark: w:rPr of the paragraph mark."""
    look = para_look(para)
    said = f'<w:pStyle w:val="{base.style}"/>' if base.style else ""
    said += _switch("keepNext", look.keep_next, base.para.keep_next)
    said += "<w:pageBreakBefore/>" if para.new_page else ""
    if para.listed and list_number:
        said += f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{list_number}"/></w:numPr>'
    said += _border(para) + _tabs(para) + spacing(look, base.para)
    said += indents(look, replace(base.para, left=-1) if para.listed else base.para)
    said += _switch("contextualSpacing", look.contextual, base.para.contextual)
    if look.align != base.para.align:
        said += f'<w:jc w:val="{look.align}"/>'
    said += mark + ends
    return f"<w:pPr>{said}</w:pPr>" if said else ""


def spacing(look: ParaLook, base: ParaLook) -> str:
    """w:spacing; line and rule go together."""
    said = _differing(("before", "after"), look, base)
    if (look.line, look.rule) != (base.line, base.rule):
        said += f' w:line="{look.line}" w:lineRule="{look.rule}"'
    return f"<w:spacing{said}/>" if said else ""


def indents(look: ParaLook, base: ParaLook) -> str:
    """w:ind; a negative first line hangs."""
    said = _differing(("left", "right"), look, base)
    if look.first != base.first or (said and look.first):
        said += f' w:hanging="{-look.first}"' if look.first < 0 else f' w:firstLine="{look.first}"'
    return f"<w:ind{said}/>" if said else ""


def _differing(names: tuple[str, ...], look: ParaLook, base: ParaLook) -> str:
    pairs = [(name, getattr(look, name)) for name in names]
    return "".join([f' w:{name}="{value}"' for name, value in pairs if value != getattr(base, name)])


def _border(para: Para) -> str:
    if para.boxed:
        sides = "".join(f'<w:{side} w:val="single" w:sz="8" w:space="1" w:color="FF0000"/>' for side in SIDES)
        return f"<w:pBdr>{sides}</w:pBdr>"
    if para.ruled:
        return '<w:pBdr><w:top w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr>'
    return ""


def _tabs(para: Para) -> str:
    if not para.tabs:
        return ""
    stops = "".join(f'<w:tab w:val="{kind}" w:pos="{at}"/>' for at, kind in para.tabs)
    return f"<w:tabs>{stops}</w:tabs>"


def text_xml(text: str) -> str:
    """Letters as w:t, a tab as w:tab, a new line as w:br."""
    parts = []
    for at, line in enumerate(text.split("\n")):
        if at:
            parts.append("<w:br/>")
        for number, piece in enumerate(line.split("\t")):
            if number:
                parts.append("<w:tab/>")
            if piece:
                parts.append(f'<w:t xml:space="preserve">{escape(piece)}</w:t>')
    return "".join(parts)
