"""The record's proof, without a database: the chain of a stream, the tree over a batch, the chain of seals.

A third party needs no more than this package (or tools/check_proof.py) and the file it was given.
"""

from motcua.engines.record.chain import GENESIS, as_json, canonical, link
from motcua.engines.record.merkle import check, path, root
from motcua.engines.record.proof import ProofFault, check_proof
from motcua.engines.record.seals import SealRow, leaf, seal_hash

__all__ = [
    "GENESIS", "ProofFault", "SealRow", "as_json", "canonical", "check", "check_proof", "leaf", "link", "path", "root",
    "seal_hash",
]  # fmt: skip
