"""Lay a demo town, or erase one and lay it afresh."""

from dataclasses import dataclass
from pathlib import Path

from motcua.runtime import database, errors, external, installation, steps
from motcua.runtime.external import Database
from motcua.runtime.home import Home
from motcua.runtime.restore import erase_demo


@dataclass(frozen=True, slots=True)
class WholeYear:
    """A year of the town of 2023.

    seed: None for the default one. dossiers: how many. truth: file of what was planted.
    """

    seed: int | None
    dossiers: int
    truth: Path

    @property
    def environment(self) -> dict[str, str]:
        """As the step that lays it reads it."""
        return {"MOTCUA_YEAR": "2023", "MOTCUA_YEAR_SEED": "" if self.seed is None else str(self.seed),
                "MOTCUA_YEAR_DOSSIERS": str(self.dossiers), "MOTCUA_YEAR_TRUTH": str(self.truth)}  # fmt: skip


def lay(home: Home, found: Database, town: str, year: WholeYear | None = None) -> None:
    """Lay a demo town on migrated tables and fix its clock, once. Raises Halt."""
    offset = installation.first_offset("year" if year else town)
    more = year.environment if year else {}
    steps.run(["demo"], home, found.url, MOTCUA_TOWN=town, MOTCUA_CLOCK_OFFSET=str(offset or ""), **more)


def lay_afresh(home: Home, found: Database, *, town: str | None, reset: bool, year: WholeYear | None = None) -> str:
    """`motcua demo`: the town that was laid. The home is held by the caller.

    town: None for the one that is there, else 2023. reset: erase the demo that is there first. year: lay all of it.
    Raises NotInProduction, NotADemo, DemoIsThere, Halt.
    """
    if installation.in_production():
        raise errors.NotInProduction(vi_what="dữ liệu dùng thử", what="demo data")
    with external.connect(found.owner_url) as connection:
        there = installation.read(connection)
    wanted = "2023" if year else town or (there.town if there else "2023")
    if there and not there.demo:
        raise errors.NotADemo()
    if there and not reset:
        if there.town != wanted or year:
            raise errors.DemoIsThere(town=there.town, wanted=wanted)
        return wanted
    if reset:
        erase_demo(home, found)
    database.prepare(home, found)
    lay(home, found, wanted, year)
    return wanted
