"""kill -9 of everything while dossiers are being received: what was answered is there, nothing else is broken."""

import http.client
import json
import os
import subprocess
import sys
import threading
import time
from uuid import uuid4

from motcua.bench.transitions import post, prepared
from motcua.runtime.testing.product import Product, motcua, new_product

ASK = """
import json
from motcua.runtime.database import available
with available():
    from motcua.dossiers.models import Dossier
    rows = Dossier.objects.filter(applicant_name="Người Thử Lửa").values_list("code", "register_number")
    print(">" + json.dumps(sorted(rows)))
"""


def receive(product: Product, keys: dict[str, str], answered: list[str]) -> None:
    """Receive dossier after dossier until the server is gone; keep the codes that were answered."""
    try:
        connection = http.client.HTTPConnection("127.0.0.1", product.port, timeout=20)
        while True:
            form = {"act": "accept", "key": str(uuid4()), "version": keys["version"], "terms": keys["terms"],
                    "name": "Người Thử Lửa", "paper_1": "on", "paper_2": "on"}  # fmt: skip
            where = post(connection, "/receive", form, keys["tiepnhan"], [])
            answered.append(where.rsplit("/", 1)[1])
    except (OSError, http.client.HTTPException):
        return


def kept(product: Product) -> list[tuple[str, int]]:
    """Codes and register numbers that the installation holds, asked by a process of its own."""
    environment = {**os.environ, "MOTCUA_HOME": str(product.home)}
    for name in ("DATABASE_URL", "MOTCUA_CLOCK_OFFSET"):
        environment.pop(name, None)
    done = subprocess.run([sys.executable, "-c", ASK], env=environment, capture_output=True, text=True, check=True)
    return [(code, number) for code, number in json.loads(done.stdout[done.stdout.index(">") + 1 :])]


def test_a_kill_while_receiving_loses_nothing_that_was_answered() -> None:
    with new_product() as product:
        product.start()
        keys, answered = prepared(product), list[str]()
        desks = [threading.Thread(target=receive, args=(product, keys, answered)) for _ in range(6)]
        for desk in desks:
            desk.start()
        deadline = time.monotonic() + 30
        while len(answered) < 60 and time.monotonic() < deadline:
            time.sleep(0.02)
        product.kill_everything()
        for desk in desks:
            desk.join(30)
        product.start()
        rows = kept(product)
        codes, numbers = [code for code, _ in rows], sorted(number for _, number in rows)
        assert len(answered) >= 60
        assert set(answered) <= set(codes)
        assert numbers == list(range(numbers[0], numbers[0] + len(numbers)))
        assert motcua(product.home, "verify-log").returncode == 0
