"""Self-inspection of a town's documents: the whole command in a new product, then one that is killed and goes on.

Files are those of `corpus.town`, made once and kept, their index beside them: both outside the measurement. The town
of the demo issues them: 900 numbers a commune, for the corpus numbers so many.
"""

import json
import signal
import subprocess
import sys
import tempfile
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final

from openpyxl import Workbook

from motcua.bench.decree30 import TOWN, made
from motcua.bench.scale import database
from motcua.engines.decree30.check import checked, limits_of
from motcua.engines.decree30.citations import own_date
from motcua.engines.decree30.profiles import STANDARD
from motcua.engines.decree30.view import View
from motcua.runtime.testing.product import Product, environment, motcua, new_product

TARGET_SECONDS: Final = 60.0  # for 6,135 documents on 2 cores, database and report included
NUMBERS: Final = 900  # of the corpus, then it begins anew
FIRST: Final = 2  # the demo's communes are H23.15.02 to H23.15.24
HEADS: Final = ("Tệp", "Đơn vị", "Số", "Ký hiệu", "Loại văn bản", "Trích yếu", "Ngày ban hành", "Hình thức")
TYPES: Final = {"QĐ": "Quyết định", "KH": "Kế hoạch", "BC": "Báo cáo", "TB": "Thông báo", "TTr": "Tờ trình",
                "CT": "Chỉ thị"}  # fmt: skip


def run(args: Namespace) -> int:
    """Print the figures; 1 where it takes longer than it may, or a kill changes the answer."""
    given = _options(args.rest)
    folder = Path(given.folder) / f"town-{given.files}"
    made(folder, given.files)
    index = _index(folder)
    words = ("campaign", str(folder), "--index", str(index), "--unit", "H23.15", "--since", "2026-01-01", "--until",
             "2026-12-31", "--by", "kinhmon.kiemtra", "--seed", "30", "--jobs", str(given.jobs), "--json")  # fmt: skip
    whole, seconds = _whole(words)
    limit = TARGET_SECONDS * given.files / TOWN
    said = "met" if seconds <= limit else "MISSED"
    print(f"{whole['documents']} documents, {given.jobs} processes, register, files, checks, list and report: "
          f"{seconds:.1f} s (target {limit:.0f} s: {said})")  # fmt: skip
    print(f"  {whole['outcomes']}")
    stopped, at = _killed(words)
    same = stopped == whole
    print(f"killed (SIGKILL) at {at} of {whole['documents']}, gone on: the same answer: {'yes' if same else 'NO'}; "
          f"{whole['digest'][:16]} {stopped['digest'][:16]}")  # fmt: skip
    return int(seconds > limit or not same)


def _options(rest: Sequence[str]) -> Namespace:
    parser = ArgumentParser(prog="motcua bench campaign")
    parser.add_argument("--files", type=int, default=TOWN)
    parser.add_argument("--jobs", type=int, default=2)
    kept = str(Path(tempfile.gettempdir()) / "motcua-bench")
    parser.add_argument("--folder", default=kept, help="where the files are made and kept")
    return parser.parse_args(rest)


def _index(folder: Path) -> Path:
    """The index of the folder, as the documents themselves tell; made once."""
    path = folder.parent / f"{folder.name}.xlsx"
    if path.exists():
        return path
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    sheet.append(HEADS)
    for place, file in enumerate(sorted(folder.rglob("*.docx"))):
        sheet.append(_row(place, file, folder))
    book.save(path)
    return path


def _row(place: int, file: Path, folder: Path) -> tuple[Any, ...]:
    """A row as a registrar would have kept it: symbol and day are those of the document."""
    layout = checked(file.read_bytes()).layout
    symbol = layout.main.symbol if layout and layout.main else None
    day = own_date(View(layout, limits_of(layout, STANDARD), None)) if layout else None
    code = symbol.text if symbol else "UBND"
    unit = f"H23.15.{place // NUMBERS + FIRST:02d}"
    return (str(file.relative_to(folder)), unit, place % NUMBERS + 1, code,
            TYPES.get(code.partition("-")[0], "Công văn"), f"Văn bản {place}",
            f"{day or date(2026, 1, 1):%d/%m/%Y}", "electronic")  # fmt: skip


def _whole(words: tuple[str, ...]) -> tuple[dict[str, Any], float]:
    with new_product() as product:
        product.start()
        begun = time.perf_counter()
        found = _done(product, words)
        return found, time.perf_counter() - begun


def _done(product: Product, words: tuple[str, ...]) -> dict[str, Any]:
    done = motcua(product.home, *words, "--output", str(product.home.parent / "report"), seconds=1800)
    if done.returncode:
        raise RuntimeError(done.stderr)
    return dict(json.loads(done.stdout))


def _killed(words: tuple[str, ...]) -> tuple[dict[str, Any], int]:
    """In another new product: killed at about half, then the same call again; what it came to, and where it was."""
    with new_product() as product:
        product.start()
        process = subprocess.Popen(
            [sys.executable, "-m", "motcua", *words],
            env=environment(product.home),
            cwd=product.home.parent,
            stderr=subprocess.DEVNULL,  # its workers find the pipe broken
        )
        while process.poll() is None and not _half(product):
            time.sleep(0.1)
        process.send_signal(signal.SIGKILL)
        if process.wait() != -signal.SIGKILL:
            raise RuntimeError("it ended before it was killed")
        at = _progress(product)[0]
        return _done(product, words), at


def _half(product: Product) -> bool:
    done, total = _progress(product)
    return done * 2 >= total


def _progress(product: Product) -> tuple[int, int]:
    with database(product) as connection:
        row = connection.execute("select done, total from inspection_campaign order by id desc limit 1").fetchone()
    return (0, 1) if row is None else (int(str(row[0])), int(str(row[1])))
