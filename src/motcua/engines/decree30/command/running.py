"""What the command does: checks, prints, mends; its exit status is 0 clean, 1 findings, 2 something was not read."""

import argparse
import json
import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, TextIO

from motcua.engines.decree30 import baseline as baselines
from motcua.engines.decree30.batch import Task
from motcua.engines.decree30.batch import run as run_batch
from motcua.engines.decree30.command import explain
from motcua.engines.decree30.command.mending import mend_all
from motcua.engines.decree30.command.options import codes
from motcua.engines.decree30.command.progress import watched
from motcua.engines.decree30.command.writing_down import write_atomically
from motcua.engines.decree30.errors import NoFile, Unreadable
from motcua.engines.decree30.files import Source, sources
from motcua.engines.decree30.output import page, sarif, sheet, text
from motcua.engines.decree30.output.summary import Summary
from motcua.engines.decree30.output.words import LABELS
from motcua.engines.decree30.profiles import STANDARD, Profile, load
from motcua.engines.decree30.register import Register, load_register
from motcua.engines.decree30.rules import registry

BAD_CALL: Final = 2
RULE_CALL: Final = 2  # words of "rule CODE"


def run(args: argparse.Namespace, out: TextIO, err: TextIO) -> int:
    """The exit status. What cannot be read of the call itself is told in one line."""
    if args.paths[0] in {"rule", "rules"} and not Path(args.paths[0]).exists():
        return _explain(args.paths, args.language, out, err)
    try:
        profile = _profile(args)
        register = Register() if args.register is None else load_register(_read(args.register))
        known = None if args.baseline is None else baselines.load(_read(args.baseline))
        _known_codes(args)
    except Unreadable as error:
        print(f"motcua check: {error.words(args.language)}", file=err)
        return BAD_CALL
    if args.format == "xlsx" and args.output is None:
        print("motcua check: --format xlsx needs --output FILE.xlsx", file=err)
        return BAD_CALL
    found = list(sources(args.paths))
    if args.fix or args.unsafe_fixes or args.diff:
        return mend_all(found, args, profile, out, err)
    task = Task(profile, register, args.all_verdicts, roles=args.format == "json")
    return _check(args, found, task, known, (out, err))


def _check(
    args: argparse.Namespace,
    found: list[Source],
    task: Task,
    known: baselines.Baseline | None,
    streams: tuple[TextIO, TextIO],
) -> int:
    out, err = streams
    summary = Summary()
    objects = watched(run_batch(found, task, min(args.jobs, max(len(found), 1))), len(found), err)
    needed: set[str] = set()
    quieted = _quieted(objects, known, summary, needed)
    if args.format != "text":
        print(f"{LABELS[args.language]['profile']}: {_named(task.profile, args.language)}", file=err)
    kept: list[dict[str, Any]] = []
    with _opened(args.output, out, binary=args.format == "xlsx") as to:
        _write(args, _remembered(quieted, kept, args.write_baseline), summary, task.profile, to)
    if args.write_baseline:
        write_atomically(Path(args.write_baseline), baselines.dump(kept).encode())
    _needless(args, known, [code for code in task.profile.ignore if not _meant(code, needed)], err)
    return summary.status


def _quieted(
    objects: Iterable[dict[str, Any]], known: baselines.Baseline | None, summary: Summary, needed: set[str]
) -> Iterator[dict[str, Any]]:
    for held in objects:
        needed.update(held.get("suppressed", ()))
        if known is not None and "error" not in held:
            summary.quiet += known.quiet(held)
        yield held


def _remembered(objects: Iterable[dict[str, Any]], kept: list[dict[str, Any]], wanted: str | None) -> Iterator[Any]:
    """For a new baseline only codes and values are kept, not the files' objects."""
    for held in objects:
        if wanted is not None and "error" not in held:
            names = ("code", "verdict", "measured")
            kept.append({"path": held["path"], "findings": [{k: one[k] for k in names} for one in held["findings"]]})
        yield held


