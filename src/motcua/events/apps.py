from django.apps import AppConfig


class EventsConfig(AppConfig):
    name = "motcua.events"

    def ready(self) -> None:
        from motcua.events import tasks  # noqa: F401 (registers the periodic sealing)
