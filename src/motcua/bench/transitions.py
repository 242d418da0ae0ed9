"""Transitions over HTTP: receive, forward, take, resolve, approve, return; 16 connections, full rights and record.

Beside it, in the same run and on the same database, the SQL of one transition through pgbench: what the database
alone would do. A product of its own is started for the measurement and removed afterwards.
"""

import http.client
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from argparse import Namespace
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Final
from urllib.parse import urlencode
from uuid import uuid4

from motcua.runtime.binaries import newest
from motcua.runtime.testing.product import Product, new_product

CONNECTIONS: Final = 16
SECONDS: Final = 20.0
PLACES: Final = ("tiepnhan", "tuphap", "chutich")
TOKEN: Final = "a" * 32  # any CSRF token of this form goes with the cookie that holds the same

# One transition as the application sends it (session, account, rights, lock, step, state, calendar, record).
SCRIPT: Final = r"""
\set d random(1, {dossiers})
begin;
select session_data from django_session where session_key = '{session}' and expire_date > now();
select * from accounts_user where id = {user};
select p.*, u.*, exists(select from organisations_absence a where a.user_id = p.user_id and a.stand_in_id = {user})
  from organisations_post p join organisations_unit u on u.id = p.unit_id join accounts_user w on w.id = p.user_id
  where w.is_active and (p.user_id = {user} or exists(select from organisations_delegation g where g.post_id = p.id
  and g.receiver_id = {user})) and (p.valid_to is null or p.valid_to >= '2023-03-15') and p.valid_from <= '2023-03-15';
select d.*, u.*, k.*, t.*, v.* from dossiers_dossier d join organisations_unit u on u.id = d.unit_id
  join organisations_unit k on k.id = d.desk_id left join catalogue_terms t on t.id = d.terms_id
  join catalogue_version v on v.id = d.procedure_id
  where d.id = :d and d.seen_by && array[{unit}]::bigint[] for no key update of d;
select t.*, s.*, u.*, h.* from dossiers_task t left join processes_step s on s.id = t.step_id
  join organisations_unit u on u.id = t.unit_id left join accounts_user h on h.id = t.holder_id
  where t.dossier_id = :d order by t.id limit 4;
update dossiers_task set closed_by_id = {user} where id = (select min(id) from dossiers_task where dossier_id = :d);
select length from events_stream where name = 'calendars';
insert into dossiers_task (dossier_id, step_id, kind, name, unit_id, for_unit_id, role, opened_at, closed_at, outcome,
  counts, question, answer)
  select :d, step_id, kind, name, unit_id, unit_id, role, now(), now(), 'undone', false, '', ''
  from dossiers_task where dossier_id = :d order by id limit 1;
update dossiers_dossier set version = version + 1, undo = '{{"kind": "bench", "fields": {{}}, "tasks": []}}'
  where id = :d;
with gate as materialized (select pg_advisory_xact_lock_shared(1835231092)),
head as (
  insert into events_stream as s (name, length, hash) values ('dossier:' || :d, 1, sha256('x'))
  on conflict (name) do update set length = s.length + 1, hash = sha256(s.hash || 'x'::bytea) returning length, hash)
insert into events_event (stream, seq, kind, at, actor_id, actor_name, ground, data, hash)
  select 'dossier:' || :d, length, 'bench', now(), {user}, 'bench', 'bench', '{{"before": "a", "after": "b"}}', hash
  from gate, head returning id;
commit;
"""


def run(_args: Namespace) -> int:
    """Print both rates and their ratio; the targets are 200 transitions/s and 0.15 of pgbench."""
    with new_product() as product:
        product.start()
        keys = prepared(product)
        http_rate, p95 = _drive(product, keys)
        bench_rate = _pgbench(product, keys)
    print(f"HTTP, {CONNECTIONS} connections, {SECONDS:.0f} s: {http_rate:.0f} transitions/s, p95 {p95:.0f} ms")
    print(f"pgbench, {CONNECTIONS} clients, the SQL of one transition: {bench_rate:.0f}/s")
    print(f"ratio {http_rate / bench_rate:.2f} (target 0.15); client, server and database share this machine")
    return 0


def prepared(product: Product) -> dict[str, str]:
    """Sessions of desk, officer and leader, and what a reception posts; made by the product's own Python."""
    code = "import json; from motcua.bench.transitions import prepare; print('>' + json.dumps(prepare()))"
    environment = {**os.environ, "MOTCUA_HOME": str(product.home)}
    environment.pop("DATABASE_URL", None)
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    found: dict[str, str] = json.loads(done.stdout[done.stdout.index(">") + 1 :])
    return found


