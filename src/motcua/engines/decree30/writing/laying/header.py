"""The head of a document: names on the left, Quốc hiệu and Tiêu ngữ on the right (boxes 1-4, 5b, 10)."""

from collections.abc import Sequence
from typing import Final

from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.writing.draft import Draft, day_parts
from motcua.engines.decree30.writing.kinds import Family
from motcua.engines.decree30.writing.laying.measures import Sizes, centred, half
from motcua.engines.decree30.writing.sheet import Columns, Para, Run, Stroke, Use, lines_of

NATIONAL_TITLE: Final = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO: Final = "Độc lập - Tự do - Hạnh phúc"
RED: Final = "FF0000"
LEAST_RIGHT: Final = 5700  # twips: Quốc hiệu of 13 points bold with the margins of a cell
CELL_MARGINS: Final = 216
BELOW_LINE: Final = 100  # twips: room for the line between the names and the number
BLANK_NUMBER, BLANK_DAY = " " * 6, " " * 4


def columns_of(text_width: int) -> tuple[int, int]:
    """Widths of the two columns of a head."""
    right = max(LEAST_RIGHT, round(text_width * 0.6))
    return text_width - right, right


def head(draft: Draft, sizes: Sizes, text_width: int) -> Columns:
    """Boxes 1-4 of page 1; of a công văn 5b too (Mục IV)."""
    widths = columns_of(text_width)
    left = names(draft.superior, draft.issuer, sizes, widths[0])
    left.append(_row(centred(Role.NUMBER_LINE, number_line(draft.number, draft.whole_symbol), sizes.number)))
    if draft.is_letter and draft.subject:
        subject = centred(Role.LETTER_SUBJECT, f"V/v {draft.subject}", sizes.letter_subject)
        subject.before = 120  # 6 points to the line of the number (Mục II.5b)
        left.append(_row(subject))
    left += [_row(_mark(role, text)) for role, text in _marks(draft)]
    right = nation(sizes)
    if draft.type.family is not Family.MINUTES:  # a biên bản has no line of place and date (template 1.9)
        right.append(_row(place_date(draft.place, draft.date, sizes)))
    return Columns(Use.HEADER, left, right, widths)


def names(superior: Sequence[str], issuer: Sequence[str], sizes: Sizes, width: int) -> list[Para]:
    """Superior, and the issuer in bold with its line of a third to half its length (Mục II.2)."""
    above = [centred(Role.SUPERIOR, line, sizes.names) for line in superior]
    own = [centred(Role.ISSUER, line, sizes.names, bold=True) for line in issuer]
    room = (width - CELL_MARGINS) / 20
    own[-1].stroke = Stroke(part_of([wide for line in own for wide in lines_of(line, room)]))
    return above + own


def nation(sizes: Sizes) -> list[Para]:
    """Quốc hiệu and Tiêu ngữ; the line below is as long as the text (Mục II.1)."""
    motto = centred(Role.MOTTO, MOTTO, sizes.motto, bold=True)
    motto.stroke = Stroke(motto.width())
    return [centred(Role.NATIONAL_TITLE, NATIONAL_TITLE, sizes.names, bold=True), motto]


def part_of(lines: Sequence[float]) -> float:
    """A length of a third to half of the text, of its widest line and, where it can be, of its last one too."""
    widest, last = max(lines), lines[-1]
    least, most = max(widest, last) / 3, min(widest, last) / 2
    return (least + most) / 2 if least < most else widest * 0.42


def number_line(number: str, symbol: str) -> str:
    """ "Số: 05/QĐ-UBND": below ten with a zero, without a space; a blank where the number is not given yet (II.3)."""
    return f"Số: {number.zfill(2) if number else BLANK_NUMBER}/{symbol}"


def day_words(date: str) -> str:
    """ "ngày 05 tháng 02 năm 2026": a zero before days below ten and before months 1 and 2 (Mục II.4b)."""
    year, month, day = day_parts(date)
    day_text = BLANK_DAY if day is None else f"{day:02d}"
    month_text = BLANK_DAY if month is None else f"{month:02d}" if month < 3 else str(month)
    return f"ngày {day_text} tháng {month_text} năm {year or '20…'}"


def place_date(place: str, date: str, sizes: Sizes) -> Para:
    """The line of place and date, in italics (Mục II.4)."""
    return centred(Role.PLACE_DATE, f"{place}, {day_words(date)}", sizes.date, italic=True)


def _row(para: Para) -> Para:
    """Of the second row of the head; a little below the lines of the first."""
    para.row = 1
    para.before = para.before or BELOW_LINE
    return para


def _marks(draft: Draft) -> list[tuple[Role, str]]:
    marks = ((Role.SECRECY, draft.secrecy), (Role.URGENCY, draft.urgency))
    return [(role, text) for role, text in marks if text]


def _mark(role: Role, text: str) -> Para:
    """Degree of secrecy or urgency: capitals, 13 points bold, red, in a frame of one line (Mục III.2)."""
    return Para(role, [Run(text, half(13), bold=True, color=RED)], align="center", left=700, right=700, before=120,
                boxed=True)  # fmt: skip
