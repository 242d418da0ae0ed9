"""`--fix`, `--unsafe-fixes`, `--diff`: mended copies beside the originals, or only what would change."""

import argparse
from pathlib import Path
from typing import Final, TextIO

from motcua.engines.decree30.command.writing_down import moment, write_atomically
from motcua.engines.decree30.errors import Unreadable
from motcua.engines.decree30.files import Source
from motcua.engines.decree30.fixing.mend import Mended, mend
from motcua.engines.decree30.output.summary import Summary
from motcua.engines.decree30.output.text import ending, of_file
from motcua.engines.decree30.profiles import Profile

ENDING: Final = ".fixed.docx"


def mend_all(found: list[Source], args: argparse.Namespace, profile: Profile, out: TextIO, err: TextIO) -> int:
    """Mend one file after the other; the status is that of what is left, 2 where a file could not be mended."""
    summary = Summary()
    print(profile.name, file=err)
    for source in found:
        try:
            mended = _mended(source, args, profile)
        except Unreadable as error:
            print(f"{source.name}: {error.words(args.language)}", file=err)
            summary.files += 1
            summary.unreadable += 1
            continue
        if args.diff:
            _differences(source, mended, out)
        elif mended.data is not None:
            target = _target(source, args.out)
            write_atomically(target, mended.data)
            print(f"{source.name} → {target} ({len(mended.changes)})", file=out)
        left = (mended.before if args.diff else mended.after).as_json()
        summary.add(left)
        for line in of_file(left, args.language, color=False, human=False):
            print(line, file=out)
    for line in ending(summary, args.language, statistics=args.statistics):
        print(line, file=out)
    return summary.status


def _mended(source: Source, args: argparse.Namespace, profile: Profile) -> Mended:
    author = args.track or ""
    return mend(source.read(), source.name, profile=profile, unsafe=args.unsafe_fixes, author=author,
                at=moment() if author else "")  # fmt: skip


def _target(source: Source, folder: str | None) -> Path:
    """Beside the original, or in the folder named; a member of a zip bears its own name."""
    name = Path(source.member).name if source.member else source.path.name
    place = source.path.parent if folder is None else Path(folder)
    place.mkdir(parents=True, exist_ok=True)
    return place / (name.rpartition(".")[0] + ENDING)


def _differences(source: Source, mended: Mended, out: TextIO) -> None:
    """One line a change, equal ones of a paragraph together."""
    print(f"--- {source.name}\n+++ {source.name.rpartition('.')[0]}{ENDING}", file=out)
    seen: set[tuple[object, ...]] = set()
    for change in mended.changes:
        key = (change.code, change.paragraph, change.excerpt, change.what, change.before, change.after)
        if key in seen or change.before == change.after:
            continue
        seen.add(key)
        where = "" if change.paragraph is None else f"đoạn {change.paragraph + 1}: "
        print(f"{change.code} {where}{change.excerpt!r} {change.what}: {change.before} → {change.after}", file=out)
