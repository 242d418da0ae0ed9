from django.apps import AppConfig


class InspectionConfig(AppConfig):
    name = "motcua.inspection"

    def ready(self) -> None:
        from motcua.inspection import tasks  # noqa: F401 (its jobs)
        from motcua.inspection.registers import REGISTERS
        from motcua.registers.register import declare

        declare(REGISTERS)
