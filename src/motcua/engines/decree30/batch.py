"""A run over many files: as many processes as asked, results in the order given, memory that does not grow."""

import gc
import multiprocessing
from collections.abc import Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from typing import Any, Final

from motcua.engines.decree30 import convert
from motcua.engines.decree30.check import checked
from motcua.engines.decree30.errors import NeedsConverter, Unreadable
from motcua.engines.decree30.files import Source
from motcua.engines.decree30.profiles import STANDARD, Profile
from motcua.engines.decree30.register import Register
from motcua.engines.decree30.report import Report
from motcua.engines.decree30.roles.names import Role

CHUNK: Final = 16  # files a process takes at a time
SWEEP: Final = 64  # files between two sweeps of what points at itself
TWICE: Final = "MC-number.unique"


@dataclass(frozen=True, slots=True)
class Task:
    """What every file is checked by."""

    profile: Profile = STANDARD
    register: Register | None = None
    all_verdicts: bool = False
    roles: bool = True


@dataclass(frozen=True, slots=True)
class Outcome:
    """The JSON object of a file; what tells its number apart from others ("" while it is blank), and its subject."""

    held: dict[str, Any]
    number: str = ""
    subject: str = ""


def check_source(source: Source, task: Task) -> Outcome:
    """One file, read, converted where it must be, and checked."""
    try:
        data = source.read()
    except Unreadable as error:
        return Outcome(Report(source.name, error=(error.code, error.words()), error_en=error.words("en")).as_json())
    found = checked(data, source.name, profile=task.profile, register=task.register)
    if found.report.error is not None and found.report.error[0] == NeedsConverter.code:
        found = _converted(data, source, task) or found
    held = found.report.as_json(all_verdicts=task.all_verdicts, roles=task.roles)
    if found.layout is None:
        return Outcome(held)
    return Outcome(held, _number(found.layout), _subject(found.layout))


def _converted(data: bytes, source: Source, task: Task) -> Any:
    suffix = "." + source.name.rpartition(".")[2].lower()
    if convert.converter() is None or suffix not in {".doc", ".odt", ".rtf"}:
        return None
    try:
        made = convert.to_docx(data, suffix)
    except Unreadable as error:
        return _failed(source, error)
    found = checked(made, source.name, profile=task.profile, register=task.register)
    found.report.notes.append(convert.NOTE.format(found=suffix))
    return found


def _failed(source: Source, error: Unreadable) -> Any:
    found = checked(b"", source.name)
    found.report.error, found.report.error_en = (error.code, error.words()), error.words("en")
    return found


def _number(layout: Any) -> str:
    """Issuer, symbol, number and year of the first document; "" where one of them is blank."""
    main = layout.main
    if main is None or main.symbol is None or not main.symbol.number.isdigit() or not main.symbol.groups:
        return ""
    day = main.one(Role.PLACE_DATE)
    year = "" if day is None else "".join(letter for letter in day.text if letter.isdigit())[-4:]
    if len(year) != 4:
        return ""
    issuer = " ".join(piece.plain for piece in main.of(Role.SUPERIOR, Role.ISSUER))
    return f"{issuer}|{main.symbol.text.casefold()}|{int(main.symbol.number)}|{year}"


def _subject(layout: Any) -> str:
    """What the first document is about, in plain words."""
    return " ".join(piece.plain for piece in layout.main.of(Role.SUBJECT, Role.LETTER_SUBJECT)) if layout.main else ""


class _Worker:
    """What a process of the pool keeps between files."""

    task = Task()
    files = 0


def _begin(task: Task) -> None:
    """In a fresh process: what points at itself is swept now and then, not all the time (a PDF's pages; no .docx)."""
    _Worker.task = task
    gc.disable()


def _one(source: Source) -> Outcome:
    _Worker.files += 1
    outcome = check_source(source, _Worker.task)
    if _Worker.files % SWEEP == 0:
        gc.collect()
    return outcome


def run(sources: Iterable[Source], task: Task, jobs: int = 1) -> Iterator[dict[str, Any]]:
    """The object of every file, in the order given; a number given twice is a finding of the later file.

    Two files of one number and one subject are versions of one document: nothing is said of them.
    """
    with closing(_outcomes(sources, task, jobs)) as outcomes:
        seen: dict[str, tuple[str, str]] = {}
        for outcome in outcomes:
            if outcome.number:
                first, subject = seen.setdefault(outcome.number, (outcome.held["path"], outcome.subject))
                if subject != outcome.subject and task.profile.selects(TWICE):
                    _add_twice(outcome.held, first)
            yield outcome.held


def _outcomes(sources: Iterable[Source], task: Task, jobs: int) -> Generator[Outcome, None, None]:
    if jobs <= 1:
        for source in sources:
            yield check_source(source, task)
        return
    context = multiprocessing.get_context("fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn")
    with context.Pool(jobs, initializer=_begin, initargs=(task,)) as pool:
        yield from pool.imap(_one, sources, chunksize=CHUNK)


def _add_twice(held: dict[str, Any], first: str) -> None:
    from motcua.engines.decree30.report import finding
    from motcua.engines.decree30.rule import Judgement, Spot, Verdict
    from motcua.engines.decree30.rules import registry

    spot = Spot(Verdict.WARNING, f"đã dùng trong {first}")
    rule = registry()[TWICE].rule
    held["findings"].append(finding(rule, Judgement(Verdict.WARNING, [spot]), None).as_json())
