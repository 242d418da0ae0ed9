"""The application's role may add to the record and nothing else."""

import pytest
from django.db import ProgrammingError, connection, transaction

from motcua.runtime import grants

pytestmark = pytest.mark.django_db


def test_the_tests_themselves_run_as_the_application() -> None:
    with connection.cursor() as cursor:
        cursor.execute("select current_user")
        assert cursor.fetchone() == (grants.APPLICATION_ROLE,)


@pytest.mark.parametrize(
    "statement",
    [
        "update events_event set actor_name = 'x'",
        "delete from events_event",
        "truncate events_event",
        "update django_migrations set name = 'x'",
        "drop table events_event",
        "alter table events_event disable trigger user",
    ],
)
def test_the_application_is_refused(statement: str) -> None:
    with pytest.raises(ProgrammingError, match=r"permission denied|must be owner"), transaction.atomic():
        connection.cursor().execute(statement)


def test_the_application_adds_to_the_record_and_reads_it() -> None:
    from motcua.events.models import Event

    Event.objects.create(
        stream="t", seq=1, kind="t", at="2023-03-15T01:00Z", actor_name="", ground="", data={}, hash=b""
    )
    assert Event.objects.filter(stream="t").count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_transactional_test_may_write_and_is_cleaned_up() -> None:
    from motcua.events.models import Event

    Event.objects.create(
        stream="u", seq=1, kind="t", at="2023-03-15T01:00Z", actor_name="", ground="", data={}, hash=b""
    )


def test_rights_are_complete_and_no_more() -> None:
    assert grants.too_much(connection.connection) == []
    with connection.cursor() as cursor:
        cursor.execute(
            "select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace"
            " and not (has_table_privilege(oid, 'SELECT') and has_table_privilege(oid, 'INSERT'))"
        )
        assert [name for (name,) in cursor.fetchall() if name not in grants.READ_ONLY] == []
