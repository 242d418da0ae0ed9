"""Compile the texts of the pages (locale/*/django.po → .mo); for developers."""

import argparse
from pathlib import Path
from typing import Final

LOCALE: Final = Path(__file__).parent.parent / "locale"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """No options."""


def run(_args: argparse.Namespace) -> int:
    """Exit status 0."""
    for path in sorted(LOCALE.glob("*/LC_MESSAGES/django.po")):
        path.with_suffix(".mo").write_bytes(compiled(path))
        print(path.with_suffix(".mo").relative_to(LOCALE))
    return 0


def compiled(path: Path) -> bytes:
    """The .mo of a .po, as gettext reads it; the same file gives the same bytes."""
    import io

    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    target = io.BytesIO()
    with path.open("rb") as source:
        write_mo(target, read_po(source))
    return target.getvalue()
