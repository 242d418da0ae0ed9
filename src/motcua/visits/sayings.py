"""What a tablet sends, distrusted: the envelope of a batch, and the value of each kind of entry."""

import hashlib
import json
import re
from collections.abc import Container, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Annotated, Any, Final, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from motcua.base.text import Text as Words
from motcua.visits.errors import BadBatch
from motcua.visits.models import EntryKind
from motcua.web.api_types import Line, Moment, Text

MOST_ENTRIES: Final = 100  # of one batch
MOST_SEEN: Final = 50
MOST_LETTERS: Final = 64 * 1024  # of one entry as JSON; a longer one is kept as refused
MOST_SKEW: Final = 50 * 366 * 86400  # seconds; the demo town's clock is years from the tablet's
SHA256: Final = r"^[0-9a-f]{64}$"
NUMBER: Final = r"^\d{1,9}([.,]\d{1,4})?$"

Hash = Annotated[str, Field(pattern=SHA256)]
Said = Annotated[Text, Field(min_length=1)]
Coordinate = Annotated[int, Field(ge=0, le=1000)]
Stroke = Annotated[list[tuple[Coordinate, Coordinate]], Field(min_length=1, max_length=2000)]

UNREADABLE: Final = Words("Không đọc được nội dung.", "The content cannot be read.")
NO_QUESTION: Final = Words("Bộ câu hỏi không có câu này.", "The checklist has no such question.")
OF_ANOTHER: Final = Words("Mã mục đã dùng cho nội dung khác.", "Its name belongs to something else.")
PLACE_TAKEN: Final = Words("Số thứ tự ở máy đã có nội dung khác.", "Its place on the device holds something else.")
NOT_OPEN: Final = Words("Cuộc kiểm tra không còn mở.", "The inspection is no longer open.")
TOO_LATE: Final = Words("Ghi ngoài thời gian trong đoàn.", "Said outside the member's time.")


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class Withdrawn(_Strict):
    withdrawn: Literal[True]


class Answer(_Strict):
    """result, and how many of a sample lack it; or a number as it was typed."""

    result: Literal["pass", "fail", "na"] | None = None
    missing: Annotated[int, Field(ge=0, le=100_000)] | None = None
    number: Annotated[str, Field(pattern=NUMBER)] | None = None

    @model_validator(mode="after")
    def _one_of_both(self) -> "Answer":
        if (self.result is None) == (self.number is None):
            raise ValueError("a result or a number")
        return self


class Apart(_Strict):
    apart: tuple[Annotated[str, Field(max_length=36)], Annotated[str, Field(max_length=36)]]


class Note(_Strict):
    text: Said


class Picture(_Strict):
    sha256: Hash
    taken_at: Annotated[str, Field(max_length=40)]


class Defect(_Strict):
    text: Said
    photos: Annotated[list[Hash], Field(max_length=20)] = []


class Signature(_Strict):
    side: Literal["team", "unit"]
    name: Annotated[Line, Field(min_length=1, max_length=200)]
    title: Annotated[Line, Field(max_length=200)]
    strokes: Annotated[list[Stroke], Field(min_length=1, max_length=200)]
    of_digest: Hash


VALUES: Final[Mapping[str, tuple[type[_Strict], ...]]] = {
    EntryKind.ANSWER: (Answer, Withdrawn), EntryKind.RESOLVE: (Answer, Apart), EntryKind.NOTE: (Note, Withdrawn),
    EntryKind.PHOTO: (Picture, Withdrawn), EntryKind.DEFECT: (Defect, Withdrawn), EntryKind.SIGNATURE: (Signature,),
}  # fmt: skip


class _Envelope(BaseModel):
    """What every entry says of itself beside its value."""

    uuid: UUID
    question: Annotated[str, Field(max_length=20)] = ""
    kind: EntryKind
    value: dict[str, Any]
    seen: Annotated[list[UUID], Field(max_length=MOST_SEEN)] = []
    said_at: Moment
    skew: Annotated[int, Field(ge=-MOST_SKEW, le=MOST_SKEW)] = 0


@dataclass(frozen=True, slots=True)
class Sent:
    """One entry as it came. raw: its text; digest: of it. read: None where it cannot be read."""

    seq: int
    raw: str
    digest: str
    read: "_Envelope | None"


@dataclass(frozen=True, slots=True)
class Batch:
    """What one call brings. cursor: the last entry of others that the tablet has."""

    device: int
    token: str
    cursor: int
    entries: list[Sent]


def read_batch(body: bytes) -> Batch:
    """Raises BadBatch where not even the places of the entries can be read: then nothing is taken."""
    try:
        told = json.loads(body)
        device, token, cursor, rows = told["device"], told["token"], told.get("cursor", 0), told["entries"]
        places = [row["seq"] for row in rows]
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise BadBatch from None
    numbers = [device, cursor, *places]
    if not all(type(number) is int and 0 <= number < 2**31 for number in numbers) or not isinstance(token, str):
        raise BadBatch
    if len(rows) > MOST_ENTRIES or len(set(places)) != len(places) or 0 in places:
        raise BadBatch
    sent = [_sent(row) for row in sorted(rows, key=lambda row: int(row["seq"]))]
    return Batch(device, token, cursor, sent)


def _sent(row: dict[str, Any]) -> Sent:
    raw = json.dumps(row, sort_keys=True, separators=(",", ":"))
    read = None
    try:
        if len(raw) <= MOST_LETTERS:
            read = _Envelope.model_validate({name: value for name, value in row.items() if name != "seq"})
    except (ValidationError, ValueError):
        pass
    return Sent(row["seq"], raw, hashlib.sha256(raw.encode()).hexdigest(), read)


def value_of(kind: str, value: dict[str, Any]) -> dict[str, Any] | None:
    """The value in its one form; None where it is none of this kind."""
    for model in VALUES[kind]:
        try:
            return model.model_validate_json(json.dumps(value)).model_dump(mode="json", exclude_none=True)
        except (ValidationError, ValueError):
            continue
    return None


def why_not(one: "_Envelope", questions: Container[str]) -> Words | None:
    """Why what was read cannot stand whatever else is known; None where it can."""
    if value_of(one.kind, one.value) is None:
        return UNREADABLE
    if (one.question in questions) == (one.kind == EntryKind.SIGNATURE) or (
        one.kind == EntryKind.SIGNATURE and one.question
    ):
        return NO_QUESTION
    return None


def is_hash(text: str) -> bool:
    """Is it a SHA-256 in hex?"""
    return re.match(SHA256, text) is not None


def moment_of(one: "_Envelope") -> datetime:
    """When it was said by our clock, as well as the tablet knew it. Raises OverflowError for no moment at all."""
    return one.said_at + timedelta(seconds=one.skew)
