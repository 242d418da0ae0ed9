"""What the papers share: their bytes, what the checker says of them, names and days as the decree writes them."""

import re
from datetime import date
from typing import Any, Final

from motcua.documents.drafting import COMMITTEE, day_words, faults, issuer, written
from motcua.organisations.models import Kind, Unit
from motcua.visits.models import Member

__all__ = ["BASES", "day_words", "digits", "faults", "issued", "issuer", "named", "span", "written"]
# The laws by their days; articles are told where the law table tells them (law/visits.toml).
ORGANISATION: Final = (
    (date(2025, 6, 16), "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025"),
    (date(2016, 1, 1), "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015"),
)
BASES: Final = (
    "Căn cứ Nghị định số 63/2010/NĐ-CP ngày 08 tháng 6 năm 2010 của Chính phủ về kiểm soát thủ tục hành chính; Nghị "
    "định số 48/2013/NĐ-CP ngày 14 tháng 5 năm 2013 và Nghị định số 92/2017/NĐ-CP ngày 07 tháng 8 năm 2017 của Chính "
    "phủ sửa đổi, bổ sung một số điều của các nghị định liên quan đến kiểm soát thủ tục hành chính"
)


def bases(on: date) -> tuple[str, ...]:
    """The grounds that bind on a day: the law of local government in force, and the decree."""
    law = next((text for since, text in ORGANISATION if since <= on), ORGANISATION[-1][1])
    return law, BASES


def digits(number: str) -> str:
    """The number alone of what was entered: "12" of "12/QĐ-UBND"; empty where it begins with none."""
    found = re.match(r"\s*(\d{1,6})", number)
    return found[1] if found else ""


def issued(unit: Unit, *, letter: bool = False, number: str = "", on: date | None = None) -> dict[str, Any]:
    """Head and foot of a paper of this unit, with what the registrar gave."""
    return {**issuer(unit, letter=letter), "number": digits(number), "date": on.isoformat() if on else ""}


def chair(unit: Unit) -> str:
    """Who decides for a unit, as it stands above the grounds of a decision; of another agency its name alone [C]."""
    if unit.kind == Kind.PEOPLES_COMMITTEE and unit.name.startswith(COMMITTEE):
        return f"Chủ tịch {unit.name}"
    return f"Trưởng {unit.name}" if unit.kind == Kind.DIVISION and unit.name.startswith(("Phòng", "Ban")) else unit.name


def span(first: date, last: date) -> str:
    """`từ ngày 20 tháng 3 năm 2023 đến ngày 21 tháng 3 năm 2023`, or of one day `ngày …`"""
    if first == last:
        return f"ngày {day_words(first)}"
    return f"từ ngày {day_words(first)} đến ngày {day_words(last)}"


def named(member: Member) -> str:
    """`Ông (bà) Trần Thị Mẫu, Chuyên viên Phòng Tư pháp: Trưởng đoàn`; the title is of his post in these days."""
    title = next(
        (post.title for post in member.user.posts.all()
         if post.valid_from <= member.valid_to and (post.valid_to is None or post.valid_to >= member.valid_from)), "",
    )  # fmt: skip
    post = f", {title}" if title else ""
    return f"Ông (bà) {member.user.full_name}{post}: {member.get_role_display()}"
