"""A killed worker's jobs are taken up again, by whichever worker is there."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

import pytest
from django.db import connection
from procrastinate import App
from procrastinate.contrib.django import app

from motcua.runtime import worker

pytestmark = pytest.mark.django_db(transaction=True)
T = TypeVar("T")


def job(*, heartbeat_seconds_ago: int | None, attempts: int = 0) -> int:
    """A job in `doing` whose worker was last heard of then; None: the worker's row is gone."""
    with connection.cursor() as cursor:
        owner = None
        if heartbeat_seconds_ago is not None:
            cursor.execute(
                "insert into procrastinate_workers (last_heartbeat)"
                " values (now() - make_interval(secs => %s)) returning id",
                [heartbeat_seconds_ago],
            )
            (owner,) = cursor.fetchone()
        cursor.execute(
            "insert into procrastinate_jobs (task_name, queue_name, status, args, worker_id, attempts)"
            " values ('t', 'default', 'doing', '{}', %s, %s) returning id",
            [owner, attempts],
        )
        return int(cursor.fetchone()[0])


def state(number: int) -> tuple[str, int]:
    with connection.cursor() as cursor:
        cursor.execute("select status, attempts from procrastinate_jobs where id = %s", [number])
        return tuple(cursor.fetchone())  # type: ignore[return-value]


def with_worker_app(do: Callable[[App], Awaitable[T]]) -> T:
    async def run() -> T:
        with app.replace_connector(app.connector.get_worker_connector()) as opened:
            async with opened.open_async():
                return await do(opened)

    return asyncio.run(run())


def test_jobs_of_the_dead_are_queued_again_and_those_of_the_living_are_not() -> None:
    dead, gone, living = (
        job(heartbeat_seconds_ago=21),
        job(heartbeat_seconds_ago=None),
        job(heartbeat_seconds_ago=3),
    )
    assert with_worker_app(worker.take_up_again) == 2
    assert (state(dead), state(gone)) == (("todo", 1), ("todo", 1))
    assert state(living) == ("doing", 0)
    assert with_worker_app(worker.take_up_again) == 0


def test_two_workers_may_look_at_the_same_moment() -> None:
    numbers = [job(heartbeat_seconds_ago=None) for _ in range(20)]

    async def both(opened: App) -> list[int]:
        return await asyncio.gather(worker.take_up_again(opened), worker.take_up_again(opened))

    assert sum(with_worker_app(both)) == 20
    assert {state(number) for number in numbers} == {("todo", 1)}


def test_a_job_that_ends_every_worker_is_set_aside() -> None:
    number = job(heartbeat_seconds_ago=None, attempts=worker.MOST_ATTEMPTS)
    with_worker_app(worker.take_up_again)
    assert state(number)[0] == "failed"
