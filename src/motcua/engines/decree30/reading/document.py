"""A whole .docx: settings, sections with the headers in force, notes, and the paragraphs in their order."""

import functools
import hashlib
import posixpath
import re
from typing import Final

from lxml import etree

from motcua.engines.decree30.errors import Broken, Hostile
from motcua.engines.decree30.reading.flow import Flow
from motcua.engines.decree30.reading.folding import Folded, fold
from motcua.engines.decree30.reading.formats import RunFormat
from motcua.engines.decree30.reading.model import Document, HeaderFooter, Paragraph, Section
from motcua.engines.decree30.reading.names import OFFICE_DOCUMENT, VAL, R, W, on, whole
from motcua.engines.decree30.reading.numbering import Numbering
from motcua.engines.decree30.reading.package import Package, parsed
from motcua.engines.decree30.reading.runs import TooDeep
from motcua.engines.decree30.reading.styles import Styles
from motcua.engines.decree30.reading.theme import Theme

CHANGED: Final = b"PrChange "  # w:rPrChange, w:pPrChange, w:sectPrChange: formats under tracking
KINDS: Final = ("default", "first", "even")
PAGES: Final = re.compile(rb"<Pages>(\d{1,6})</Pages>")
REMEMBERED: Final = 64  # style sheets; the documents of an agency share a few
LONGEST_HEADER: Final = 32_768  # bytes of a header worth remembering


def read(package: Package) -> Document:
    """The document of this package. Raises Broken, Hostile, TooBig, Protected."""
    where = main_part(package)
    data = package.bytes_of(where)
    folded = Folded(data or b"") if package.keep else fold(data or b"")
    tree = None if data is None else package.tree(folded.data, where)
    body = None if tree is None else tree.find(f"{W}body")
    if data is None or body is None:
        raise Broken(why=f"{where}: không có thân văn bản")
    related = _relations(package, where)
    settings = package.tree_of(_of_kind(related, "settings", where))
    styles = _styles(package, related, where, settings)
    numbering = package.tree_of(_of_kind(related, "numbering", where))
    flow = Flow(styles, Numbering(numbering), keep=package.keep, folded=folded)
    try:
        paragraphs = flow.read(body)
        sections = _sections(flow)
        even_odd = _said(settings, "evenAndOddHeaders")
        headers = _Headers(package, related, styles, numbering, even_odd=even_odd)
        for section in sections:
            headers.give(section)
        notes, in_notes = _notes(package, related, where, styles)
    except (TooDeep, RecursionError) as error:
        raise Hostile(why="các phần tử lồng nhau quá sâu hoặc quá nhiều") from error
    tab = None if settings is None else settings.find(f"{W}defaultTabStop")
    return Document(
        paragraphs, sections, 720 if tab is None else whole(tab.get(VAL)) or 720,
        _said(settings, "compat", "doNotUseHTMLParagraphAutoSpacing"), even_odd, _pages(package), package.signed,
        _enforced(settings), flow.tracked or CHANGED in data or
        _said(settings, "trackRevisions"), notes,
        list({**flow.used, **headers.used, **in_notes}.values()),
    )  # fmt: skip


def main_part(package: Package) -> str:
    """Where the document lies: by the relations of the package, or in its usual place."""
    tree = package.tree_of("_rels/.rels")
    for relation in () if tree is None else tree:
        if relation.get("Type") == f"{OFFICE_DOCUMENT}/officeDocument":
            target = (relation.get("Target") or "").lstrip("/")
            if target in package.names:
                return target
    return "word/document.xml"


def _relations(package: Package, part: str) -> dict[str, tuple[str, str]]:
    """Relations of a part by their id: kind and target, names made whole."""
    folder, name = posixpath.split(part)
    tree = package.tree_of(f"{folder}/_rels/{name}.rels")
    found: dict[str, tuple[str, str]] = {}
    for relation in () if tree is None else tree:
        key, target = relation.get("Id"), relation.get("Target") or ""
        if key and relation.get("TargetMode") != "External":
            whole_name = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"{folder}/{target}")
            found[key] = ((relation.get("Type") or "").rpartition("/")[2], whole_name)
    return found


def _of_kind(related: dict[str, tuple[str, str]], kind: str, part: str) -> str:
    usual = f"{posixpath.dirname(part)}/{'theme/theme1' if kind == 'theme' else kind}.xml"
    return next((target for found, target in related.values() if found == kind), usual)


def _styles(
    package: Package, related: dict[str, tuple[str, str]], where: str, settings: "etree._Element | None"
) -> Styles:
    language = None if settings is None else settings.find(f"{W}themeFontLang")
    vietnamese = language is not None and (language.get(VAL) or "").startswith("vi")
    styles = package.bytes_of(_of_kind(related, "styles", where)) or b""
    theme = package.bytes_of(_of_kind(related, "theme", where)) or b""
    return _style_sheet(_Sheet(styles, theme), vietnamese)


class _Sheet:
    """The bytes of styles and theme, the same for all documents that were made from one template."""

    __slots__ = ("key", "styles", "theme")

    def __init__(self, styles: bytes, theme: bytes) -> None:
        self.styles, self.theme = styles, theme
        self.key = hashlib.sha256(styles).digest() + hashlib.sha256(theme).digest()  # processors have it built in

    def __hash__(self) -> int:
        return hash(self.key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Sheet) and self.key == other.key


