"""Mục II.1-2: Quốc hiệu, Tiêu ngữ, names of the agencies, the lines below them; the sizes together (Mục V)."""

from typing import Final

from motcua.engines.decree30.corpus.cases import ALL, DRAWN, FEW, LINES, TABLES, Break, Keep, Verdict
from motcua.engines.decree30.corpus.changes import each, form, line, together, turned, words
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.writing.laying.measures import SMALL

BAD, DOUBT = Verdict.VIOLATION, Verdict.WARNING
ANY: Final = ("QĐ", "CV", "BB")
UNIT: Final = ("HD", "CV-một")  # with a superior
NATION, MOTTO, ISSUER, SUPERIOR = Role.NATIONAL_TITLE, Role.MOTTO, Role.ISSUER, Role.SUPERIOR
MIXED: Final = ("Z1",)  # a size out of its range breaks the triple too

BREAKS: Final = [
    Break("Q1.text", "small-letters", ANY, BAD, turned(NATION, lambda _: "Cộng hòa xã hội chủ nghĩa Việt Nam")),
    Break("Q1.text", "short", ANY, BAD, words(NATION, "XÃ HỘI CHỦ NGHĨA", "XHCN")),
    Break("Q1.size", "14-points", ANY, BAD, each(NATION, size=28), also=MIXED),
    Break("Q1.size", "11.5-points", ANY, BAD, each(NATION, size=23), also=MIXED),
    Break("Q1.size", "13.5-points", ANY, BAD, each(NATION, size=27), also=MIXED, shapes=FEW),
    Break("Q1.bold", "light", ANY, BAD, each(NATION, bold=False)),
    Break("Q1.bold", "italic", ANY, BAD, each(NATION, italic=True), shapes=FEW),
    Break("Q2.hyphen", "en-dash", ANY, BAD, turned(MOTTO, lambda text: text.replace("-", "–"))),
    Break("Q2.hyphen", "no-spaces", ANY, BAD, turned(MOTTO, lambda text: text.replace(" - ", "-"))),
    Break("Q2.hyphen", "capitals", ANY, BAD, turned(MOTTO, lambda text: text.replace("do", "Do")), shapes=FEW),
    Break("Q2.size", "15-points", ANY, BAD, each(MOTTO, size=30), also=MIXED),
    Break("Q2.size", "12.5-points", ANY, BAD, each(MOTTO, size=25), also=MIXED),
    Break("Q2.bold", "light", ANY, BAD, each(MOTTO, bold=False)),
    Break("Q2.bold", "italic", ANY, BAD, each(MOTTO, italic=True), shapes=FEW),
    Break("Q3.line", "none", ANY, BAD, line(MOTTO, None), shapes=LINES),
    Break("Q3.line", "half", ANY, BAD, line(MOTTO, 0.5), shapes=LINES),
    Break("Q3.line", "half-again", ANY, BAD, line(MOTTO, 1.4), shapes=LINES),
    Break("Q3.line", "dashed", ANY, BAD, line(MOTTO, 1.0, dashed=True), shapes=DRAWN),
    Break("Q4.spacing", "one-and-a-half", ANY, BAD, form(NATION, MOTTO, line=360), shapes=TABLES),
    Break("O2.size", "14-points", ANY, BAD, each(ISSUER, size=28)),
    Break("O2.size", "11.5-points", ANY, BAD, each(ISSUER, size=23)),
    Break("O2.bold", "light", ANY, BAD, each(ISSUER, bold=False)),
    Break("O2.bold", "italic", ANY, BAD, each(ISSUER, italic=True), shapes=FEW),
    Break("O2.caps", "small-letters", UNIT, BAD, turned(ISSUER, str.capitalize)),
    Break("O3.line", "none", UNIT, BAD, line(ISSUER, None), shapes=LINES),
    Break("O3.line", "whole", UNIT, BAD, line(ISSUER, 1.0), shapes=LINES),
    Break("O3.line", "fifth", UNIT, BAD, line(ISSUER, 0.2), shapes=LINES),
    Break("O3.line", "dashed", UNIT, BAD, line(ISSUER, 0.4, dashed=True), shapes=DRAWN),
    Break("O4.size", "14-points", UNIT, BAD, each(SUPERIOR, size=28)),
    Break("O4.size", "11.5-points", UNIT, BAD, each(SUPERIOR, size=23)),
    Break("O4.not_bold", "bold", UNIT, BAD, each(SUPERIOR, bold=True)),
    Break("O4.caps", "small-letters", UNIT, BAD, turned(SUPERIOR, lambda _: "Ủy ban nhân dân phường Mẫu")),
    Break("Z1.sizes", "13-13-14", ("QĐ", "CV"), DOUBT, each(MOTTO, size=26)),
    Break("Z1.sizes", "12-14-14", ("QĐ", "CV"), DOUBT, each(NATION, size=24)),
    Break("Z1.sizes", "13-14-13", ("QĐ", "CV"), DOUBT, each(Role.PLACE_DATE, size=26)),
]

KEEPS: Final = [
    Keep("Q1.text", "old-tone-mark", ANY, words(NATION, "HÒA", "HOÀ"), shapes=ALL),
    Keep("Q1.text", "capitals-by-property", ANY, together(turned(NATION, str.capitalize),
                                                           each(NATION, caps=True))),
    Keep("Q1.size", "12-points", ANY, sizes=SMALL),
    Keep("Q2.size", "13-points", ANY, sizes=SMALL),
    Keep("Q4.spacing", "single", ANY, form(NATION, MOTTO, line=240)),
    Keep("O2.size", "12-points", ANY, each(ISSUER, size=24)),
    Keep("O2.caps", "capitals-by-property", UNIT, together(turned(ISSUER, str.capitalize), each(ISSUER, caps=True))),
    Keep("O2.caps", "old-tone-mark", ANY, turned(ISSUER, lambda text: text.replace("ỦY", "UỶ"))),
    Keep("O3.line", "just-a-third", UNIT, line(ISSUER, 0.345), shapes=DRAWN),
    Keep("O3.line", "just-half", UNIT, line(ISSUER, 0.49), shapes=DRAWN),
    Keep("O4.size", "12-points", UNIT, each(SUPERIOR, size=24)),
    Keep("O4.not_bold", "abbreviated-superior", UNIT),
    Keep("Z1.sizes", "13-14-14", ("QĐ", "CV")),
    Keep("Z1.sizes", "12-13-13", ("QĐ", "CV"), sizes=SMALL),
]  # fmt: skip
