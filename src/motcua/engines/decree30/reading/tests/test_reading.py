"""Reading a .docx: effective formats as Word resolves them, sections, headers in force; hostile files refused."""

import io
import zipfile

import pytest

from motcua.engines.decree30 import errors
from motcua.engines.decree30.reading.document import read
from motcua.engines.decree30.reading.model import Document
from motcua.engines.decree30.reading.package import open_package

NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
STYLES = (
    f"<w:styles {NS}><w:docDefaults><w:rPrDefault><w:rPr>"
    '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/>'
    '<w:sz w:val="28"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Head"><w:basedOn w:val="Normal"/><w:rPr><w:b/><w:sz w:val="26"/></w:rPr>'
    '</w:style><w:style w:type="character" w:styleId="Strong"><w:rPr><w:b/></w:rPr></w:style></w:styles>'
)


def package(body: str, **parts: str) -> bytes:
    """A .docx of this body."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", f"<w:document {NS}><w:body>{body}</w:body></w:document>")
        archive.writestr("word/styles.xml", STYLES)
        for name, text in parts.items():
            archive.writestr(f"word/{name}" if "." in name else f"word/{name}.xml", text)
    return held.getvalue()


def document(body: str, **parts: str) -> Document:
    """The same, read."""
    return read(open_package(package(body, **parts)))


def test_size_and_font_come_from_the_defaults_where_nothing_nearer_says_them() -> None:
    form = document("<w:p><w:r><w:t>Hà Nội</w:t></w:r></w:p>").paragraphs[0].runs[0].format
    assert (form.points, form.ascii, form.hansi, form.bold) == (14, "Times New Roman", "Times New Roman", False)


def test_bold_of_two_styles_turns_itself_off() -> None:
    body = (
        '<w:p><w:pPr><w:pStyle w:val="Head"/></w:pPr><w:r><w:t>a</w:t></w:r>'
        '<w:r><w:rPr><w:rStyle w:val="Strong"/></w:rPr><w:t>b</w:t></w:r>'
        "<w:r><w:rPr><w:b/></w:rPr><w:t>c</w:t></w:r></w:p>"
    )
    assert [run.format.bold for run in document(body).paragraphs[0].runs] == [True, False, True]


def test_sections_hold_their_margins_and_paragraphs() -> None:
    body = (
        '<w:p><w:pPr><w:sectPr><w:pgMar w:top="1134" w:left="1701"/></w:sectPr></w:pPr></w:p><w:p/>'
        '<w:sectPr><w:pgMar w:top="1417" w:left="1984"/></w:sectPr>'
    )
    found = document(body)
    assert [(section.top, section.left) for section in found.sections] == [(1134, 1701), (1417, 1984)]
    assert [paragraph.section for paragraph in found.paragraphs] == [0, 1]


def test_text_keeps_tabs_breaks_and_hyphens_and_drops_what_was_deleted() -> None:
    body = (
        "<w:p><w:r><w:t>Độc lập</w:t><w:noBreakHyphen/><w:t>Tự do</w:t><w:tab/><w:br/></w:r>"
        "<w:del><w:r><w:delText>x</w:delText></w:r></w:del></w:p>"
    )
    found = document(body)
    assert found.paragraphs[0].text == "Độc lập-Tự do\t\n"
    assert found.tracked


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", errors.Empty),
        (b"%PDF-1.7", errors.WrongType),
        (b"PK\x03\x04broken", errors.Broken),
        (b"{\\rtf1}", errors.NeedsConverter),
        (package("").replace(b"PK\x05\x06", b"PK\x05\x00"), errors.Broken),
    ],
)
def test_what_is_no_document_gets_one_clear_error(data: bytes, error: type[Exception]) -> None:
    with pytest.raises(error):
        open_package(data)


def test_an_entity_is_refused() -> None:
    with pytest.raises(errors.Hostile):
        document("", settings=f'<!DOCTYPE x [<!ENTITY a "b">]><w:settings {NS}/>')


def test_nesting_without_end_is_refused() -> None:
    with pytest.raises(errors.Unreadable):
        document("<w:sdt><w:sdtContent>" * 100 + "<w:p/>" + "</w:sdtContent></w:sdt>" * 100)


@pytest.mark.parametrize("body", ["<w:p/>" * 120_000, "<w:p/>" * 1_600_000], ids=["paragraphs", "elements"])
def test_a_document_without_end_is_refused(body: str) -> None:
    with pytest.raises(errors.Hostile):
        document(body)


def test_a_part_that_swells_is_refused_before_it_is_unpacked() -> None:
    with pytest.raises(errors.Hostile, match="MB"):
        document("", settings=f"<w:settings {NS}>" + " " * 30_000_000 + "</w:settings>")
