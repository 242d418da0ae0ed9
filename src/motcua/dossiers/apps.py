from django.apps import AppConfig


class DossiersConfig(AppConfig):
    name = "motcua.dossiers"

    def ready(self) -> None:
        from motcua.dossiers import tasks  # noqa: F401 (subscribes to events)
