"""The folder of rules is whole: every code once, with clause, both languages, and a test."""

import subprocess
import sys
from pathlib import Path

import pytest

from motcua.engines.decree30.corpus.registry import BREAKS, clause_of
from motcua.engines.decree30.rule import CONTENT, PREFIX, Decides, Fix
from motcua.engines.decree30.rules import registry

RULES = registry()
BROKEN = {PREFIX + one.rule for one in BREAKS}
# Decided by a person, a register, a picture or a PDF: their tests are in test_other_rules, not in the corpus.
ELSEWHERE = {
    "P6.position", "O1.name", "D1.place", "C1.basis", "C3.citation", "C4.titles", "S2.title",
    "S3.other_title", "S5.signature_image", "S6.seal_image", "S7.attachment_mark", "A4.signing",
    "B1.secrecy", "B2.urgency", "B3.circulation", "X2.scan", "X3.mark",
}  # fmt: skip


@pytest.mark.parametrize("code", RULES)
def test_a_rule_speaks_both_languages_and_names_its_clause(code: str) -> None:
    rule = RULES[code].rule
    for text in (rule.vi, rule.en):
        assert text.format(measured="x", allowed="y")
    assert rule.clause and rule.asks_vi.endswith(".") and rule.asks_en


@pytest.mark.parametrize("code", [code for code in RULES if code.startswith(PREFIX)])
def test_a_rule_of_the_decree_is_broken_in_the_corpus_or_named_as_decided_elsewhere(code: str) -> None:
    assert (code in BROKEN) != (RULES[code].rule.id in ELSEWHERE)


@pytest.mark.parametrize("code", sorted(BROKEN))
def test_corpus_and_rule_name_the_same_clause(code: str) -> None:
    place = clause_of(code.removeprefix(PREFIX)).rpartition(" ")[2].partition(".")
    assert code in RULES
    assert RULES[code].rule.clause.rpartition(" ")[2].partition(".")[0] == place[0]


def test_what_a_person_decides_is_never_mended() -> None:
    assert all(entry.rule.fix is Fix.NONE for entry in RULES.values() if entry.rule.decides is Decides.PERSON)


def test_every_file_of_the_folder_is_a_rule_named_after_its_code() -> None:
    folder = Path(__file__).parent.parent / "rules"
    names = {path.stem for path in folder.glob("*.py")} - {"__init__"}
    plain = {code.removeprefix(PREFIX).replace(CONTENT, "mc_").replace(".", "_").lower() for code in RULES}
    assert names == plain


def test_the_page_of_rules_is_current() -> None:
    root = Path(__file__).parents[5]
    told = subprocess.run([sys.executable, "tools/list_rules.py", "--check"], cwd=root, check=False)
    assert told.returncode == 0, "run tools/list_rules.py"
