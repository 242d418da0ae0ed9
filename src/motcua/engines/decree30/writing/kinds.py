"""The types of Điều 7 (Nghị định 30/2020) with their abbreviations and templates (Phụ lục III, Mục I and II)."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from motcua.engines.decree30 import kinds as law


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


# Those that follow another template than 1.4.
_FAMILIES: Final = {
    "NQ": Family.RESOLUTION, "QĐ": Family.DECISION, "BB": Family.MINUTES, "CĐ": Family.TELEGRAM,
    "GM": Family.INVITATION, "GGT": Family.WITHOUT_SUBJECT, "GNP": Family.WITHOUT_SUBJECT,
}  # fmt: skip
_ALL: Final = (
    *(Kind(kind.code, kind.name.upper(), _FAMILIES.get(kind.code, Family.NAMED), kind.code)
      for kind in law.kinds().values() if kind.abbreviated),
    Kind("CV", "", Family.LETTER, ""),
    Kind("THƯ", "THƯ CÔNG", Family.NAMED, ""),
    Kind("NQ-QPPL", "NGHỊ QUYẾT", Family.RESOLUTION, "NQ", dated_symbol=True),
    Kind("QĐ-QPPL", "QUYẾT ĐỊNH", Family.DECISION, "QĐ", dated_symbol=True),
)  # fmt: skip
KINDS: Final[dict[str, Kind]] = {kind.code: kind for kind in _ALL}
COPIES: Final[dict[str, str]] = {code: name.upper() for code, name in law.copy_names().items()}
