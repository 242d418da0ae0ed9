"""A few seconds of the fuzzer: spoiled packages and PDFs raise nothing, take no time, change no text."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[5]


def test_spoiled_files_are_judged_or_refused_and_never_crash(tmp_path: Path) -> None:
    told = subprocess.run(
        [sys.executable, "tools/fuzz_documents.py", "--minutes", "0.05", "--seed", "7", "--keep", str(tmp_path)],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert told.returncode == 0, told.stdout
