"""Edges of the rules that read letters: ways a number, a symbol, a date or a recipient can stand, with the verdict."""

from dataclasses import replace
from typing import Final

from motcua.engines.decree30.corpus.cases import Break, Change, Keep, Verdict
from motcua.engines.decree30.corpus.changes import each, form, page, paras, reads, together, turned
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.writing.sheet import Sheet

BAD, DOUBT, BLANK = Verdict.VIOLATION, Verdict.WARNING, Verdict.NOT_FILLED
CLEAN: Final = ("clean", "tabs")


# Number lines: type, text, rule, verdict (None: kept).
_LINES: Final = (
    ("QĐ", "Số: /", "N2.symbol", BLANK), ("QĐ", "Số: 15/QĐ", "N2.symbol", BLANK),
    ("QĐ", "Số: 15/UBND", "N2.symbol", BAD), ("KH", "Số: 15/2026/KH-UBND", "N2.symbol", BAD),
    ("CV", "Số: 15/UBND", "N2.symbol", DOUBT), ("CV", "Số: 15/QĐ-UBND", "N2.symbol", DOUBT),
    ("CV", "Số: 15/CV-UBND", "N2.symbol", BAD), ("QĐ", "Số: 15/GP-UBND", "N2.symbol", DOUBT),
    ("QĐ", "Số: 15/BC-UBND", "N2.symbol", BAD), ("TTr", "Số: 15/TTR-UBND", "N2.symbol", BAD),
    ("TTr", "Số: 15/TTr-UBND", "N2.symbol", None), ("QyĐ", "Số: 15/QyĐ-UBND", "N2.symbol", None),
    ("CV", "Số: 15/UBND-VP", "N2.symbol", None), ("QĐ", "Số: 15/QĐ-P.VHXH", "N2.symbol", None),
    ("QĐ", "Số: XV/QĐ-UBND", "N1.number", BAD), ("QĐ", "Số: ……/QĐ-UBND", "N1.number", BLANK),
    ("QĐ", "Số: 1５/QĐ-UBND", "N1.number", BAD), ("QĐ", "Số: 15 QĐ-UBND", "N1.number", DOUBT),
    ("QĐ", "Số: 5/QĐ-UBND", "N3.pad", BAD), ("QĐ", "Số: 05/QĐ-UBND", "N3.pad", None),
    ("QĐ", "Số: 50/QĐ-UBND", "N3.pad", None), ("QĐ", "Số:     /QĐ-UBND", "N3.pad", None),
    ("QĐ", "SỐ: 15/QĐ-UBND", "N3.colon", BAD), ("QĐ", "Số 15/QĐ-UBND", "N3.colon", BAD),
    ("QĐ", "số: 15/QĐ-UBND", "N3.colon", BAD), ("QĐ", "Số : 15/QĐ-UBND", "N3.colon", BAD),
    ("QĐ", "Số: 15 /QĐ-UBND", "N3.spacing", BAD), ("QĐ", "Số: 15/QĐ- UBND", "N3.spacing", BAD),
    ("QĐ", "Số: 15/ QĐ-UBND", "N3.spacing", BAD), ("QĐ", "Số: 15/QĐ–UBND", "N3.spacing", BAD),
    ("QĐ", "Số:        /QĐ-UBND", "N3.spacing", None), ("QĐ", "Số: ...../QĐ-UBND", "N3.spacing", None),
    ("QĐ", "Số: 15/QĐ-UBND ", "N3.spacing", None), ("QĐ", "Số: 15/QĐ-ubnd", "N3.caps", BAD),
    ("TTr", "Số: 15/TTr-UBND", "N3.caps", None), ("QĐ", "Số: 15/QĐ-UBNDp", "N3.caps", BAD),
)  # fmt: skip
_DATES: Final = (
    ("Phường Mẫu, ngày 32 tháng 3 năm 2026", "D2.format", BAD),
    ("Phường Mẫu, ngày 31 tháng 3 năm 2026", "D2.format", None),
    ("Phường Mẫu, ngày 05 tháng 13 năm 2026", "D2.format", BAD),
    ("Phường Mẫu, ngày 05 tháng 12 năm 2026", "D2.format", None),
    ("Phường Mẫu, ngày 05 tháng 3 năm 26", "D2.format", BAD),
    ("Phường Mẫu ngày 05 tháng 3 năm 2026", "D2.format", BAD),
    ("Phường Mẫu, ngày      tháng      năm 2026", "D2.format", BLANK),
    ("Phường Mẫu, ngày 05 tháng … năm 2026", "D2.format", BLANK),
    ("Phường Mẫu, ngày 05 tháng 3 năm ……", "D2.format", BLANK),
    ("Phường Mẫu, ngày 00 tháng 3 năm 2026", "D2.format", BAD),
    ("Phường Mẫu, Ngày 05 tháng 3 năm 2026", "D2.format", BAD),
    ("Phường Mẫu, ngày 5 tháng 3 năm 2026", "D2.leading_zero", BAD),
    ("Phường Mẫu, ngày 05 tháng 1 năm 2026", "D2.leading_zero", BAD),
    ("Phường Mẫu, ngày 05 tháng 2 năm 2026", "D2.leading_zero", BAD),
    ("Phường Mẫu, ngày 05 tháng 03 năm 2026", "D2.leading_zero", DOUBT),
    ("Phường Mẫu, ngày 05 tháng 09 năm 2026", "D2.leading_zero", DOUBT),
    ("Phường Mẫu, ngày 15 tháng 10 năm 2026", "D2.leading_zero", None),
    ("Phường Mẫu, ngày 05 tháng 9 năm 2026", "D2.leading_zero", None),
)  # fmt: skip
_FIRST: Final = (
    ("QĐ", "- Các phòng chuyên môn;", "K3.first_item", DOUBT),
    ("QĐ", "- Như Điều 3;", "K3.first_item", None),
    ("CV", "- Các phòng chuyên môn;", "K3.first_item", BAD),
    ("KH", "- Như trên;", "K3.first_item", BAD),
)
_LAST: Final = (
    ("- Lưu: VT.", None), ("- Lưu: VT, VP (05).", None), ("- Lưu VT, VP.", BAD), ("- Lưu: VP.", BAD),
    ("- Lưu: VT, VP;", BAD), ("- Lưu: VT, VP", BAD), ("- lưu: VT.", BAD), ("- Lưu : VT.", None),
)  # fmt: skip
_ITEMS: Final = (
    ("- Như trên,", BAD),
    ("- Như trên.", BAD),
    ("- Như trên", BAD),
    ("Như trên;", BAD),
    ("– Như trên;", None),
)
_WORDS: Final = (
    ("T/M ỦY BAN NHÂN DÂN", BAD),
    ("TM ỦY BAN NHÂN DÂN", BAD),
    ("TM. ỦY BAN NHÂN DÂN", None),
    ("KT CHỦ TỊCH", BAD),
    ("K/T CHỦ TỊCH", BAD),
    ("TL: CHỦ TỊCH", BAD),
    ("TUQ. CHỦ TỊCH", None),
    ("Q. CHỦ TỊCH", None),
    ("TUQ CHỦ TỊCH", BAD),
)
_SIGNERS: Final = (
    ("TS. Nguyễn Văn Mẫu", "S4.no_title", BAD), ("ThS. Nguyễn Văn Mẫu", "S4.no_title", BAD),
    ("PGS.TS. Nguyễn Văn Mẫu", "S4.no_title", BAD), ("Nguyễn Văn Mẫu", "S4.no_title", None),
    ("NGUYỄN VĂN MẪU", "S4.case", BAD), ("Nguyễn Thị Thí Dụ", "S4.case", None),
)  # fmt: skip
_NEAR: Final = ("S1", "S4", "MC", "N1", "N2", "N3", "D2", "D1", "K3", "Z1")  # one line, several rules that read it


