"""Repeated properties are parsed once, and nobody can tell: what is read is what is read of the whole part."""

import pytest

from motcua.engines.decree30.reading.document import read
from motcua.engines.decree30.reading.folding import fold
from motcua.engines.decree30.reading.model import Document
from motcua.engines.decree30.reading.package import open_package
from motcua.engines.decree30.reading.tests.test_reading import package
from motcua.engines.decree30.writing.docx import write
from motcua.engines.decree30.writing.layout import lay_out
from motcua.engines.decree30.writing.samples import SAMPLES

BOLD = "<w:rPr><w:b/></w:rPr>"
PLAIN = '<w:rPr><w:sz w:val="26"/></w:rPr>'
CENTER = '<w:pPr><w:jc w:val="center"/></w:pPr>'


def run(text: str, properties: str = BOLD) -> str:
    """A run of this text."""
    return f"<w:r>{properties}<w:t>{text}</w:t></w:r>"


def seen(document: Document) -> list[object]:
    """All that rules see of paragraphs."""
    return [(one.text, one.format, one.section, [(run.text, run.format) for run in one.runs])
            for one in document.paragraphs]  # fmt: skip


def both(data: bytes) -> tuple[list[object], list[object]]:
    """As it is read to be judged, and as it is read to be mended: of the whole part."""
    return seen(read(open_package(data))), seen(read(open_package(data, keep=True)))


@pytest.mark.parametrize("name", SAMPLES)
def test_a_document_is_read_alike_folded_and_whole(name: str) -> None:
    folded, whole = both(write(lay_out(SAMPLES[name])))
    assert folded == whole


@pytest.mark.parametrize(
    "body",
    [
        f"<w:p>{CENTER}{run('a')}</w:p><w:p>{CENTER}{run('b')}{run('c', PLAIN)}{run('d', PLAIN)}</w:p>",
        # the first of them stands where nothing is read: in letters taken out
        f"<w:p><w:del>{run('a')}</w:del>{run('b')}{run('c')}</w:p>",
        # one within the other, under tracking
        f"<w:p><w:r><w:rPr><w:i/><w:rPrChange>{BOLD}</w:rPrChange></w:rPr><w:t>a</w:t></w:r>{run('b')}{run('c')}</w:p>",
        # paragraphs of one format, each the end of a section
        '<w:p><w:pPr><w:sectPr><w:pgMar w:top="1"/></w:sectPr></w:pPr></w:p>' * 2,
        # letters that look like properties
        f"<w:p>{run('<![CDATA[<w:rPr><w:b/></w:rPr>]]>')}{run('b')}</w:p>",
        f"<w:p><!-- <w:rPr> -->{run('a')}<!-- <w:rPr> -->{run('b')}</w:p>",
        f"<w:p><?x <w:rPr> ?>{run('a')}<?x <w:rPr> ?>{run('b')}</w:p>",
        # numbers that nobody gave
        f'<w:p>{run("a")}{run("b")}<w:r><w:rPr n="7"><w:i/></w:rPr><w:t>c</w:t></w:r></w:p>',
        f"<w:p>{run('a', '<w:rPr></w:rPr>')}{run('b', '<w:rPr></w:rPr>')}{run('c', '<w:rPr/>')}</w:p>",
    ],
)
def test_what_looks_like_repetition_is_read_as_it_stands(body: str) -> None:
    folded, whole = both(package(body))
    assert folded == whole


def test_the_second_of_two_like_formats_is_a_number() -> None:
    found = fold(f"<w:p>{run('a')}{run('b')}</w:p>".encode())
    assert found.data.count(b"<w:b/>") == 1
    assert found.runs == {"0": b"<w:b/>"}


def test_headers_of_one_template_are_read_once_and_mended_ones_anew() -> None:
    header = '<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p>{}</w:p></w:hdr>'
    relations = '<Relationships><Relationship Id="r1" Target="header1.xml" Type="t/header"/></Relationships>'
    section = (
        '<w:sectPr><w:headerReference w:type="default" r:id="r1" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/></w:sectPr>'
    )
    parts = {"header1": header.format(run("Mẫu")), "_rels/document.xml.rels": relations}

    def heading(*, keep: bool) -> list[object]:
        data = package(section, **parts)
        return list(read(open_package(data, keep=keep)).sections[0].headers["default"].paragraphs)

    assert heading(keep=False)[0] is heading(keep=False)[0]
    assert heading(keep=True)[0] is not heading(keep=True)[0]
