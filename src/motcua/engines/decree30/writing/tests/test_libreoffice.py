"""LibreOffice opens every sample and sets it on as many pages as the writer counted."""

import os
import shutil
import subprocess
from pathlib import Path

import pypdf
import pytest

from motcua.engines.decree30.writing.docx import write
from motcua.engines.decree30.writing.layout import lay_out
from motcua.engines.decree30.writing.samples import SAMPLES

OFFICE = shutil.which("soffice")
# Tinos has the widths of Times New Roman; what fonts the machine has decides nothing.
FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<include ignore_missing="yes">/etc/fonts/fonts.conf</include><dir>{fonts}</dir><cachedir>{cache}</cachedir>
<match target="pattern"><test name="family"><string>Times New Roman</string></test>
<edit name="family" mode="assign" binding="strong"><string>Tinos</string></edit></match></fontconfig>"""
PAPER_FONTS = Path(__file__).parents[4] / "web" / "paper_fonts"


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
    config = tmp_path / "fonts.conf"
    config.write_text(FONTS.format(fonts=PAPER_FONTS, cache=tmp_path / "cache"), encoding="utf-8")
    environment = {**os.environ, "FONTCONFIG_FILE": str(config)}
    subprocess.run(command, check=True, capture_output=True, timeout=170, env=environment)
    found = {number: len(pypdf.PdfReader(tmp_path / f"{number}.pdf").pages) for number in pages}
    assert found == pages
