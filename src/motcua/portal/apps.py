from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "motcua.portal"

    def ready(self) -> None:
        from motcua.portal.registers import REGISTERS
        from motcua.registers.register import declare

        declare(REGISTERS)
