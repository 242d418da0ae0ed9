from django.apps import AppConfig


class RegistersConfig(AppConfig):
    name = "motcua.registers"

    def ready(self) -> None:
        from motcua.registers import tasks  # noqa: F401 (its jobs)
