from django.apps import AppConfig


class ConclusionsConfig(AppConfig):
    name = "motcua.conclusions"

    def ready(self) -> None:
        from motcua.conclusions import tasks  # noqa: F401 (its jobs)
