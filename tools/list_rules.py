"""Write the table of rules into docs/decree30.md, between its two marks; `--check` only tells whether it is current."""

import sys
from pathlib import Path

from motcua.engines.decree30.corpus.build import expected_of
from motcua.engines.decree30.corpus.registry import BREAKS, KEEPS
from motcua.engines.decree30.rule import CONTENT, PREFIX, Decides, Fix
from motcua.engines.decree30.rules import registry

PAGE = Path(__file__).parent.parent / "docs" / "decree30.md"
BEGIN, END = "<!-- rules: begin -->\n", "<!-- rules: end -->\n"
FIXES = {Fix.SAFE: "safe", Fix.SAFE_TEXT: "safe, letters too", Fix.GUARDED: "guarded", Fix.NONE: "–"}
DECIDES = {Decides.MACHINE: "machine", Decides.PART: "in part", Decides.PERSON: "person"}


def table() -> str:
    """A row a rule: what it asks, its clause, who decides, verdicts the corpus asks of it, fix, files in the corpus."""
    rows = ["| code | asks | clause | decides | verdicts under test | fix | files: break, keep |", "|---" * 7 + "|"]
    for code, entry in registry().items():
        rule = entry.rule
        breaks = [one for one in BREAKS if PREFIX + one.rule == code]
        keeps = [one for one in KEEPS if PREFIX + one.rule == code]
        verdicts = sorted({one.verdict.value for one in breaks} | {"ok"})
        if not breaks:
            verdicts = ["needs_human"] if rule.decides is Decides.PERSON else ["warning"]
        files = ", ".join(str(sum(len(list(expected_of(one))) for one in held)) for held in (breaks, keeps))
        tested = files if breaks or keeps else "test_other_rules"
        clause = rule.clause.replace("Phụ lục I, Phần I, ", "").replace("Phụ lục I, Phần II, ", "Phần II, ")
        rows.append(f"| {code.removeprefix(PREFIX)} | {rule.asks_en.rstrip('.')} | {clause} | {DECIDES[rule.decides]} |"
                    f" {', '.join(verdicts)} | {FIXES[rule.fix]} | {tested} |")  # fmt: skip
    return "\n".join(rows) + "\n"


def main() -> int:
    text = PAGE.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    old, _, after = rest.partition(END)
    new = table()
    if "--check" in sys.argv:
        return int(old != new)
    PAGE.write_text(before + BEGIN + new + END + after, encoding="utf-8")
    print(f"{len(registry())} rules, {sum(code.startswith(CONTENT) for code in registry())} of content")
    return 0


if __name__ == "__main__":
    sys.exit(main())
