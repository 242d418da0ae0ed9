"""The demo towns: thị xã Kinh Môn of 2023 and its successors of 2025. All people are invented samples."""

from collections.abc import Iterator
from pathlib import Path

PASSWORD = "mot-cua-mau"  # noqa: S105 - of demo accounts only; production refuses to start with them


def lay(town: str) -> None:
    """Lay the demo town "2023" or "2025": units, people, calendars, catalogue, dossiers. In one transaction."""
    from motcua.demo.town import lay_town

    lay_town(town)


def lay_a_year(seed: int | None, dossiers: int, truth: Path) -> None:
    """Lay the town of 2023 with its whole year and look for shortcomings once; truth: file of what was planted."""
    from motcua.demo.year import END, lay_year
    from motcua.inspection.commands import run

    lay_year(seed=seed, number=dossiers, truth_file=truth)
    run(now=END, everything=True)


def sign_ins(town: str) -> Iterator[tuple[str, str, str, str]]:
    """The accounts a visitor tries first: name, role, unit, password."""
    from motcua.demo.people import FIRST

    for name, role, unit in FIRST[town]:
        yield name, role, unit, PASSWORD
