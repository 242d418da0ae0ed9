"""The record: append-only for everybody, chained, and able to name the first row that was tampered with."""

from datetime import UTC, datetime

import pytest
from django.db import DatabaseError, connection, transaction

from motcua.accounts.system import SYSTEM
from motcua.events.commands import record
from motcua.events.models import Event, Stream
from motcua.events.queries import faults
from motcua.runtime import grants

AT = datetime(2023, 3, 15, 1, 0, tzinfo=UTC)


def write(stream: str = "test", **data: object) -> int:
    with transaction.atomic():
        return record("test.happened", stream, by=SYSTEM, at=AT, ground="Điều 1", data=data)


def tamper(sql: str, *values: object, table: str = "events_event") -> None:
    """As the owner, past triggers and rights: what a person with the database's password could do."""
    with connection.cursor() as cursor:
        cursor.execute("set local role none")
        cursor.execute(f"alter table {table} disable trigger user")
        cursor.execute(sql, values)
        cursor.execute(f"alter table {table} enable trigger user")
        cursor.execute(f"set local role {grants.APPLICATION_ROLE}")


@pytest.mark.django_db
@pytest.mark.parametrize(
    "sql",
    ["update events_event set kind = 'x'", "delete from events_event", "truncate events_event"],
)
def test_the_application_may_not_change_the_record(sql: str) -> None:
    write()
    with pytest.raises(DatabaseError, match=r"permission denied|append-only"), transaction.atomic():
        connection.cursor().execute(sql)
    assert Event.objects.count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize(
    "sql",
    ["update events_event set kind = 'x'", "delete from events_event", "truncate events_event"],
)
def test_even_the_owner_is_refused_by_the_guard(sql: str) -> None:
    write()
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("set local role none")
        cursor.execute(sql)


@pytest.mark.django_db
def test_an_untouched_record_proves_itself() -> None:
    for number in range(5):
        write("one", number=number)
        write("two", words=["Tiếng Việt", "ế"], nested={"a": None, "b": True})
    assert list(faults()) == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    "change",
    ["kind = 'other'", "data = '{\"number\": 99}'", "actor_name = 'Ai đó'", "at = at + interval '1 second'",
     "ground = 'Điều 2'"],
)  # fmt: skip
def test_a_changed_row_is_named(change: str) -> None:
    ids = [write(number=number) for number in range(4)]
    tamper(f"update events_event set {change} where id = %s", ids[2])
    assert [(fault.event_id, fault.seq) for fault in faults()] == [(ids[2], 3)]


@pytest.mark.django_db
def test_a_row_taken_out_of_the_middle_is_named_by_its_place() -> None:
    ids = [write(number=number) for number in range(4)]
    tamper("delete from events_event where id = %s", ids[1])
    assert [(fault.seq, "missing" in fault.what) for fault in faults()] == [(2, True)]


@pytest.mark.django_db
def test_rows_cut_off_at_the_end_are_missed() -> None:
    ids = [write(number=number) for number in range(4)]
    tamper("delete from events_event where id = %s", ids[3])
    assert [(fault.seq, fault.event_id) for fault in faults()] == [(4, None)]


@pytest.mark.django_db
def test_a_whole_stream_taken_away_is_missed() -> None:
    write("gone")
    write("here")
    tamper("delete from events_event where stream = 'gone'")
    assert [fault.stream for fault in faults()] == ["gone"]


@pytest.mark.django_db(transaction=True)
def test_an_event_outside_a_transaction_is_a_bug() -> None:
    with pytest.raises(RuntimeError, match="transaction"):
        record("test.happened", "test", by=SYSTEM, at=AT, ground="Điều 1", data={})
    assert not Stream.objects.exists()


@pytest.mark.django_db
def test_a_fraction_cannot_enter_the_record() -> None:
    with pytest.raises(TypeError, match="floating"):
        write(amount=0.1)


@pytest.mark.django_db
def test_a_rolled_back_change_leaves_no_event() -> None:
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        record("test.happened", "test", by=SYSTEM, at=AT, ground="Điều 1", data={})
        1 / 0  # noqa: B018
    assert (Event.objects.count(), Stream.objects.count()) == (0, 0)
