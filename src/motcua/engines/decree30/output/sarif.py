"""SARIF 2.1.0 (OASIS), for programs that show findings of any tool."""

import json
from collections.abc import Iterable
from typing import Any, Final

from motcua.engines.decree30.rules import registry

LEVELS: Final = {"violation": "error", "warning": "warning", "not_filled": "note", "needs_human": "note"}
SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"


def document(objects: Iterable[dict[str, Any]], version: str) -> str:
    """One run of the tool."""
    codes = {code: at for at, code in enumerate(registry())}
    results = [_result(held["path"], one, codes) for held in objects for one in held["findings"]]
    run = {
        "tool": {"driver": {"name": "motcua check", "version": version, "rules": [_rule(code) for code in codes]}},
        "results": results,
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False)


def _rule(code: str) -> dict[str, Any]:
    rule = registry()[code].rule
    return {
        "id": code, "shortDescription": {"text": rule.asks_vi}, "help": {"text": f"{rule.asks_vi} ({rule.clause})"},
        "properties": {"fix": rule.fix.value, "clause": rule.clause},
    }  # fmt: skip


def _result(path: str, one: dict[str, Any], codes: dict[str, int]) -> dict[str, Any]:
    place: dict[str, Any] = {"physicalLocation": {"artifactLocation": {"uri": path.replace("\\", "/")}}}
    if one["paragraph"] is not None:
        place["logicalLocations"] = [{"fullyQualifiedName": f"paragraph {one['paragraph']}", "kind": "member"}]
    return {
        "ruleId": one["code"], "ruleIndex": codes[one["code"]], "level": LEVELS.get(one["verdict"], "none"),
        "message": {"text": one["message"]}, "locations": [place],
    }  # fmt: skip