def prepare() -> dict[str, str]:
    """Called inside the installation: sessions as sign-in would leave them."""
    from motcua.runtime.database import available

    with available():
        from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
        from django.contrib.sessions.backends.db import SessionStore

        from motcua.accounts.models import User
        from motcua.catalogue.models import ProcedureVersion

        found: dict[str, str] = {}
        for place in PLACES:
            user = User.objects.get(username=f"anluu.{place}")
            session = SessionStore()
            session[SESSION_KEY] = str(user.pk)
            session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
            session[HASH_SESSION_KEY] = user.get_session_auth_hash()
            session.save()
            found |= {place: str(session.session_key), f"{place}_id": str(user.pk)}
            found["unit"] = str(user.posts.get().unit_id)
        version = ProcedureVersion.objects.get(procedure__code="1.001193", source="demo")
        found |= {"version": str(version.pk), "terms": str(version.terms.get().pk)}
        return found


def _drive(product: Product, prepared: dict[str, str]) -> tuple[float, float]:
    """Transitions a second, and the 95th percentile of one in milliseconds. Two processes hold the connections."""
    halves = [CONNECTIONS // 2] * 2
    begun = time.perf_counter()
    with ProcessPoolExecutor(2) as pool:
        parts = list(pool.map(_half, halves, [product.port] * 2, [prepared] * 2))
    took = time.perf_counter() - begun
    times = sorted(moment for part in parts for moment in part)
    return len(times) / took, times[int(len(times) * 0.95)] * 1000


def _half(connections: int, port: int, prepared: dict[str, str]) -> list[float]:
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(connections) as pool:
        parts = pool.map(lambda _: _citizens(port, prepared, time.perf_counter() + SECONDS), range(connections))
        return [moment for part in parts for moment in part]


def _citizens(port: int, prepared: dict[str, str], until: float) -> list[float]:
    """One connection: dossier after dossier, each from reception to return."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    times: list[float] = []
    while time.perf_counter() < until:
        form = {"act": "accept", "key": str(uuid4()), "version": prepared["version"], "terms": prepared["terms"],
                "name": "Trần Thị Mẫu", "paper_1": "on", "paper_2": "on"}  # fmt: skip
        where = post(connection, "/receive", form, prepared["tiepnhan"], times)
        ref = re.sub(r".*/dossiers/", "", where)
        for seen, (act, place, more) in enumerate(ACTS, start=1):
            post(connection, f"/dossiers/{ref}/{act}", {"seen": str(seen), **more}, prepared[place], times)
    return times


ACTS: Final[Sequence[tuple[str, str, dict[str, str]]]] = (
    ("forward", "tiepnhan", {}),
    ("take", "tuphap", {}),
    ("resolve", "tuphap", {"result": "Cấp giấy khai sinh mẫu"}),
    ("approve", "chutich", {}),
    ("return", "tiepnhan", {"taken_by": "Trần Thị Mẫu", "proof": "Thẻ căn cước"}),
)


def post(
    connection: http.client.HTTPConnection, path: str, form: dict[str, str], session: str, times: list[float]
) -> str:
    """Post one form; where the answer leads. Anything but a redirect is a fault of the measurement."""
    body = urlencode({**form, "csrfmiddlewaretoken": TOKEN})
    headers = {
        "Content-Type": "application/x-www-form-urlencoded",
        "Cookie": f"sessionid={session}; csrftoken={TOKEN}",
    }
    begun = time.perf_counter()
    connection.request("POST", path, body, headers)
    answer = connection.getresponse()
    text = answer.read()
    times.append(time.perf_counter() - begun)
    if answer.status != 302:
        raise RuntimeError(f"{path}: {answer.status} {text[:2000].decode(errors='replace')}")
    return answer.headers["Location"]


def _pgbench(product: Product, prepared: dict[str, str]) -> float:
    """Transactions a second of SCRIPT on the same database, as the application's role."""
    from motcua.runtime.database import opened
    from motcua.runtime.home import Home

    with opened(Home(product.home)) as database, tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "transition.sql"
        values = {
            "session": prepared["tuphap"],
            "user": prepared["tuphap_id"],
            "unit": prepared["unit"],
            "dossiers": 500,
        }
        script.write_text(SCRIPT.format(**values), encoding="utf-8")
        words = [newest().program("pgbench"), "-n", "-f", str(script), "-c", str(CONNECTIONS), "-j", "2", "-T", "10"]
        done = subprocess.run([*words, database.url], capture_output=True, text=True, check=False)
    rate = re.search(r"tps = ([\d.]+)", done.stdout)
    if rate is None:
        raise RuntimeError(done.stdout + done.stderr)
    return float(rate[1])
