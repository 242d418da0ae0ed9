"""One function checks a file: read, tell the roles, judge every rule. No file system, no clock, no framework."""

import functools
import hashlib
import importlib.util
from dataclasses import dataclass, field

from motcua.engines.decree30.errors import NeedsPdfReader, Unreadable
from motcua.engines.decree30.kinds import Family
from motcua.engines.decree30.limits import Limits
from motcua.engines.decree30.pages import pages_of
from motcua.engines.decree30.pdf import judged
from motcua.engines.decree30.profiles import STANDARD, Profile
from motcua.engines.decree30.reading.document import read
from motcua.engines.decree30.reading.model import Document
from motcua.engines.decree30.reading.package import Package, open_package
from motcua.engines.decree30.register import Register
from motcua.engines.decree30.report import COUNTED, QUIET, Report, finding
from motcua.engines.decree30.roles.assign import lay_out
from motcua.engines.decree30.roles.parts import Layout
from motcua.engines.decree30.rule import NOT_APPLICABLE, PREFIX, Judgement, Verdict, not_evaluated
from motcua.engines.decree30.rules import Entry, registry
from motcua.engines.decree30.view import View

PDF = b"%PDF-"
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
    package: Package | None = None


def check(data: bytes, path: str = "", *, profile: Profile = STANDARD, register: Register | None = None) -> Report:
    """The report of a .docx in memory. Never raises for a bad file: then `report.error` says why."""
    return checked(data, path, profile=profile, register=register).report


def checked(
    data: bytes, path: str = "", *, profile: Profile = STANDARD, register: Register | None = None, keep: bool = False
) -> Checked:
    """The same, with roles and judgements; `keep`: ready to be mended."""
    report = Report(path, hashlib.sha256(data).hexdigest())
    package: Package | None = None
    try:
        if data.startswith(PDF):
            document = _read_pdf(data)
        else:
            package = open_package(data, keep=keep)
            document = read(package)
    except Unreadable as error:
        report.error, report.error_en = (error.code, error.words()), error.words("en")
        return Checked(report)
    layout = lay_out(document)
    view = View(layout, limits_of(layout, profile), register)
    judgements = _judgements(view, profile)
    _report(report, judgements, document)
    report.suppressed = _suppressed(view, profile)
    _describe(report, layout)
    return Checked(report, layout, judgements, package)


def _judgements(view: View, profile: Profile) -> dict[str, Judgement]:
    """What every chosen rule says; of a document of the Party none says anything (facts, 8)."""
    main = view.main
    if main is not None and main.family is Family.PARTY:
        return {entry.rule.code: NOT_APPLICABLE for entry in chosen(profile)}
    if view.document.source == "docx":
        return {entry.rule.code: entry.judge(view) for entry in chosen(profile)}
    return {entry.rule.code: _off_the_page(entry, view) for entry in chosen(profile)}


def _suppressed(view: View, profile: Profile) -> list[str]:
    """Rules that the profile ignores and that would have found something: an exception that is still needed."""
    if not profile.ignore or (view.main is not None and view.main.family is Family.PARTY):
        return []
    asked = {entry.rule.code for entry in chosen(profile)}
    left = [entry for code, entry in registry().items() if code not in asked and profile.ignores(code)]
    return [entry.rule.code for entry in left if entry.judge(view).verdict in COUNTED]


def _off_the_page(entry: Entry, view: View) -> Judgement:
    """What a PDF tells of a rule; layout it does not tell, and a scan tells letters only."""
    known = judged.BY_TEXT if view.document.source == "ocr" else judged.BY_TEXT | judged.BY_PAGE
    edges = entry.rule.id not in judged.BY_EDGES or view.document.facts.get("edges")
    found = judged.without_edits(entry.judge(view))
    silent = entry.rule.code.startswith(PREFIX) and (entry.rule.id not in known or not edges)
    if silent:
        return found if found.verdict is Verdict.NOT_APPLICABLE else not_evaluated(*judged.SILENT)
    return judged.softened(found) if entry.rule.id in judged.ESTIMATED else found


def _read_pdf(data: bytes) -> Document:
    """Raises NeedsPdfReader, NeedsOcr, Protected, Broken, TooBig."""
    if importlib.util.find_spec("pypdfium2") is None:
        raise NeedsPdfReader
    from motcua.engines.decree30.pdf.reading import read_pdf

    return read_pdf(data)


@functools.lru_cache(maxsize=32)
def _chosen(select: tuple[str, ...], ignore: tuple[str, ...]) -> tuple[Entry, ...]:
    profile = Profile("", select, ignore)
    return tuple(entry for code, entry in registry().items() if profile.selects(code))


def chosen(profile: Profile) -> tuple[Entry, ...]:
    """The rules that a profile asks."""
    return _chosen(profile.select, profile.ignore)


def _report(report: Report, judgements: dict[str, Judgement], document: Document) -> None:
    entries = registry()
    pages: list[int] | None = None
    for code, judgement in judgements.items():
        if judgement.verdict in QUIET:
            report.quiet[code] = judgement.verdict
        elif judgement.verdict is Verdict.NOT_EVALUATED:
            report.not_evaluated.append({"code": code, "reason": "" if judgement.why is None else judgement.why[0]})
        else:
            pages = pages if pages is not None else pages_of(document)
            report.findings.append(finding(entries[code].rule, judgement, pages))


def limits_of(layout: Layout, profile: Profile) -> Limits:
    """The decree's limits for this family of documents, under the profile."""
    main = layout.main
    normative = main is not None and main.family is Family.NORMATIVE
    return Limits(profile.limits, Family.NORMATIVE.value if normative else "")


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
    report.layout = layout
