from django.apps import AppConfig


class VisitsConfig(AppConfig):
    name = "motcua.visits"

    def ready(self) -> None:
        from motcua.inspection.sources import register
        from motcua.visits.source import SOURCE

        register(SOURCE)
