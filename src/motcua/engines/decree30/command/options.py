"""Options of the command."""

import argparse
import os
from typing import Final

FORMATS: Final = ("text", "json", "sarif", "html", "xlsx")


def add_to(parser: argparse.ArgumentParser) -> None:
    """All options; what they mean is in docs/decree30.md."""
    parser.add_argument(
        "paths", nargs="+", metavar="PATH", help="files, folders, zips, globs; or: rule CODE, or: rules"
    )
    what = parser.add_argument_group("what is checked")
    what.add_argument("--profile", metavar="FILE.toml", help="an agency's house style over the decree")
    what.add_argument("--select", action="append", default=[], metavar="CODES", help="codes or beginnings, with commas")
    what.add_argument("--ignore", action="append", default=[], metavar="CODES", help="the same, left out")
    what.add_argument("--register", metavar="FILE.csv", help="documents no longer in force: number, expired_on, …")
    what.add_argument("--baseline", metavar="FILE", help="keep the findings named there quiet")
    what.add_argument("--write-baseline", metavar="FILE", help="write all present findings as a baseline")
    fixing = parser.add_argument_group("mending (a new file NAME.fixed.docx is written, never the same)")
    fixing.add_argument("--fix", action="store_true", help="mend what is safe: formats only, never a word")
    fixing.add_argument("--unsafe-fixes", action="store_true", help="guarded fixes too; look at --diff first")
    fixing.add_argument("--diff", action="store_true", help="show what would be mended, write nothing")
    fixing.add_argument("--track", metavar="NAME", help="write fixes as tracked changes of this author")
    fixing.add_argument("--out", metavar="FOLDER", help="where fixed files go; beside the originals unless named")
    out = parser.add_argument_group("report")
    out.add_argument("--format", choices=FORMATS, default="text")
    out.add_argument("--output", metavar="FILE", help="write the report there (needed for xlsx)")
    out.add_argument("--all-verdicts", action="store_true", help="name every rule, also those that are ok")
    out.add_argument("--statistics", action="store_true", help="files by rule at the end")
    out.add_argument("--language", choices=("vi", "en"), default="vi")
    parser.add_argument("--jobs", type=_jobs, default=os.cpu_count() or 1, metavar="N", help="processes (all cores)")


def _jobs(text: str) -> int:
    value = int(text)
    if not 1 <= value <= 256:
        raise argparse.ArgumentTypeError("1 to 256")
    return value


def codes(given: list[str]) -> tuple[str, ...]:
    """Codes named with commas or by repeating the option."""
    return tuple(code.strip() for text in given for code in text.split(",") if code.strip())
