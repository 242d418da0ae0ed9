"""One file a rule; this folder is the registry. A file without RULE, a double code or a missing text does not load."""

import functools
import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from motcua.engines.decree30.rule import CONTENT, PREFIX, Judgement, Rule
from motcua.engines.decree30.view import View


class BadRule(ValueError):
    """A file of this folder is no rule: a bug of whoever wrote it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A rule and the function that judges by it."""

    rule: Rule
    judge: Callable[[View], Judgement]


@functools.cache
def registry() -> Mapping[str, Entry]:
    """Every rule by its code, in the order of the decree's elements."""
    found: dict[str, Entry] = {}
    for info in pkgutil.iter_modules([str(Path(__file__).parent)]):
        if info.ispkg:
            continue
        module = import_module(f"{__name__}.{info.name}")
        rule = getattr(module, "RULE", None)
        if not isinstance(rule, Rule) or not callable(getattr(module, "judge", None)):
            raise BadRule(f"{info.name}: no RULE or no judge")
        if rule.code in found:
            raise BadRule(f"{rule.code} stands twice")
        _whole(rule)
        found[rule.code] = Entry(rule, module.judge)
    return dict(sorted(found.items(), key=lambda one: _place(one[0])))


def _whole(rule: Rule) -> None:
    texts = (rule.clause, rule.vi, rule.en, rule.asks_vi, rule.asks_en)
    if not rule.code.startswith((PREFIX, CONTENT)) or not all(text.strip() for text in texts):
        raise BadRule(f"{rule.code} lacks a clause or a text")


_ORDER = "PQONDTCSKZABX"


def _place(code: str) -> tuple[int, int, str]:
    """Page, Quốc hiệu, issuer, number, date, type, content, signature, addressee, appendix, marks, copies."""
    bare = code.removeprefix(PREFIX)
    if code.startswith(CONTENT):
        return (len(_ORDER), 0, code)
    head, _, tail = bare.partition(".")
    digits = "".join(letter for letter in head if letter.isdigit())
    return (_ORDER.find(head[0]), int(digits or 0), tail)
