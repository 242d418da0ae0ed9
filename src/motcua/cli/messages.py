"""Compile the texts of the pages (locale/*/django.po → .mo), or write the API's description; for developers."""

import argparse
from pathlib import Path
from typing import Final

LOCALE: Final = Path(__file__).parent.parent / "locale"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--api", type=Path, metavar="FILE", help="instead write the API's description to this file")


def run(args: argparse.Namespace) -> int:
    """Exit status 0."""
    if args.api is not None:
        return _describe(args.api)
    for path in sorted(LOCALE.glob("*/LC_MESSAGES/django.po")):
        path.with_suffix(".mo").write_bytes(compiled(path))
        print(path.with_suffix(".mo").relative_to(LOCALE))
    return 0


def _describe(path: Path) -> int:
    """Write the API's description to a file."""
    import json
    import os

    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "motcua.config.settings")
    django.setup()
    from motcua.config.api import description

    path.write_text(json.dumps(description(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(path)
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
