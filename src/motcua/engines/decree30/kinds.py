"""Types of documents (Điều 7), their abbreviations, and the grammar of number and symbol (Phụ lục III)."""

import functools
import re
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files
from typing import Final

from motcua.engines.decree30.roles.words import begins, plain
from motcua.engines.law import tables


class Family(StrEnum):
    """Which rule set a document is judged by."""

    ADMINISTRATIVE = "administrative"
    NORMATIVE = "normative"
    SPECIALISED = "specialised"
    PARTY = "party"
    COPY = "copy"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Kind:
    """A type: its abbreviation ("QĐ") and name ("Quyết định"); plain: the name as it is compared."""

    code: str
    name: str
    plain: str
    abbreviated: bool = True


@functools.cache
def _law() -> tables.Regime:
    return tables.load(files("motcua.engines.decree30").joinpath("law", "types.toml")).regimes[-1]


@functools.cache
def kinds() -> dict[str, Kind]:
    """The 29 types by their code."""
    law = _law()
    named = [Kind(code, name, plain(name)) for code, name in law.named.value]
    return {kind.code: kind for kind in (
        *named, *(Kind(code, name, plain(name), abbreviated=False) for code, name in law.plain.value))}  # fmt: skip


@functools.cache
def copy_names() -> dict[str, str]:
    """Symbols of copies and the names of their forms ("SY": "Sao y")."""
    return dict(_law().copies.value)


@functools.cache
def copies() -> dict[str, str]:
    """The same, names as they are compared."""
    return {code: plain(name) for code, name in copy_names().items()}


def listed(name: str, code: str) -> bool:
    """Does the list `name` of the law table hold this code?"""
    return code in _law().values[name].value


@functools.cache
def _by_length() -> tuple[Kind, ...]:
    return tuple(sorted((kind for kind in kinds().values() if kind.code != "CV"), key=lambda kind: -len(kind.plain)))


def named(text: str) -> Kind | None:
    """The type whose name is this plain text, or begins it ("biên bản họp …")."""
    for kind in _by_length():
        if text == kind.plain:
            return kind
    return next((kind for kind in _by_length() if begins(text, (kind.plain,))), None)


# Names of documents of a sector (văn bản chuyên ngành, Điều 4.2a): not of the 29, yet a type name when set as one.
SPECIALISED: Final = tuple(
    plain(word) for word in (
        "giấy phép", "giấy chứng nhận", "giấy xác nhận", "giấy đăng ký", "giấy", "chứng chỉ", "kết luận", "lệnh",
        "phiếu", "đơn", "bản án", "cáo trạng", "danh sách", "đề cương", "dự toán", "hồ sơ", "bảng", "lịch", "quy trình",
        "điều lệ", "nội quy", "thông tư", "nghị định", "luật", "pháp lệnh", "chứng thư", "bản", "thẻ", "tài liệu",
        "giấy báo", "thư", "sổ", "tóm tắt", "dự thảo", "kịch bản", "tham luận", "bài phát biểu", "lý lịch",
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Symbol:
    """Number and symbol of a document, taken apart.

    number: as written, "" when blank. year: of a normative document. groups: what the hyphens divide.
    """

    number: str
    year: str
    groups: tuple[str, ...]
    rest: str

    @property
    def text(self) -> str:
        """The symbol without the number."""
        return "-".join(self.groups)


_BLANK: Final = re.compile(r"[\s.…_\u00a0]+")
_YEAR: Final = re.compile(r"^\s*(20\d\d)\s*/")


def symbol_of(line: str) -> Symbol | None:
    """Number and symbol of a line "Số: 15/QĐ-BNV"; None where no "/" divides them."""
    _, colon, after = line.partition(":")
    text = after if colon else re.sub(r"^\s*\S+\s*", "", line, count=1)
    number, slash, rest = text.partition("/")
    if not slash:
        return None
    year = _YEAR.match(rest)
    if year is not None:
        rest = rest[year.end() :]
    groups = tuple(group.strip(" \u00a0.…") for group in re.split(r"[-–—\u2011]", rest))
    return Symbol(_BLANK.sub("", number), year[1] if year else "", tuple(g for g in groups if g), rest)
