"""Half a point beyond each bound of every size of the decree; the bounds themselves stay without a finding."""

from typing import Final

from motcua.engines.decree30.corpus.cases import FEW, Break, Keep, Verdict
from motcua.engines.decree30.corpus.changes import each
from motcua.engines.decree30.roles.names import Role

TRIPLE: Final = ("Z1",)  # sizes that rise and fall together (Mục V)
# Rule, role, least and most in points, samples, rules that may report the same.
BOUNDS: Final[tuple[tuple[str, Role, float, float, tuple[str, ...], tuple[str, ...]], ...]] = (
    ("Q1.size", Role.NATIONAL_TITLE, 12, 13, ("QĐ", "CV"), TRIPLE),
    ("Q2.size", Role.MOTTO, 13, 14, ("QĐ", "CV"), TRIPLE),
    ("O2.size", Role.ISSUER, 12, 13, ("QĐ", "HD"), ()),
    ("O4.size", Role.SUPERIOR, 12, 13, ("HD", "CV-một"), ()),
    ("N3.size", Role.NUMBER_LINE, 13, 13, ("QĐ", "CV"), ()),
    ("D3.size", Role.PLACE_DATE, 13, 14, ("QĐ", "CV"), TRIPLE),
    ("T1.size", Role.TYPE, 13, 14, ("QĐ", "KH"), ()),
    ("T2.size", Role.SUBJECT, 13, 14, ("QĐ", "KH"), ()),
    ("T3.size", Role.LETTER_SUBJECT, 12, 13, ("CV", "CV-một"), ()),
    ("C2.size", Role.LEGAL_BASIS, 13, 14, ("QĐ", "KH"), ()),
    ("S1.size", Role.AUTHORITY, 13, 14, ("CV", "TB"), ()),
    ("S4.size", Role.SIGNER, 13, 14, ("CV", "QĐ"), ()),
    ("K1.size", Role.ADDRESSEE, 13, 14, ("CV", "TTr"), ()),
    ("K2.size", Role.RECIPIENTS_LABEL, 12, 12, ("CV", "QĐ"), ()),
    ("K3.size", Role.RECIPIENTS, 11, 11, ("CV", "QĐ"), ()),
    ("A2.size", Role.APPENDIX, 14, 14, ("QĐ", "KH"), ()),
    ("A2.name_size", Role.APPENDIX_NAME, 13, 14, ("QĐ", "KH"), ()),
    ("A3.pointer", Role.APPENDIX_POINTER, 13, 14, ("QĐ", "KH"), ()),
)

BREAKS: Final = [
    Break(rule, f"{side}-{points:g}-points", kinds, Verdict.VIOLATION, each(role, size=round(2 * points)),
          shapes=FEW, also=also)
    for rule, role, least, most, kinds, also in BOUNDS
    for side, points in (("just-under", least - 0.5), ("just-over", most + 0.5))
]  # fmt: skip

KEEPS: Final = [
    Keep(rule, f"bound-{points:g}-points", kinds, each(role, size=round(2 * points)), shapes=FEW)
    for rule, role, least, most, kinds, also in BOUNDS
    if also != TRIPLE
    for points in sorted({least, most})
]
