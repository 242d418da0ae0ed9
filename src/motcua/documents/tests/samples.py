"""Documents for the tests: of an invented ward, whole or with something wrong."""

import io
import zipfile
from collections.abc import Mapping

from django.core.files.uploadedfile import SimpleUploadedFile

from motcua.engines.decree30.corpus.cases import Change
from motcua.engines.decree30.corpus.changes import each, page, turned
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.writing import docx
from motcua.engines.decree30.writing.layout import lay_out
from motcua.engines.decree30.writing.samples import SAMPLES
from motcua.engines.decree30.writing.shapes import SHAPE_NAMES

NUMBER_SIZE = each(Role.NUMBER_LINE, size=28)  # 14 points, must be 13: ND30-N3.size, mended safely
NOT_ITALIC = each(Role.PLACE_DATE, italic=False)  # ND30-D3.italic
MOTTO = turned(Role.MOTTO, lambda text: text.replace("-", "–"))
NARROW = page(left=1000)  # ND30-P3.left


def document(*changes: Change, kind: str = "QĐ", shape: str = "clean") -> bytes:
    """A document of the samples with these changes."""
    sheet = lay_out(SAMPLES[kind])
    for change in changes:
        change(sheet)
    return docx.write(sheet, SHAPE_NAMES[shape])


def upload(data: bytes, name: str = "quyet-dinh.docx") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


def zipped(files: Mapping[str, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return held.getvalue()
