"""Check the proof of a dossier with plain Python, without Một Cửa: python3 check_proof.py PROOF.json

What is checked, in docs/record.md: the hash of every event from its own text and the one before; that each event is
a leaf of its seal's Merkle tree (RFC 6962); that the seals follow one another. The signature is checked where the
package `cryptography` is installed. Exit status 0: it holds; 1: it does not, with the first place.
"""

import hashlib
import json
import sys


def sha(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


def text(value):
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def utc(moment):
    from datetime import datetime, timezone

    return datetime.fromisoformat(moment).astimezone(timezone.utc).isoformat(timespec="microseconds")  # noqa: UP017


def in_tree(leaf, index, size, path, root):
    at, last, left = sha(b"\x00", leaf), size - 1, [bytes.fromhex(one) for one in path]
    while last > 0:
        if index % 2 or index < last:
            if not left:
                return False
            beside = left.pop(0)
            at = sha(b"\x01", beside, at) if index % 2 else sha(b"\x01", at, beside)
        index, last = index // 2, last // 2
    return not left and at == root


def check(proof):
    seals, before = {}, None
    for seal in proof["seals"]:
        row = [seal["number"], seal["sealed_at"], seal["last"], seal["count"], seal["root"], seal["previous"]]
        if sha(text(row)).hex() != seal["hash"]:
            return f"seal {seal['number']} is not what was written"
        if before and (seal["previous"] != before["hash"] or seal["number"] != before["number"] + 1):
            return f"seal {seal['number']} does not follow the one before it"
        seals[seal["number"]], before = seal, seal
    chain = bytes(32)
    for place, event in enumerate(proof["events"], start=1):
        if event["seq"] != place:
            return f"event {place} is missing or out of its order"
        who = [event["actor_id"], event["actor_name"]]
        row = [proof["stream"], event["kind"], utc(event["at"]), *who, event["ground"], event["data"]]
        chain = sha(chain, text(row))
        if chain.hex() != event["hash"]:
            return f"event {place} ({event['kind']}) is not what was written"
        leaf = sha(text([event["id"], proof["stream"], event["seq"], event["hash"]]))
        seal = seals.get(event["seal"])
        if not seal or not in_tree(leaf, event["index"], seal["count"], event["path"], bytes.fromhex(seal["root"])):
            return f"event {place} is not in seal {event['seal']}"
    return ""


def signature(proof):
    try:
        from cryptography.exceptions import InvalidSignature
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
    except ImportError:
        return "signature not checked: the package 'cryptography' is not installed"
    key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(proof["public_key"]))
    try:
        key.verify(bytes.fromhex(proof["signature"]), bytes.fromhex(proof["seals"][-1]["hash"]))
    except InvalidSignature:
        return "SIGNATURE WRONG"
    return f"signed by {proof['public_key']}"


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as file:
        found = json.load(file)
    fault = check(found)
    print(fault or f"{len(found['events'])} events of {found['dossier']} hold; {signature(found)}")
    sys.exit(1 if fault else 0)
