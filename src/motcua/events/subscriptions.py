"""Who is told of an event: a background job per subscriber, queued in the event's own transaction."""

from collections import defaultdict
from collections.abc import Callable
from typing import Any, Final

from procrastinate.contrib.django import app

_subscribers: Final[defaultdict[str, list[Any]]] = defaultdict(list)


def subscribe(kind: str, *, queue: str = "default") -> Callable[[Callable[[int], None]], Callable[[int], None]]:
    """Run the function with the event's id after each event of `kind`. It may run twice: make it idempotent."""

    def register(function: Callable[[int], None]) -> Callable[[int], None]:
        task = app.task(queue=queue, name=f"{function.__module__}.{function.__name__}", retry=5)(function)
        _subscribers[kind].append(task)
        return function

    return register


def queue(kind: str, event_id: int) -> None:
    """Queue the jobs of all subscribers of `kind`, in the running transaction."""
    for task in _subscribers.get(kind, ()):
        task.defer(event_id=event_id)


def run_again(job: Any) -> None:
    """Queue a job that was given up anew, with its arguments; the old row stays as it was."""
    app.configure_task(job.task_name, queue=job.queue_name).defer(**job.args)
