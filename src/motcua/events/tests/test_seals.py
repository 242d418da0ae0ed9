"""Seals: every event in one, none changed, moved, taken out or put in unnoticed; and one dossier proved outside."""

import json
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, transaction
from django.db.utils import ProgrammingError

from motcua.engines.record import ProofFault, check_proof
from motcua.events import sealing
from motcua.events.commands import seal
from motcua.events.models import Event, Seal
from motcua.events.tests.test_record import AT, tamper, write

REFUSED = r"append-only|permission denied"
TOOL = Path(__file__).parents[4] / "tools/check_proof.py"


def sealed(count: int = 6, stream: str = "dossier:1") -> list[int]:
    ids = [write(stream, number=n) for n in range(count)]
    seal(now=AT)
    return ids


def tamper_seals(query: str) -> None:
    """As the owner of the database could."""
    tamper(query, table="events_seal")


@pytest.mark.django_db
def test_sealing_again_changes_nothing_and_new_events_get_the_next_seal() -> None:
    sealed(5)
    assert seal(now=AT) == 0
    sealed(3)
    assert list(Seal.objects.order_by("number").values_list("number", "count")) == [(1, 5), (2, 3)]
    assert (sealing.fault(), sealing.not_sealed()) == (None, 0)


CHANGES = [
    ("update events_event set hash = sha256('x') where id = %s", 2, "not the one that was sealed"),
    ("update events_event set stream = 'dossier:9' where id = %s", 3, "not the one that was sealed"),
    ("delete from events_event where id = %s", 1, "not the one that was sealed"),
    ("update events_event set id = id + 1000000 where id = %s", 5, "is missing"),
]


@pytest.mark.django_db
@pytest.mark.parametrize(("query", "place", "word"), CHANGES)
def test_a_row_changed_with_its_whole_chain_is_still_named_by_its_seal(query: str, place: int, word: str) -> None:
    ids = sealed()
    tamper(query, ids[place])
    found = sealing.fault()
    assert found is not None
    assert word in found.what
    assert found.event_id in {ids[place], ids[min(place + 1, 5)], None}


@pytest.mark.django_db
def test_two_rows_that_changed_places_are_named() -> None:
    ids = sealed()
    tamper("update events_event set seq = 100 where id = %s", ids[1])
    tamper("update events_event set seq = 2 where id = %s", ids[2])
    tamper("update events_event set seq = 3 where id = %s", ids[1])
    found = sealing.fault()
    assert found is not None
    assert found.event_id == ids[1]


@pytest.mark.django_db
def test_a_row_put_in_among_sealed_ones_is_named() -> None:
    sealed(3)
    gap = write("other", number=1)
    later = write("other", number=2)
    seal(now=AT)
    tamper("update events_event set id = id + 500 where id = %s", later)
    assert sealing.fault() is not None
    assert gap < later


@pytest.mark.django_db
@pytest.mark.parametrize("change", [
    "root = sha256('x')", "previous = sha256('x')", "hash = sha256('x')", "count = count + 1", "last = last + 1",
    "sealed_at = sealed_at + interval '1 second'", "leaves = leaves || sha256('x')",
])  # fmt: skip
def test_a_changed_seal_is_named(change: str) -> None:
    sealed(3)
    sealed(3)
    tamper_seals(f"update events_seal set {change} where number = 2")
    found = sealing.fault()
    assert found is not None
    assert found.number == 2


@pytest.mark.django_db
def test_a_chain_of_seals_made_anew_differs_from_the_one_stored_elsewhere() -> None:
    sealed(3)
    sealed(2)
    exported = [row.as_json() for row in sealing.rows()]
    tamper("update events_event set ground = 'x' where seq = 1")
    tamper_seals("delete from events_seal")
    seal(now=AT)
    assert sealing.fault() is None
    found = sealing.against(exported)
    assert found is not None
    assert found.number == 1


@pytest.mark.django_db
def test_nobody_changes_a_seal_through_the_front_door() -> None:
    sealed(2)
    for query in ("update events_seal set count = 9", "delete from events_seal", "truncate events_seal"):
        with (
            pytest.raises(ProgrammingError, match=r"append-only|permission denied"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(query)


@pytest.mark.django_db(transaction=True)
def test_two_sealers_at_once_lose_and_double_nothing() -> None:
    with transaction.atomic():
        for n in range(300):
            write(f"s:{n % 7}", number=n)
    counts: list[int] = []

    def one() -> None:
        counts.append(seal(now=AT))
        connection.close()

    threads = [threading.Thread(target=one) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(counts) == 300
    assert (sealing.fault(), sum(Seal.objects.values_list("count", flat=True))) == (None, 300)


@pytest.mark.django_db(transaction=True)
def test_nothing_is_sealed_past_a_writer_who_has_not_finished() -> None:
    done, written = threading.Event(), threading.Event()

    def slow() -> None:
        with transaction.atomic():
            write("slow", number=1)
            written.set()
            done.wait(10)
        connection.close()

    thread = threading.Thread(target=slow)
    thread.start()
    written.wait(10)
    with transaction.atomic():
        write("quick", number=2)
    assert seal(now=AT) == 0
    done.set()
    thread.join()
    assert seal(now=AT) == 2
    assert sealing.fault() is None


def proof() -> dict[str, Any]:
    write("dossier:7", text="Tiếng Việt", number=1)
    sealed(9, "dossier:8")
    write("dossier:7", number=2)
    write("dossier:7", words=["a", None, True])
    sealed(4, "dossier:8")
    return sealing.proof_of("dossier:7", "H23.15.02-230315-0001")


@pytest.mark.django_db
def test_the_proof_of_one_stream_holds_without_the_database() -> None:
    assert check_proof(json.loads(json.dumps(proof()))) == 3


def _change(found: dict[str, Any], what: str) -> None:
    events, seals = found["events"], found["seals"]
    match what:
        case "ground":
            events[1]["ground"] = "Điều 99"
        case "dropped":
            del events[1]
        case "swapped":
            events[0], events[1] = events[1], events[0]
        case "root":
            seals[0]["root"] = "00" * 32
        case "path":
            events[2]["path"] = events[2]["path"][:-1]
        case "seal":
            del seals[0]


@pytest.mark.django_db
@pytest.mark.parametrize("what", ["", "ground", "dropped", "swapped", "root", "path", "seal"])
def test_a_third_party_checks_it_with_plain_python(what: str, tmp_path: Path) -> None:
    from motcua.runtime.seal_key import signature

    found = proof()
    found |= signature(tmp_path, found["seals"][-1]["hash"])
    _change(found, what)
    path = tmp_path / "proof.json"
    path.write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")
    run = subprocess.run([sys.executable, "-I", str(TOOL), str(path)], capture_output=True, text=True, check=False)
    assert run.returncode == (1 if what else 0), run.stdout
    if what:
        with pytest.raises(ProofFault):
            check_proof(found)
    else:
        assert "3 events of H23.15.02-230315-0001 hold; signed by" in run.stdout


@pytest.mark.django_db
def test_events_not_sealed_are_counted_and_not_proved() -> None:
    sealed(2)
    write("dossier:1", number=9)
    assert sealing.not_sealed() == 1
    with pytest.raises(ValueError, match="not sealed"):
        sealing.proof_of("dossier:1", "x")
    assert Event.objects.count() == 3
