"""On which page a paragraph stands, as far as the file tells."""

from motcua.engines.decree30.reading.model import Document, Paragraph


def pages_of(document: Document) -> list[int]:
    """Page of each paragraph, as far as breaks and Word's last layout tell; 1 at the beginning."""
    pages: list[int] = []
    page = 1
    starts = {section.start for section in document.sections[1:]}
    last = 0
    for paragraph in document.paragraphs:
        begins = paragraph.section != last and starts - {"continuous"} and _new_page(document, paragraph)
        if pages and (paragraph.starts_page or begins):
            page += 1
        last = paragraph.section
        pages.append(page)
    return pages


def _new_page(document: Document, paragraph: Paragraph) -> bool:
    return document.sections[paragraph.section].start != "continuous"
