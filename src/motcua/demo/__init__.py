"""The demo towns: thị xã Kinh Môn of 2023 and its successors of 2025. All people are invented samples."""

from collections.abc import Iterator

PASSWORD = "mot-cua-mau"  # noqa: S105 - of demo accounts only; production refuses to start with them


def lay(town: str) -> None:
    """Lay the demo town "2023" or "2025": units, people, calendars, catalogue, dossiers. In one transaction."""
    from motcua.demo.town import lay_town

    lay_town(town)


def sign_ins(town: str) -> Iterator[tuple[str, str, str, str]]:
    """The accounts a visitor tries first: name, role, unit, password."""
    from motcua.demo.people import FIRST

    for name, role, unit in FIRST[town]:
        yield name, role, unit, PASSWORD
