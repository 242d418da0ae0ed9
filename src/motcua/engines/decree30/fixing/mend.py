"""Mend a file: rounds of edits until no rule offers one more, the text proved the same at every round."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import count
from typing import Any, Final, NamedTuple

from motcua.engines.decree30.check import Checked, checked
from motcua.engines.decree30.edits import AddPageNumber, Edit, PutPageNumber, SetParagraph, SetRun, SetSection, SetText
from motcua.engines.decree30.fixing import numbers
from motcua.engines.decree30.fixing.errors import AuditOnly, TextChanged
from motcua.engines.decree30.fixing.package import DECLARATION, rewritten
from motcua.engines.decree30.fixing.properties import (
    PARAGRAPH_ORDER,
    RUN_ORDER,
    SECTION_ORDER,
    Tracking,
    put,
    remember,
    set_paragraph,
    set_run,
    set_section,
)
from motcua.engines.decree30.fixing.runs import Divided, replace
from motcua.engines.decree30.fixing.splice import spliced
from motcua.engines.decree30.profiles import STANDARD, Profile
from motcua.engines.decree30.reading.document import main_part
from motcua.engines.decree30.reading.model import Document
from motcua.engines.decree30.reading.names import W
from motcua.engines.decree30.reading.package import Package
from motcua.engines.decree30.report import COUNTED, Report
from motcua.engines.decree30.rule import Fix
from motcua.engines.decree30.rules import registry

ROUNDS: Final = 6  # a fix may uncover another; more rounds than this never happened and would be a bug
SAFE: Final = frozenset({Fix.SAFE, Fix.SAFE_TEXT})
GUARDED: Final = SAFE | {Fix.GUARDED}


@dataclass(frozen=True, slots=True)
class Change:
    """One change that was made: rule, paragraph (None: page or header), and what it was, for the reader."""

    code: str
    paragraph: int | None
    excerpt: str
    what: str
    before: str
    after: str


@dataclass(slots=True)
class Mended:
    """data: the new file, None where nothing was to be changed. before, after: reports of both."""

    data: bytes | None
    before: Report
    after: Report
    changes: list[Change] = field(default_factory=list)


def mend(
    data: bytes, path: str = "", *, profile: Profile = STANDARD, unsafe: bool = False, author: str = "", at: str = ""
) -> Mended:
    """A mended copy of a .docx; the file given stays as it is.

    unsafe: guarded fixes too. author, at (ISO 8601): every change is tracked under this name, for the drafter to see.
    Raises Unreadable for a file that cannot be read, AuditOnly for one that is signed, protected or holds tracked
    changes (facts, trap 15), TextChanged never: it would be a bug.
    """
    found = checked(data, path, profile=profile, keep=True)
    first = found.report
    _refuse(found)
    ids = count(9_000_001)
    tracking = Tracking(author, at, lambda: next(ids)) if author else None
    changes: list[Change] = []
    current = data
    for _ in range(ROUNDS):
        offered = _offered(found, GUARDED if unsafe else SAFE)
        if tracking is not None:  # letters are not tracked: only formats are, so letters stay for the drafter
            offered = [one for one in offered if not isinstance(one.edit, SetText)]
        if not offered:
            break
        made, current = _round(found, current, offered, tracking)
        changes += made
        found = checked(current, path, profile=profile, keep=True)
        if tracking is not None:
            break
    return Mended(current if changes else None, first, found.report, changes)


def _refuse(found: Checked) -> None:
    if found.layout is None:
        code, message = found.report.error or ("broken", "")
        raise AuditOnly(why=message or code)
    document = found.layout.document
    if document.source != "docx":
        raise AuditOnly(why="chỉ sửa được tệp .docx")
    for holds, why in (
        (document.signed, "tệp đã ký số"), (document.protected, "tệp được bảo vệ không cho sửa"),
        (document.tracked, "tệp có thay đổi đang theo dõi (Track Changes), hãy chấp nhận hoặc bỏ chúng trước"),
    ):  # fmt: skip
        if holds:
            raise AuditOnly(why=why)


class Offer(NamedTuple):
    """One edit, the rule that wants it, and the paragraph where it was found."""

    code: str
    edit: Edit
    paragraph: int | None


def _offered(found: Checked, classes: frozenset[Fix]) -> list[Offer]:
    """Edits of the rules that were broken; where letters are to be replaced, these first and alone."""
    entries = registry()
    held = [
        Offer(code, edit, spot.paragraph)
        for code, judgement in found.judgements.items()
        if judgement.verdict in COUNTED and entries[code].rule.fix in classes
        for spot in judgement.spots for edit in spot.edits
    ]  # fmt: skip
    texts = [one for one in held if isinstance(one.edit, SetText)]
    return _apart(texts) if texts else held


def _apart(texts: list[Offer]) -> list[Offer]:
    """Replacements that do not touch each other, the last of a paragraph first; the rest waits for the next round."""
    kept: list[Offer] = []
    taken: list[SetText] = []
    for one in texts:
        if isinstance(one.edit, SetText) and not any(_meet(one.edit, other) for other in taken):
            taken.append(one.edit)
            kept.append(one)
    return sorted(kept, key=lambda one: -one.edit.begin if isinstance(one.edit, SetText) else 0)


def _meet(one: SetText, other: SetText) -> bool:
    return one.paragraph is other.paragraph and one.begin <= other.end and other.begin <= one.end


def _round(found: Checked, data: bytes, offered: list[Offer], tracking: Tracking | None) -> tuple[list[Change], bytes]:
    if found.layout is None or found.package is None:
        raise AuditOnly(why="tệp không đọc được")
    document, package = found.layout.document, found.package
    expected = _expected(document, [one.edit for one in offered])
    divided = Divided()
    changes: list[Change] = []
    parts: dict[str, bytes] = {}
    for one in offered:
        edit = one.edit
        changes.append(_change(one, document))
        if isinstance(edit, AddPageNumber):
            parts |= numbers.add(package, main_part(package), document.sections[edit.section].element)
        else:
            _apply(edit, document, divided, tracking)
    new = rewritten(data, _changed(package, offered, document) | parts)
    _prove(new, expected)
    return changes, new


def _changed(package: Package, offered: list[Offer], document: Document) -> dict[str, bytes]:
    """Parts in which something was changed, as bytes; every other part is copied byte for byte."""
    touched: dict[Any, set[Any]] = {}
    for one in offered:
        element = _element(one.edit, document)
        if element is not None:
            root = element.getroottree().getroot()
            touched.setdefault(root, set()).update([element, *element.iterancestors()])
    changed: dict[str, bytes] = {}
    for name, tree in package.trees.items():
        if tree in touched:
            body = tree.find(f"{W}body")
            original = package.bytes_of(name) or b""
            changed[name] = DECLARATION + spliced(original, tree, tree if body is None else body, touched[tree])
    return changed


def _element(edit: Edit, document: Document) -> Any:
    if isinstance(edit, SetRun):
        return edit.run.element
    if isinstance(edit, SetParagraph | SetText):
        return edit.paragraph.element
    if isinstance(edit, PutPageNumber):
        return edit.paragraph.element
    return document.sections[edit.section].element


def _apply(edit: Edit, document: Document, divided: Divided, tracking: Tracking | None) -> None:
    if isinstance(edit, SetText):
        replace(edit.paragraph, edit.begin, edit.end, edit.text)
    elif isinstance(edit, SetRun):
        for element in divided.elements(edit.run):
            properties = put_first(element, "rPr")
            remember(properties, "rPr", RUN_ORDER, tracking)
            set_run(properties, edit.name, edit.value)
    elif isinstance(edit, SetParagraph):
        properties = put_first(edit.paragraph.element, "pPr")
        remember(properties, "pPr", PARAGRAPH_ORDER, tracking)
        set_paragraph(properties, edit.name, edit.value)
    elif isinstance(edit, PutPageNumber):
        numbers.put_into(edit.paragraph.element)
    elif isinstance(edit, SetSection):
        section = document.sections[edit.section].element
        if section is not None:
            remember(section, "sectPr", SECTION_ORDER, tracking)
            set_section(section, edit.name, edit.value)


def put_first(element: Any, name: str) -> Any:
    """The properties of a run or paragraph, made as its first child where there are none."""
    return put(element, name, (name,))


def _expected(document: Document, edits: Iterable[Edit]) -> list[str]:
    """Text of every paragraph as it must stand afterwards."""
    texts = {one.index: one.text for one in document.paragraphs}
    for edit in edits:
        if isinstance(edit, SetText):
            at = edit.paragraph.index
            texts[at] = texts[at][: edit.begin] + edit.text + texts[at][edit.end :]
    return [texts[at] for at in sorted(texts)]


def _prove(data: bytes, expected: list[str]) -> None:
    found = checked(data)
    texts = [] if found.layout is None else [one.text for one in found.layout.document.paragraphs]
    if texts != expected:
        raise TextChanged(f"{len(expected)} paragraphs before, {len(texts)} after")


_WHAT: Final = {
    "sz": "cỡ chữ", "b": "chữ đậm", "i": "chữ nghiêng", "caps": "chữ in hoa", "font": "phông chữ", "color": "màu chữ",
    "align": "canh lề", "first": "lùi dòng đầu", "left": "lề đoạn", "before": "cách đoạn trên",
    "after": "cách đoạn dưới", "line": "giãn dòng",
    "rule": "kiểu giãn dòng", "contextual": "bỏ cách đoạn cùng kiểu", "tab": "mốc tab",
    "top": "lề trên", "bottom": "lề dưới", "right": "lề phải", "width": "chiều rộng giấy", "height": "chiều cao giấy",
    "title_page": "trang đầu khác", "restart": "số trang bắt đầu", "number_form": "kiểu số trang",
}  # fmt: skip
_OLD: Final = {"sz": "size", "b": "bold", "i": "italic", "caps": "caps", "font": "hansi", "color": "color"}


def _change(offer: Offer, document: Document) -> Change:
    code, edit, paragraph = offer
    if isinstance(edit, SetText):
        text = edit.paragraph.text
        return Change(code, edit.paragraph.index, text[:60], "chữ", text[edit.begin : edit.end], edit.text)
    if isinstance(edit, SetRun):
        old = getattr(edit.run.format, _OLD[edit.name])
        words = (_said(edit.name, old), _said(edit.name, edit.value))
        return Change(code, paragraph, edit.run.text[:60], _WHAT[edit.name], *words)
    if isinstance(edit, SetParagraph):
        old = getattr(edit.paragraph.format, edit.name, "")
        return Change(code, edit.paragraph.index, edit.paragraph.text[:60], _WHAT[edit.name],
                      _said(edit.name, old), _said(edit.name, edit.value))  # fmt: skip
    if isinstance(edit, SetSection):
        old = getattr(document.sections[edit.section], edit.name, "")
        return Change(code, None, f"phần {edit.section + 1}", _WHAT[edit.name], _said(edit.name, old),
                      _said(edit.name, edit.value))  # fmt: skip
    where = "đầu trang" if isinstance(edit, PutPageNumber) else f"phần {edit.section + 1}"
    return Change(code, None, where, "số trang", "không có", "giữa lề trên")


def _said(name: str, value: object) -> str:
    if isinstance(value, bool):
        return "có" if value else "không"
    if name == "sz" and isinstance(value, int):
        return f"{value / 2:g} pt"
    if isinstance(value, int) and name not in {"restart", "number_form"}:
        return f"{value / 20:g} pt"
    return "" if value is None else str(value)
