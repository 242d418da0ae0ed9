from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "motcua.documents"

    def ready(self) -> None:
        from motcua.documents import tasks  # noqa: F401 (subscribes to events)
        from motcua.documents.registers import REGISTERS
        from motcua.registers.register import declare

        declare(REGISTERS)
