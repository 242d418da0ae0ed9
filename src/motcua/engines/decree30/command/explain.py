"""`motcua check rule CODE` and `motcua check rules`: what a rule asks, why, with an example."""

from collections.abc import Iterator
from typing import Final

from motcua.engines.decree30.rule import CONTENT, PREFIX, Decides, Fix, Rule
from motcua.engines.decree30.rules import registry

DECIDES: Final = {
    "vi": {Decides.MACHINE: "máy", Decides.PART: "máy một phần", Decides.PERSON: "người"},
    "en": {Decides.MACHINE: "a machine", Decides.PART: "a machine in part", Decides.PERSON: "a person"},
}
FIXES: Final = {
    "vi": {Fix.SAFE: "an toàn (--fix), chỉ đổi định dạng",
           Fix.SAFE_TEXT: "an toàn (--fix), đổi đúng ký tự Nghị định ấn định",
           Fix.GUARDED: "khi đồng ý (--unsafe-fixes)", Fix.NONE: "người soạn thảo tự sửa"},
    "en": {Fix.SAFE: "safe (--fix), formats only", Fix.SAFE_TEXT: "safe (--fix), the very letters the decree fixes",
           Fix.GUARDED: "on request (--unsafe-fixes)", Fix.NONE: "by the drafter"},
}  # fmt: skip


def found(code: str) -> Rule | None:
    """The rule of this code; the prefix may be left out, the case does not matter."""
    wanted = code.casefold()
    for held, entry in registry().items():
        if wanted in {held.casefold(), held.removeprefix(PREFIX).casefold(), held.removeprefix(CONTENT).casefold()}:
            return entry.rule
    return None


def near(code: str) -> list[str]:
    """Codes that begin as this one does, for a hint."""
    wanted = code.casefold().removeprefix(PREFIX.casefold())[:2]
    return [held for held in registry() if held.casefold().removeprefix(PREFIX.casefold()).startswith(wanted)][:8]


def lines(rule: Rule, language: str) -> Iterator[str]:
    """The explanation of one rule."""
    vietnamese = language == "vi"
    yield f"{rule.code} — {rule.clause}"
    yield rule.asks_vi if vietnamese else rule.asks_en
    if rule.wrong or rule.right:
        yield f"  {'Sai' if vietnamese else 'Wrong'}:  {rule.wrong or '—'}"
        yield f"  {'Đúng' if vietnamese else 'Right'}: {rule.right or '—'}"
    yield f"{'Xét bởi' if vietnamese else 'Decided by'}: {DECIDES[language][rule.decides]}"
    yield f"{'Sửa' if vietnamese else 'Fix'}: {FIXES[language][rule.fix]}"
    if not rule.certain:
        yield "Chỉ là khuyến nghị: nguồn chưa chắc chắn." if vietnamese else "Advice only: its source is not certain."


def table(language: str) -> Iterator[str]:
    """Every rule in one line."""
    for code, entry in registry().items():
        rule = entry.rule
        asked = rule.asks_vi if language == "vi" else rule.asks_en
        yield f"{code:<20} {DECIDES[language][rule.decides]:<14} {rule.fix.value:<10} {rule.clause}: {asked}"
