"""Every word a person reads is there in both languages, and the compiled texts are those of the sources."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

import motcua
from motcua.cli.messages import LOCALE, compiled

ROOT = Path(next(iter(motcua.__path__)))
TRANSLATE = re.compile(r"""\{% translate (?:"([^"]*)"|'([^']*)')""")
BLOCK = re.compile(r"\{% blocktranslate[^%]*%\}(.*?)\{% (?:plural|endblocktranslate)", re.DOTALL)
CALL = re.compile(r'\b_\(\s*"((?:[^"\\]|\\.)*)"')


def words() -> Iterator[tuple[str, str]]:
    for path in sorted([*ROOT.rglob("*.html"), *ROOT.rglob("templates/**/*.txt")]):
        text = path.read_text("utf-8")
        yield from ((found[0] or found[1], path.name) for found in TRANSLATE.findall(text))
        yield from ((re.sub(r"\{\{ ?(\w+) ?\}\}", r"%(\1)s", found), path.name) for found in BLOCK.findall(text))
    for path in sorted(ROOT.rglob("*.py")):
        if "tests" not in path.parts:
            yield from ((found, path.name) for found in CALL.findall(path.read_text("utf-8")))


def test_every_vietnamese_word_has_its_english() -> None:
    with (LOCALE / "en/LC_MESSAGES/django.po").open("rb") as file:
        english = {row.id if isinstance(row.id, str) else row.id[0] for row in read_po(file) if row.string}
    assert sorted({f"{place}: {text}" for text, place in words() if text not in english}) == []


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_compiled_texts_are_those_of_the_sources(language: str) -> None:
    path = LOCALE / language / "LC_MESSAGES/django.po"
    assert path.with_suffix(".mo").read_bytes() == compiled(path), "run: motcua messages"


def test_a_colour_is_named_in_the_style_sheet_or_nowhere() -> None:
    places = [*ROOT.rglob("*.html"), *ROOT.rglob("static/web/motcua.js")]
    hexes = {f"{p.name}: {h}" for p in places for h in re.findall(r"#[0-9A-Fa-f]{6}\b", p.read_text("utf-8"))}
    assert hexes == set()