def said_last(text: str) -> Change:
    """The last recipient reads so; the others stay."""

    def change(sheet: Sheet) -> None:
        last = paras(sheet, Role.RECIPIENTS)[-1]
        last.runs[:] = [replace(last.runs[0], text=text)]

    return change


def _name(text: str) -> str:
    return "reads-" + "-".join("".join(letter if letter.isalnum() else " " for letter in text).split())[:60]


def _rows() -> list[tuple[str, str, str, Verdict | None, Change]]:
    found = [(kind, text, rule, due, reads(Role.NUMBER_LINE, text)) for kind, text, rule, due in _LINES]
    found += [("QĐ", text, rule, due, reads(Role.PLACE_DATE, text)) for text, rule, due in _DATES]
    found += [(kind, text, rule, due, said_first(text)) for kind, text, rule, due in _FIRST]
    found += [("CV", text, "K3.last_line", due, said_last(text)) for text, due in _LAST]
    found += [("CV", text, "K3.punctuation", due, said_first(text)) for text, due in _ITEMS]
    found += [("CV", text, "S1.word", due, reads(Role.AUTHORITY, text)) for text, due in _WORDS]
    return found + [("CV", text, rule, due, reads(Role.SIGNER, text)) for text, rule, due in _SIGNERS]


def said_first(text: str) -> Change:
    """The first recipient reads so; the others stay."""

    def change(sheet: Sheet) -> None:
        texts = iter([text])
        turned(Role.RECIPIENTS, lambda old: next(texts, old))(sheet)

    return change


BREAKS: Final = [
    *(Break(rule, f"{at:02d}-{_name(text)}", (kind,), due, apply, shapes=CLEAN, also=_NEAR)
      for at, (kind, text, rule, due, apply) in enumerate(_rows()) if due is not None),
    Break("C11.gap", "bases-touch", ("QĐ",), DOUBT, form(Role.LEGAL_BASIS, before=0, after=0), shapes=CLEAN),
    Break("P1.size", "appendix-a3", ("KH",), DOUBT, page(1, width=16838, height=23811), shapes=("clean",),
          also=("P3.other_sections",)),
    Break("A5.page_numbers", "goes-on", ("KH",), BAD, page(1, restart=None), shapes=("clean",)),
    Break("A5.page_numbers", "from-two", ("KH",), BAD, page(1, restart=2), shapes=("clean",)),
    Break("S4.no_title", "of-a-school", ("CV",), DOUBT, together(
        reads(Role.SIGNER, "TS. Nguyễn Văn Mẫu"), reads(Role.ISSUER, "TRƯỜNG TRUNG HỌC MẪU")),
        shapes=("clean",), also=("O1", "O3", "MC", "S4")),
    Break("Z1.sizes", "12-13-14", ("QĐ",), DOUBT, each(Role.NATIONAL_TITLE, size=24), shapes=CLEAN, also=("Q3",)),
]  # fmt: skip
KEEPS: Final = [
    *(Keep(rule, f"{at:02d}-{_name(text)}", (kind,), apply, shapes=CLEAN)
      for at, (kind, text, rule, due, apply) in enumerate(_rows()) if due is None),
]  # fmt: skip
