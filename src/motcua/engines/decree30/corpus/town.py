"""A folder of documents as a town has them, for measuring speed: 2–6 pages, most clean, some wrong as real ones are.

Frequencies are those of 119 real files (facts 10); the texts are invented.
"""

import random
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final, TypeVar

from motcua.engines.decree30.corpus.cases import Change
from motcua.engines.decree30.corpus.changes import each, first, first_form, millimetres, page, turned, words
from motcua.engines.decree30.corpus.dress import as_word_saves
from motcua.engines.decree30.corpus.refit import refit
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.writing import docx
from motcua.engines.decree30.writing.draft import Article, Block, Clause, Draft, Heading, Point, Text
from motcua.engines.decree30.writing.layout import lay_out
from motcua.engines.decree30.writing.samples import SAMPLES
from motcua.engines.decree30.writing.samples.ward import CHAIR_ALONE, DEPUTY, OFFICE_HEAD, RECORDS_DECREE
from motcua.engines.decree30.writing.shapes import (
    FontForm,
    LineForm,
    PageNumberForm,
    RecipientsForm,
    Shape,
    SpacingForm,
)

T = TypeVar("T")
FAULTY: Final = 0.3  # share of documents in which something is wrong
LETTERS_A_PAGE: Final = 2600  # of running text, about
# Rows and columns of the head by how many of 57 real files have them, and other traits (facts 10).
HEADS: Final = {(1, 2): 15, (3, 3): 14, (4, 3): 10, (4, 2): 6, (3, 2): 4, (2, 2): 3, (2, 3): 3}
LINES: Final = {LineForm.ALTERNATE: 98, LineForm.DRAWING: 7, LineForm.UNDERSCORES: 4, LineForm.CELL_BORDER: 2}
FONTS: Final = {
    FontForm.RUNS: 19, FontForm.VNTIME: 15, FontForm.RUNS_OVER_THEME: 14, FontForm.DEFAULTS: 12, FontForm.STYLES: 4,
    FontForm.THEME: 3,
}  # fmt: skip
SPACINGS: Final = {SpacingForm.EXACT: 59, SpacingForm.AS_LAID: 48, SpacingForm.AT_LEAST: 5}
NUMBERS: Final = {PageNumberForm.SDT: 31, PageNumberForm.PLAIN: 13, PageNumberForm.SIMPLE: 3, PageNumberForm.FRAME: 1}
RECIPIENTS: Final = {RecipientsForm.PLAIN: 46, RecipientsForm.WITH_LABEL: 2, RecipientsForm.BROKEN: 2}
MODES: Final = {15: 33, 14: 21, 11: 3}
KINDS: Final = {"CV": 40, "QĐ": 20, "KH": 12, "BC": 10, "TB": 10, "TTr": 5, "CT": 3}
NAMES: Final = ("Nguyễn Văn Mẫu", "Trần Thị Thí Dụ", "Lê Văn Giả Định", "Phạm Thị Ví Dụ", "Đỗ Thị Tưởng Tượng")
ABOUT: Final = (
    "rà soát hộ nghèo, hộ cận nghèo", "cấp phát kinh phí hỗ trợ", "phòng, chống cháy nổ", "chỉnh trang đô thị",
    "chuyển đổi số", "tiêm chủng mở rộng", "thu quỹ đền ơn đáp nghĩa", "giải quyết kiến nghị của cử tri",
    "phòng, chống sốt xuất huyết", "tổ chức ngày hội đại đoàn kết", "quản lý vỉa hè", "số hóa hồ sơ hộ tịch",
)  # fmt: skip
# What is wrong, with how many of 119 real files have it.
FAULTS: Final[tuple[tuple[int, Change], ...]] = (
    (24, page(bottom=millimetres(15))),
    (16, page(top=millimetres(17))),
    (5, page(left=millimetres(25))),
    (2, page(right=millimetres(25))),
    (8, each(Role.NATIONAL_TITLE, size=28)),
    (26, turned(Role.MOTTO, lambda text: text.replace("-", "–"))),
    (4, each(Role.MOTTO, size=30)),
    (11, words(Role.NUMBER_LINE, "/", " / ")),
    (56, each(Role.NUMBER_LINE, size=28)),
    (5, each(Role.NUMBER_LINE, size=24)),
    (2, each(Role.PLACE_DATE, italic=False)),
    (31, page(title_page=False)),
    (8, first(Role.CLAUSE, size=26)),
    (7, first(Role.CLAUSE, font="Calibri")),
    (6, each(Role.SIGNER, color="FF0000")),
    (9, first_form(Role.CLAUSE, first=0)),
    (5, first_form(Role.CLAUSE, first=697)),
    (40, first_form(Role.CLAUSE, before=0, after=60)),
    (22, each(Role.RECIPIENTS_LABEL, italic=False)),
    (32, each(Role.RECIPIENTS, size=24)),
    (5, words(Role.RECIPIENTS, ";", ",")),
)
OLD_TONE: Final = 29 / 119  # HOÀ, as legal as HÒA


