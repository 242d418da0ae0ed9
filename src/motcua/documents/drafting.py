"""What every paper that an app drafts shares: head and foot, days in words, its bytes, what the checker says of it."""

from datetime import date
from typing import Any, Final

from motcua.engines.decree30.check import check
from motcua.engines.decree30.writing import docx
from motcua.engines.decree30.writing.draft import Draft, Signature
from motcua.engines.decree30.writing.layout import lay_out
from motcua.organisations.models import Kind, Unit

COMMITTEE: Final = "Ủy ban nhân dân"
BAD: Final = frozenset({"violation", "warning"})


def issuer(unit: Unit, *, letter: bool, signer: str = "", deputy: bool = False) -> dict[str, Any]:
    """The head and foot of a paper of this unit. Only a committee's chair signs on behalf of all (Mục II.7 [M]).

    deputy: a vice chair signs for the chair. The symbol of another unit is made of its initials [C]: its registrar
    writes the true one.
    """
    rest = unit.name.removeprefix(COMMITTEE).strip()
    held: dict[str, Any] = {"issuer_name": unit.name, "place": unit.place or unit.short_name}
    if unit.kind == Kind.PEOPLES_COMMITTEE and unit.name.startswith(COMMITTEE) and rest:
        authority = (f"TM. {COMMITTEE.upper()}", *(("KT. CHỦ TỊCH",) if deputy else ()))
        chair = Signature(title="PHÓ CHỦ TỊCH" if deputy else "CHỦ TỊCH", name=signer, authority=authority)
        return {**held, "issuer": (COMMITTEE.upper(), rest.upper()), "signatures": (chair,),
                "symbol": "UBND-VP" if letter else "UBND"}  # fmt: skip
    superior = (unit.parent.name.upper(),) if unit.parent else ()
    initials = "".join(word[0] for word in unit.name.split() if word[0].isalpha()).upper()
    head = Signature(title="THỦ TRƯỞNG", name=signer)
    return {**held, "issuer": (unit.name.upper(),), "superior": superior, "signatures": (head,),
            "symbol": f"{initials}-VT" if letter else initials}  # fmt: skip


def day_words(day: date | None) -> str:
    """`05 tháng 3 năm 2023`: a nought before days below ten and months below three (Mục II.4b)."""
    if day is None:
        return "…"
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f"{day.day:02d} tháng {month} năm {day.year}"


def parted(number: int) -> str:
    """`6.135`"""
    return f"{number:,}".replace(",", ".")


def written(draft: Draft) -> bytes:
    """A paper as .docx."""
    return docx.write(lay_out(draft))


def faults(paper: bytes) -> list[str]:
    """Rules that it breaks or may break; a blank number or day of a draft is none (Điều 15 khoản 2, khoản 3)."""
    return sorted({one.rule.id for one in check(paper).findings if one.verdict in BAD})
