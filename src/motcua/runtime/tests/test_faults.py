"""kill -9 at any moment: nothing acknowledged is lost, nothing is left serving, the next start recovers."""

import http.client
import os
import signal
import threading
import time
from collections.abc import Callable, Iterator

import psycopg
import pytest

from motcua.runtime.home import Home, holder
from motcua.runtime.testing.product import Product, alive, new_product

pytestmark = pytest.mark.xdist_group("faults")
TABLE = "create table if not exists acknowledged (n integer primary key)"


@pytest.fixture(scope="module")
def running() -> Iterator[Product]:
    """One product for the faults: each test leaves it running."""
    with new_product() as product:
        product.start()
        with database(product) as connection:
            connection.execute(TABLE)
        yield product


def database(product: Product) -> psycopg.Connection[tuple[object, ...]]:
    """A connection; after a crash the database takes a while until it lets anybody in."""
    found = holder(Home(product.home))
    assert found is not None
    for _ in range(100):
        try:
            return psycopg.connect(found.owner_url, autocommit=True)
        except psycopg.OperationalError:
            time.sleep(0.2)
    return psycopg.connect(found.owner_url, autocommit=True)


def until(true: Callable[[], object], seconds: float) -> float:
    """Seconds until something holds; fails after `seconds`."""
    begun = time.monotonic()
    while not true():
        assert time.monotonic() - begun < seconds, f"not within {seconds} s"
        time.sleep(0.05)
    return time.monotonic() - begun


def answers(product: Product) -> bool:
    connection = http.client.HTTPConnection("127.0.0.1", product.port, timeout=5)
    try:
        connection.request("GET", "/")
        return connection.getresponse().status > 0
    except OSError:
        return False
    finally:
        connection.close()


def steady(product: Product) -> bool:
    """It answers, and goes on doing so."""
    for _ in range(8):
        if not answers(product):
            return False
        time.sleep(0.1)
    return True


def test_killing_everything_under_writes_loses_nothing_acknowledged(running: Product) -> None:
    acknowledged: list[int] = []

    def write() -> None:
        try:
            with database(running) as connection:
                for n in range(1, 1_000_000):
                    connection.execute("insert into acknowledged values (%s)", [n])
                    acknowledged.append(n)
        except psycopg.Error:
            return

    writer = threading.Thread(target=write)
    writer.start()
    until(lambda: len(acknowledged) > 200, 30)
    family = running.family()
    running.kill_everything()
    writer.join(10)
    until(lambda: not any(alive(pid) for pid in family), 5)
    assert not answers(running)
    running.start()
    with database(running) as connection:
        kept = {row[0] for row in connection.execute("select n from acknowledged")}
    assert set(acknowledged) <= kept
    print(f"{len(acknowledged)} acknowledged, none lost; ready again in {running.started_in_seconds:.1f} s")


def test_killing_the_supervisor_alone_leaves_nobody_serving(running: Product) -> None:
    family = running.family()
    assert running.process is not None
    running.process.kill()
    running.process.wait(10)
    took = until(lambda: not any(alive(pid) for pid in family), 15)
    assert not answers(running)
    print(f"gone after {took:.1f} s")
    running.start()
    assert answers(running)


def test_a_start_right_after_a_kill_waits_for_the_rest_to_go(running: Product) -> None:
    assert running.process is not None
    running.process.kill()
    running.process.wait(10)
    running.start()
    assert answers(running)


@pytest.mark.parametrize("name", ["granian", "motcua.runtime.worker", "postgres"])
def test_what_falls_is_started_again(running: Product, name: str) -> None:
    def living() -> list[int]:
        return [pid for pid in running.family() if name in words(pid) and alive(pid)]

    before = living()
    os.kill(before[0], signal.SIGKILL)
    until(lambda: living() and before[0] not in living() and steady(running), 40)


def words(pid: int) -> str:
    try:
        with open(f"/proc/{pid}/cmdline", "rb") as file:
            return file.read().replace(b"\0", b" ").decode(errors="replace")
    except OSError:
        return ""


def test_a_killed_workers_job_is_done_by_the_next_one(running: Product) -> None:
    begun = time.monotonic()
    with database(running) as connection:
        row = connection.execute("select max(id) from procrastinate_workers").fetchone()
        assert row is not None
        (number,) = connection.execute(
            "insert into procrastinate_jobs (task_name, queue_name, status, args, worker_id) values"
            " ('builtin:procrastinate.builtin_tasks.remove_old_jobs', 'default', 'doing', %s, %s) returning id",
            ['{"max_hours": 1000}', row[0]],
        ).fetchone() or (0,)
        for pid in running.family():
            if "motcua.runtime.worker" in words(pid):
                os.kill(pid, signal.SIGKILL)
        count = "select count(*) from procrastinate_jobs where id = %s"
        until(lambda: connection.execute(count, [number]).fetchone() == (0,), 120)  # done jobs are removed
    print(f"done {time.monotonic() - begun:.0f} s after the kill")
