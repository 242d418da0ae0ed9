"""50 receptionists and 200 officers, each acting every 20 seconds: errors, p95, and what the load itself takes.

Each is a thread that waits, acts on dossiers of its own, and waits again; the sessions are those of the demo's desk
and officer. Memory of everything idle is measured before.
"""

import http.client
import random
import re
import resource
import threading
import time
from argparse import ArgumentParser, Namespace
from typing import Final
from urllib.parse import urlencode
from uuid import uuid4

from motcua.bench.scale import total_pss_mb
from motcua.bench.transitions import TOKEN, prepared
from motcua.runtime.testing.product import new_product

RECEPTIONISTS: Final = 50
OFFICERS: Final = 200
EVERY_SECONDS: Final = 20.0
IDLE_SECONDS: Final = 20


def run(args: Namespace) -> int:
    """Print memory idle, acts, errors, p50 and p95, and the share of the cores that the load took."""
    parser = ArgumentParser(prog="motcua bench load")
    parser.add_argument("--minutes", type=float, default=10.0)
    minutes = parser.parse_args(args.rest).minutes
    with new_product() as product:
        product.start()
        keys = prepared(product)
        time.sleep(IDLE_SECONDS)
        print(
            f"memory of everything idle: {total_pss_mb(product):.0f} MB (sum of PSS, {len(product.family())} processes)"
        )
        crowd = Crowd(product.port, keys, minutes * 60)
        begun, used = time.monotonic(), _cpu_seconds()
        crowd.work()
        took, own = time.monotonic() - begun, _cpu_seconds() - used
        print(f"memory after: {total_pss_mb(product):.0f} MB")
    times = sorted(crowd.times)
    print(
        f"{RECEPTIONISTS} receptionists, {OFFICERS} officers, {took / 60:.1f} minutes: {len(times)} calls, "
        f"{len(times) / took:.1f}/s, errors {crowd.errors}, p50 {times[len(times) // 2] * 1000:.0f} ms, "
        f"p95 {times[int(len(times) * 0.95)] * 1000:.0f} ms; the load takes {own / took / 2 * 100:.0f} % of 2 cores"
    )
    return int(crowd.errors > 0)


def _cpu_seconds() -> float:
    own = resource.getrusage(resource.RUSAGE_SELF)
    return own.ru_utime + own.ru_stime


class Crowd:
    """Everybody at work for so many seconds."""

    def __init__(self, port: int, keys: dict[str, str], seconds: float) -> None:
        self.port, self.keys, self.until = port, keys, time.monotonic() + seconds
        self.times: list[float] = []
        self.errors = 0
        self.waiting: list[str] = []  # dossiers that an officer may take
        self.lock = threading.Lock()

    def work(self) -> None:
        """Until the time is over."""
        people = [self._receive] * RECEPTIONISTS + [self._resolve] * OFFICERS
        threads = [threading.Thread(target=self._person, args=(act,)) for act in people]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    def _person(self, act: object) -> None:
        time.sleep(random.uniform(0, EVERY_SECONDS))
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        while time.monotonic() < self.until:
            begun = time.monotonic()
            act(connection)  # type: ignore[operator]
            time.sleep(max(0.0, EVERY_SECONDS - (time.monotonic() - begun)))

    def _receive(self, connection: http.client.HTTPConnection) -> None:
        form = {"act": "accept", "key": str(uuid4()), "version": self.keys["version"], "terms": self.keys["terms"],
                "name": "Trần Thị Mẫu", "paper_1": "on", "paper_2": "on"}  # fmt: skip
        where = self._call(connection, "/receive", form, "tiepnhan")
        if where and self._call(connection, f"{where}/forward", {"seen": "1"}, "tiepnhan"):
            with self.lock:
                self.waiting.append(where)

    def _resolve(self, connection: http.client.HTTPConnection) -> None:
        with self.lock:
            where = self.waiting.pop(0) if self.waiting else ""
        if not where:
            self._call(connection, "/work", None, "tuphap")
            return
        page = self._call(connection, where, None, "tuphap")
        seen = re.search(r'name="seen" value="(\d+)"', page)
        self._call(
            connection, f"{where}/resolve", {"seen": seen[1] if seen else "0", "result": "cấp bản mẫu"}, "tuphap"
        )

    def _call(self, connection: http.client.HTTPConnection, path: str, form: dict[str, str] | None, who: str) -> str:
        """The page, or where a form led; an error is counted, an empty text comes back."""
        headers = {"Cookie": f"sessionid={self.keys[who]}; csrftoken={TOKEN}"}
        body = urlencode({**form, "csrfmiddlewaretoken": TOKEN}) if form else None
        if body:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        begun = time.monotonic()
        try:
            connection.request("POST" if body else "GET", path, body, headers)
            answer = connection.getresponse()
            text = answer.read().decode()
        except (OSError, http.client.HTTPException):
            connection.close()
            with self.lock:
                self.errors += 1
            return ""
        with self.lock:
            self.times.append(time.monotonic() - begun)
            self.errors += answer.status != (302 if body else 200)
        return answer.headers.get("Location", "") if body else text