@functools.lru_cache(maxsize=REMEMBERED)
def _style_sheet(sheet: _Sheet, vietnamese: bool) -> Styles:
    theme = Theme(parsed(sheet.theme, "theme1.xml") if sheet.theme else None)
    tree = parsed(sheet.styles, "styles.xml") if sheet.styles else None
    sheet.styles = sheet.theme = b""  # what was read of them is enough
    return Styles(tree, theme, vietnamese=vietnamese)


def _said(settings: "etree._Element | None", *path: str) -> bool:
    found = None if settings is None else settings.find("/".join(W + name for name in path))
    return found is not None and on(found.get(VAL))


def _enforced(settings: "etree._Element | None") -> bool:
    lock = None if settings is None else settings.find(f"{W}documentProtection")
    return lock is not None and lock.get(f"{W}enforcement") is not None and on(lock.get(f"{W}enforcement"))


def _pages(package: Package) -> int | None:
    found = PAGES.search(package.bytes_of("docProps/app.xml") or b"")
    return int(found[1]) if found else None


def _sections(flow: Flow) -> list[Section]:
    """Sections in order; each paragraph is told which one it lies in."""
    sections: list[Section] = []
    begin = 0
    for end, element in flow.section_ends:
        section = _section(len(sections), element)
        for paragraph in flow.paragraphs[begin:end]:
            paragraph.section = section.index
        sections.append(section)
        begin = end
    if begin < len(flow.paragraphs) or not sections:
        sections.append(Section(len(sections)))
        for paragraph in flow.paragraphs[begin:]:
            paragraph.section = len(sections) - 1
    return sections


def _section(index: int, element: "etree._Element") -> Section:
    section = Section(index, element=element)
    size, margins = element.find(f"{W}pgSz"), element.find(f"{W}pgMar")
    if size is not None:
        section.width, section.height = whole(size.get(f"{W}w")), whole(size.get(f"{W}h"))
        turned = (section.width or 0) > (section.height or 0)
        section.landscape = size.get(f"{W}orient") == "landscape" or turned
    if margins is not None:
        for side in ("top", "bottom", "left", "right"):
            value = whole(margins.get(W + side))
            # A negative top or bottom margin is kept against the header by Word; its size is the same.
            setattr(section, side, None if value is None else abs(value))
        section.gutter = whole(margins.get(f"{W}gutter")) or 0
    kind, first, number = (element.find(W + name) for name in ("type", "titlePg", "pgNumType"))
    section.start = "nextPage" if kind is None else kind.get(VAL) or "nextPage"
    section.title_page = first is not None and on(first.get(VAL))
    if number is not None:
        section.restart = whole(number.get(f"{W}start"))
        section.number_form = number.get(f"{W}fmt") or "decimal"
    return section


class _Headers:
    """Headers and footers in force, section after section; what a section does not name it takes from the last."""

    def __init__(
        self, package: Package, related: dict[str, tuple[str, str]], styles: Styles,
        numbering: "etree._Element | None", *, even_odd: bool,
    ) -> None:  # fmt: skip
        self.package, self.related, self.styles = package, related, styles
        self.numbering, self.even_odd = numbering, even_odd
        self.used: dict[int, RunFormat] = {}
        self._named: dict[tuple[str, str], str] = {}
        self._read: dict[str, list[Paragraph]] = {}

    def give(self, section: Section) -> None:
        """Tell a section its headers and footers; those not in force are left out (facts, 1.6)."""
        for reference in () if section.element is None else section.element:
            word = {f"{W}headerReference": "header", f"{W}footerReference": "footer"}.get(str(reference.tag))
            target = self.related.get(reference.get(f"{R}id") or "", ("", ""))[1]
            if word and target:
                self._named[word, reference.get(f"{W}type") or "default"] = target
        forced = {"default": True, "first": section.title_page, "even": self.even_odd}
        for (word, kind), part in self._named.items():
            if forced.get(kind):
                place = section.headers if word == "header" else section.footers
                place[kind] = HeaderFooter(kind, part, self._paragraphs(part))

    def _paragraphs(self, part: str) -> list[Paragraph]:
        if part not in self._read:
            data = self.package.bytes_of(part)
            paragraphs, used = ([], {}) if data is None else self._of(data, part)
            self._read[part] = paragraphs
            self.used |= used
        return self._read[part]

    def _of(self, data: bytes, part: str) -> tuple[list[Paragraph], dict[int, RunFormat]]:
        """Read once for all documents of one template: their headers hardly differ; nobody changes what is read."""
        known = self.styles.headers.get(data)
        if known is not None and not self.package.keep:
            found: tuple[list[Paragraph], dict[int, RunFormat]] = known
            return found
        flow = Flow(self.styles, Numbering(self.numbering), keep=self.package.keep)
        read = flow.read(self.package.tree(data, part)), flow.used
        if len(data) <= LONGEST_HEADER and not flow.listed and not self.package.keep:
            self.styles.headers[data] = read
        return read


def _notes(
    package: Package, related: dict[str, tuple[str, str]], where: str, styles: Styles
) -> tuple[list[Paragraph], dict[int, RunFormat]]:
    """Paragraphs of footnotes and endnotes, with the formats of their letters; separators are none."""
    found: list[Paragraph] = []
    used: dict[int, RunFormat] = {}
    for kind in ("footnotes", "endnotes"):
        if not any(name == kind for name, _ in related.values()):
            continue
        tree = package.tree_of(_of_kind(related, kind, where))
        for note in () if tree is None else tree:
            if note.get(f"{W}type") in {None, "normal"}:
                flow = Flow(styles, Numbering(None), keep=package.keep)
                found += flow.read(note)
                used |= flow.used
    return found, used
