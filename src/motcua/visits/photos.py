"""Photographs and drawn signatures in the house's files: by visit, by content, distrusted."""

import hashlib
import io
from collections.abc import Sequence
from typing import Final

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image, ImageDraw, UnidentifiedImageError

from motcua.visits.errors import BadPhoto
from motcua.visits.models import Visit

MOST_BYTES: Final = 2 * 1024 * 1024
MOST_PIXELS: Final = 4_000_000  # the tablet sends at most 1600 × 1600
PAD: Final = (600, 200)
PEN: Final = 3
INK: Final = (0, 0, 192)


def path_of(visit: Visit, sha256: str) -> str:
    """Where a content lies in the storage."""
    return f"visits/{visit.pk}/{sha256}"


def keep(visit: Visit, data: bytes) -> str:
    """Store a content once in its visit; its SHA-256."""
    digest = hashlib.sha256(data).hexdigest()
    if not default_storage.exists(path_of(visit, digest)):
        default_storage.save(path_of(visit, digest), ContentFile(data))
    return digest


def read(visit: Visit, sha256: str) -> bytes:
    """A stored content."""
    with default_storage.open(path_of(visit, sha256)) as file:
        return bytes(file.read())


def looked_at(data: bytes, sha256: str) -> tuple[int, int]:
    """Width and height of a JPEG that really is one, whole, of bearable size and without the camera's own marks.

    Raises BadPhoto.
    """
    if len(data) > MOST_BYTES:
        raise BadPhoto(vi="lớn hơn 2 MB", en="larger than 2 MB")
    if hashlib.sha256(data).hexdigest() != sha256:
        raise BadPhoto(vi="nội dung khác mã băm", en="its content is not what its hash says")
    try:
        with Image.open(io.BytesIO(data), formats=["JPEG"]) as image:
            size = image.size
            if size[0] * size[1] > MOST_PIXELS:
                raise BadPhoto(vi="quá nhiều điểm ảnh", en="too many pixels")
            if "exif" in image.info or image.getexif():
                raise BadPhoto(vi="còn dữ liệu EXIF của máy ảnh", en="the camera's EXIF data are still in it")
            image.load()
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise BadPhoto(vi="không phải tệp JPEG đọc được", en="it is no JPEG that can be read") from error
    return size


def drawn(strokes: Sequence[Sequence[Sequence[int]]]) -> bytes:
    """A PNG of what was drawn; strokes in thousandths of the pad's width and height. The same gives the same bytes."""
    image = Image.new("L", PAD, 255)
    pen = ImageDraw.Draw(image)
    for stroke in strokes:
        points = [(x * PAD[0] // 1000, y * PAD[1] // 1000) for x, y in stroke]
        if len(points) == 1:
            x, y = points[0]
            pen.ellipse((x - PEN, y - PEN, x + PEN, y + PEN), fill=0)
        else:
            pen.line(points, fill=0, width=PEN, joint="curve")
    target = io.BytesIO()
    image.save(target, "PNG")
    return target.getvalue()


def inked(strokes: Sequence[Sequence[Sequence[int]]]) -> bytes:
    """The same in blue on nothing, as a signature stands in a document (NĐ 30/2020 Mục II.7d)."""
    with Image.open(io.BytesIO(drawn(strokes))) as black:
        made = Image.new("RGBA", PAD, (*INK, 0))
        made.putalpha(Image.eval(black, lambda value: 255 - value))
    target = io.BytesIO()
    made.save(target, "PNG")
    return target.getvalue()
