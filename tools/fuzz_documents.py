"""Fuzz the format checker: spoiled packages and PDFs by the thousand; no crash, no hang, memory within 512 MB.

    python tools/fuzz_documents.py --minutes 60 --seed 1 --keep /tmp/crashers

Every case is made from a file of the corpus by a few random changes: bytes of the zip, parts left out, elements
dropped, doubled, wrapped or swapped, measures set to what no program writes. A case that raises, takes more than five
seconds, or changes text while mending is kept and named; the exit status is then 1.
"""

import argparse
import io
import random
import re
import sys
import time
import traceback
import zipfile
from itertools import islice
from pathlib import Path

from motcua.engines.decree30.check import check
from motcua.engines.decree30.corpus.build import cases
from motcua.engines.decree30.errors import Unreadable
from motcua.engines.decree30.fixing.mend import mend
from motcua.engines.decree30.writing.layout import lay_out
from motcua.engines.decree30.writing.pdf import to_pdf
from motcua.engines.decree30.writing.samples import SAMPLES

SLOW = 5.0  # seconds
MOST_MB = 512
FONTS = Path(__file__).parent.parent / "src" / "motcua" / "web" / "paper_fonts"
ODD = ("", "-1", "0", "1", "65535", "99999999999999999999", "1e308", "NaN", "abc", "12.5pt", "\u202e", "FFFFFF", "auto")
TAG = re.compile(rb"<w:[a-zA-Z]+[^<>]*/?>")
VALUE = re.compile(rb'="[^"]*"')


def seeds() -> list[bytes]:
    """A spread of the corpus, and a few PDFs."""
    spread = [case.data for case in islice(cases(), 0, None, 37)]
    return spread + [to_pdf(lay_out(SAMPLES[name]), FONTS) for name in ("CV", "QĐ", "KH", "BB")]


def spoiled(data: bytes, dice: random.Random) -> bytes:
    """The file with something wrong in it."""
    if data.startswith(b"%PDF-") or dice.random() < 0.08:
        return _bytes(data, dice)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for _ in range(dice.randint(1, 4)):
        name = dice.choice([one for one in parts if one.endswith(".xml")])
        parts[name] = _xml(parts[name], dice)
    if dice.random() < 0.1:
        del parts[dice.choice(list(parts))]
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return held.getvalue()


def _bytes(data: bytes, dice: random.Random) -> bytes:
    held = bytearray(data)
    for _ in range(dice.randint(1, 12)):
        at = dice.randrange(len(held))
        what = dice.random()
        if what < 0.6:
            held[at] = dice.randrange(256)
        elif what < 0.8:
            del held[at : at + dice.randint(1, 64)]
        else:
            held[at:at] = bytes(dice.randrange(256) for _ in range(dice.randint(1, 16)))
        if not held:
            return b""
    return bytes(held)


def _xml(data: bytes, dice: random.Random) -> bytes:
    """One change of a part: a value, an element dropped, doubled, wrapped, swapped, or letters between."""
    tags = list(TAG.finditer(data))
    if not tags:
        return data
    return dice.choice((_value, _value, _dropped, _doubled, _wrapped, _swapped, _lettered))(data, tags, dice)


Tags = list["re.Match[bytes]"]


def _value(data: bytes, tags: Tags, dice: random.Random) -> bytes:
    one = dice.choice(tags)
    values = list(VALUE.finditer(one[0]))
    if not values:
        return data
    value = dice.choice(values)
    new = b'="' + dice.choice(ODD).encode() + b'"'
    return data[: one.start() + value.start()] + new + data[one.start() + value.end() :]


def _dropped(data: bytes, tags: Tags, dice: random.Random) -> bytes:
    single = [one for one in tags if one[0].endswith(b"/>")]
    one = dice.choice(single or tags)
    return data[: one.start()] + data[one.end() :]


def _doubled(data: bytes, tags: Tags, dice: random.Random) -> bytes:
    single = [one for one in tags if one[0].endswith(b"/>")]
    one = dice.choice(single or tags)
    return data[: one.end()] + one[0] * dice.randint(1, 40) + data[one.end() :]


def _wrapped(data: bytes, tags: Tags, dice: random.Random) -> bytes:
    paragraphs = [one for one in tags if one[0].startswith(b"<w:p ") or one[0] == b"<w:p>"]
    one = dice.choice(paragraphs or tags)
    end = data.find(b"</w:p>", one.end())
    if end < 0:
        return data
    depth = dice.choice((1, 3, 40, 400))
    inside = data[one.start() : end + 6]
    return (data[: one.start()] + b"<w:sdt><w:sdtContent>" * depth + inside + b"</w:sdtContent></w:sdt>" * depth
            + data[end + 6 :])  # fmt: skip


def _swapped(data: bytes, tags: Tags, dice: random.Random) -> bytes:
    single = [one for one in tags if one[0].endswith(b"/>")]
    first, second = sorted((dice.choice(single or tags).span(), dice.choice(single or tags).span()))
    if first[1] > second[0]:
        return data
    middle = data[first[1] : second[0]]
    return data[: first[0]] + data[slice(*second)] + middle + data[slice(*first)] + data[second[1] :]


def _lettered(data: bytes, tags: Tags, dice: random.Random) -> bytes:
    one = dice.choice(tags)
    text = "".join(chr(dice.choice((0x61, 0x300, 0x1EBF, 0x202E, 0xFFFD, 0x1F600, 0x9, 0xA))) for _ in range(20))
    return data[: one.end()] + text.encode() + data[one.end() :]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=1.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, default=Path("crashers"))
    given = parser.parse_args()
    held = seeds()
    dice = random.Random(given.seed)  # noqa: S311 - repeatable, no secret
    end = time.monotonic() + given.minutes * 60
    count = bad = refused = 0
    slowest = 0.0
    while time.monotonic() < end:
        data = spoiled(dice.choice(held), dice)
        count += 1
        begun = time.monotonic()
        why = ""
        try:
            refused += check(data).error is not None
            if count % 7 == 0 and not data.startswith(b"%PDF-"):
                _mend(data)
        except Exception:
            why = traceback.format_exc()
        took = time.monotonic() - begun
        slowest = max(slowest, took)
        if why or took > SLOW:
            bad += 1
            given.keep.mkdir(parents=True, exist_ok=True)
            (given.keep / f"{given.seed}-{count}.bin").write_bytes(data)
            print(f"case {count}: {took:.1f} s\n{why}", flush=True)
    memory = _most_memory()
    print(f"{count} cases in {given.minutes:g} minutes, {refused} refused, {bad} bad")
    print(f"slowest {slowest:.2f} s, {memory} MB at most")
    return int(bad > 0 or memory > MOST_MB)


def _most_memory() -> int:
    """Most memory of this process in MB; getrusage would tell that of whoever started it, if it was larger."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(re.search(r"VmHWM:\s+(\d+)", status)[1]) // 1024  # type: ignore[index]


def _mend(data: bytes) -> None:
    try:
        mend(data, unsafe=True)
    except Unreadable:
        return


if __name__ == "__main__":
    sys.exit(main())
