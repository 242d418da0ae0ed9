"""Lay a demo town, or erase one and lay it afresh."""

from motcua.runtime import database, errors, external, installation, steps
from motcua.runtime.external import Database
from motcua.runtime.home import Home
from motcua.runtime.restore import erase_demo


def lay(home: Home, found: Database, town: str) -> None:
    """Lay a demo town on migrated tables and fix its clock, once. Raises Halt."""
    offset = installation.first_offset(town)
    steps.run(["demo"], home, found.url, MOTCUA_TOWN=town, MOTCUA_CLOCK_OFFSET=str(offset or ""))


def lay_afresh(home: Home, found: Database, *, town: str | None, reset: bool) -> str:
    """`motcua demo`: the town that was laid. The home is held by the caller.

    town: None for the one that is there, else 2023. reset: erase the demo that is there first.
    Raises NotInProduction, NotADemo, DemoIsThere, Halt.
    """
    if installation.in_production():
        raise errors.NotInProduction(vi_what="dữ liệu dùng thử", what="demo data")
    with external.connect(found.owner_url) as connection:
        there = installation.read(connection)
    wanted = town or (there.town if there else "2023")
    if there and not there.demo:
        raise errors.NotADemo()
    if there and not reset:
        if there.town != wanted:
            raise errors.DemoIsThere(town=there.town, wanted=wanted)
        return wanted
    if reset:
        erase_demo(home, found)
    database.prepare(home, found)
    lay(home, found, wanted)
    return wanted
