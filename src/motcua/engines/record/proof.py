"""Checking the proof of one dossier: every event of its stream is what was sealed, in its order, none left out."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from motcua.engines.record.chain import GENESIS, canonical, link
from motcua.engines.record.merkle import check
from motcua.engines.record.seals import leaf, seal_hash

FORMAT: Final = "motcua-proof-1"


class ProofFault(ValueError):
    """The proof does not hold; the message names the first place."""


def check_proof(proof: Mapping[str, Any]) -> int:
    """Check chain, trees and seals of a proof; returns how many events it proves.

    What it cannot check is whether the seals are those of the installation: compare the last seal's hash with an
    exported chain, or its signature with the public key (docs/record.md). Raises ProofFault.
    """
    if proof.get("format") != FORMAT:
        raise ProofFault(f"not a proof of the form {FORMAT}")
    try:
        seals = _checked_seals(proof["seals"])
        return _check_events(str(proof["stream"]), proof["events"], seals)
    except (KeyError, TypeError, ValueError) as fault:
        if isinstance(fault, ProofFault):
            raise
        raise ProofFault(f"the file is not as it was written: {type(fault).__name__}") from None


def _checked_seals(rows: Sequence[Mapping[str, Any]]) -> dict[int, Mapping[str, Any]]:
    """Seals by number, each chained to the one before."""
    before: Mapping[str, Any] | None = None
    for row in rows:
        if before is not None and (row["number"] != before["number"] + 1 or row["previous"] != before["hash"]):
            raise ProofFault(f"seal {row['number']} does not follow the one before it")
        made = seal_hash(
            int(row["number"]), datetime.fromisoformat(row["sealed_at"]), last=int(row["last"]),
            count=int(row["count"]), root=bytes.fromhex(row["root"]),
            previous=bytes.fromhex(row["previous"]),
        )  # fmt: skip
        if made.hex() != row["hash"]:
            raise ProofFault(f"seal {row['number']} is not what was written")
        before = row
    return {int(row["number"]): row for row in rows}


def _check_events(stream: str, events: Sequence[Mapping[str, Any]], seals: Mapping[int, Mapping[str, Any]]) -> int:
    before = GENESIS
    for place, row in enumerate(events, start=1):
        if row["seq"] != place:
            raise ProofFault(f"event {place} of the stream is missing or out of its order")
        body = canonical(
            stream=stream, kind=row["kind"], at=datetime.fromisoformat(row["at"]), actor_id=row["actor_id"],
            actor_name=row["actor_name"], ground=row["ground"], data=row["data"],
        )  # fmt: skip
        before = link(before, body)
        if before.hex() != row["hash"]:
            raise ProofFault(f"event {place} ({row['kind']}) is not what was written")
        _check_sealed(stream, row, seals)
    return len(events)


def _check_sealed(stream: str, row: Mapping[str, Any], seals: Mapping[int, Mapping[str, Any]]) -> None:
    seal = seals.get(int(row["seal"]))
    if seal is None:
        raise ProofFault(f"event {row['seq']} names seal {row['seal']}, which is not in the proof")
    data = leaf(int(row["id"]), stream, int(row["seq"]), bytes.fromhex(row["hash"]))
    way = [bytes.fromhex(one) for one in row["path"]]
    if not check(data, int(row["index"]), int(seal["count"]), way, bytes.fromhex(seal["root"])):
        raise ProofFault(f"event {row['seq']} is not in seal {row['seal']}")
