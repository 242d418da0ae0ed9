"""What this installation is: its town, whether it is a demo, and how far its clock is from the real one."""

import os
from dataclasses import dataclass
from datetime import datetime
from typing import Final

import psycopg

from motcua.base.clock import VIETNAM, real_now
from motcua.runtime import errors, grants

TOWNS: Final = ("2023", "2025")
FIRST_MOMENT: Final = {  # the others run on the real clock; year: that of 2023 looked at from its end
    "2023": datetime(2023, 3, 15, 8, 0, tzinfo=VIETNAM), "year": datetime(2023, 12, 29, 8, 0, tzinfo=VIETNAM),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Installation:
    """The one row of organisations_installation. clock_offset_seconds: from the real clock; None on it."""

    town: str
    demo: bool
    clock_offset_seconds: int | None

    @property
    def environment(self) -> dict[str, str]:
        """What every process of this installation is told of its clock."""
        return {"MOTCUA_CLOCK_OFFSET": str(self.clock_offset_seconds or "")}


def first_offset(town: str) -> int | None:
    """Seconds from now to the first moment of a demo town; None for a town on the real clock."""
    moment = FIRST_MOMENT.get(town)
    return round((moment - real_now()).total_seconds()) if moment else None


def read(connection: grants.Connection) -> Installation | None:
    """The installation's row; None before there is one (or its table)."""
    query = "select town, demo, clock_offset_seconds from public.organisations_installation"
    try:
        row = connection.execute(query).fetchone()
    except psycopg.errors.UndefinedTable:
        return None
    if row is None:
        return None
    return Installation(str(row[0]), bool(row[1]), None if row[2] is None else int(str(row[2])))


def in_production() -> bool:
    return os.environ.get("MOTCUA_MODE") == "production"


def require_allowed(found: Installation) -> None:
    """A demo town or another clock than the real one never serves the public. Raises NotInProduction."""
    if not in_production():
        return
    if found.demo:
        raise errors.NotInProduction(
            vi_what=f"cơ sở dữ liệu này là bản dùng thử (thị xã {found.town}) với tài khoản dùng thử",
            what=f"this database is the demo town {found.town} with demo accounts",
        )
    if found.clock_offset_seconds or float(os.environ.get("MOTCUA_CLOCK_OFFSET") or 0):
        raise errors.NotInProduction(vi_what="đồng hồ khác giờ thật", what="a clock that is not the real one")
