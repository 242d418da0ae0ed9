"""LibreOffice opens every sample and sets it on as many pages as the writer counted."""

import shutil
import subprocess
from pathlib import Path

import pypdf
import pytest

from motcua.engines.decree30.writing.docx import write
from motcua.engines.decree30.writing.layout import lay_out
from motcua.engines.decree30.writing.samples import SAMPLES

OFFICE = shutil.which("soffice")


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_every_sample(tmp_path: Path) -> None:
    pages = {}
    for number, draft in enumerate(SAMPLES.values()):
        sheet = lay_out(draft)
        pages[number] = sheet.pages
        (tmp_path / f"{number}.docx").write_bytes(write(sheet))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    names = [str(tmp_path / f"{number}.docx") for number in pages]
    command = [str(OFFICE), profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), *names]
    subprocess.run(command, check=True, capture_output=True, timeout=170)
    found = {number: len(pypdf.PdfReader(tmp_path / f"{number}.pdf").pages) for number in pages}
    assert found == pages
