"""Images of the pages, with frames where the marked paragraphs stand; private as the check is."""

import io

import pytest
from django.core.files.storage import default_storage

from motcua.documents import commands, drawing
from motcua.documents.models import CheckedFile
from motcua.documents.tests.conftest import NOW, Town, client_of
from motcua.documents.tests.samples import NOT_ITALIC, NUMBER_SIZE, document
from motcua.engines.decree30 import convert
from motcua.events.models import Event

needs_libreoffice = pytest.mark.skipif(convert.converter() is None, reason="LibreOffice is not installed")
BAD = document(NUMBER_SIZE, NOT_ITALIC)


@needs_libreoffice
def test_pages_are_drawn_with_a_frame_for_every_marked_paragraph(town: Town) -> None:
    row = town.file(BAD)
    client = client_of(town.drafter)
    assert client.post(f"/documents/files/{row.pk}/pages").status_code == 302
    client.post(f"/documents/files/{row.pk}/pages")  # pressed twice, asked once
    assert Event.objects.filter(kind="format_check.pages_asked").count() == 1
    assert 'hx-trigger="every 2s"' in client.get(f"/documents/files/{row.pk}?view=images").content.decode()
    commands.draw(row.pk)
    row = CheckedFile.objects.get(pk=row.pk)
    marked = {index for one in row.findings for index in one["paragraphs"]}
    framed = [box["paragraph"] for page in row.drawn["pages"] for box in page["boxes"]]  # type: ignore[index]
    assert set(framed) == marked
    assert len(framed) == len(marked)
    page = row.drawn["pages"][0]  # type: ignore[index]
    assert all(0 <= box["x"] <= page["width"] and 0 <= box["y"] <= page["height"] for box in page["boxes"])
    text = client.get(f"/documents/files/{row.pk}?view=images").content.decode()
    assert "<image " in text
    assert ' style="' not in text
    image = client.get(f"/documents/files/{row.pk}/pages/1")
    assert b"".join(image.streaming_content).startswith(b"\x89PNG")  # type: ignore[attr-defined]
    assert "private" in image["Cache-Control"]
    assert client_of(town.stranger).get(f"/documents/files/{row.pk}/pages/1").status_code == 404
    assert client.get(f"/documents/files/{row.pk}/pages/99").status_code == 404


def test_a_file_that_libreoffice_cannot_lay_out_says_so(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(convert, "converter", lambda: "/bin/false")
    row = commands.ask_pages(town.file(BAD).pk, by=town.drafter, now=NOW)
    commands.draw(row.pk)
    assert CheckedFile.objects.get(pk=row.pk).drawn == {"state": "failed"}
    text = client_of(town.drafter).get(f"/documents/files/{row.pk}?view=images").content.decode()
    assert "LibreOffice không dựng được ảnh" in text


def test_without_libreoffice_no_button_offers_images(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(convert, "converter", lambda: None)
    row = town.file(BAD)
    client = client_of(town.drafter)
    assert "/pages" not in client.get(f"/documents/files/{row.pk}").content.decode()
    assert client.post(f"/documents/files/{row.pk}/pages").status_code == 404


def test_paragraphs_that_begin_alike_take_the_places_in_their_order() -> None:
    pytest.importorskip("pypdfium2")
    assert drawing.bare("Điều  1.\tHiệu LỰC") == "điều1.hiệulực"


def test_a_png_is_one() -> None:
    data = drawing.png(2, 1, 8, bytes([255, 0, 0, 9, 0, 255, 0, 9]), 4)
    assert data.startswith(b"\x89PNG")
    assert io.BytesIO(data).read().endswith(b"IEND\xaeB`\x82")


@pytest.mark.usefixtures("run_on_commit")
def test_sweeping_removes_images_too(town: Town) -> None:
    row = town.file(BAD)
    folder = f"checks/{row.check_of.folder}"
    with default_storage.open(f"{folder}/{row.pk}-1.png", "wb") as file:
        file.write(b"x")
    commands.sweep(before=NOW.replace(year=2024), by=town.administrator, now=NOW)
    assert not default_storage.exists(f"{folder}/{row.pk}-1.png")
