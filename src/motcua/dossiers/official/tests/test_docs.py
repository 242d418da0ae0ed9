"""docs/papers.md names every key a template is given: an agency writes its own forms by that page."""

import re
from pathlib import Path

import pytest

from motcua.dossiers import official
from motcua.dossiers.official.samples import sample

PAGE = (Path(__file__).parents[5] / "docs/papers.md").read_text(encoding="utf-8")
KEYS = PAGE[PAGE.index("## Content keys") :]
COMMON = KEYS[: KEYS.index("- `receipt`:")]


@pytest.mark.parametrize("kind", official.KINDS)
def test_every_key_of_the_content_is_named(kind: str) -> None:
    own = KEYS[KEYS.index(f"- `{kind}`:") :].split("\n- ")[0]
    named = set(re.findall(r"`(\w+)`", COMMON + own))
    assert set(sample(kind)) - named == set()
    for value in sample(kind).values():
        for row in value if isinstance(value, list) else ():
            assert not isinstance(row, dict) or set(row) - named == set()
