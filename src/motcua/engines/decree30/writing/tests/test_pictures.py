"""Pictures in the content and signatures in the block: in .docx, in PDF, and unseen by the rules of letters."""

import io
import zipfile
from dataclasses import replace

import pypdf
import pytest
from PIL import Image

from motcua.engines.decree30.check import check
from motcua.engines.decree30.writing import docx
from motcua.engines.decree30.writing.draft import Picture, Signature
from motcua.engines.decree30.writing.drafts_json import from_dict, to_dict
from motcua.engines.decree30.writing.errors import MissingField, WrongField
from motcua.engines.decree30.writing.layout import lay_out
from motcua.engines.decree30.writing.pdf import to_pdf
from motcua.engines.decree30.writing.samples import SAMPLES
from motcua.engines.decree30.writing.tests.test_pdf import FONTS


def png(width: int = 400, height: int = 200) -> bytes:
    held = io.BytesIO()
    Image.new("RGBA", (width, height), (0, 0, 200, 60)).save(held, "PNG")
    return held.getvalue()


def with_pictures():
    base = SAMPLES["BC"]
    picture = Picture(png(), 120, "Biểu đồ mẫu", "Biểu đồ 1. Mẫu")
    return replace(base, body=(*base.body, picture, picture, base.body[-1]),
                   signatures=tuple(replace(one, image=png(300, 150)) for one in base.signatures))  # fmt: skip


def test_a_picture_is_kept_once_however_often_it_stands() -> None:
    with zipfile.ZipFile(io.BytesIO(docx.write(lay_out(with_pictures())))) as archive:
        media = [name for name in archive.namelist() if name.startswith("word/media/")]
        document = archive.read("word/document.xml").decode()
    assert len(media) == 2
    assert document.count("<pic:pic") == 3
    assert 'descr="Biểu đồ mẫu"' in document


def test_the_checker_finds_nothing_in_a_document_with_pictures() -> None:
    report = check(docx.write(lay_out(with_pictures())))
    assert [one for one in report.findings if one.verdict in {"violation", "warning"}] == []


def test_the_pdf_holds_the_pictures() -> None:
    found = pypdf.PdfReader(io.BytesIO(to_pdf(lay_out(with_pictures()), FONTS)))
    assert sum(len(page.images) for page in found.pages) == 2  # one file twice on a page


def test_a_document_may_end_with_a_picture() -> None:
    draft = replace(SAMPLES["BC"], body=(Picture(png(), 120, "Biểu đồ mẫu"),))
    report = check(docx.write(lay_out(draft)))
    assert [one for one in report.findings if one.verdict in {"violation", "warning"}] == []


def test_a_draft_with_pictures_survives_json() -> None:
    assert from_dict(to_dict(with_pictures())) == with_pictures()


@pytest.mark.parametrize(
    ("png", "width", "alt", "error"),
    [(b"GIF89a", 100, "x", WrongField), (png(), 0, "x", WrongField), (png(), 166, "x", WrongField),
     (png(), 100, "", MissingField)],
)  # fmt: skip
def test_a_picture_that_is_none_is_refused(png: bytes, width: int, alt: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        Picture(png, width, alt)


def test_a_signature_without_an_image_leaves_room_for_a_pen() -> None:
    assert Signature(title="CHỦ TỊCH").image == b""
