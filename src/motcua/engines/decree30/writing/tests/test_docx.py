"""What is written is read back as the sheet says, in every shape; the same sheet gives the same bytes."""

import io
import zipfile

import pytest
from lxml import etree

from motcua.engines.decree30.reading.document import read
from motcua.engines.decree30.reading.model import Document, Form, Paragraph
from motcua.engines.decree30.reading.package import open_package
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.writing.docx import write, write_flat
from motcua.engines.decree30.writing.layout import lay_out
from motcua.engines.decree30.writing.samples import SAMPLES
from motcua.engines.decree30.writing.shapes import CLEAN, SHAPES, HeadForm, LineForm, Shape
from motcua.engines.decree30.writing.shaping import shaped
from motcua.engines.decree30.writing.sheet import Para, Run
from motcua.engines.decree30.writing.tables import FlatSheet

BOTH = pytest.mark.parametrize("shape", SHAPES, ids=[shape.name for shape in SHAPES])
FORMS = {LineForm.ALTERNATE: Form.DRAWING, LineForm.DRAWING: Form.DRAWING, LineForm.VML: Form.VML}


def looks(runs: list[Run]) -> list[tuple[object, ...]]:
    """Format of every letter of a paragraph of the sheet."""
    return [
        (letter, run.size, run.bold, run.italic, run.font, run.color, run.raised) for run in runs for letter in run.text
    ]


def read_looks(paragraph: Paragraph) -> list[tuple[object, ...]]:
    """The same of one that was read."""
    return [
        (
            letter,
            run.format.size,
            run.format.bold,
            run.format.italic,
            run.format.hansi,
            run.format.color,
            run.format.raised,
        )
        for run in paragraph.runs
        for letter in run.text
    ]


def form(para: Para) -> tuple[object, ...]:
    """Format of a paragraph of the sheet."""
    return (para.align, para.left, para.right, para.first, para.before, para.after, para.line, para.rule)


def read_form(paragraph: Paragraph) -> tuple[object, ...]:
    """The same of one that was read."""
    own = paragraph.format
    return (own.align, own.left, own.right, own.first, own.before, own.after, own.line, own.rule)


def there_and_back(name: str, shape: Shape) -> tuple[FlatSheet, Document]:
    """A sample in a shape, and what is read of it."""
    flat = shaped(lay_out(SAMPLES[name]), shape)
    return flat, read(open_package(write_flat(flat, shape)))


@BOTH
@pytest.mark.parametrize("name", ["QĐ", "CV", "KH"])
def test_effective_formats_are_those_of_the_sheet(name: str, shape: Shape) -> None:
    flat, document = there_and_back(name, shape)
    wanted = flat.paragraphs()
    assert [one.text for one in wanted] == [one.text for one in document.paragraphs][: len(wanted)]
    for para, paragraph in zip(wanted, document.paragraphs, strict=False):
        assert read_looks(paragraph) == looks(para.runs), para.text
        assert read_form(paragraph) == form(para), para.text


@BOTH
def test_sections_are_those_of_the_sheet(shape: Shape) -> None:
    flat, document = there_and_back("KH", shape)
    for section, found in zip(flat.sections, document.sections, strict=True):
        page = section.page
        assert (found.width, found.height, found.landscape) == (page.width, page.height, page.landscape)
        assert (found.top, found.right, found.bottom, found.left) == (page.top, page.right, page.bottom, page.left)
        assert (found.title_page, found.restart) == (page.title_page, page.restart)
        assert found.headers["default"].numbered and not found.headers["first"].numbered
        assert "even" not in found.headers


@BOTH
def test_lines_are_read_with_their_length(shape: Shape) -> None:
    sheet = lay_out(SAMPLES["CV"])
    widths = [para.stroke.width for para in sheet.paragraphs() if para.stroke]
    _, document = there_and_back("CV", shape)
    drawn = [line for paragraph in document.paragraphs for line in paragraph.lines if line.form is not Form.BORDER]
    wanted = FORMS.get(shape.line)
    assert {line.form for line in drawn} == ({wanted} if wanted else set())
    assert [line.width for line in drawn] == (pytest.approx(widths, abs=0.1) if wanted else [])


def test_underscores_come_near_to_the_length_of_the_line() -> None:
    flat = shaped(lay_out(SAMPLES["QĐ"]), Shape(line=LineForm.UNDERSCORES))
    lines = [para.width() for para in flat.paragraphs() if para.role is Role.LINE]
    strokes = [para.stroke.width for para in lay_out(SAMPLES["QĐ"]).paragraphs() if para.stroke]
    assert lines == pytest.approx(strokes, rel=0.03)


@BOTH
def test_bytes_depend_on_sheet_and_shape_alone(shape: Shape) -> None:
    assert write(lay_out(SAMPLES["QĐ"]), shape) == write(lay_out(SAMPLES["QĐ"]), shape)


@BOTH
def test_every_part_is_well_formed_and_named_by_the_package(shape: Shape) -> None:
    archive = zipfile.ZipFile(io.BytesIO(write(lay_out(SAMPLES["KH"]), shape)))
    types = archive.read("[Content_Types].xml").decode()
    for name in archive.namelist():
        etree.fromstring(archive.read(name))
        assert name.endswith((".rels", "[Content_Types].xml")) or f'PartName="/{name}"' in types


def test_a_footnote_is_written_only_where_there_is_one() -> None:
    sheet = lay_out(SAMPLES["QĐ"])
    assert b"footnotes" not in write(sheet)
    sheet.footnote = [Para(Role.NOTE, [Run("Ghi chú.", 20)])]
    assert [note.text for note in read(open_package(write(sheet))).notes] == ["Ghi chú."]


def test_tabs_and_breaks_put_two_components_into_one_paragraph() -> None:
    for head in (HeadForm.TABS, HeadForm.BREAKS):
        _, document = there_and_back("QĐ", Shape(head=head))
        shared = [one for one in document.paragraphs if "CỘNG HÒA" in one.text]
        assert len(shared) == 1 and len(shared[0].text) > len("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")


def test_the_shape_leaves_the_sheet_as_it_was() -> None:
    sheet = lay_out(SAMPLES["CV"])
    before = repr(sheet)
    for shape in SHAPES:
        write(sheet, shape)
    assert repr(sheet) == before


def test_the_clean_product_says_nothing_on_runs_that_its_styles_say() -> None:
    archive = zipfile.ZipFile(io.BytesIO(write(lay_out(SAMPLES["CV"]), CLEAN)))
    document = archive.read("word/document.xml").decode()
    assert "<w:rFonts" not in document and document.count("<w:sz ") < 5
