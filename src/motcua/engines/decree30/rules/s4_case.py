"""The name of the signer is in small letters with initial capitals (Phụ lục I, Phần I, II.7c)."""

from motcua.engines.decree30.edits import SetRun
from motcua.engines.decree30.judging.texts import spot_text, text_spots
from motcua.engines.decree30.roles.foot import DEGREES
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.roles.pieces import Piece
from motcua.engines.decree30.rule import Fix, Rule, Spot
from motcua.engines.decree30.view import letters

RULE = Rule(
    code="ND30-S4.case",
    clause="Phụ lục I, Phần I, II.7c",
    role=Role.SIGNER,
    fix=Fix.SAFE,
    vi='Họ tên người ký viết in hoa ("{measured}"), phải là chữ in thường.',
    en='The name of the signer is in capitals ("{measured}"), it must be in small letters.',
    asks_vi="Họ và tên người ký chữ in thường, viết hoa chữ cái đầu.",
    asks_en="The name of the signer is in small letters with initial capitals",
    wrong="NGUYỄN VĂN MẪU",
    right="Nguyễn Văn Mẫu",
)


def _spot(piece: Piece) -> Spot | None:
    """Capitals by format are taken off safely; those typed stay, for names are not rewritten."""
    typed = DEGREES.sub("", piece.text).isupper()
    caps = any(run.format.caps for run in piece.runs if letters(run.text))
    if not typed and not caps:
        return None
    found = spot_text(piece)
    if not typed:
        found.edits = tuple(SetRun(run, "caps", False) for run in piece.runs if run.format.caps)
    return found


judge = text_spots(RULE, Role.SIGNER, _spot)
