"""The system as an actor: what a job does of itself."""

from typing import Final


class System:
    """Stands where a user stands when nobody pressed a button."""

    pk: Final = None

    def record_name(self) -> str:
        return "Hệ thống"


SYSTEM: Final = System()
