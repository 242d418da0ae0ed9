"""Which signal has a cause hidden in which unit."""

import random
from collections.abc import Collection, Mapping, Sequence
from typing import Final

from motcua.organisations.models import Unit

THIN: Final = ("Phạm Thái", "Minh Tân", "Lạc Long", "Hiệp Sơn", "Hoành Sơn")  # as the real inspection found them
FOUND: Final[Mapping[str, tuple[str, ...]]] = {  # the others of the default year are drawn
    "POR01": THIN, "FMT01": ("Tân Dân", "Long Xuyên", "Thăng Long", "Minh Hòa"),
    "DUT01": ("Hiệp An", "Thượng Quận", "Lê Ninh"), "DUT02": ("Quang Thành",), "MIS01": ("An Phụ",),
}  # fmt: skip
# In one unit at a time: what one hides, the other would too, or the other could not be seen.
APART: Final[Mapping[str, tuple[str, ...]]] = {
    "POR02": ("POR01",), "POR03": (), "POR04": ("POR01", "POR02"), "DUT02": ("DUT01",), "SRC01": ("RAT01",),
    "SHR01": ("SHR02",),
}  # fmt: skip
TOWN_WIDE: Final = frozenset({"PRC02"})  # a cause of the town's own office
DRAWN: Final = (
    "OVD01", "OVD02", "OVD03", "SUP01", "SUP02", "REF01", "FWD01", "STP01", "STP02", "IDL01", "RET01", "DIG01", "CAT01",
    "FEE01", "PRC01", "PAP01", "BUR01", "SHR01", "SHR02", "RAT01", "FMT01", "SIG01", "SIG02", "SIG03", "SND01", "LEG01",
    "NUM01", "NUM02", "INC01", "PET01", "PET02", "PET03", "ONL01", "ONL02", "COM01", "PLN01", "PLN02", "PLN03", "POR01",
    "POR02", "POR03", "POR04", "SRC01", "PUB01", "PUB02", "PUB03", "PUB04", "PRC02", "DUT01", "DUT02", "EQP01", "EQP02",
    "CON01", "MIS01", "ENT01",
)  # fmt: skip
MOST: Final = 4  # units of one cause


class Plan:
    """The units of each cause. seed: None for the default year, whose thin portals and empty posts are those found."""

    def __init__(self, units: Sequence[Unit], communes: Sequence[Unit], seed: int | None) -> None:
        self._random = random.Random(f"plants/{seed}")  # noqa: S311 - to be repeated
        self._units, self._communes, self._of = units, communes, dict[str, list[Unit]]()
        named = {unit.short_name: unit for unit in communes}
        for signal in DRAWN:
            if seed is None and signal in FOUND:
                self._of[signal] = [named[name] for name in FOUND[signal]]
            else:
                self._of[signal] = self._drawn(signal)

    def _drawn(self, signal: str) -> list[Unit]:
        if signal in TOWN_WIDE:
            return [self._units[0]]
        taken = {unit.pk for other in APART.get(signal, ()) for unit in self._of.get(other, [])}
        free = [unit for unit in self._communes if unit.pk not in taken]
        return self._random.sample(free, self._random.randint(1, MOST))

    def units_of(self, signal: str) -> Collection[Unit]:
        """Where this cause is hidden."""
        return self._of[signal]

    def here(self, signal: str, unit: Unit) -> bool:
        """Is it hidden in this unit?"""
        return unit in self._of[signal]
