"""Prove that nobody changed the record, or name the first row that was; or prove one dossier to somebody else."""

import argparse
import json
import sys
from pathlib import Path
from typing import Any


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--all", action="store_true", help="the first fault of every stream, not only of one")
    parser.add_argument("--seals", type=Path, metavar="FILE", help="compare with a chain of seals stored elsewhere")
    parser.add_argument("--dossier", metavar="CODE", help="write the proof of one dossier (it holds personal data)")
    parser.add_argument("--out", type=Path, metavar="FILE", help="where the proof goes; else to the standard output")
    parser.add_argument("--proof", type=Path, metavar="FILE", help="check a proof; needs no database")


def run(args: argparse.Namespace) -> int:
    """Exit status 0: the record proves itself; 1: a row was changed, moved or taken out; 2: no such dossier."""
    if args.proof is not None:
        return _check(args.proof)
    from motcua.runtime.database import available

    with available():
        if args.dossier:
            return _prove(args.dossier, args.out)
        return _verify(every=args.all, seals=args.seals)


def _verify(*, every: bool, seals: Path | None) -> int:
    from motcua.events import sealing
    from motcua.events.models import Event, Seal, Stream
    from motcua.events.queries import faults

    found = False
    for fault in faults():
        found = True
        row = f"row id {fault.event_id}" if fault.event_id else "no row"
        print(f"stream {fault.stream}, place {fault.seq}, {row}: {fault.what}", file=sys.stderr)
        if not every:
            break
    lines = seals.read_text("utf-8").splitlines() if seals else []
    exported = [row for line in lines if "number" in (row := json.loads(line))]
    for broken in (sealing.fault(), sealing.against(exported)):
        if broken is not None:
            found = True
            row = f"row id {broken.event_id}" if broken.event_id else "no row"
            print(f"seal {broken.number}, {row}: {broken.what}", file=sys.stderr)
    if not found:
        print(
            f"{Event.objects.count()} events in {Stream.objects.count()} streams under {Seal.objects.count()} seals, "
            f"{sealing.not_sealed()} not sealed yet: the record proves itself"
        )
    return int(found)


def _prove(code: str, out: Path | None) -> int:
    """Seal what is not sealed, then write the proof."""
    from django.conf import settings

    from motcua.base import clock
    from motcua.dossiers.models import Dossier
    from motcua.events import sealing
    from motcua.events.commands import seal
    from motcua.runtime.seal_key import signature

    dossier = Dossier.objects.filter(code=code).first()
    if dossier is None:
        print(f"there is no dossier {code}", file=sys.stderr)
        return 2
    seal(now=clock.now())
    proof: dict[str, Any] = sealing.proof_of(dossier.stream, code)
    proof |= {"signed": proof["seals"][-1]["hash"], **signature(settings.HOME, proof["seals"][-1]["hash"])}
    text = json.dumps(proof, ensure_ascii=False, indent=1)
    if out is None:
        print(text)
    else:
        out.write_text(text, encoding="utf-8")
        print(f"the proof of {code} stands in {out}; it holds personal data of the dossier")
    return 0


def _check(path: Path) -> int:
    from motcua.engines.record import ProofFault, check_proof

    try:
        proof = json.loads(path.read_text("utf-8"))
        count = check_proof(proof)
    except (ProofFault, ValueError, OSError) as fault:
        print(f"the proof does not hold: {fault}", file=sys.stderr)
        return 1
    signed = _signed(proof)
    print(f"{count} events of {proof['dossier']} are what was sealed, in their order; {signed}")
    return 0 if "WRONG" not in signed else 1


def _signed(proof: dict[str, Any]) -> str:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    if "signature" not in proof:
        return "not signed"
    try:
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(proof["public_key"]))
        key.verify(bytes.fromhex(proof["signature"]), bytes.fromhex(proof["seals"][-1]["hash"]))
    except (InvalidSignature, ValueError, IndexError):
        return "the signature is WRONG"
    return f"signed by the key {proof['public_key']}"
