"""Queue, lists, search and the page of a dossier over HTTP at 10 k, 100 k and 1 M dossiers; then an export of all.

A product of its own is started for the measurement and removed afterwards. The dossiers are laid by SQL (fill.sql),
all in one ward: more than any ward has, so that its own lists are the long ones.
"""

import http.client
import statistics
import time
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Final
from urllib.parse import urlencode

import psycopg

from motcua.bench.transitions import TOKEN, prepared
from motcua.runtime.testing.product import Product, descendants, new_product

SIZES: Final = (10_000, 100_000, 1_000_000)
CALLS: Final = 120
FILL: Final = (Path(__file__).parent / "fill.sql").read_text("utf-8")
ASKED: Final[tuple[tuple[str, str, dict[str, str] | None], ...]] = (
    ("queue of a leader", "/work?tab=unit", None),
    ("queue: overdue", "/work?tab=overdue", None),
    ("list of all", "/work?tab=all", None),
    ("list, a procedure and a month", "/work?tab=all&procedure=1.001193&since=2023-02-01&until=2023-02-28", None),
    ("search by name without marks", "/find", {"text": "tran thi binh"}),
    ("search by part of a code", "/find", {"text": "0009950"}),
    ("search by telephone", "/find", {"text": "0900009950"}),
)


def run(args: Namespace) -> int:
    """Print p50 and p95 of each at each size, and time and memory of the export."""
    parser = ArgumentParser(prog="motcua bench scale")
    parser.add_argument("--most", type=int, default=SIZES[-1], help="the largest size measured")
    most = parser.parse_args(args.rest).most
    with new_product() as product:
        product.start()
        keys = prepared(product)
        laid = 0
        for size in [size for size in SIZES if size <= most]:
            took = fill(product, keys, laid + 1, size)
            laid = size
            print(f"\n{size:,} dossiers (laid in {took:.0f} s)")
            for name, path, form in ASKED:
                print(f"  {name:<32} {_percentiles(_timed(product, keys['chutich'], path, form))}")
        _export(product, keys, laid)
    return 0


def fill(product: Product, keys: dict[str, str], first: int, last: int) -> float:
    """Lay dossiers `first` to `last` of one ward; the seconds it took."""
    begun = time.perf_counter()
    with database(product) as connection:
        row = connection.execute(
            "select d.procedure_id, d.terms_id, d.process_id from dossiers_dossier as d"
            " join catalogue_version as v on v.id = d.procedure_id"
            " join catalogue_procedure as p on p.id = v.procedure_id"
            " where p.code = '1.001193' limit 1"
        ).fetchone()
        if row is None:
            raise RuntimeError("the demo town has no birth registration to copy")
        values = {"first": first, "last": last, "unit": keys["unit"], "version": row[0], "terms": row[1],
                  "process": row[2], "officer": keys["tuphap_id"], "minutes": max(1, 1_000_000 // last)}  # fmt: skip
        for statement in FILL.format(**values).split(";\n"):
            if statement.strip():
                connection.execute(statement.encode())
        connection.commit()
        connection.autocommit = True
        connection.execute("vacuum analyze dossiers_dossier")
        connection.execute("vacuum analyze dossiers_task")
    return time.perf_counter() - begun


def database(product: Product) -> "psycopg.Connection[tuple[object, ...]]":
    """The database of a running product, as its owner."""
    from motcua.runtime.home import Home, holder

    held = holder(Home(product.home))
    if held is None or not held.owner_url:
        raise RuntimeError("the product does not run")
    return psycopg.connect(held.owner_url)


def _timed(product: Product, session: str, path: str, form: dict[str, str] | None) -> list[float]:
    """Milliseconds of each call, one after another, after ten that are not counted."""
    connection = http.client.HTTPConnection("127.0.0.1", product.port, timeout=120)
    headers = {"Cookie": f"sessionid={session}; csrftoken={TOKEN}"}
    body = urlencode({**form, "csrfmiddlewaretoken": TOKEN}) if form else None
    if body:
        headers["Content-Type"] = "application/x-www-form-urlencoded"
    times = []
    for turn in range(CALLS + 10):
        begun = time.perf_counter()
        connection.request("POST" if body else "GET", path, body, headers)
        answer = connection.getresponse()
        answer.read()
        if answer.status not in {200, 302}:
            raise RuntimeError(f"{path}: {answer.status}")
        if turn >= 10:
            times.append((time.perf_counter() - begun) * 1000)
    return times


def _percentiles(times: list[float]) -> str:
    ordered = sorted(times)
    return f"p50 {statistics.median(ordered):7.1f} ms   p95 {ordered[int(len(ordered) * 0.95)]:7.1f} ms"


def _export(product: Product, keys: dict[str, str], rows: int) -> None:
    """Order an export of all as XLSX and as CSV, watch the worker's memory until it is done."""
    for form in ("csv", "xlsx"):
        begun, peak = time.perf_counter(), 0.0
        with database(product) as connection:
            run_id = _ordered(product, keys["chutich"], form)
            while _stage(connection, run_id) in {"queued", "running"}:
                peak = max(peak, _worker_mb(product))
                time.sleep(0.5)
            row = connection.execute("select stage, done from dossiers_run where id = %s", [run_id]).fetchone()
        took = time.perf_counter() - begun
        print(f"\nexport of {rows:,} rows as {form}: {took:.0f} s, worker at most {peak:.0f} MB, {row}")


def _ordered(product: Product, session: str, form: str) -> int:
    connection = http.client.HTTPConnection("127.0.0.1", product.port, timeout=120)
    headers = {"Cookie": f"sessionid={session}; csrftoken={TOKEN}", "Content-Type": "application/x-www-form-urlencoded"}
    body = urlencode({"tab": "all", "form": form, "csrfmiddlewaretoken": TOKEN})
    connection.request("POST", "/work/export", body, headers)
    return int(connection.getresponse().headers["Location"].rsplit("/", 1)[1])


def _stage(connection: "psycopg.Connection[tuple[object, ...]]", run_id: int) -> object:
    row = connection.execute("select stage from dossiers_run where id = %s", [run_id]).fetchone()
    connection.commit()
    return row[0] if row else None


def _worker_mb(product: Product) -> float:
    """Resident memory of the worker process, in MB."""
    found = 0.0
    for pid in descendants(product.process.pid) if product.process else []:
        try:
            words = (Path("/proc") / str(pid) / "cmdline").read_bytes()
            if b"motcua.runtime.worker" in words:
                found = max(found, pss_mb(pid))
        except OSError:
            continue
    return found


def pss_mb(pid: int) -> float:
    """Proportional memory of a process, in MB; 0 for one that has gone."""
    try:
        text = (Path("/proc") / str(pid) / "smaps_rollup").read_text()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in text.splitlines() if line.startswith("Pss:")), 0.0)


def total_pss_mb(product: Product) -> float:
    """Of the supervisor and all below it."""
    return sum(pss_mb(pid) for pid in product.family())