def write_town(folder: Path, count: int = 6135, seed: int = 30) -> None:
    """`count` documents below `folder`, in subfolders of a hundred; the same seed gives the same files."""
    dice = random.Random(seed)  # noqa: S311 - no secret, only variety
    pool = _pool()
    for number in range(count):
        place = folder / f"{number // 100:03d}"
        place.mkdir(parents=True, exist_ok=True)
        (place / f"van-ban-{number:05d}.docx").write_bytes(one(dice, pool, number))


def one(dice: random.Random, pool: Sequence[str], number: int) -> bytes:
    """One document of the town."""
    sheet = lay_out(_draft(dice, pool, number))
    if dice.random() < OLD_TONE:
        words(Role.NATIONAL_TITLE, "HÒA", "HOÀ")(sheet)
    if dice.random() < FAULTY:
        for of_119, fault in FAULTS:
            if dice.random() < of_119 / 119:
                fault(sheet)
        refit(sheet)
    return as_word_saves(docx.write(sheet, _shape(dice)))


def _shape(dice: random.Random) -> Shape:
    rows, columns = _drawn(dice, HEADS)
    return Shape(
        "town", rows=rows, columns=columns, wide=dice.random() < 0.7, line=_drawn(dice, LINES), apart=rows > 2,
        fonts=_drawn(dice, FONTS), spacing=_drawn(dice, SPACINGS), recipients=_drawn(dice, RECIPIENTS),
        drafter=dice.choice(NAMES).rpartition(" ")[2] if dice.random() < 36 / 50 else "",
        automatic_dashes=dice.random() < 2 / 57, page_number=_drawn(dice, NUMBERS), split=dice.random() < 7 / 57,
        litter=True, indent_by_tab=dice.random() < 12 / 57, empty_gaps=dice.random() < 0.1,
        compatibility=_drawn(dice, MODES), stale=dice.random() < 13 / 57,
    )  # fmt: skip


def _drawn(dice: random.Random, weighed: Mapping[T, int]) -> T:
    return dice.choices(list(weighed), weights=list(weighed.values()))[0]


def _pool() -> list[str]:
    """Sentences of the samples long enough to be running text."""
    held = (
        block.text for draft in SAMPLES.values() for block in draft.body if isinstance(block, Text | Clause | Point)
    )
    return [text.rstrip(".;:") for text in held if len(text) > 70 and "\n" not in text]


def _draft(dice: random.Random, pool: Sequence[str], number: int) -> Draft:
    kind = _drawn(dice, KINDS)
    about = dice.choice(ABOUT)
    base = SAMPLES[kind]
    subject = about if kind == "CV" else f"Về việc {about}"
    date = f"2026-{dice.randint(1, 12):02d}-{dice.randint(1, 28):02d}"
    signer = replace(dice.choice((DEPUTY, OFFICE_HEAD, CHAIR_ALONE)), name=dice.choice(NAMES))
    body = _body(dice, pool, round(dice.uniform(1.4, 4.3) * LETTERS_A_PAGE), articles=kind == "QĐ")
    bases = (*base.bases[:1], RECORDS_DECREE, *base.bases[1:]) if base.bases else ()
    appendices = base.appendices if dice.random() < 0.3 else ()
    if appendices:
        body += (Text("Nội dung chi tiết tại Phụ lục kèm theo"),)
    return replace(
        base, subject=subject, number=str(number % 900 + 1), date=date, body=body, bases=bases, signatures=(signer,),
        appendices=appendices,
    )  # fmt: skip


def _body(dice: random.Random, pool: Sequence[str], letters: int, *, articles: bool) -> tuple[Block, ...]:
    """Running text of about so many letters, under articles or Roman headings."""
    blocks: list[Block] = []
    used, part = 0, 0
    while used < letters:
        part += 1
        blocks.append(Article(str(part), title=_title(dice)) if articles else Heading(_roman(part), _title(dice)))
        for item in range(1, dice.randint(3, 7)):
            before, after = dice.choice(pool), dice.choice(pool)
            text = f"{before}; {after[0].lower()}{after[1:]}."
            blocks.append(Clause(str(item), text=text))
            used += len(text) + 40
    return tuple(blocks)


def _title(dice: random.Random) -> str:
    title = dice.choice(ABOUT)
    return title[0].upper() + title[1:]


def _roman(number: int) -> str:
    return ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")[(number - 1) % 10]
