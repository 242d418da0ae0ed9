"""Dossier codes and agency identifiers (TT 01/2018/TT-VPCP Điều 19, QĐ 20/2020/QĐ-TTg)."""

import re
from datetime import date
from typing import Final

from motcua.engines.codes.errors import CodeFault

AGENCY: Final = re.compile(r"[A-Z]\d{2}(\.\d{2,3}){0,4}")
OLD_AGENCY: Final = re.compile(r"\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2}")
DOSSIER: Final = re.compile(
    r"(?:[A-Z]\d{2}(?:\.\d{2,3}){0,4}|\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2})-(?:\d{6}-\d{4,}|\d{8}-\d{7})"
)


def dossier_code(agency: str, received_on: date, serial: int) -> str:
    """`H23.15.02-230315-0001`: agency, day of reception, serial of the day; wider from 10,000 on [C].

    Raises CodeFault for an agency identifier in neither form or a serial below 1.
    """
    if not (AGENCY.fullmatch(agency) or OLD_AGENCY.fullmatch(agency)):
        raise CodeFault(f"không phải mã định danh cơ quan: {agency}", f"not an agency identifier: {agency}")
    if serial < 1:
        raise CodeFault("số thứ tự bắt đầu từ 1", "serials begin at 1")
    return f"{agency}-{received_on:%y%m%d}-{serial:04d}"


def looks_like_dossier_code(text: str) -> bool:
    """Is `text` in one of the three forms in use (facts: one_stop §9.1)?"""
    return DOSSIER.fullmatch(text) is not None


def old_agency(identifier: str) -> str:
    """QCVN 102:2016 form of an identifier of QĐ 20/2020: the order of its levels is reversed.

    `H44` → `000.00.00.H44`, `H23.15.02` → `000.02.15.H23`; three-figure levels stand in the first place only.
    Raises CodeFault where the old form has no room for it.
    """
    if not AGENCY.fullmatch(identifier):
        raise CodeFault(f"không phải mã định danh: {identifier}", f"not an identifier: {identifier}")
    root, *levels = identifier.split(".")
    if len(levels) > 3 or any(len(level) > 2 for level in levels[:2]):
        raise CodeFault(f"mã cũ không đủ chỗ cho {identifier}", f"the old form has no room for {identifier}")
    second, third, fourth = [*levels, "", "", ""][:3]
    return f"{(fourth or '0').zfill(3)}.{(third or '0').zfill(2)}.{(second or '0').zfill(2)}.{root}"