def _write(
    args: argparse.Namespace, objects: Iterable[dict[str, Any]], summary: Summary, profile: Profile, to: Any
) -> None:
    named = _named(profile, args.language)
    if args.format == "json":
        for held in objects:
            summary.add(held)
            to.write(json.dumps(held, ensure_ascii=False) + "\n")
    elif args.format == "sarif":
        to.write(sarif.document(_counted(objects, summary), _version()))
    elif args.format == "html":
        for piece in page.document(objects, summary, args.language, named):
            to.write(piece)
    elif args.format == "xlsx":
        to.write(sheet.document(objects, summary, args.language))
    else:
        _as_text(args, objects, summary, named, to)


def _as_text(
    args: argparse.Namespace, objects: Iterable[dict[str, Any]], summary: Summary, named: str, to: TextIO
) -> None:
    color = to.isatty() and "NO_COLOR" not in os.environ
    print(f"{LABELS[args.language]['profile']}: {named}", file=to)
    for held in objects:
        summary.add(held)
        for line in text.of_file(held, args.language, color=color, human=args.all_verdicts):
            print(line, file=to)
    for line in text.ending(summary, args.language, statistics=args.statistics):
        print(line, file=to)


def _counted(objects: Iterable[dict[str, Any]], summary: Summary) -> Iterator[dict[str, Any]]:
    for held in objects:
        summary.add(held)
        yield held


def _named(profile: Profile, language: str) -> str:
    """The profile, always printed, with what it loosens."""
    loose = profile.loosened
    return profile.name + (f" ({LABELS[language]['loose']}: {', '.join(loose)})" if loose else "")


def _meant(code: str, needed: set[str]) -> bool:
    return any(one.startswith(code) for one in needed)


def _needless(args: argparse.Namespace, known: baselines.Baseline | None, ignored: list[str], err: TextIO) -> None:
    """Exceptions that are no longer needed are told: of the baseline, and codes ignored that found nothing."""
    label = LABELS[args.language]["needless"]
    for path, code in [] if known is None else known.needless():
        print(f"{label}: {path} {code}", file=err)
    for code in ignored:
        print(f"{label}: {code}", file=err)


def _profile(args: argparse.Namespace) -> Profile:
    profile = STANDARD if args.profile is None else load(_read(args.profile))
    return profile.narrowed(codes(args.select), codes(args.ignore))


def _known_codes(args: argparse.Namespace) -> None:
    for code in codes(args.select):
        if not any(held.startswith(code) for held in registry()):
            raise NoFile(why=f"không có quy tắc nào bắt đầu bằng {code}")


def _read(path: str) -> str:
    try:
        return Path(path).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise NoFile(why=f"{path}: {error}") from None


@contextmanager
def _opened(path: str | None, out: TextIO, *, binary: bool) -> Iterator[Any]:
    """Where the report goes; a file appears whole or not at all."""
    if path is None:
        yield out
        return
    target = Path(path)
    with tempfile.NamedTemporaryFile(
        "wb" if binary else "w", dir=target.parent, delete=False, encoding=None if binary else "utf-8"
    ) as held:
        try:
            yield held
        except BaseException:
            Path(held.name).unlink(missing_ok=True)
            raise
    Path(held.name).chmod(0o644)
    Path(held.name).replace(target)


def _explain(words: list[str], language: str, out: TextIO, err: TextIO) -> int:
    if words[0] == "rules":
        for line in explain.table(language):
            print(line, file=out)
        return 0
    if len(words) != RULE_CALL:
        print("motcua check rule CODE", file=err)
        return BAD_CALL
    rule = explain.found(words[1])
    if rule is None:
        near = explain.near(words[1])
        hint = f" ({', '.join(near)} …)" if near else ""
        print(f"motcua check: không có quy tắc {words[1]}{hint}", file=err)
        return BAD_CALL
    for line in explain.lines(rule, language):
        print(line, file=out)
    return 0


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("motcua")
    except PackageNotFoundError:
        return "0"
