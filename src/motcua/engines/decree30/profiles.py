"""Profiles: an agency's house style as TOML, laid over the decree's limits and never in place of them (trap 16).

```toml
name = "Sở Nội vụ"
[select]            # codes or their beginnings; all where none is named
codes = ["ND30-"]
[ignore]
codes = ["ND30-C11.upright"]
because = "Chú thích trong lời văn được in nghiêng theo quy chế của cơ quan."
[limits]            # tighter than the decree, or looser with a reason
"C11.size" = [14, 14]
```
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from motcua.engines.decree30.errors import BadProfile
from motcua.engines.decree30.limits import Limits

_KEYS: Final = frozenset({"name", "select", "ignore", "limits"})


@dataclass(frozen=True, slots=True)
class Profile:
    """Which rules are asked and by which limits. loosened: limits wider than the decree's, which every report names."""

    name: str = "Nghị định 30/2020/NĐ-CP"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    limits: Mapping[str, Any] = field(default_factory=dict)

    def selects(self, code: str) -> bool:
        """By code or prefix; the longer match decides between the two lists."""
        chosen = _longest(self.select, code) if self.select else 0
        dropped = _longest(self.ignore, code)
        return chosen is not None and (dropped is None or chosen > dropped)

    def ignores(self, code: str) -> bool:
        """Is it left out by name, not only not chosen?"""
        return _longest(self.ignore, code) is not None and not self.selects(code)

    @property
    def loosened(self) -> list[str]:
        """Limits that allow more than the decree does."""
        base = Limits().base
        return [code for code, value in self.limits.items() if _wider(value, base.get(code))]

    def narrowed(self, select: tuple[str, ...], ignore: tuple[str, ...]) -> "Profile":
        """The same with the choices of a command line."""
        return Profile(self.name, select or self.select, self.ignore + ignore, self.limits)


STANDARD: Final = Profile()


def _longest(prefixes: tuple[str, ...], code: str) -> int | None:
    return max((len(prefix) for prefix in prefixes if code.startswith(prefix)), default=None)


def _wider(value: Any, base: Any) -> bool:
    if isinstance(value, list) and isinstance(base, list) and len(value) == len(base) == 2:
        return bool(value[0] < base[0] or value[1] > base[1])
    return bool(value != base)


def load(text: str) -> Profile:
    """The profile of a TOML text. Raises BadProfile with what is wrong in it."""
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadProfile(why=str(error)) from None
    unknown = set(content) - _KEYS
    if unknown:
        raise BadProfile(why=f"không có mục {', '.join(sorted(unknown))}")
    over = content.get("limits", {})
    known = Limits().base
    for code, value in over.items():
        if code not in known:
            raise BadProfile(why=f"không có giới hạn nào tên {code}")
        if type(value) is not type(known[code]) and not isinstance(value, int | float):
            raise BadProfile(why=f"{code} phải là {known[code]!r} hoặc cùng dạng")
    return Profile(
        str(content.get("name", "")) or "không tên", _codes(content, "select"), _codes(content, "ignore"), over
    )


def _codes(content: Mapping[str, Any], name: str) -> tuple[str, ...]:
    codes = content.get(name, {}).get("codes", [])
    if not isinstance(codes, list) or not all(isinstance(code, str) for code in codes):
        raise BadProfile(why=f"[{name}] codes phải là danh sách mã quy tắc")
    return tuple(codes)
