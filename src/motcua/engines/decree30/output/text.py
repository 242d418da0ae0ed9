"""For a reader at a terminal: a file, then its findings, worst first; at the end what it comes to."""

from collections.abc import Iterator
from typing import Any, Final

from motcua.engines.decree30.output.english import english
from motcua.engines.decree30.output.summary import Summary
from motcua.engines.decree30.output.words import FIXES, LABELS, VERDICTS
from motcua.engines.decree30.rules import registry

ORDER: Final = {"violation": 0, "warning": 1, "not_filled": 2, "needs_human": 3}
COLORS: Final = {"violation": "\x1b[31m", "warning": "\x1b[33m", "": "\x1b[0m", "bold": "\x1b[1m"}


def of_file(held: dict[str, Any], language: str, *, color: bool, human: bool) -> Iterator[str]:
    """Lines of one file; a clean one is not named unless `human` asks for all."""
    label = LABELS[language]
    if "error" in held:
        why = held["error"]["message" if language == "vi" else "message_en"]
        yield _painted(f"{held['path']}: {why}", "violation", color=color)
        return
    shown = [one for one in held["findings"] if human or one["verdict"] in {"violation", "warning"}]
    if not shown:
        if human:
            yield f"{held['path']}: {label['clean']}"
        return
    yield _painted(held["path"], "bold", color=color) + (f" ({held['document_type']})" if held["document_type"] else "")
    for one in sorted(shown, key=lambda one: ORDER.get(one["verdict"], 9)):
        yield "  " + _line(one, language, color=color)
    for note in held["notes"]:
        yield f"  · {note}"


def _line(one: dict[str, Any], language: str, *, color: bool) -> str:
    label = LABELS[language]
    fix = FIXES[language][one["fix"]]
    where = "" if one["paragraph"] is None else f" [{label['paragraph']} {one['paragraph'] + 1}" + (
        f", {label['page']} {one['page_hint']}]" if one["page_hint"] else "]")  # fmt: skip
    return (
        _painted(f"{VERDICTS[language][one['verdict']]:<8}", one["verdict"], color=color)
        + f" {one['code']:<18} {message(one, language)}{where} — {one['clause']}" + (f" ({fix})" if fix else "")
    )  # fmt: skip


def message(one: dict[str, Any], language: str) -> str:
    """The message in the reader's language."""
    if language == "vi":
        return str(one["message"])
    measured, allowed = (english(one[name], one["code"]) for name in ("measured", "allowed"))
    return registry()[one["code"]].rule.en.format(measured=measured, allowed=allowed)


def _painted(text: str, kind: str, *, color: bool) -> str:
    return f"{COLORS[kind]}{text}{COLORS['']}" if color and kind in COLORS else text


def ending(summary: Summary, language: str, *, statistics: bool) -> Iterator[str]:
    """Totals; with `statistics`, a line a rule."""
    label = LABELS[language]
    parts = [f"{_number(summary.files)} {label['files']}", f"{_number(summary.failing)} {label['with']}"]
    if summary.unreadable:
        parts.append(f"{_number(summary.unreadable)} {label['unreadable']}")
    if summary.quiet:
        parts.append(f"{_number(summary.quiet)} {label['quiet']}")
    yield "; ".join(parts) + "."
    if statistics:
        verdicts = VERDICTS[language]
        yield f"{label['code']:<20}{verdicts['violation']:>10}{verdicts['warning']:>10}  {label['rule']}"
        for code, violations, warnings in summary.rows():
            rule = registry()[code].rule
            asked = rule.asks_vi if language == "vi" else rule.asks_en
            yield f"{code:<20}{violations:>10}{warnings:>10}  {asked}"


def _number(value: int) -> str:
    return f"{value:,}".replace(",", ".")
