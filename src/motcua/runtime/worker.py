"""The worker process: does the jobs, and takes up again what a killed worker left.

`python -m motcua.runtime.worker`. The taking up is no job itself: it runs beside the jobs in every worker, at
its start and every LOOK_SECONDS, so that it needs no queue, no free place among the running jobs and no
particular worker that survives.
"""

import asyncio
import logging
import os
import sys
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from procrastinate import App
    from procrastinate.jobs import Job

LOOK_SECONDS: Final = 15.0
HEARTBEAT_SECONDS: Final = 5.0
STALLED_SECONDS: Final = 20.0  # with the look at most 35 s and a worker's start: within the two minutes
MOST_ATTEMPTS: Final = 5  # a job that ends its worker this often is set aside as failed
CONCURRENCY: Final = 4
log = logging.getLogger(__name__)


async def take_up_again(app: "App") -> int:
    """Queue anew what stalled workers left in `doing`; the number of jobs."""
    from procrastinate.exceptions import ConnectorException

    taken = 0
    for job in await app.job_manager.get_stalled_jobs(seconds_since_heartbeat=STALLED_SECONDS):
        try:
            await _again(app, job)
        except ConnectorException:  # another worker was first: the job is no longer `doing`
            continue
        taken += 1
    return taken


async def _again(app: "App", job: "Job") -> None:
    from procrastinate.jobs import Status
    from procrastinate.utils import utcnow

    if job.attempts >= MOST_ATTEMPTS and job.id is not None:
        log.error("job %s (%s) ended its worker %s times: set aside", job.id, job.task_name, job.attempts)
        await app.job_manager.finish_job_by_id_async(job.id, status=Status.FAILED, delete_job=False)
        return
    log.warning("job %s (%s) was left by a killed worker: queued again", job.id, job.task_name)
    await app.job_manager.retry_job(job, retry_at=utcnow())


async def _keep_taking_up(app: "App") -> None:
    while True:
        try:
            await take_up_again(app)
        except Exception:  # the database may be restarting: the next turn tries again
            log.exception("stalled jobs could not be looked for")
        await asyncio.sleep(LOOK_SECONDS)


async def work(app: "App") -> None:
    """Do jobs until SIGTERM or SIGINT."""
    taking_up = asyncio.create_task(_keep_taking_up(app))
    try:
        await app.run_worker_async(
            name="worker",
            concurrency=CONCURRENCY,
            delete_jobs="successful",
            update_heartbeat_interval=HEARTBEAT_SECONDS,
            stalled_worker_timeout=STALLED_SECONDS,
            shutdown_graceful_timeout=10.0,
        )
    finally:
        taking_up.cancel()


async def main() -> None:
    from procrastinate.contrib.django import app
    from procrastinate.contrib.django.django_connector import DjangoConnector

    connector = app.connector
    assert isinstance(connector, DjangoConnector)  # noqa: S101 - the settings' own
    with app.replace_connector(connector.get_worker_connector()) as worker:
        async with worker.open_async():
            await work(worker)


if __name__ == "__main__":
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "motcua.config.settings")
    django.setup()
    logging.getLogger(__name__).setLevel(logging.INFO)
    asyncio.run(main())
    sys.exit(0)
