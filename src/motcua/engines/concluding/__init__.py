"""Sentences that stand on figures: chosen by rule, written in Vietnamese, edited by hand without losing the figures."""

from motcua.engines.concluding.anchoring import anchored
from motcua.engines.concluding.choosing import BadVariant, Variant, chosen, variant_of
from motcua.engines.concluding.numbers import listed, number, percent, places
from motcua.engines.concluding.sentences import Figure, Piece, Shown, plain, said

__all__ = [
    "BadVariant", "Figure", "Piece", "Shown", "Variant", "anchored", "chosen", "listed", "number", "percent", "places",
    "plain", "said", "variant_of",
]  # fmt: skip
