from django.apps import AppConfig


class RemediesConfig(AppConfig):
    name = "motcua.remedies"

    def ready(self) -> None:
        from motcua.inspection.sources import register
        from motcua.remedies import tasks  # noqa: F401 (its jobs)
        from motcua.remedies.queue import tasks_of
        from motcua.remedies.source import SOURCE
        from motcua.web import beside

        register(*SOURCE)
        beside.fill(beside.WORK, tasks_of)
