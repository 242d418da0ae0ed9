"""A draft as JSON and back: a block of the body names its own form under "block"; bytes are Base64."""

import base64
import binascii
import dataclasses
import re
import types
import typing
from collections.abc import Mapping
from typing import Any, Final, TypeVar

from motcua.engines.decree30.writing import draft as parts
from motcua.engines.decree30.writing.draft import Draft
from motcua.engines.decree30.writing.errors import MissingField, UnknownField, WrongField

T = TypeVar("T")
# What no XML may hold; a new line is allowed, it breaks the line.
UNPRINTABLE: Final = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
BLOCKS: Final[dict[str, type]] = {
    "division": parts.Division, "heading": parts.Heading, "article": parts.Article, "clause": parts.Clause,
    "point": parts.Point, "text": parts.Text, "table": parts.Table, "picture": parts.Picture,
}  # fmt: skip
BLOCK_NAMES: Final = {form: name for name, form in BLOCKS.items()}


def to_dict(draft: Draft) -> dict[str, Any]:
    """Plain values for JSON; what is empty is left out."""
    return _plain(draft)


def _plain(part: Any) -> dict[str, Any]:
    said: dict[str, Any] = {"block": BLOCK_NAMES[type(part)]} if type(part) in BLOCK_NAMES else {}
    for field in dataclasses.fields(part):
        value = getattr(part, field.name)
        if value != field.default:
            said[field.name] = _value(value)
    return said


def _value(value: Any) -> Any:
    if dataclasses.is_dataclass(value):
        return _plain(value)
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    return [_value(one) for one in value] if isinstance(value, tuple) else value


def from_dict(data: object) -> Draft:
    """The draft that these values describe. Raises BadDraft: UnknownKind, UnknownField, WrongField, MissingField."""
    return _part(Draft, data, "draft")


def _part(form: type[T], data: object, where: str) -> T:
    if not isinstance(data, Mapping):
        raise WrongField(where=where, field="", wanted="đối tượng (object)")
    known = {field.name: field for field in dataclasses.fields(form)}  # type: ignore[arg-type]
    hints = typing.get_type_hints(form)
    for name in data:
        if name not in known and name != "block":
            raise UnknownField(where=where, field=name, known=", ".join(known))
    for name, field in known.items():
        if name not in data and field.default is dataclasses.MISSING:
            raise MissingField(where=where, field=name)
    return form(**{name: _read(hints[name], data[name], where, name) for name in known if name in data})


def _read(hint: Any, value: object, where: str, name: str) -> Any:
    if hint in {str, bool, int}:
        if type(value) is not hint:
            raise WrongField(where=where, field=name, wanted=_WORDS[hint])
        if isinstance(value, str) and UNPRINTABLE.search(value):
            raise WrongField(where=where, field=name, wanted="chữ không có ký tự điều khiển (no control characters)")
        return value
    if hint is bytes:
        return _bytes(value, where, name)
    if hint == parts.Block:
        return _block(value, f"{where}.{name}")
    if typing.get_origin(hint) is tuple:
        if not isinstance(value, list | tuple):
            raise WrongField(where=where, field=name, wanted="danh sách (list)")
        inner = typing.get_args(hint)[0]
        return tuple(_read(inner, one, where, f"{name}[{at}]") for at, one in enumerate(value))
    if isinstance(hint, types.UnionType):
        return None if value is None else _part(typing.get_args(hint)[0], value, f"{where}.{name}")
    return _part(hint, value, f"{where}.{name}")


def _bytes(value: object, where: str, name: str) -> bytes:
    try:
        return base64.b64decode(str(value), validate=True)
    except binascii.Error as error:
        raise WrongField(where=where, field=name, wanted="Base64") from error


_WORDS: Final = {str: "chữ (string)", bool: "true/false", int: "số nguyên (integer)"}


def _block(value: object, where: str) -> Any:
    name = value.get("block") if isinstance(value, Mapping) else None
    if not isinstance(name, str) or name not in BLOCKS:
        raise WrongField(where=where, field="block", wanted=", ".join(BLOCKS))
    return _part(BLOCKS[name], value, where)
