"""Many tablets send at once to a real server while the signals run, over a line that breaks, and the server is killed.

Each tablet is a thread that behaves as the page does (docs/visits.md): it numbers what it says, sends it in batches,
and goes on from the place up to which the server has it. Its clock is wrong by hours; its line is cut before, in and
after a call; photographs go first. In the middle the whole server is killed with SIGKILL and started again. At the end
every entry has to be there once and no more, all tablets have to know the same, and the record has to be whole.
"""

import argparse
import hashlib
import http.client
import io
import json
import os
import random
import subprocess
import sys
import threading
import time
from argparse import Namespace
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, Final
from uuid import UUID

from motcua.bench.transitions import TOKEN
from motcua.runtime.testing.product import Product, motcua, new_product

TABLETS: Final = 20
ENTRIES: Final = 60
BATCH: Final = 10
CUTS: Final = 0.15  # share of calls whose line is cut
PATIENCE: Final = 240.0  # seconds for everything
SYNC: Final = "/visits/tablet/sync"


def run(args: Namespace) -> int:
    """Print what arrived, how fast, and whether anything was lost. Exit status 1 where it was."""
    parser = argparse.ArgumentParser(prog="motcua bench tablets")
    parser.add_argument("--tablets", type=int, default=TABLETS)
    parser.add_argument("--entries", type=int, default=ENTRIES)
    given = parser.parse_args(args.rest)
    with new_product() as product:
        product.start()
        told = storm(product, "--everything", tablets=given.tablets, entries=given.entries)
    for name, value in told.as_rows():
        print(f"{name}: {value}")
    return 0 if told.well else 1


@dataclass(slots=True)
class Told:
    """What came of it. said: entries of all tablets; kept: rows that the server has; doubled: UUIDs it has twice."""

    tablets: int
    said: int
    kept: int = 0
    missing: int = 0
    doubled: int = 0
    refused: int = 0
    photos_said: int = 0
    photos_kept: int = 0
    cuts: int = 0
    calls: int = 0
    digests: int = 0
    seconds: float = 0.0
    signals: list[int] = field(default_factory=list)
    record: int = 1
    times: list[float] = field(default_factory=list)

    @property
    def well(self) -> bool:
        """Is nothing lost, doubled or refused, do all know the same, did the signals run and is the record whole?"""
        lost = self.missing or self.doubled or self.refused or self.photos_kept != self.photos_said
        return not lost and self.kept == self.said and self.digests == 1 and not any(self.signals) and not self.record

    def as_rows(self) -> list[tuple[str, str]]:
        """For a reader."""
        times = sorted(self.times) or [0.0]
        return [
            ("tablets", f"{self.tablets}; calls {self.calls}, cut {self.cuts}; server killed once"),
            ("entries", f"said {self.said}, kept {self.kept}, missing {self.missing}, doubled {self.doubled}, "
                        f"refused {self.refused}"),
            ("photographs", f"said {self.photos_said}, kept {self.photos_kept}"),
            ("states that the tablets know", str(self.digests)),
            ("signals beside it", f"{len(self.signals)} runs, failed {sum(1 for one in self.signals if one)}"),
            ("record", "whole" if not self.record else "broken"),
            ("time", f"{self.seconds:.1f} s; a call p50 {1000 * times[len(times) // 2]:.0f} ms, "
                     f"p95 {1000 * times[int(len(times) * 0.95)]:.0f} ms"),
        ]  # fmt: skip


def storm(product: Product, *words: str, tablets: int, entries: int, seed: int = 1) -> Told:
    """Everything at once against a running product; it is running again afterwards. words: to `motcua signals`."""
    made = asked(product, f"prepare({tablets})")
    told = Told(tablets, tablets * entries, photos_said=tablets)
    crowd = [Tablet(product, made["visit"], session, random.Random(f"{seed}/{place}"), entries)
             for place, session in enumerate(made["sessions"])]  # fmt: skip
    begun = time.perf_counter()
    threads = [threading.Thread(target=one.work, daemon=True) for one in crowd]
    over = threading.Event()
    beside = threading.Thread(target=_signals, args=(product, over, told, *words), daemon=True)
    for thread in (*threads, beside):
        thread.start()
    _killed_in_the_middle(product, crowd, tablets * entries)
    for thread in threads:
        thread.join(max(0.0, PATIENCE - (time.perf_counter() - begun)))
    told.seconds = time.perf_counter() - begun
    over.set()
    beside.join(120)
    for one in crowd:
        one.hear()
    return _counted(product, made["visit"], crowd, told)


