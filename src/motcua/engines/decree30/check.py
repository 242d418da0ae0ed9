"""One function checks a file: read, tell the roles, judge every rule. No file system, no clock, no framework."""

import hashlib
from dataclasses import dataclass, field

from motcua.engines.decree30.errors import Unreadable
from motcua.engines.decree30.kinds import Family
from motcua.engines.decree30.limits import Limits
from motcua.engines.decree30.profiles import STANDARD, Profile
from motcua.engines.decree30.reading.document import read
from motcua.engines.decree30.reading.model import Document, Paragraph
from motcua.engines.decree30.reading.package import open_package
from motcua.engines.decree30.report import Report, finding
from motcua.engines.decree30.roles.assign import lay_out
from motcua.engines.decree30.roles.parts import Layout
from motcua.engines.decree30.rule import Judgement, Verdict
from motcua.engines.decree30.rules import registry
from motcua.engines.decree30.view import View

SPECIALISED = (
    "văn bản chuyên ngành: mẫu của ngành được áp dụng trước, các quy tắc chung của Nghị định 30/2020 áp dụng theo"
)
NORMATIVE = "văn bản quy phạm pháp luật: xét theo bộ quy tắc riêng (lề, ký hiệu) của văn bản quy phạm pháp luật"


@dataclass(slots=True)
class Checked:
    """A report with what it was made from, for whoever mends the file."""

    report: Report
    layout: Layout | None = None
    judgements: dict[str, Judgement] = field(default_factory=dict)


def check(data: bytes, path: str = "", *, profile: Profile = STANDARD) -> Report:
    """The report of a .docx in memory. Never raises for a bad file: then `report.error` says why."""
    return checked(data, path, profile=profile).report


def checked(data: bytes, path: str = "", *, profile: Profile = STANDARD) -> Checked:
    """The same, with roles and judgements."""
    report = Report(path, hashlib.sha256(data).hexdigest())
    try:
        document = read(open_package(data))
    except Unreadable as error:
        report.error = (error.code, error.words())
        return Checked(report)
    layout = lay_out(document)
    view = View(layout, limits_of(layout, profile))
    judgements: dict[str, Judgement] = {}
    pages = pages_of(document)
    for code, entry in registry().items():
        if not profile.selects(code):
            continue
        judgement = _refused(layout) or entry.judge(view)
        judgements[code] = judgement
        if judgement.verdict is Verdict.NOT_EVALUATED:
            report.not_evaluated.append({"code": code, "reason": "" if judgement.why is None else judgement.why[0]})
        else:
            report.findings.append(finding(entry.rule, judgement, pages))
    _describe(report, layout)
    return Checked(report, layout, judgements)


def limits_of(layout: Layout, profile: Profile) -> Limits:
    """The decree's limits for this family of documents, under the profile."""
    main = layout.main
    normative = main is not None and main.family is Family.NORMATIVE
    return Limits(profile.limits, Family.NORMATIVE.value if normative else "")


def _refused(layout: Layout) -> Judgement | None:
    """A document of the Party is not judged at all (facts, 8)."""
    main = layout.main
    if main is not None and main.family is Family.PARTY:
        return Judgement(Verdict.NOT_APPLICABLE)
    return None


def _describe(report: Report, layout: Layout) -> None:
    main = layout.main
    if main is not None:
        named = main.kind.name if main.kind is not None else ""
        report.document_type = named or main.family.value
        if main.family is Family.SPECIALISED:
            report.notes.append(SPECIALISED)
        elif main.family is Family.NORMATIVE:
            report.notes.append(NORMATIVE)
    if layout.why is not None:
        report.notes.append(layout.why[0])
    report.roles = [
        {"paragraph": piece.paragraph.index, "role": piece.role.value, "confidence": round(piece.confidence, 2)}
        for part in layout.parts for piece in part.pieces
    ]  # fmt: skip


def pages_of(document: Document) -> list[int]:
    """Page of each paragraph, as far as breaks and Word's last layout tell; 1 at the beginning."""
    pages: list[int] = []
    page = 1
    starts = {section.start for section in document.sections[1:]}
    last = 0
    for paragraph in document.paragraphs:
        begins = paragraph.section != last and starts - {"continuous"} and _new_page(document, paragraph)
        if pages and (paragraph.starts_page or begins):
            page += 1
        last = paragraph.section
        pages.append(page)
    return pages


def _new_page(document: Document, paragraph: Paragraph) -> bool:
    return document.sections[paragraph.section].start != "continuous"
