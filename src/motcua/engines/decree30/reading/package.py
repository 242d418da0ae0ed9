"""The parts of a .docx, opened as a stranger's file: bounded in size, without entities, without network."""

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from typing import Final

from lxml import etree

from motcua.engines.decree30.errors import Broken, Empty, Hostile, NeedsConverter, Protected, TooBig, WrongType

MB: Final = 1024 * 1024
LOCAL: Final = struct.Struct("<4s5H3L2H")  # the head of a member; lengths of its name and extra field come last
SIGN: Final = b"PK\x03\x04"
MOST_FILE: Final = 60 * MB
MOST_PART: Final = 24 * MB  # a part of text; a tree of it takes ten times as much memory
MOST_TEXT: Final = 40 * MB  # all parts read of one file
MOST_MEMBERS: Final = 5_000
MOST_TAGS: Final = 1_500_000  # of a part; a tree takes some 150 bytes for each
MOST_RATIO: Final = 300  # unpacked to packed, of a part above a megabyte
OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SIGNATURES: Final = "_xmlsignatures/"

_PARSER: Final = etree.XMLParser(
    resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
)
_KEEPING: Final = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
_STRICT: Final = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_TRANSITIONAL: Final = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT_NAMES: Final = (
    (_STRICT, _TRANSITIONAL),
    (b"http://purl.oclc.org/ooxml/drawingml/main", b"http://schemas.openxmlformats.org/drawingml/2006/main"),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
)


class Package:
    """Parts by name, read when asked for. Raises Broken, Hostile, TooBig.

    keep: trees are kept with all they hold, comments too, to be changed and written again (`trees`).
    """

    def __init__(self, archive: zipfile.ZipFile, data: bytes, *, keep: bool = False) -> None:
        self._data, self.keep = data, keep
        self.trees: dict[str, etree._Element] = {}
        self._names = {info.filename.lstrip("/"): info for info in archive.infolist()}
        self._read = 0

    @property
    def names(self) -> Mapping[str, zipfile.ZipInfo]:
        """All members by name."""
        return self._names

    @property
    def signed(self) -> bool:
        """Does it carry a signature of the package? Then it is audited, never rewritten."""
        return any(name.startswith(SIGNATURES) for name in self._names)

    def bytes_of(self, name: str) -> bytes | None:
        """One part; None where the package has none of that name."""
        info = self._names.get(name)
        if info is None:
            return None
        if info.flag_bits & 0x1:
            raise Protected
        if info.file_size > MOST_PART or (
            info.file_size > MB and info.file_size > MOST_RATIO * max(1, info.compress_size)
        ):
            raise Hostile(why=f"{name} nở thành {info.file_size // MB} MB")
        self._read += info.file_size
        if self._read > MOST_TEXT:
            raise TooBig(megabytes=self._read // MB, most=MOST_TEXT // MB)
        try:
            data = self._unpacked(info)
        except (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, NotImplementedError) as error:
            raise Broken(why=f"{name}: {error}") from error
        if len(data) > info.file_size:
            raise Hostile(why=f"{name} lớn hơn mục lục khai")
        return data

    def _unpacked(self, info: zipfile.ZipInfo) -> bytes:
        """A member in one go: zipfile's own reader, made for streams, takes three times as long for small parts."""
        head = self._data[info.header_offset : info.header_offset + LOCAL.size]
        sign, *_, name, extra = LOCAL.unpack(head)
        if sign != SIGN:
            raise zipfile.BadZipFile("sai đầu mục")
        begin = info.header_offset + LOCAL.size + name + extra
        packed = self._data[begin : begin + info.compress_size]
        if info.compress_type == zipfile.ZIP_STORED:
            data = packed
        elif info.compress_type == zipfile.ZIP_DEFLATED:
            data = zlib.decompressobj(-15).decompress(packed, info.file_size + 1)
        else:
            raise NotImplementedError("kiểu nén lạ")
        if len(data) <= info.file_size and zlib.crc32(data) != info.CRC:
            raise zipfile.BadZipFile("sai mã kiểm tra CRC")
        return data

    def tree_of(self, name: str) -> "etree._Element | None":
        """One part as a tree; None where there is none."""
        data = self.bytes_of(name)
        return None if data is None else self.tree(data, name)

    def tree(self, data: bytes, name: str) -> "etree._Element":
        """The tree of a part whose bytes are at hand."""
        tree = parsed(data, name, keep=self.keep)
        if self.keep:
            self.trees[name] = tree
        return tree


def parsed(data: bytes, name: str, *, keep: bool = False) -> "etree._Element":
    """XML without entities; names of the strict variant are read as the transitional ones."""
    if b"<!DOCTYPE" in data[:4096] or b"<!ENTITY" in data[:4096]:
        raise Hostile(why=f"{name} có khai báo DOCTYPE")
    if len(data) > MB and data.count(b"<") > MOST_TAGS:
        raise Hostile(why=f"{name} có quá nhiều phần tử")
    if _STRICT in data[:8192]:
        for strict, usual in _STRICT_NAMES:
            data = data.replace(strict, usual)
    try:
        return etree.fromstring(data, _KEEPING if keep else _PARSER)
    except etree.XMLSyntaxError as error:
        text = str(error)
        if "depth" in text or "huge" in text.lower() or "too" in text.lower():
            raise Hostile(why=f"{name}: {text}") from error
        raise Broken(why=f"{name}: {text}") from error


def open_package(data: bytes, *, keep: bool = False) -> Package:
    """The package in these bytes.

    Raises Empty, TooBig, Protected, NeedsConverter, WrongType, Broken, Hostile.
    """
    if not data:
        raise Empty
    if len(data) > MOST_FILE:
        raise TooBig(megabytes=len(data) // MB, most=MOST_FILE // MB)
    if not data.startswith(b"PK"):
        raise _not_a_package(data)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise Broken(why=str(error)) from error
    if len(archive.infolist()) > MOST_MEMBERS:
        raise Hostile(why=f"gói có {len(archive.infolist())} thành phần")
    package = Package(archive, data, keep=keep)
    if "[Content_Types].xml" not in package.names or not any(name.endswith("document.xml") for name in package.names):
        raise _other_package(package)
    return package


def _not_a_package(data: bytes) -> Exception:
    head = data[:4096]
    if head.startswith(OLE):
        if b"E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e" in data[: 8 * MB]:
            return Protected()
        return NeedsConverter(found=".doc")
    if head.lstrip().startswith(b"{\\rtf"):
        return NeedsConverter(found=".rtf")
    kinds = ((b"%PDF-", "PDF"), (b"\x89PNG", "ảnh PNG"), (b"\xff\xd8\xff", "ảnh JPEG"), (b"<", "XML hoặc HTML"))
    for mark, name in kinds:
        if head.lstrip().startswith(mark):
            return WrongType(found=name)
    return WrongType(found="không rõ")


def _other_package(package: Package) -> Exception:
    names = package.names
    if "mimetype" in names and (package.bytes_of("mimetype") or b"").startswith(
        b"application/vnd.oasis.opendocument.text"
    ):
        return NeedsConverter(found=".odt")
    for name, kind in (("xl/workbook.xml", "bảng tính Excel"), ("ppt/presentation.xml", "bài trình chiếu")):
        if name in names:
            return WrongType(found=kind)
    return WrongType(found="tệp nén không có văn bản Word")
