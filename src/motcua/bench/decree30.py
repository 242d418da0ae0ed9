"""The format checker on a folder of a town's documents: whole process, memory of all of it, and beside the floor.

The floor of a document is unzipping and parsing (lxml) every part that the checker reads, nothing remembered; beside it
stands a python-docx loop that only asks each run for its font. Files are those of `corpus.town`, made once and kept.
"""

import argparse
import gc
import io
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from argparse import Namespace
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from lxml import etree

TARGET_SECONDS: Final = 20.0  # for 6,135 files on 2 cores
TARGET_MB: Final = 300.0
TARGET_RATIO: Final = 2.5
TOWN: Final = 6135
SAMPLE: Final = 300  # files measured one by one
ROUNDS: Final = 5
PARTS: Final = ("_rels/.rels", "word/document.xml", "word/_rels/document.xml.rels", "word/styles.xml",
                "word/settings.xml", "word/numbering.xml", "word/theme/theme1.xml", "word/footnotes.xml",
                "word/endnotes.xml", "docProps/app.xml")  # fmt: skip


def run(args: Namespace) -> int:
    """Print the figures; 1 where a target is missed."""
    given = _options(args.rest)
    folder = Path(given.folder) / f"town-{given.files}"
    made(folder, given.files)
    seconds, memory = _whole(folder, given.jobs)
    floor, check, fonts = _beside(sorted(folder.rglob("*.docx"))[:SAMPLE])
    ratio = check / floor
    limit = TARGET_SECONDS * given.files / TOWN
    print(f"{given.files} files, {given.jobs} processes: {seconds:.1f} s ({_said(seconds <= limit, f'{limit:.0f} s')})")
    print(f"memory of all processes at most: {memory:.0f} MB PSS ({_said(memory <= TARGET_MB, f'{TARGET_MB:.0f} MB')})")
    print(f"a document: floor {floor:.2f} ms, check {check:.2f} ms, ratio {ratio:.2f} "
          f"({_said(ratio <= TARGET_RATIO, f'{TARGET_RATIO}')})")  # fmt: skip
    print("python-docx, fonts only: " + (f"{fonts:.2f} ms" if fonts else "not installed here"))
    return int(seconds > limit or memory > TARGET_MB or ratio > TARGET_RATIO)


def _options(rest: Sequence[str]) -> Namespace:
    parser = argparse.ArgumentParser(prog="motcua bench decree30")
    parser.add_argument("--files", type=int, default=TOWN)
    parser.add_argument("--jobs", type=int, default=2)
    kept = str(Path(tempfile.gettempdir()) / "motcua-bench")
    parser.add_argument("--folder", default=kept, help="where the files are made and kept")
    return parser.parse_args(rest)


def _said(met: bool, target: str) -> str:
    return f"target {target}: {'met' if met else 'MISSED'}"


def made(folder: Path, files: int) -> None:
    """Make the town's files, once."""
    from motcua.engines.decree30.corpus.town import write_town

    marker = folder / "whole"
    if not marker.exists():
        begun = time.perf_counter()
        write_town(folder, files)
        marker.touch()
        print(f"{files} files made in {time.perf_counter() - begun:.0f} s")


def _whole(folder: Path, jobs: int) -> tuple[float, float]:
    """Seconds of `motcua check` as a process of its own, and the most memory of it with its workers (PSS, MB)."""
    command = [sys.executable, "-m", "motcua", "check", str(folder), "--format", "json", "--output",
               str(folder / "report.jsonl"), "--jobs", str(jobs)]  # fmt: skip
    begun = time.perf_counter()
    process = subprocess.Popen(command)
    most = 0.0
    while process.poll() is None:
        most = max(most, _memory(process.pid))
        time.sleep(0.1)
    return time.perf_counter() - begun, most


def _memory(pid: int) -> float:
    """PSS in MB of a process and its children."""
    total = 0
    for one in (pid, *_children(pid)):
        try:
            for line in Path(f"/proc/{one}/smaps_rollup").read_text(encoding="ascii").splitlines():
                if line.startswith("Pss:"):
                    total += int(line.split()[1])
        except (OSError, ValueError):
            continue
    return total / 1024


def _children(pid: int) -> list[int]:
    try:
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()]
    except OSError:
        return []


def _beside(paths: list[Path]) -> tuple[float, float, float]:
    """Milliseconds a document, least of the rounds: floor, check, python-docx (0 where it is not installed)."""
    from motcua.engines.decree30.check import check

    held = [path.read_bytes() for path in paths]
    took: dict[str, list[float]] = {"floor": [], "check": []}
    gc.disable()
    for _ in range(ROUNDS):
        took["floor"].append(_each(_floor, held))
        took["check"].append(_each(check, held))
    fonts = _fonts()
    docx = 0.0 if fonts is None else _each(fonts, held)
    gc.enable()
    return min(took["floor"]), min(took["check"]), docx


def _each(measured: Callable[[bytes], object], held: list[bytes]) -> float:
    times: list[float] = []
    for data in held:
        begun = time.process_time()
        measured(data)
        times.append((time.process_time() - begun) * 1000)
    gc.collect()
    return statistics.fmean(times)


def _floor(data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            if name in PARTS or name.startswith(("word/header", "word/footer")):
                etree.fromstring(archive.read(name))


def _fonts() -> Callable[[bytes], object] | None:
    try:
        import docx
    except ImportError:
        return None

    def read(data: bytes) -> None:
        for paragraph in docx.Document(io.BytesIO(data)).paragraphs:
            for run in paragraph.runs:
                _ = (run.font.name, run.font.size)

    return read
