"""How the database is asked: lists that are planned for their very values."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction


@contextmanager
def planned_by_values() -> Iterator[None]:
    """Queries inside are planned for the values they carry, not once for all.

    For lists whose parts differ in size by thousands: a plan for any tab and any unit walks them all (a queue of
    100,000 dossiers took 370 ms so, 100 ms with its own plan). Acts on one row are better served by the plan kept.
    """
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("set local plan_cache_mode = force_custom_plan")
        yield
