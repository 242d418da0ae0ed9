"""A baseline keeps findings that were there before quiet: only what is new speaks. What is needless in it is told."""

import hashlib
import json
from collections.abc import Iterable
from typing import Any, Final

from motcua.engines.decree30.errors import BadBaseline

VERSION: Final = 1
COUNTED: Final = frozenset({"violation", "warning"})


def key(path: str, finding: dict[str, Any]) -> str:
    """What makes a finding the same one: file, rule and what was measured; moving a paragraph makes it no new one."""
    text = "\n".join((path, finding["code"], finding["verdict"], finding["measured"]))
    return hashlib.sha256(text.encode()).hexdigest()[:24]


class Baseline:
    """Known findings by file. `quiet` drops them from a file's object and remembers which were met."""

    def __init__(self, known: dict[str, dict[str, str]]) -> None:
        self.known = known
        self._met: set[tuple[str, str]] = set()
        self._seen: set[str] = set()

    def quiet(self, held: dict[str, Any]) -> int:
        """Take the known findings out of this object; how many they were."""
        path = held["path"]
        self._seen.add(path)
        known = self.known.get(path, {})
        kept = []
        for finding in held["findings"]:
            mark = key(path, finding)
            if mark in known:
                self._met.add((path, mark))
            else:
                kept.append(finding)
        dropped = len(held["findings"]) - len(kept)
        held["findings"] = kept
        return dropped

    def needless(self) -> list[tuple[str, str]]:
        """Path and rule of entries whose finding is gone, of files that were read in this run."""
        return [
            (path, code) for path, marks in self.known.items() if path in self._seen
            for mark, code in marks.items() if (path, mark) not in self._met
        ]  # fmt: skip


def load(text: str) -> Baseline:
    """Raises BadBaseline."""
    try:
        content = json.loads(text)
    except json.JSONDecodeError as error:
        raise BadBaseline(why=str(error)) from None
    if not isinstance(content, dict) or content.get("version") != VERSION or not isinstance(content.get("files"), dict):
        raise BadBaseline(why="không phải tệp do --write-baseline ghi")
    return Baseline(content["files"])


def dump(objects: Iterable[dict[str, Any]]) -> str:
    """The baseline of these files, as text."""
    files: dict[str, dict[str, str]] = {}
    for held in objects:
        marks = {key(held["path"], one): one["code"] for one in held["findings"] if one["verdict"] in COUNTED}
        if marks:
            files[held["path"]] = marks
    return json.dumps({"version": VERSION, "files": files}, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
