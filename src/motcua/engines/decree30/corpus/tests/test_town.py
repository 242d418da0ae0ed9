"""A town's documents for measuring speed: the same each time, of several pages, some of them wrong."""

from pathlib import Path

from motcua.engines.decree30.corpus.town import write_town
from motcua.engines.decree30.reading.document import read
from motcua.engines.decree30.reading.package import open_package


def test_the_same_seed_gives_the_same_documents(tmp_path: Path) -> None:
    write_town(tmp_path / "a", count=12)
    write_town(tmp_path / "b", count=12)
    write_town(tmp_path / "c", count=12, seed=31)
    files = [[path.read_bytes() for path in sorted((tmp_path / name).rglob("*.docx"))] for name in "abc"]
    assert files[0] == files[1] and files[0] != files[2] and len(set(files[0])) == 12


def test_documents_have_two_to_six_pages_and_some_appendices(tmp_path: Path) -> None:
    write_town(tmp_path, count=40)
    found = [read(open_package(path.read_bytes())) for path in tmp_path.rglob("*.docx")]
    pages = [document.pages or 0 for document in found]
    assert min(pages) >= 2 and 5 <= max(pages) <= 7
    assert len({len(document.sections) for document in found}) > 1


def test_most_are_clean_and_the_frequent_faults_are_there(tmp_path: Path) -> None:
    write_town(tmp_path, count=80)
    texts = [read(open_package(path.read_bytes())) for path in tmp_path.rglob("*.docx")]
    dashes = sum(any("Độc lập – Tự do" in para.text for para in document.paragraphs) for document in texts)
    assert 1 <= dashes <= 14
