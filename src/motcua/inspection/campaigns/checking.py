"""Files of a campaign through the checker, by as many processes as asked, results in the order given. No database."""

import gc
import multiprocessing
import os
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from motcua.documents import issued, judging
from motcua.engines.decree30.batch import Task, check_source
from motcua.engines.decree30.errors import NoFile, Unreadable
from motcua.engines.decree30.files import Source
from motcua.engines.decree30.rule import Verdict

CHUNK: Final = 16  # files a process takes at a time
SWEEP: Final = 64  # files between two sweeps of what points at itself
FORMAT: Final = "ND30-"  # rules of NĐ 30/2020 Phụ lục I; the others look at what a text says
DIFFERS: Final = "register.differs"


@dataclass(frozen=True, slots=True)
class Job:
    """One document. path: its file; kept: else its content in the storage. number, symbol, year: of the register."""

    pk: int
    document: int
    path: str
    kept: str
    number: int
    symbol: str
    year: int


@dataclass(frozen=True, slots=True)
class Seen:
    """What the checker says. rules, warnings, content: as in models.Reviewed; error: why it cannot be read."""

    job: Job
    sha256: str = ""
    rules: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    content: tuple[str, ...] = ()
    error: tuple[str, str] = ("", "")


def look_at(job: Job, task: Task) -> Seen:
    """Read one file, keep it and check it."""
    try:
        data = _read(job)
    except Unreadable as error:
        return Seen(job, error=(error.words(), error.words("en")))
    sha256 = issued.keep(data)
    name = job.path or "van-ban.docx"
    outcome = check_source(judging.Given(Path(), name, judging.readable(name, data)), task)
    if why := outcome.held.get("error"):
        return Seen(job, sha256, error=(why["message"], why["message_en"]))
    by_verdict = {
        verdict: sorted({one["code"] for one in outcome.held["findings"] if one["verdict"] == verdict})
        for verdict in (Verdict.VIOLATION, Verdict.WARNING)
    }  # fmt: skip
    broken, doubtful = by_verdict[Verdict.VIOLATION], by_verdict[Verdict.WARNING]
    content = {code for code in (*broken, *doubtful) if not code.startswith(FORMAT)}
    if outcome.number and not _same(outcome.number, job):
        content.add(DIFFERS)
    return Seen(
        job, sha256, tuple(code for code in broken if code.startswith(FORMAT)),
        tuple(code for code in doubtful if code.startswith(FORMAT)), tuple(sorted(content)),
    )  # fmt: skip


def _read(job: Job) -> bytes:
    if job.path:
        return Source(Path(job.path)).read()
    if not job.kept:
        raise NoFile(why="sổ văn bản đi không có tệp của văn bản này")
    try:
        return issued.read(job.kept)
    except OSError:
        raise NoFile(why="tệp không còn trong kho") from None


def _same(found: str, job: Job) -> bool:
    """Are symbol, number and year of the file ("issuer|qđ-ubnd|15|2026") those of the register?"""
    _issuer, symbol, number, year = found.rsplit("|", 3)
    return (symbol, number, year) == (job.symbol.casefold().replace(" ", ""), str(job.number), str(job.year))


class _Worker:
    """What a process of the pool keeps between files."""

    task = Task()
    files = 0


def _begin(task: Task, parent: int) -> None:
    _Worker.task = task
    gc.disable()
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: int) -> None:
    """A process whose parent was killed would wait for work for ever."""
    while os.getppid() == parent:
        time.sleep(0.5)
    os._exit(1)


def _one(job: Job) -> Seen:
    _Worker.files += 1
    found = look_at(job, _Worker.task)
    if _Worker.files % SWEEP == 0:
        gc.collect()
    return found


def look_at_all(jobs: Sequence[Job], task: Task, processes: int) -> Iterator[Seen]:
    """What is said of each, in the order given; with one process in this very one."""
    if processes <= 1:
        for job in jobs:
            yield look_at(job, task)
        return
    context: Any = multiprocessing.get_context("fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn")
    with context.Pool(processes, initializer=_begin, initargs=(task, os.getpid())) as pool:
        yield from pool.imap(_one, jobs, chunksize=CHUNK)