def _killed_in_the_middle(product: Product, crowd: list["Tablet"], all_entries: int) -> None:
    """kill -9 of server, worker and database when about a third has arrived; then a start."""
    deadline = time.monotonic() + PATIENCE / 2
    while sum(one.have for one in crowd) < all_entries // 3 and time.monotonic() < deadline:
        time.sleep(0.01)
    product.kill_everything()
    product.start()


def _signals(product: Product, over: threading.Event, told: Told, *words: str) -> None:
    """Run the signals over and over beside it; a run that the kill hit is run again and not counted."""
    while not over.is_set():
        began = product.process
        done = motcua(product.home, "signals", *words, seconds=180)
        if product.process is began:
            told.signals.append(done.returncode)
        over.wait(0.2)


def _counted(product: Product, visit: int, crowd: list["Tablet"], told: Told) -> Told:
    rows = asked(product, f"kept({visit})")
    names = list(rows["entries"])
    said = {entry["uuid"] for one in crowd for entry in one.said}
    told.kept, told.missing, told.doubled = len(names), len(said - set(names)), len(names) - len(set(names))
    told.refused, told.photos_kept = rows["refused"], rows["photos"]
    told.cuts, told.calls = sum(one.cuts for one in crowd), sum(one.calls for one in crowd)
    told.digests = len({one.digest for one in crowd})
    told.times = [moment for one in crowd for moment in one.times]
    told.record = motcua(product.home, "verify-log").returncode
    return told


class Cut(OSError):
    """The line broke."""


