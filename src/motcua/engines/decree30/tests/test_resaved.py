"""Files that LibreOffice opened and saved again: the same document in another program's XML gets the same verdicts."""

import subprocess
from pathlib import Path

import pytest

from motcua.engines.decree30 import convert
from motcua.engines.decree30.check import check
from motcua.engines.decree30.corpus.build import cases_of
from motcua.engines.decree30.corpus.registry import BREAKS
from motcua.engines.decree30.writing.docx import write
from motcua.engines.decree30.writing.layout import lay_out
from motcua.engines.decree30.writing.samples import SAMPLES

pytestmark = pytest.mark.skipif(convert.converter() is None, reason="LibreOffice is not installed")
KINDS = ("QĐ", "CV", "KH", "BB")
RULES = ("N3.size", "Q2.hyphen", "K3.size", "C11.indent", "P3.bottom", "O3.line", "C2.punctuation")


@pytest.fixture(scope="module")
def resaved(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Clean documents and broken ones by name, after LibreOffice saved them."""
    folder = tmp_path_factory.mktemp("resaved")
    held = {kind: write(lay_out(SAMPLES[kind])) for kind in KINDS}
    held |= {rule: next(cases_of(next(one for one in BREAKS if one.rule == rule))).data for rule in RULES}
    for at, data in enumerate(held.values()):
        (folder / f"{at}.docx").write_bytes(data)
    program = convert.converter()
    assert program is not None
    subprocess.run(
        [program, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to",
         "docx:MS Word 2007 XML", "--outdir", str(folder / "out"), *map(str, folder.glob("*.docx"))],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    return {name: Path(folder / "out" / f"{at}.docx").read_bytes() for at, name in enumerate(held)}


@pytest.mark.parametrize("kind", KINDS)
def test_a_clean_document_stays_clean(kind: str, resaved: dict[str, bytes]) -> None:
    assert [one.rule.code for one in check(resaved[kind]).counted] == []


@pytest.mark.parametrize("rule", RULES)
def test_a_violation_is_found_and_nothing_else(rule: str, resaved: dict[str, bytes]) -> None:
    assert [one.rule.id for one in check(resaved[rule]).counted] == [rule]
