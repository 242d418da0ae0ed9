"""Write a report from the data: the conclusion of a year's inspection, its notices, the units' reports, the summary."""

import argparse
import sys
from pathlib import Path
from typing import Any, Final

BAD_CALL: Final = 2
FAULTY: Final = 1
WHAT: Final = ("reform-inspection", "reform-year")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", choices=WHAT, help="the conclusion, or the summary beside the year before")
    parser.add_argument("--year", type=int, required=True, help="the year it is about")
    parser.add_argument("--out", type=Path, required=True, metavar="FOLDER", help="where the files are written")
    parser.add_argument("--unit", metavar="CODE", help="who concludes (the highest unit with a one-stop)")
    parser.add_argument("--notices", action="store_true", help="also a notice for each unit, in FOLDER/notices")


def run(args: argparse.Namespace) -> int:
    """Exit status 0; 1 where the checker finds a fault in a paper; 2 and one line where the call cannot be done."""
    from motcua.runtime.database import available

    if not 2000 <= args.year <= 2100:
        return _refused("--year: năm không đúng / no such year")
    with available():
        return _run(args)


def _run(args: argparse.Namespace) -> int:
    from django.utils.translation import override

    from motcua.base import clock
    from motcua.conclusions.composing.building import build
    from motcua.conclusions.composing.exporting import files, put
    from motcua.conclusions.composing.scopes import concluding_unit
    from motcua.documents.drafting import faults

    now = clock.now()
    unit = concluding_unit(args.unit, now)
    if unit is None:
        return _refused("--unit: cần mã đơn vị / name the unit by its code")
    report = build(unit, args.year, now)
    with override("vi"):
        made = _summary(report, build(unit, args.year - 1, now)) if args.what == "reform-year" else files(report)
        if args.what != "reform-year" and args.notices and not report.nothing:
            made |= _notices(report)
    try:
        put(args.out, made)
    except OSError as error:
        return _refused(f"{args.out}: {error.strerror}")
    if report.nothing:
        print(f"{unit.name}, {args.year}: không có số liệu, không có gì để kết luận / no data, nothing to conclude")
        return 0
    bad = {name: found for name, paper in made.items() if name.endswith(".docx") and (found := faults(paper))}
    lacking = sum(one.number for one in report.demands)
    print(f"{unit.name}, {args.year}: {len(report.figures)} số liệu / figures, {lacking} tồn tại / shortcomings, "
          f"{len(report.demands)} yêu cầu / demands → {args.out}")  # fmt: skip
    for name, rules in bad.items():
        print(f"{name}: {', '.join(rules)}", file=sys.stderr)
    return FAULTY if bad else 0


def _summary(report: Any, before: Any) -> dict[str, bytes]:
    """The year with the year before; nothing where there is nothing."""
    from motcua.conclusions.composing.paper import DRAFT
    from motcua.conclusions.composing.yearly import summary
    from motcua.documents.drafting import written

    return {} if report.nothing else {"summary.docx": written(summary(report, before, DRAFT))}


def _notices(report: Any) -> dict[str, bytes]:
    """One a unit."""
    from motcua.conclusions.composing.notices import notice
    from motcua.conclusions.composing.paper import DRAFT
    from motcua.documents.drafting import written

    return {f"notices/{unit.code}.docx": written(notice(report, unit, DRAFT)) for unit in report.scope.units}


def _refused(why: str) -> int:
    print(f"motcua report: {why}", file=sys.stderr)
    return BAD_CALL