@dataclass
class Tablet:
    """One tablet. have: up to which place the server is known to have it. skew: how wrong its clock is."""

    product: Product
    visit: int
    session: dict[str, Any]
    dice: random.Random
    entries: int
    have: int = 0
    cursor: int = 0
    digest: str = ""
    cuts: int = 0
    calls: int = 0
    said: list[dict[str, Any]] = field(default_factory=list)
    times: list[float] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.skew = timedelta(hours=self.dice.randint(-30, 30))
        self.photo = _jpeg(self.dice.randrange(2**24))
        self.hash = hashlib.sha256(self.photo).hexdigest()
        questions: list[str] = self.session["questions"]
        heads: dict[str, str] = {}
        for place in range(1, self.entries + 1):
            question = self.dice.choice(questions)
            entry = self._entry(place, question, heads.get(question))
            if entry["kind"] == "answer":
                heads[question] = entry["uuid"]
            self.said.append(entry)

    def _entry(self, place: int, question: str, before: str | None) -> dict[str, Any]:
        kind, value = "answer", {"result": self.dice.choice(("pass", "fail", "na"))}
        wrong = datetime.now(UTC) + timedelta(seconds=self.session["ahead"]) + self.skew
        if place == 1:
            kind, value = "photo", {"sha256": self.hash, "taken_at": wrong.isoformat()}
        elif place % 7 == 0:
            kind, value = "note", {"text": f"Ghi chú mẫu {place}"}
        return {
            "uuid": str(UUID(int=self.dice.getrandbits(128), version=4)), "seq": place, "question": question,
            "kind": kind, "value": value, "seen": [before] if before and kind == "answer" else [],
            "said_at": wrong.isoformat(), "skew": int(-self.skew.total_seconds()),
        }  # fmt: skip

    def work(self) -> None:
        """The photograph, then all that was said, until the server has it; a cut line is tried again."""
        until = time.monotonic() + PATIENCE
        brought = False
        while (not brought or self.have < self.entries) and time.monotonic() < until:
            try:
                if not brought:
                    self._bring_photo()
                    brought = True
                self._send(self.said[self.have : self.have + BATCH])
            except Cut:
                self.cuts += 1
            except (OSError, http.client.HTTPException):  # nobody there: the server was killed
                time.sleep(self.dice.uniform(0.05, 0.4))

    def hear(self) -> None:
        """Send nothing and hear what the others said, until there is no more. Raises OSError."""
        before = -1
        while self.cursor != before:
            before = self.cursor
            self._send([], cut=False)

    def _bring_photo(self) -> None:
        path = f"{SYNC}/{self.visit}/photos/{self.hash}"
        headers = {"X-Device": str(self.session["device"]), "X-Device-Token": self.session["token"],
                   "Content-Type": "image/jpeg"}  # fmt: skip
        self._call("PUT", path, self.photo, headers, cut=True)

    def _send(self, entries: list[dict[str, Any]], *, cut: bool = True) -> None:
        body = json.dumps({"device": self.session["device"], "token": self.session["token"], "cursor": self.cursor,
                           "entries": entries}).encode()  # fmt: skip
        told = json.loads(
            self._call("POST", f"{SYNC}/{self.visit}", body, {"Content-Type": "application/json"}, cut=cut)
        )
        self.have, self.cursor, self.digest = told["have"], told["cursor"], told["digest"]

    def _call(self, method: str, path: str, body: bytes, headers: dict[str, str], *, cut: bool) -> bytes:
        """One call over a line of its own, which may break before it, in it, or before the answer is heard."""
        self.calls += 1
        where = self.dice.choice(("before", "in", "after")) if cut and self.dice.random() < CUTS else ""
        line = http.client.HTTPConnection("127.0.0.1", self.product.port, timeout=30)
        begun = time.perf_counter()
        try:
            if where == "before":
                raise Cut
            sent = {**headers, "X-CSRFToken": TOKEN, "Content-Length": str(len(body)),
                    "Cookie": f"sessionid={self.session['session']}; csrftoken={TOKEN}"}  # fmt: skip
            line.putrequest(method, path)
            for name, value in sent.items():
                line.putheader(name, value)
            line.endheaders()
            line.send(body[: len(body) // 2] if where == "in" else body)
            if where:
                time.sleep(0.05 if where == "after" else 0)
                raise Cut
            answer = line.getresponse()
            told = answer.read()
        finally:
            line.close()
        if answer.status not in {200, 204}:
            raise http.client.HTTPException(f"{path}: {answer.status} {told[:300]!r}")
        self.times.append(time.perf_counter() - begun)
        return told


def _jpeg(colour: int) -> bytes:
    from PIL import Image

    held = io.BytesIO()
    Image.new("RGB", (320, 240), ((colour >> 16) & 255, (colour >> 8) & 255, colour & 255)).save(held, "JPEG")
    return held.getvalue()


def asked(product: Product, call: str) -> Any:
    """What a function of this module gives inside the installation, by a process of its own."""
    code = f"import json; from motcua.bench import tablets; print('>' + json.dumps(tablets.{call}))"
    environment = {**os.environ, "MOTCUA_HOME": str(product.home)}
    for name in ("DATABASE_URL", "MOTCUA_CLOCK_OFFSET"):
        environment.pop(name, None)
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr)
    return json.loads(done.stdout[done.stdout.index(">") + 1 :])


def prepare(tablets: int) -> dict[str, Any]:
    """Called inside the installation: an open visit to a ward with so many members, each with session and tablet."""
    from motcua.runtime.database import available

    with available():
        from motcua.base import clock
        from motcua.organisations.models import Post, Role, Unit
        from motcua.visits import commands
        from motcua.visits.checklists import questions
        from motcua.visits.models import TemplateVersion

        now = clock.now()
        inspector = Post.objects.filter(role=Role.INSPECTOR).select_related("user", "unit").order_by("pk")[0]
        ward = Unit.objects.filter(parent=inspector.unit, level="commune").order_by("code")[0]
        rows = Post.objects.exclude(unit=ward).filter(role__in=(Role.RECEPTIONIST, Role.OFFICER), kind="own")
        people = list(dict.fromkeys(row.user for row in rows.select_related("user").order_by("pk")))[:tablets]
        today = now.date()
        version = TemplateVersion.objects.order_by("-pk")[0]
        visit = commands.prepare(
            ward, by_unit=inspector.unit, mode="planned", period=(today - timedelta(days=60), today),
            days=(today, today + timedelta(days=2)), template_version=version, by=inspector.user, now=now,
        )  # fmt: skip
        for place, user in enumerate(people):
            commands.add_member(visit.pk, user=user, role="member" if place else "head", by=inspector.user, now=now)
        commands.decide(visit.pk, number="1/QĐ-UBND", on=today, by=inspector.user, now=now)
        commands.open_visit(visit.pk, by=inspector.user, now=now)
        asks = [one.id for one in questions(version.content) if one.kind != "number"]
        return {"visit": visit.pk, "sessions": [_session(user, asks, now) for user in people]}


def _session(user: Any, asks: list[str], now: datetime) -> dict[str, Any]:
    """As signing in and registering a tablet would leave it. ahead: the installation's clock before the real one."""
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore

    from motcua.base import clock
    from motcua.visits import commands

    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.save()
    device, token = commands.register_device("Máy mẫu", by=user, now=now)
    return {"session": session.session_key, "device": device.pk, "token": token, "questions": asks,
            "ahead": clock.offset().total_seconds()}  # fmt: skip


def kept(visit: int) -> dict[str, Any]:
    """Called inside the installation: what it has of a visit."""
    from motcua.runtime.database import available

    with available():
        from motcua.visits.models import Entry, Photo, RefusedEntry

        return {
            "entries": [str(one) for one in Entry.objects.filter(visit=visit).values_list("uuid", flat=True)],
            "refused": RefusedEntry.objects.filter(visit=visit).count(),
            "photos": Photo.objects.filter(visit=visit).count(),
        }
