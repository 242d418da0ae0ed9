"""The types of Điều 7 (Nghị định 30/2020) with their abbreviations and templates (Phụ lục III, Mục I and II)."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Family(StrEnum):
    """Which template of Phụ lục III, Mục II a type follows."""

    RESOLUTION = "resolution"  # 1.1: authority line, bases, QUYẾT NGHỊ
    DECISION = "decision"  # 1.2 and 1.3
    NAMED = "named"  # 1.4
    LETTER = "letter"  # 1.5: no type name, V/v under the number
    TELEGRAM = "telegram"  # 1.6
    INVITATION = "invitation"  # 1.7
    WITHOUT_SUBJECT = "without_subject"  # 1.8 and 1.10
    MINUTES = "minutes"  # 1.9: no place and date, two columns of signatures


@dataclass(frozen=True, slots=True)
class Kind:
    """One type. code: how a draft names it. name: as printed. abbreviation: in the symbol; empty where there is none.

    dated_symbol: the year stands in the symbol (documents with legal norms, facts 7).
    """

    code: str
    name: str
    family: Family
    abbreviation: str
    dated_symbol: bool = False


def _kind(code: str, name: str, family: Family = Family.NAMED) -> Kind:
    return Kind(code, name, family, code)


_ALL: Final = (
    _kind("NQ", "NGHỊ QUYẾT", Family.RESOLUTION),
    _kind("QĐ", "QUYẾT ĐỊNH", Family.DECISION),
    _kind("CT", "CHỈ THỊ"),
    _kind("QC", "QUY CHẾ"),
    _kind("QyĐ", "QUY ĐỊNH"),
    _kind("TC", "THÔNG CÁO"),
    _kind("TB", "THÔNG BÁO"),
    _kind("HD", "HƯỚNG DẪN"),
    _kind("CTr", "CHƯƠNG TRÌNH"),
    _kind("KH", "KẾ HOẠCH"),
    _kind("PA", "PHƯƠNG ÁN"),
    _kind("ĐA", "ĐỀ ÁN"),
    _kind("DA", "DỰ ÁN"),
    _kind("BC", "BÁO CÁO"),
    _kind("BB", "BIÊN BẢN", Family.MINUTES),
    _kind("TTr", "TỜ TRÌNH"),
    _kind("HĐ", "HỢP ĐỒNG"),
    _kind("CĐ", "CÔNG ĐIỆN", Family.TELEGRAM),
    _kind("BGN", "BẢN GHI NHỚ"),
    _kind("BTT", "BẢN THỎA THUẬN"),
    _kind("GUQ", "GIẤY ỦY QUYỀN"),
    _kind("GM", "GIẤY MỜI", Family.INVITATION),
    _kind("GGT", "GIẤY GIỚI THIỆU", Family.WITHOUT_SUBJECT),
    _kind("GNP", "GIẤY NGHỈ PHÉP", Family.WITHOUT_SUBJECT),
    _kind("PG", "PHIẾU GỬI"),
    _kind("PC", "PHIẾU CHUYỂN"),
    _kind("PB", "PHIẾU BÁO"),
    Kind("CV", "", Family.LETTER, ""),
    Kind("THƯ", "THƯ CÔNG", Family.NAMED, ""),
    Kind("NQ-QPPL", "NGHỊ QUYẾT", Family.RESOLUTION, "NQ", dated_symbol=True),
    Kind("QĐ-QPPL", "QUYẾT ĐỊNH", Family.DECISION, "QĐ", dated_symbol=True),
)
KINDS: Final[dict[str, Kind]] = {kind.code: kind for kind in _ALL}
COPIES: Final[dict[str, str]] = {"SY": "SAO Y", "SL": "SAO LỤC", "TrS": "TRÍCH SAO"}  # Điều 25, Phụ lục I, Phần II
